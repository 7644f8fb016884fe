import CheckHistory
import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// `check --record` against the lab's real servers.
extension LabSlowTests {
    @Suite struct RecordTests {
        /// Records a run on a client of the lab, which signs in.
        private func record(
            _ lab: LabNetwork, _ checker: Checker, _ targets: [String], from client: LabHost = .campus
        ) async throws -> ProgramRun {
            let credentials = checker.folder.at("credentials")
            try Checker.writeCredentials(user: "alice", password: LabUser.alice.password, to: credentials)
            return try await lab.run(
                on: client, try builtProduct(named: "wheretoshare"),
                ["check"] + targets + [
                    "--record", "--inventory", checker.folder.at("inventory"), "--credentials", credentials,
                    "--history", checker.folder.at("history.sqlite"), "--vantage", client.rawValue, "--format", "json",
                ])
        }

        @Test func whatIsWellIsRecordedWithItsStepsAndItsRoom() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let run = try await record(lab, checker, ["nas02/public", "archive3/public"])
                #expect(run.exitStatus == 0 && run.stderr.isEmpty, "\(run)")
                let history = try HistoryFile.openForReading(checker.folder.at("history.sqlite"))
                let standings = try history.standings()
                #expect(standings.map(\.target) == ["archive3/public", "nas02/public"])
                #expect(standings.allSatisfy { $0.verdict == .healthy && $0.network == "campus" })
                #expect(standings.allSatisfy { ($0.space?.free ?? 0) > 0 })
                let look = try #require(try history.looks(at: "nas02/public", since: Moment(secondsSince1970: 0)).first)
                #expect(look.steps.map(\.stage).contains(.list))
                #expect(look.steps.filter { $0.state == .ok }.allSatisfy { $0.duration != nil })
            }
        }

        /// A server that refuses the first look and takes the next ones was never down; the first look is kept.
        @Test func aBlipIsNoFault() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try checker.folder.write("checks: {pause-seconds: 5}\n", to: "inventory/checks.yaml")
                let fault = try #require(Fault.named("tcp-refused-reset"))
                let rules =
                    "nft add table inet blip && nft 'add chain inet blip come { type filter hook input priority -400; }'"
                _ = try await lab.on(
                    .nas02,
                    rules + " && nft add rule inet blip come tcp dport 445 'tcp flags & (syn | ack) == syn' counter")
                try await lab.inject(fault)
                async let running = record(lab, checker, ["nas02/public"])
                let deadline = ContinuousClock.now + .seconds(30)
                var hasKnocked = false
                while !hasKnocked, .now < deadline {
                    hasKnocked = try await !lab.on(.nas02, "nft list chain inet blip come").contains("packets 0 ")
                }
                try await lab.undo(fault)
                _ = try await lab.on(.nas02, "nft delete table inet blip")
                let run = try await running
                #expect(run.exitStatus == 0 && run.stderr.isEmpty, "\(run)")
                let runs = try HistoryFile.openForReading(checker.folder.at("history.sqlite")).runs()
                let result = try #require(runs.first?.results.first)
                #expect(result.observation.verdict == .healthy)
                #expect(result.looks.first?.verdict == .failed && result.looks.first?.cause == .tcpRefused)
                #expect(result.looks.dropFirst().allSatisfy { $0.verdict == .healthy } && result.looks.count > 1)
                #expect(
                    try HistoryFile.openForReading(checker.folder.at("history.sqlite")).news(since: 0).changes == [])
            }
        }

        /// Name servers that are gone are one problem, whatever needs them.
        @Test func whatManyPlacesDependOnIsOneChange() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try checker.folder.write(
                    "checks: {pause-seconds: 0, looks: 1, down-after: 1}\n", to: "inventory/checks.yaml")
                let targets = LabHost.servers.flatMap { ["\($0.rawValue)/public", "\($0.rawValue)/projects"] }
                for (name, culprit) in [("dns-no-answer-dead", "dns"), ("tcp-refused-reset", "nas02")] {
                    let fault = try #require(Fault.named(name))
                    let run = try await lab.with(fault) { try await record(lab, checker, targets) }
                    #expect(run.exitStatus == 1)
                    let history = try HistoryFile.openForReading(checker.folder.at("history.sqlite"))
                    let last = try #require(try history.news(since: 0).changes.last { $0.kind == .broke })
                    #expect(last.target == culprit && last.isOfDependency)
                    #expect(
                        run.stderr.split(separator: "\n").count(where: { $0.contains("has been down") }) == 1,
                        "\(run.stderr)")
                    _ = try await record(lab, checker, targets)
                }
            }
        }
    }
}
