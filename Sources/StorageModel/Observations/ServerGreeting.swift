/// What an SMB server tells about itself before anybody signs in.
///
/// Nothing in it is proven: whoever answers on the port may claim anything. All texts are a stranger's; escape them
/// before showing them.
public struct ServerGreeting: Hashable, Sendable {
    /// The best dialect that the server and we share (MS-SMB2 2.2.4, DialectRevision).
    public var dialect: Dialect
    /// Whether the server insists on signed messages.
    public var requiresSigning: Bool
    /// The cipher with which messages can be encrypted, such as `AES-128-GCM`; nil when the server cannot encrypt.
    public var cipher: String?
    /// The number that names the server.
    public var serverGUID: GUID
    /// How far the server's clock is ahead of ours, in seconds; nil when it does not tell.
    public var clockSkewSeconds: Double?
    /// Whether Kerberos is offered (RFC 4178).
    public var offersKerberos: Bool
    /// Whether NTLM is offered.
    public var offersNTLM: Bool
    /// The server's NetBIOS name; this and the other names are nil when the server does not tell.
    public var netBIOSName: String?
    /// The server's full name in DNS.
    public var dnsName: String?
    /// The name of its domain in DNS.
    public var dnsDomain: String?
    /// The NetBIOS name of its domain.
    public var netBIOSDomain: String?

    /// Puts the parts together.
    public init(
        dialect: Dialect, requiresSigning: Bool, cipher: String?, serverGUID: GUID, clockSkewSeconds: Double? = nil,
        offersKerberos: Bool, offersNTLM: Bool, netBIOSName: String? = nil, dnsName: String? = nil,
        dnsDomain: String? = nil, netBIOSDomain: String? = nil
    ) {
        self.dialect = dialect
        self.requiresSigning = requiresSigning
        self.cipher = cipher
        self.serverGUID = serverGUID
        self.clockSkewSeconds = clockSkewSeconds
        self.offersKerberos = offersKerberos
        self.offersNTLM = offersNTLM
        self.netBIOSName = netBIOSName
        self.dnsName = dnsName
        self.dnsDomain = dnsDomain
        self.netBIOSDomain = netBIOSDomain
    }
}

/// What came of saying hello to an SMB server on an open connection.
public struct GreetingAttempt: Hashable, Sendable {
    /// How an attempt ended.
    public enum Outcome: Hashable, Sendable {
        /// The server told about itself.
        case greeted(ServerGreeting)
        /// The connection stands, and nothing comes back within the deadline.
        case silent
        /// The server closed the connection without a byte.
        case closed
        /// The server reset the connection.
        case reset
        /// Something other than SMB answers; the text says what it looks like.
        case notSMB(String)
        /// The server speaks SMB 1 and nothing newer.
        case smb1Only
        /// The server speaks none of the dialects that were offered.
        case noCommonDialect
        /// The server does not talk to this address (RFC 1002 section 4.3.4).
        case turnedAway
        /// The server answered with an error.
        case refused(NTStatus)
        /// The answer breaks the protocol's rules; the text says where.
        case unreadable(String)
    }

    /// The address that was asked.
    public var address: IPAddress
    /// How it ended.
    public var outcome: Outcome
    /// How long it took.
    public var duration: Duration

    /// Puts the parts together.
    public init(address: IPAddress, outcome: Outcome, duration: Duration) {
        self.address = address
        self.outcome = outcome
        self.duration = duration
    }

    /// What the server told, if it did.
    public var greeting: ServerGreeting? {
        if case .greeted(let greeting) = outcome { greeting } else { nil }
    }
}
