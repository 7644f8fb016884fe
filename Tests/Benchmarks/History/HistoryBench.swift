import CheckHistory
import Foundation
import StorageModel

/// How long it takes to record a run and to ask a history, and how large it becomes.
struct HistoryBench {
    let meter: Meter
    private let places = 1_000
    private let vantages = 3
    private let now = Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))

    /// Prints all figures.
    func print() throws {
        meter.headline("\(places) places, \(vantages) vantages, every night, signed in; 1 place in 200 fails")
        for (name, days) in [("a month", 30), ("a year", 367), ("five years", 1_826)] { try measure(name, days) }
    }

    private func measure(_ name: String, _ days: Int) throws {
        let path = meter.folder.appendingPathComponent("history-\(days).sqlite").path
        var dice = SystemRandomNumberGenerator()
        var last: [Double] = []
        do {
            let history = try HistoryFile.openForRecording(path, today: now.day).history
            for day in 0..<days {
                for vantage in 0..<vantages {
                    let run = run(day: day - days + 1, vantage: vantage, &dice)
                    let start = ContinuousClock.now
                    _ = try history.record(run)
                    if day >= days - 5 { last.append((ContinuousClock.now - start) / .milliseconds(1)) }
                }
            }
        }
        last.sort()
        let observations = days * vantages * places
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        let ask = ["history", "--history", path]
        let all = meter.measure(ask, runs: 5)
        let one = meter.measure(ask + ["system7/share3", "--since", "\(now.day.adding(days: -365))"], runs: 5)
        let text = meter.measure(["report", "--history", path], runs: 5)
        let page = meter.measure(["report", "--history", path, "--format", "html"], runs: 5)
        let json = meter.measure(ask + ["--format", "json", "--since", "\(now.day.adding(days: -30))"], runs: 5)
        meter.remark(
            """
            \(name): \(observations) observations, \(bytes / 1_000_000) MB, \(bytes / observations) bytes each; \
            recording a run \(Int(last[last.count / 2])) ms (at most \(Int(last.last ?? 0)) ms)
            """)
        meter.remark(
            """
              history \(Int(all.wall)) ms; one place over a year \(Int(one.wall)) ms; all as JSON over 30 days \
            \(Int(json.wall)) ms; memory \(Int(json.memory)) MB
            """)
        meter.remark(
            "  report \(Int(text.wall)) ms; as a page \(Int(page.wall)) ms; memory \(Int(page.memory)) MB")
    }

    private func run(day: Int, vantage: Int, _ dice: inout some RandomNumberGenerator) -> RecordedRun {
        let begun = now.adding(seconds: Int64(day) * 86_400 - 3_600 + Int64(vantage) * 300)
        let results = (0..<places).map { place in
            // Faults last three days, so that they begin and end.
            let isBroken = (place &* 7_919 &+ (day + 10_000) / 3 &* 104_729) % 200 == 0
            return result(place, day: day, isBroken, at: begun.adding(seconds: Int64(place / 40)), &dice)
        }
        return RecordedRun(
            vantage: "vantage-\(vantage)", network: "campus", begunAt: begun, endedAt: begun.adding(seconds: 60),
            results: results)
    }

    private func result(
        _ place: Int, day: Int, _ isBroken: Bool, at moment: Moment, _ dice: inout some RandomNumberGenerator
    ) -> RecordedResult {
        let stages: [Stage] =
            isBroken ? [.dns, .tcp] : [.dns, .tcp, .negotiate, .auth, .tree, .stat, .list, .space]
        let steps = stages.enumerated().map { number, stage in
            Observation.Step(
                stage: stage, state: isBroken && number == stages.count - 1 ? .fail : .ok,
                duration: .microseconds(Int64.random(in: 200...20_000, using: &dice)))
        }
        let size: UInt64 = 20_000_000_000_000
        let free = size / 2 - UInt64(day + 2_000) * 1_000_000_000 - UInt64(place) * 123_456_789
        return RecordedResult(
            Observation(
                target: "system\(place / 20)/share\(place % 20)", verdict: isBroken ? .failed : .healthy,
                cause: isBroken ? .tcpDropped : nil, steps: steps,
                space: isBroken ? nil : Observation.Space(size: size, free: free)),
            at: moment)
    }
}
