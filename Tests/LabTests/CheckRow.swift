import Lab
import StorageModel
import Testing

/// What the program has to say of a fault: one row of the fault matrix.
struct CheckRow: Sendable, CustomTestStringConvertible {
    /// The fault's name.
    var fault: String
    var verdict: Verdict
    var cause: Cause?
    /// What would look the same from where the program looks.
    var alternatives: [Cause] = []
    var target = "nas02/public"
    var client = LabHost.campus
    /// What the inventory says instead, in the system's file.
    var promising: [(String, String)] = []

    var testDescription: String { fault }

    static func failed(
        _ fault: String, _ cause: Cause, or alternatives: [Cause] = [], _ target: String = "nas02/public",
        from client: LabHost = .campus, promising: [(String, String)] = []
    ) -> Self {
        Self(
            fault: fault, verdict: .failed, cause: cause, alternatives: alternatives, target: target, client: client,
            promising: promising)
    }

    static func degraded(
        _ fault: String, _ cause: Cause, or alternatives: [Cause] = [], _ target: String = "nas02/public",
        promising: [(String, String)] = []
    ) -> Self {
        Self(
            fault: fault, verdict: .degraded, cause: cause, alternatives: alternatives, target: target,
            promising: promising)
    }

    static func healthy(_ fault: String) -> Self { Self(fault: fault, verdict: .healthy) }

    private static let anyAddress = ("  addresses: [198.51.100.13/32]\n", "")

    /// Every fault of the lab, in its order, except those that ``notSeen`` names.
    static let all: [CheckRow] = names + network + servers + protocols + shares

    private static let names: [CheckRow] = [
        .failed("dns-name-unknown", .dnsNameUnknown, or: [.dnsInternalOnly]),
        // Inside, whoever asks a name server of the world sees the same as for a name that does not exist.
        .failed("dns-internal-only", .dnsNameUnknown, or: [.dnsInternalOnly]),
        .failed("dns-no-answer-silent", .dnsNoAnswer), .failed("dns-no-answer-dead", .dnsNoAnswer),
        .failed("dns-no-answer-gone", .dnsNoAnswer), .failed("dns-no-answer-servfail", .dnsNoAnswer),
        .failed("dns-wrong-address", .dnsWrongAddress, or: [.dnsInternalOnly]),
        .degraded("address-partly-dead", .addressPartlyDead, promising: [anyAddress]),
        .degraded("ipv6-broken", .ipv6Broken, "istsmb3/public"),
        .failed("wrong-server", .wrongServer, promising: [anyAddress]),
    ]

    private static let network: [CheckRow] = [
        .failed("no-route", .noRoute, or: [.vpnDown]),
        .failed("host-unreachable", .hostUnreachable, or: [.addressOverlap]),
        .failed("tcp-dropped", .tcpDropped, or: [.port445Blocked]),
        .failed("tcp-rejected-admin-prohibited", .tcpRejected),
        .failed("tcp-rejected-host-unreachable", .hostUnreachable, or: [.tcpRejected]),
        .failed("tcp-rejected-no-route", .noRoute, or: [.tcpRejected]),
        .failed("tcp-refused-port-unreachable", .tcpRefused), .failed("tcp-refused-reset", .tcpRefused),
        .failed("client-firewall-prohibit", .clientFirewall), .failed("client-firewall-blackhole", .clientFirewall),
        // A packet that vanishes on its way out looks like one that vanishes later; another computer tells.
        .failed("client-firewall-drop", .tcpDropped, or: [.port445Blocked]),
        .failed("client-firewall-reject", .clientFirewall),
        .failed("port-445-blocked", .port445Blocked),
        .failed("mtu-black-hole", .mtuBlackHole, or: [.slowLink, .backendHung]),
        .failed("half-open", .halfOpen, or: [.packetLoss]),
    ]

    private static let servers: [CheckRow] = [
        .failed("tcp-refused-stopped", .tcpRefused),
        .failed("server-connection-limit", .serverConnectionLimit, or: [.networkNotAllowed, .notSMB]),
        .failed("server-hung", .serverHung, or: [.halfOpen]),
        .failed("stranger-banner", .notSMB), .failed("stranger-http", .notSMB), .failed("stranger-garbage", .notSMB),
        .failed("stranger-silent", .serverHung, or: [.halfOpen]),
        .failed("stranger-close", .serverConnectionLimit, or: [.networkNotAllowed, .notSMB]),
        .failed("stranger-reset", .serverConnectionLimit, or: [.networkNotAllowed, .notSMB]),
        .failed("hang-after-negotiate", .accountsNotVerifiable, or: [.serverHung]),
        .failed("reset-after-negotiate", .serverConnectionLimit, or: [.halfOpen]),
        .failed("hang-after-sign-in", .backendHung, or: [.serverHung]),
        .failed("reset-after-sign-in", .sessionExpired, or: [.halfOpen]),
        .failed("hang-after-tree-connect", .backendHung, or: [.serverHung]),
        .failed("reset-after-tree-connect", .sessionExpired, or: [.halfOpen]),
    ]

    private static let protocols: [CheckRow] = [
        .failed("smb1-only", .smb1Only),
        // The program itself speaks every dialect, signs and encrypts, so these keep only older clients out.
        .healthy("client-dialect-too-old"), .healthy("signing-required"), .healthy("encryption-required"),
        .healthy("encryption-required-share"),
        .degraded(
            "encryption-unavailable", .encryptionUnavailable,
            promising: [("  signing: false\n", "  signing: false\n  encryption: true\n")]),
        .failed("network-not-allowed", .networkNotAllowed),
        // Without a look from an allowed network nobody can tell the address from the account.
        .failed("share-network-not-allowed", .shareDenied, or: [.shareNetworkNotAllowed]),
        .failed("ntlm-disabled", .ntlmDisabled),
    ]

    private static let shares: [CheckRow] = [
        .failed("share-not-offered", .shareNotOffered, or: [.backendUnavailable]),
        .failed("share-denied", .shareDenied, or: [.shareNetworkNotAllowed]),
        .failed("folder-denied", .folderDenied, or: [.backendUnavailable]), .failed("file-denied", .fileDenied),
        .failed("not-writable", .notWritable), .failed("path-missing", .pathMissing),
        // On a new connection Samba says of a folder that is gone what it says of a share that is.
        .failed("backend-unavailable", .shareNotOffered, or: [.backendUnavailable], "nas02/backend"),
        .failed("backend-hung", .backendHung, or: [.serverHung], "nas02/backend"),
        .failed("disk-full", .diskFull, "nas02/small"),
        .failed("share-connection-limit", .shareConnectionLimit, "nas02/limited"),
        .degraded("file-in-use", .fileInUse),
    ]

    /// Faults that have tests of their own, because what is seen of them varies.
    static let apart = ["packet-loss", "slow-link"]
}
