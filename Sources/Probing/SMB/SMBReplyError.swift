public import StorageModel

/// Why bytes from a port are not the SMB2 answer that was asked for.
///
/// It is evidence about the server, to be judged with everything else that is known; it is not a verdict.
public enum SMBReplyError: Error, Hashable, Sendable {
    /// Something other than SMB answers; the value says what it looks like.
    case notSMB(OtherService)

    /// The server speaks SMB 1 and nothing newer (MS-CIFS 2.2.4.52.2).
    case smb1Only

    /// The server speaks SMB, but none of the dialects that were offered (MS-CIFS 2.2.4.52.2, dialect index 0xFFFF).
    case noCommonDialect

    /// The server answered with an error (MS-SMB2 2.2.2).
    case refused(NTStatus)

    /// The server does not want to talk to this address (RFC 1002 section 4.3.4).
    ///
    /// It comes in a form of an older protocol, before anything was asked; Samba says so to hosts that it denies.
    case turnedAway

    /// The bytes end before a part that has to be there.
    case cutShort(Part)

    /// A part holds what it must not hold, or points outside the message.
    case unexpected(Part)

    /// The announced length of a message is above the limit; both are in bytes.
    case tooLarge(length: Int, limit: Int)

    /// A part of a message.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The four bytes before a message (RFC 1002 section 4.3.1, MS-SMB2 2.1).
        case frame = "frame"
        /// The header of a message (MS-SMB2 2.2.1, MS-CIFS 2.2.3.1).
        case header = "header"
        /// What the message answers (MS-SMB2 2.2.1.2, Command, Flags and MessageId).
        case answeredRequest = "answered request"
        /// The fixed part after the header.
        case body = "body"
        /// The dialect that the server chose.
        case dialect = "dialect"
        /// The list of what was negotiated besides (MS-SMB2 2.2.4.1).
        case negotiateContexts = "negotiate contexts"
        /// The bytes of the authentication protocol.
        case securityBlob = "security blob"
        /// A value in DER (ITU-T X.690).
        case encoding = "DER encoding"
        /// The list of authentication mechanisms (RFC 4178 section 4.2.1).
        case mechanisms = "mechanism list"
        /// The NTLMSSP message (MS-NLMP 2.2.1.2).
        case challenge = "NTLM challenge"
        /// The name of the authentication target (MS-NLMP 2.2.1.2, TargetName).
        case targetName = "target name"
        /// The list of the server's names (MS-NLMP 2.2.2.1).
        case targetNames = "list of target names"
    }

    /// A stable name of the case, for machines.
    public var id: String {
        switch self {
        case .notSMB: "not-smb"
        case .smb1Only: "smb1-only"
        case .noCommonDialect: "no-common-dialect"
        case .refused: "refused"
        case .turnedAway: "turned-away"
        case .cutShort: "cut-short"
        case .unexpected: "unexpected-content"
        case .tooLarge: "too-large"
        }
    }
}

extension SMBReplyError: CustomStringConvertible {
    /// What was seen, in one sentence part.
    public var description: String {
        switch self {
        case .notSMB(.unknown): "something other than SMB answers on this port"
        case .notSMB(let service): "\(service.rawValue) answers on this port, not SMB"
        case .smb1Only: "the server speaks SMB 1 only"
        case .noCommonDialect: "the server speaks none of the SMB dialects that were offered"
        case .refused(let status): "the server answered with \(status)"
        case .turnedAway: "the server does not talk to this address"
        case .cutShort(let part): "the answer ends before the end of its \(part.rawValue)"
        case .unexpected(let part): "the answer holds an unexpected \(part.rawValue)"
        case .tooLarge(let length, let limit):
            "the answer announces \(length) bytes, and at most \(limit) are read"
        }
    }
}
