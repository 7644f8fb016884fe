public import StorageModel

extension Cause {
    /// What a person outside sees who has not connected the VPN.
    static let seenWithoutVPN: Set<Cause> = [
        .dnsInternalOnly, .dnsWrongAddress, .dnsNoAnswer, .noRoute, .hostUnreachable, .tcpDropped, .tcpRejected,
        .port445Blocked, .vpnDown,
    ]

    /// Whether outside, without the VPN, a place that is well looks like that.
    public var isSeenWithoutVPN: Bool { Self.seenWithoutVPN.contains(self) }
}
