/// A status of a Windows server (MS-ERREF 2.3).
public struct NTStatus: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt32

    /// Wraps the number on the wire.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// It worked.
    public static let success = Self(rawValue: 0)

    /// The server expects the next message of the sign-in.
    public static let moreProcessingRequired = Self(rawValue: 0xC000_0016)

    /// Names of the statuses that the first two messages of a connection can meet (MS-ERREF 2.3.1).
    private static let names: [UInt32: String] = [
        0x0000_0000: "STATUS_SUCCESS",
        0xC000_0001: "STATUS_UNSUCCESSFUL",
        0xC000_0002: "STATUS_NOT_IMPLEMENTED",
        0xC000_000D: "STATUS_INVALID_PARAMETER",
        0xC000_0016: "STATUS_MORE_PROCESSING_REQUIRED",
        0xC000_0022: "STATUS_ACCESS_DENIED",
        0xC000_005E: "STATUS_NO_LOGON_SERVERS",
        0xC000_006D: "STATUS_LOGON_FAILURE",
        0xC000_009A: "STATUS_INSUFFICIENT_RESOURCES",
        0xC000_00BB: "STATUS_NOT_SUPPORTED",
        0xC000_00C9: "STATUS_NETWORK_NAME_DELETED",
        0xC000_00CE: "STATUS_TOO_MANY_SESSIONS",
        0xC000_00D0: "STATUS_REQUEST_NOT_ACCEPTED",
        0xC000_0203: "STATUS_USER_SESSION_DELETED",
        0xC000_0205: "STATUS_INSUFF_SERVER_RESOURCES",
        0xC000_0418: "STATUS_NTLM_BLOCKED",
        0xC05D_0000: "STATUS_SMB_NO_PREAUTH_INTEGRITY_HASH_OVERLAP",
    ]

    /// The name Microsoft gave it; nil for one that is not known here.
    public var name: String? { Self.names[rawValue] }
}

extension NTStatus: CustomStringConvertible {
    /// The name and the number, such as `STATUS_NOT_SUPPORTED (0xc00000bb)`; the number alone when there is no name.
    public var description: String {
        let digits = String(rawValue, radix: 16)
        let number = "0x" + String(repeating: "0", count: 8 - digits.count) + digits
        return name.map { "\($0) (\(number))" } ?? number
    }
}
