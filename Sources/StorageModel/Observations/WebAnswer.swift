/// What came of asking a web server for a page, or a gateway for a TLS handshake.
public struct WebAnswer: Hashable, Sendable {
    /// How asking ended.
    public enum Outcome: Hashable, Sendable {
        /// The server answered with a status code (RFC 9110 section 15), and what it sent is as expected.
        case answered(status: Int)
        /// The server answered, and what it sent is not what was expected.
        case unexpected(status: Int)
        /// The connection was not opened; the stage before tells why.
        case noConnection
        /// The server's certificate is not accepted; the text says why.
        case certificate(String)
        /// The TLS handshake ended otherwise; the text says how.
        case handshake(String)
        /// The connection stands, and nothing comes back within the deadline.
        case silent
        /// The server closed or reset the connection, or broke the protocol's rules; the text says how.
        case broken(String)
        /// The program that asks could not be run; the text says why.
        case notPossible(String)
    }

    /// How it ended.
    public var outcome: Outcome
    /// When the server's certificate ends, in seconds since 1970; nil when it was not seen.
    public var certificateEnds: Int64?
    /// The server's name and version, as it tells them; nil when it does not.
    public var serverVersion: String?
    /// The time until the TLS handshake was done; nil when it was not.
    public var handshakeDuration: Duration?
    /// The time until everything was done.
    public var duration: Duration

    /// Puts the parts together.
    public init(
        outcome: Outcome, certificateEnds: Int64? = nil, serverVersion: String? = nil,
        handshakeDuration: Duration? = nil, duration: Duration
    ) {
        self.outcome = outcome
        self.certificateEnds = certificateEnds
        self.serverVersion = serverVersion
        self.handshakeDuration = handshakeDuration
        self.duration = duration
    }
}

/// What came of asking the front door of Remote Desktop how it wants to be spoken to (MS-RDPBCGR 2.2.1.1).
public struct RemoteDesktopAnswer: Hashable, Sendable {
    /// How asking ended.
    public enum Outcome: Hashable, Sendable {
        /// It answers; the value is the protection it chose.
        case answered(Protection)
        /// It answers with a refusal (MS-RDPBCGR 2.2.1.2.2, failureCode).
        case refused(code: UInt32)
        /// Nothing comes back within the deadline.
        case silent
        /// It closed or reset the connection.
        case closed
        /// Something else answers.
        case notRDP
    }

    /// How a session would be protected (MS-RDPBCGR 2.2.1.2.1, selectedProtocol).
    public enum Protection: UInt32, CaseIterable, Sendable {
        /// RDP's own.
        case standard = 0
        /// TLS.
        case tls = 1
        /// CredSSP, with network level authentication.
        case credSSP = 2
        /// Microsoft Entra ID.
        case entra = 16
        /// CredSSP with early authorization.
        case credSSPEarly = 8
    }

    /// How it ended.
    public var outcome: Outcome
    /// How long it took.
    public var duration: Duration

    /// Puts the parts together.
    public init(outcome: Outcome, duration: Duration) {
        self.outcome = outcome
        self.duration = duration
    }
}
