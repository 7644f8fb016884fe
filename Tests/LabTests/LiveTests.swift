import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// `recommend --live`, asked on the lab's clients while servers are well and while they are not.
extension LabSlowTests {
    @Suite struct LiveTests {
        /// The answer, as far as these tests look at it.
        struct Seen: Decodable, Sendable {
            struct Live: Decodable, Sendable {
                var verdict: String
                var checkedAt: String?
                var cause: String?
                var freeBytes: UInt64?
            }

            struct Way: Decodable, Sendable {
                var method: String
                var live: Live
            }

            struct Closed: Decodable, Sendable {
                var method: String
                var state: String
            }

            struct Substitute: Decodable, Sendable {
                var method: String
            }

            var id: String
            var recommended: Way?
            var alternatives: [Way]
            var excluded: [Closed]
            var meanwhile: Substitute?
        }

        /// Asks where the colleagues should receive something.
        private func ask(
            _ checker: Checker, _ arguments: [String] = [], from client: LabHost = .campus, asJSON: Bool = true,
            password: String = LabUser.alice.password, isLive: Bool = true
        ) async throws -> String {
            let credentials = try checker.folder.write("username=alice\npassword=\(password)\n", to: "credentials")
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: credentials)
            var command = ["--group", "colleagues", "--inventory", checker.folder.at("inventory")]
            if isLive { command += ["--live", "--credentials", credentials] }
            if asJSON { command += ["--format", "json"] }
            return try await run(checker, command + arguments, on: client)
        }

        private func run(_ checker: Checker, _ arguments: [String], on client: LabHost) async throws -> String {
            let environment = LabNetwork.environment.merging(
                ["XDG_STATE_HOME": checker.folder.at("state")], uniquingKeysWith: { _, new in new })
            let run = try await checker.lab.run(
                on: client, try builtProduct(named: "wheretoshare"), arguments, environment: environment, in: "/",
                deadline: .seconds(60))
            #expect(run.stderr == "" || arguments.first == "explain")
            #expect(run.exitStatus == 0)
            return run.stdout
        }

        private func answer(_ text: String) throws -> Seen {
            try JSONDecoder().decode(Seen.self, from: Data(text.utf8))
        }

        @Test func aPlaceThatWorksIsSaidToWithItsRoom() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let seen = try answer(try await ask(checker))
                #expect(seen.recommended?.method == "archive3/share")
                #expect(seen.recommended?.live.verdict == "healthy")
                #expect((seen.recommended?.live.freeBytes ?? 0) > 0)
                #expect(seen.alternatives.map(\.live.verdict) == ["healthy", "healthy", "healthy"])
                #expect(seen.meanwhile == nil)
                let unchecked = try answer(try await ask(checker, isLive: false))
                #expect(unchecked.id == seen.id)
                #expect(unchecked.recommended?.live.verdict == "unknown")
                #expect(unchecked.recommended?.live.checkedAt == nil)
                #expect(try await ask(checker, asJSON: false).contains("archive3/backend at "))
            }
        }

        @Test func whenTheRightPlaceIsDownTheNextOneServesMeanwhile() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try await lab.with(.stopped(.archive3)) {
                    let seen = try answer(try await ask(checker))
                    #expect(seen.recommended?.method == "archive3/share")
                    #expect(seen.recommended?.live.verdict == "failed")
                    #expect(seen.recommended?.live.cause == "tcp-refused")
                    #expect(seen.meanwhile?.method == "cluster/share")
                    let text = try await ask(checker, asJSON: false)
                    #expect(text.contains("Now    It does not work just now: "))
                    #expect(text.contains("Meanwhile, and it works: a share on cluster."))
                    // What was seen then is told again later, when it may be different.
                    let again = try await run(
                        checker, ["explain", seen.id, "--inventory", checker.folder.at("inventory")], on: .campus)
                    #expect(again.contains("Meanwhile, and it works: a share on cluster."))
                }
            }
        }

        @Test func aPlaceThatHangsCostsSecondsAndOthersThatAreDownAreClosed() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try await lab.with(.hung(.archive3)) {
                    try await lab.with(.stopped(.cluster)) {
                        let start = ContinuousClock.now
                        let seen = try answer(try await ask(checker))
                        // Generous: two steps of three seconds each, on a machine that may have other work.
                        #expect(ContinuousClock.now - start < .seconds(30))
                        #expect(seen.recommended?.live.cause == "server-hung")
                        #expect(seen.meanwhile?.method == "istsmb3/share")
                        #expect(seen.alternatives.map(\.method) == ["istsmb3/share", "nas02/share"])
                        #expect(seen.excluded.filter { $0.state == "down" }.map(\.method) == ["cluster/share"])
                    }
                }
            }
        }

        @Test func dataThatDoNotFitAreSaidTo() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let text = try await ask(checker, ["--size", "900PB"], asJSON: false)
                #expect(text.contains("are free there, and your data take 900 PB."))
                #expect(text.contains("No other allowed place is known to have room"))
            }
        }

        @Test func beforeTheFirstStepNothingIsKnownOfAPlace() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let seen = try answer(try await ask(checker, from: .outside))
                #expect(seen.recommended?.live.verdict == "unknown")
                #expect(seen.recommended?.live.cause == nil)
                #expect(seen.meanwhile == nil)
                let text = try await ask(checker, from: .outside, asJSON: false)
                #expect(text.contains("whether it works can be seen only after the first step"))
            }
        }

        @Test func whatTheAskerHasToMendIsNoFaultOfThePlace() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let text = try await ask(checker, asJSON: false, password: "wrong-on-purpose")
                #expect(text.contains("Now    You cannot open it just now: "))
                #expect(!text.contains("Meanwhile"))
            }
        }
    }
}
