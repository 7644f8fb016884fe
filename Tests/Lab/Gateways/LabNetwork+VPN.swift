extension LabNetwork {
    /// Runs a body while the client outside is in the VPN.
    ///
    /// It then has a way to the campus and asks the campus's name server.
    /// - Throws: What the body throws; ``LabError`` when the VPN does not come up.
    public func withVPN<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await add(.gateways)
        let tunnel = Change(
            apply: "vpn_up outside \(LabGateways.vpn) \(LabGateways.user) \(LabGateways.password)",
            undo: "vpn_down outside")
        return try await with(Fault("vpn-up", cause: nil, at: .outside, "it is in the VPN", tunnel), body)
    }
}
