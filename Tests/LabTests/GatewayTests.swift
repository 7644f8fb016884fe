import Lab
import TestKit
import Testing

/// The ways into the campus from outside, and what is reached through them.
extension LabSlowTests {
    @Suite struct GatewayTests {
        @Test(arguments: ["gateway:vpn", "gateway:rdp"], [LabHost.outside, .campus])
        func aFrontDoorIsHealthy(_ target: String, _ client: LabHost) async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.gateways)
            try await Checker.with(lab, including: [.gateways]) { checker in
                let seen = try await checker.check(target, from: client, signingIn: false)
                #expect(seen.verdict == "healthy", "\(seen)")
            }
        }

        @Test func aShareIsReachedFromOutsideThroughTheVPNAlone() async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.gateways)
            try await Checker.with(lab, including: [.gateways]) { checker in
                func seen() async throws -> Checker.Seen { try await checker.check("nas02/public", from: .outside) }
                let before = try await seen()
                #expect(before.cause == "dns-internal-only", "\(before)")
                let told = try await checker.checkAs("text", ["nas02/public", "gateway:vpn"], from: .outside)
                #expect(told.stdout.contains("connect the VPN first (vpn-down)"), "\(told)")
                try await lab.withVPN {
                    let within = try await seen()
                    #expect(within.verdict == "healthy", "\(within)")
                }
                let after = try await seen()
                #expect(after.cause == "dns-internal-only", "\(after)")
            }
        }

        @Test(arguments: [(Fault.vpnGatewayStopped(), "gateway:vpn"), (.remoteDesktopStopped(), "gateway:rdp")])
        func aFrontDoorThatIsShutHasItsCause(_ fault: Fault, _ target: String) async throws {
            let lab = try await LabNetwork.shared()
            try await lab.add(.gateways)
            try await Checker.with(lab, including: [.gateways]) { checker in
                func seen() async throws -> Checker.Seen {
                    try await checker.check(target, from: .outside, signingIn: false)
                }
                let broken = try await lab.with(fault) { try await seen() }
                #expect(broken.cause == fault.cause, "\(broken)")
                let mended = try await seen()
                #expect(mended.verdict == "healthy", "\(mended)")
            }
        }
    }
}
