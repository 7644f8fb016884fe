import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// The program, asked on the lab's clients about the lab's servers.
extension LabSlowTests {
    @Suite struct CheckTests {
        @Test(arguments: CheckRow.all) func aFaultHasItsCause(_ row: CheckRow) async throws {
            let lab = try await LabNetwork.shared()
            let fault = try #require(Fault.named(row.fault))
            try await Checker.with(lab, promising: row.promising, of: row.target) { checker in
                try await lab.with(fault) {
                    let seen = try await checker.check(row.target, from: row.client)
                    #expect(seen.cause == row.cause?.rawValue, "\(seen)")
                    #expect(seen.verdict == row.verdict.rawValue, "\(seen)")
                    #expect(seen.alternatives == row.alternatives.map(\.rawValue), "\(seen)")
                    seen.expectStagesInOrder()
                }
            }
        }

        @Test func everyFaultIsChecked() {
            #expect(Set(CheckRow.all.map(\.fault)).union(CheckRow.apart) == Set(Fault.all.map(\.name)))
        }

        @Test func aLineThatLosesPacketsIsNamed() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try await lab.with(.packetLoss()) {
                    // By chance a greeting may lose nothing.
                    var causes: [String?] = []
                    while causes.count < 8, causes.last != .some("packet-loss") {
                        causes.append(try await checker.check("nas02", from: .campus, signingIn: false).cause)
                    }
                    #expect(causes.last == "packet-loss", "\(causes)")
                }
            }
        }

        @Test func aSlowLineIsNamed() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                try await lab.with(.slowLink(kilobits: 12)) {
                    let seen = try await checker.check("nas02/public", from: .campus, deadline: 60)
                    #expect(seen.cause == "slow-link", "\(seen)")
                }
            }
        }

        @Test func everyShareIsVisitedOnceAndJudged() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let seen = try await checker.checkAll(from: .campus)
                let causes = Dictionary(uniqueKeysWithValues: seen.map { ($0.target, $0.cause) })
                #expect(causes.count == 48)
                for server in LabHost.servers {
                    let system = server.rawValue
                    for share in ["public", "projects", "hidden", "ro", "groups", "limited", "links", "encrypted"] {
                        #expect(causes["\(system)/\(share)"] == .some(nil), "\(share)")
                    }
                    #expect(causes["\(system)/gone"] == "share-not-offered")
                }
                #expect(causes["nas02/deny"] == "share-denied")
                let encrypted = try #require(seen.first { $0.target == "nas02/encrypted" })
                #expect(encrypted.server?.encryption == true)
                let open = try #require(seen.first { $0.target == "nas02/public" })
                #expect(open.server?.encryption == false)
                #expect(open.server?.dialect == "3.1.1")
                #expect(open.server?.name?.lowercased().hasPrefix("nas02") == true)
                #expect(abs(open.server?.skewSeconds ?? 99) < 2)
                #expect((open.space?.free ?? 0) > 0)
                // Nothing is left behind in the folders that were written to.
                let left = try await lab.on(.nas02, "find / -xdev -name 'wheretoshare-check-*' 2>/dev/null | wc -l")
                #expect(left == "0\n")
            }
        }

        @Test func goodSharesOfAServerAreVisitedOnFewConnections() async throws {
            let lab = try await LabNetwork.shared()
            let shares = ["public", "projects", "hidden", "ro", "groups", "encrypted"].map { "nas02/\($0)" }
            try await Checker.with(lab) { checker in
                let count =
                    "nft add table inet count && nft 'add chain inet count come { type filter hook input priority 0; }'"
                _ = try await lab.on(
                    .nas02,
                    count + " && nft add rule inet count come tcp dport 445 'tcp flags & (syn | ack) == syn' counter")
                let run = try await checker.checkAs("json", shares, from: .campus)
                let counted = try await lab.on(.nas02, "nft list chain inet count come; nft delete table inet count")
                #expect(run.exitStatus == 0, "\(run)")
                let connections = try #require(
                    counted.split(separator: "packets ").dropFirst().first?.split(separator: " ").first)
                // One for the greeting, and two for the visits.
                #expect(connections == "3", "\(counted)")
            }
        }

        @Test func outsideTheFirewallEverythingIsOneFault() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let seen = try await checker.checkAll(from: .outside, signingIn: false)
                #expect(seen.map(\.target) == ["archive3", "cluster", "istsmb3", "nas02"])
                #expect(Set(seen.map(\.cause)) == ["dns-internal-only"])
            }
        }

        @Test(arguments: [
            (LabUser.disabled, Cause.accountDisabled), (.locked, .accountLocked), (.expired, .accountExpired),
            (.newcomer, .passwordMustChange), (.stale, .passwordExpired), (.bob, .shareDenied),
        ]) func anAccountThatIsRefusedHasItsCause(_ user: LabUser, _ cause: Cause) async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let seen = try await checker.check("nas02/projects", from: .campus, as: user)
                #expect(seen.cause == cause.rawValue, "\(seen)")
            }
        }

        /// One refusal for the whole run: no account is locked because of a check.
        @Test func aWrongPasswordIsTriedOnce() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let seen = try await checker.checkAll(from: .campus, as: .alice, password: "wrong-on-purpose")
                #expect(seen.filter { $0.cause == "wrong-credentials" }.count == 1)
                #expect(seen.filter { $0.verdict == "unknown" }.count == 47)
                let text = try await checker.checkAs(
                    "text", ["nas02/public", "nas02/ro"], from: .campus, password: "wrong-on-purpose"
                ).stdout
                #expect(text.contains("User name, domain or password is wrong (wrong-credentials)\nWhy "))
                #expect(text.contains("Not tried: the account was refused before, and another try might lock it\n"))
                #expect(!text.contains("The answer is not one that is known here"))
            }
        }

        @Test(arguments: [
            ("links-dead", "links", "dead", Cause.dfsTargetUnreachable), ("illegal", "public", "a?b", .nameIllegal),
            ("long", "public", String(repeating: "x", count: 300), .nameTooLong),
            ("missing", "public", "none/below", .pathMissing), ("closed", "groups", "closed", .folderDenied),
        ]) func aFolderThatCannotBeOpenedHasItsCause(
            _ id: String, _ share: String, _ folder: String, _ cause: Cause
        ) async throws {
            let lab = try await LabNetwork.shared()
            let entry = """
                shares:
                  - id: \(id)
                    method: share
                    name: {value: \(share), basis: derived, source: lab}
                    folder: "\(folder)"
                    basis: derived
                    source: lab

                """
            try await Checker.with(lab, promising: [("shares:\n", entry)], of: "nas02/\(id)") { checker in
                let seen = try await checker.check("nas02/\(id)", from: .campus)
                #expect(seen.cause == cause.rawValue, "\(seen)")
            }
        }
    }
}
