import CheckHistory
import StorageModel
import TestKit
import Testing

/// A program that is killed at any moment loses nothing that it had recorded.
@Suite struct HistoryKillSlowTests {
    @Test func twoHundredKillsLoseNothing() async throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("kills of check --record: seed \(seed)")
        var dice = SeededGenerator(seed: seed)
        try await withProgram { program in
            let places = [
                "WHERETOSHARE_INVENTORY": try RefusedPlaces.write(
                    to: program.home, checks: "checks: {pause-seconds: 0}\n")
            ]
            let path = program.home.at("history.sqlite")
            var environment = bareEnvironment
            environment["HOME"] = program.home.path
            let wheretoshare = try builtProduct(named: "wheretoshare")
            // How long a whole run takes here at least, so that the kills fall into all of it.
            var whole = Int.max
            for number in 0..<5 {
                let start = ContinuousClock.now
                _ = try await program(
                    ["check", "--record", "--vantage", "first-\(number)", "--history", path], environment: places)
                whole = min(whole, Int((ContinuousClock.now - start) / .microseconds(1)))
            }
            var recorded = (0..<5).map { "first-\($0)" }
            var killed = 0
            for number in 1...200 {
                let microseconds = 1 + dice.below(whole)
                let digits = String(1_000_000 + microseconds % 1_000_000).dropFirst()
                let run = try await runProgram(
                    "/usr/bin/timeout",
                    [
                        "--signal=KILL", "\(microseconds / 1_000_000).\(digits)", wheretoshare, "check", "--record",
                        "--vantage", "run-\(number)", "--history", path,
                    ], environment: environment.merging(places) { _, new in new })
                // What is printed was recorded before.
                if run.stdout.contains("2 places: ") { recorded.append("run-\(number)") }
                if run.exitStatus != 1 { killed += 1 }
                // Other tests run beside this one: as many are killed as are not.
                whole = max(1_000, whole * (run.exitStatus == 1 ? 95 : 105) / 100)
            }
            #expect(killed > 50, "too few of the programs were killed in the middle")
            let opening = try HistoryFile.openForRecording(path, today: CalendarDate(daysSince1970: 20_000))
            #expect(opening.movedAside == nil)
            let known = Set(try opening.history.vantages().map(\.vantage))
            #expect(known.isSuperset(of: recorded))
            // No half of a run is there.
            for run in try opening.history.runs() { #expect(run.results.count == 2) }
        }
    }
}
