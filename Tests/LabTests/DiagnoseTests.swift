import FoundationEssentials
import Lab
import StorageModel
import TestKit
import Testing

/// The program, asked on the lab's clients why the lab's servers cannot be reached.
extension LabSlowTests {
    @Suite struct DiagnoseTests {
        /// What other places and the client itself know makes another cause of it than the check of the place alone.
        static let sharper: [String: Cause] = [
            "client-firewall-drop": .clientFirewall,
            // Other file servers answer on that port, so that it is this server's alone that is closed.
            "port-445-blocked": .tcpDropped,
            "hang-after-sign-in": .serverHung, "hang-after-tree-connect": .serverHung,
        ]

        /// Rows of the groups N, P and S of the fault matrix.
        static let rows = CheckRow.all.filter { $0.client == .campus }

        @Test(arguments: rows) func onTheCampusAFaultHasItsCause(_ row: CheckRow) async throws {
            let lab = try await LabNetwork.shared()
            let fault = try #require(Fault.named(row.fault))
            let cause = Self.sharper[row.fault] ?? row.cause
            try await Checker.with(lab, promising: row.promising, of: row.target) { checker in
                let credentials = checker.folder.at("credentials")
                try Checker.writeCredentials(user: "alice", password: LabUser.alice.password, to: credentials)
                try await lab.with(fault) {
                    let seen = try await checker.diagnose(
                        row.target, from: row.client, credentials: credentials, arguments: ["--write"])
                    #expect(seen.cause == cause?.rawValue, "\(seen)")
                    let known = (row.alternatives + [row.cause].compactMap(\.self)).map(\.rawValue)
                    #expect(Set(seen.alternatives).isSubset(of: known), "\(seen)")
                    #expect(!seen.ruledOut.contains(seen.cause ?? ""), "\(seen)")
                    #expect(seen.duration < .seconds(15), "\(seen)")
                    seen.expectStagesInOrder()
                    print("diagnose | \(row.fault) | campus | \(seen.cause ?? "-") | \(seen.duration)")
                }
            }
        }

        /// Whoever is outside and not in the VPN has that problem first, whatever else is wrong.
        @Test(arguments: ["dns-name-unknown", "dns-internal-only", "tcp-dropped", "server-hung", "host-unreachable"])
        func outsideTheVPNComesFirst(_ name: String) async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.gateways)
            let fault = try #require(Fault.named(name))
            try await Checker.with(lab, including: [.gateways]) { checker in
                try await lab.with(fault) {
                    let seen = try await checker.diagnose("nas02/public", from: .outside)
                    #expect(seen.cause == "vpn-down", "\(seen)")
                    #expect(seen.result == "broken")
                    #expect(seen.support.contains { $0.contains("gateway:vpn") }, "\(seen)")
                    print("diagnose | \(name) | outside | \(seen.cause ?? "-") | \(seen.duration)")
                }
            }
        }

        @Test func withTheVPNTheWayIsLookedAt() async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.gateways)
            try await Checker.with(lab, including: [.gateways]) { checker in
                let credentials = checker.folder.at("credentials")
                try Checker.writeCredentials(user: "alice", password: LabUser.alice.password, to: credentials)
                func seen() async throws -> Checker.Diagnosed {
                    try await checker.diagnose("nas02/public", from: .outside, credentials: credentials)
                }
                try await lab.withVPN {
                    let well = try await seen()
                    #expect(well.result == "works", "\(well)")

                    // A route of the client's own leads past the tunnel.
                    let address = LabHost.nas02.address
                    try await lab.on(.outside, "ip route add \(address)/32 via \(LabHost.gatewayOutside)")
                    let split = try await seen()
                    try await lab.on(.outside, "ip route del \(address)/32")
                    #expect(split.cause == "split-tunnel", "\(split)")
                    #expect(split.ruledOut.contains("vpn-down"), "\(split)")

                    // The home network uses the server's addresses.
                    try await lab.on(
                        .outside,
                        "ip link add home type veth peer name home2 && ip link set home up && ip link set home2 up "
                            + "&& ip addr add 198.51.100.14/30 dev home")
                    let overlap = try await seen()
                    try await lab.on(.outside, "ip link del home")
                    #expect(overlap.cause == "address-overlap", "\(overlap)")

                    let again = try await seen()
                    #expect(again.result == "works", "\(again)")
                    for one in [split, overlap] {
                        print("diagnose | \(one.cause ?? "-") | vpn | \(one.cause ?? "-") | \(one.duration)")
                    }
                }
            }
        }

        @Test func aHealthyPlaceIsSaidToBeSoWithinASecondEvenIfOthersHang() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let credentials = checker.folder.at("credentials")
                try Checker.writeCredentials(user: "alice", password: LabUser.alice.password, to: credentials)
                try await lab.with(.hung(.cluster)) {
                    let seen = try await checker.diagnose("nas02/public", from: .campus, credentials: credentials)
                    #expect(seen.result == "works", "\(seen)")
                    print("diagnose | none | campus | works | \(seen.duration)")
                }
            }
        }

        @Test func withoutCredentialsTheAnswerIsStillUseful() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let well = try await checker.diagnose("nas02/public", from: .campus)
                #expect(well.result == "undecided" && well.cause == nil, "\(well)")
                try await lab.with(.stopped(.nas02)) {
                    let seen = try await checker.diagnose("//\(LabHost.nas02.name)/public", from: .campus)
                    #expect(seen.cause == "tcp-refused", "\(seen)")
                }
            }
        }

        @Test func nothingSecretIsInATicket() async throws {
            let lab = try await LabNetwork.shared()
            try await Checker.with(lab) { checker in
                let credentials = checker.folder.at("credentials")
                let secret = "Sup3r-secret-\(UInt64.random(in: 0 ... .max))"
                try Checker.writeCredentials(user: "alice", password: secret, to: credentials)
                let seen = try await checker.diagnose("nas02/public", from: .campus, credentials: credentials)
                #expect(seen.cause == "wrong-credentials", "\(seen)")
                #expect(!"\(seen)".contains(secret))
            }
        }
    }
}
