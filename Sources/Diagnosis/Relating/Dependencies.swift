public import StorageModel

/// What several places of a run depend on, when that is what does not work: one problem instead of forty.
public struct Dependencies: Hashable, Sendable {
    /// The computer that looked, or its line.
    public static let vantage = "vantage"
    /// The servers that know the addresses of names.
    public static let names = "dns"
    /// The servers that know accounts.
    public static let signIn = "sign-in"

    /// What each target fails as a consequence of, by the target's name; the value is one of the names above, the name of a
    /// system, or of a gateway.
    public let culprits: [String: String]

    /// Causes that lie on this computer or at its next hop.
    private static let here: Set<Cause> = [
        .noRoute, .dnsNoAnswer, .tcpDropped, .tcpRejected, .hostUnreachable, .clientFirewall,
    ]
    /// Causes that people outside have when the VPN is down.
    private static let outside: Set<Cause> = [.noRoute, .tcpDropped, .tcpRejected, .dnsInternalOnly, .hostUnreachable]
    /// Causes that the servers for accounts explain.
    private static let accounts: Set<Cause> = [.kdcUnreachable, .accountsNotVerifiable]
    /// Causes that are a whole server's, and not one share's.
    private static let ofServer: Set<Cause> = [
        .dnsNameUnknown, .dnsInternalOnly, .dnsNoAnswer, .dnsWrongAddress, .noRoute, .hostUnreachable, .tcpDropped,
        .tcpRejected, .tcpRefused, .halfOpen, .notSMB, .wrongServer, .serverConnectionLimit, .serverHung, .sessionHung,
        .smb1Only, .accountsNotVerifiable, .kdcUnreachable, .encryptionUnavailable, .networkNotAllowed, .backendHung,
    ]

    /// Looks for what is behind the failures of one run from one place.
    /// - Parameters:
    ///   - observations: All of the run.
    ///   - isOutside: Whether the vantage was on a network that reaches systems through a gateway, if at all.
    public init(_ observations: [Observation], isOutside: Bool = false) {
        let judged = observations.filter { $0.verdict != .unknown }
        let failed = judged.filter { $0.verdict == .failed }
        var culprits: [String: String] = [:]
        func blame(_ culprit: String, for observations: [Observation]) {
            for one in observations where culprits[one.target] == nil && one.target != culprit {
                culprits[one.target] = culprit
            }
        }
        func systems(_ observations: [Observation]) -> Int { Set(observations.map(\.systemName)).count }

        // Everything fails, and nothing got further than the next hop: it is here.
        let ways = failed.filter { $0.cause.map(Self.here.contains) ?? false }
        let nameless = failed.filter { $0.cause == .dnsNoAnswer }
        if systems(judged) > 1, ways.count == judged.count, nameless.count < judged.count {
            let gateway = failed.first { $0.target.hasPrefix("gateway:") }
            blame(isOutside ? gateway?.target ?? Self.vantage : Self.vantage, for: failed)
        }
        if systems(nameless) > 1 { blame(Self.names, for: nameless) }
        let turnedAway = failed.filter { $0.cause.map(Self.accounts.contains) ?? false }
        if systems(turnedAway) > 1 { blame(Self.signIn, for: turnedAway) }
        // A gateway that does not answer is why people outside reach nothing behind it.
        if isOutside, let gateway = failed.first(where: { $0.target.hasPrefix("gateway:") }) {
            let behind = failed.filter { one in
                !one.target.hasPrefix("gateway:") && one.cause.map(Self.outside.contains) ?? false
            }
            blame(gateway.target, for: behind)
        }
        // Names of the inside that nobody outside knows: it is the VPN of this computer, and not each place.
        if isOutside, systems(failed.filter { $0.cause == .dnsInternalOnly }) > 1 {
            blame(Self.vantage, for: failed.filter { $0.cause.map(Self.outside.contains) ?? false })
        }
        // All shares of a server fail alike: it is the server.
        for (system, shares) in Dictionary(grouping: judged.filter { $0.target.contains("/") }, by: \.systemName) {
            guard shares.count > 1, let cause = shares.first?.cause, Self.ofServer.contains(cause),
                shares.allSatisfy({ $0.verdict == .failed && $0.cause == cause })
            else { continue }
            blame(String(system), for: shares)
        }
        self.culprits = culprits
    }
}

extension Observation {
    /// The system, or the gateway.
    fileprivate var systemName: Substring { target.prefix { $0 != "/" } }
}
