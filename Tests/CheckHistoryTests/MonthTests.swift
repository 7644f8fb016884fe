import CheckHistory
import Diagnosis
import StorageModel
import TestKit
import Testing

/// Thirty nights with scripted faults and recoveries: each day's report says what changed, and nothing twice.
@Suite struct MonthTests {
    /// The places: two servers with shares, one with a service of its own, and a cloud.
    private static let places = ["files/a", "files/b", "files/c", "nas/a", "nas/b", "tape", "cloud"]

    /// What fails in which nights (1 to 30), and for what; a place that is not named is well.
    private static func faults(_ night: Int) -> [String: Cause] {
        var faults: [String: Cause] = [:]
        // One share is denied for three nights.
        if (3...5).contains(night) { faults["files/a"] = .shareDenied }
        // All of a server is down for two nights, in which a share of it was down already.
        if (5...6).contains(night) { for share in ["files/a", "files/b", "files/c"] { faults[share] = .tcpRefused } }
        // The name servers are silent for a night.
        if night == 9 { for place in places where place != "tape" { faults[place] = .dnsNoAnswer } }
        // The disk of a share is full, and then the share is gone.
        if (11...12).contains(night) { faults["nas/a"] = .diskFull }
        if night == 13 { faults["nas/a"] = .shareUnknown }
        // The computer that checks is offline.
        if night == 15 { for place in places { faults[place] = .noRoute } }
        // Work is done on the tapes in nights 18 and 19; they are still down on the 20th.
        if (18...20).contains(night) { faults["tape"] = .tcpDropped }
        // A place goes up and down.
        if [22, 24, 26].contains(night) { faults["cloud"] = .httpUnhealthy }
        return faults
    }

    private static let policy = CheckPolicy(windows: [
        MaintenanceWindow(
            id: "tapes", targets: ["tape"], time: .days(day(18).day, day(19).day), reason: "new drives")
    ])

    /// What each day's report has to say: what happened, to whom.
    private static let expected: [Int: [String]] = [
        3: ["broke files/a"],
        // The share that was down already fails with its server now, which is told once.
        5: ["broke files"],
        7: ["recovered files", "recovered files/a"],
        9: ["broke dns"],
        10: ["recovered dns"],
        11: ["broke nas/a"],
        13: ["cause-changed nas/a"],
        14: ["recovered nas/a"],
        15: ["broke vantage"],
        16: ["recovered vantage"],
        20: ["broke tape"],
        21: ["recovered tape"],
        22: ["broke cloud"],
        23: ["recovered cloud"],
        24: ["broke cloud"],
        25: ["recovered cloud"],
        26: ["flapping cloud"],
        // Calm after five nights without a turn.
    ]

    private func run(_ night: Int) -> RecordedRun {
        let faults = Self.faults(night)
        let moment = day(Int64(night))
        let results = Self.places.map { result($0, faults[$0], at: moment) }
        let silencing = Silencing(
            policy: Self.policy, culprits: Dependencies(results.map(\.observation)).culprits, network: "campus",
            secondsFromUTC: 0)
        return CheckHistoryTests.run(
            moment,
            results.map { result in
                var result = result
                result.silence = silencing.silence(of: result.observation, at: result.at)
                return result
            })
    }

    @Test func everyDaySaysWhatChangedAndNothingTwice() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            var told: [String] = []
            for night in 1...30 {
                _ = try history.record(run(night))
                // The report of the morning after, of everything since the one before.
                let lines = try history.changes(after: day(Int64(night - 1), 3_600), through: day(Int64(night), 3_600))
                    .map { "\($0.kind.rawValue) \($0.target)" }.sorted()
                #expect(lines == (Self.expected[night] ?? []), "night \(night)")
                told += lines.map { "\(night) \($0)" }
            }
            let all = try history.changes(after: day(0), through: day(31))
            #expect(all.count == told.count)
            #expect(told.count == Self.expected.values.joined().count)
        }
    }

    @Test func theMonthHasItsAvailability() throws {
        try withTemporaryFolder { folder in
            let history = try folder.history()
            for night in 1...30 { _ = try history.record(run(night)) }
            let all = try history.availabilities(from: day(1), to: day(30, 60))
            let nas = try #require(all.first { $0.target == "nas/a" })
            #expect(nas.outages == 1)
            #expect(nas.longestOutage == Int64(259_200))
            #expect(nas.meanTimeToRepair == Int64(259_200))
            #expect(nas.secondsByCause == [.diskFull: 2 * 86_400, .shareUnknown: 86_400])
            // Maintenance, and what else was down, count neither way.
            let tape = try #require(all.first { $0.target == "tape" })
            #expect(tape.secondsDown == 86_400)
            #expect(tape.secondsUp == (29 - 1 - 2 - 1) * 86_400)
        }
    }
}
