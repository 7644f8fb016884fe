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
}

extension NTStatus: CustomStringConvertible {
    /// The name and the number, such as `STATUS_NOT_SUPPORTED (0xc00000bb)`; the number alone when there is no name.
    public var description: String {
        name.map { "\($0) (\(hexadecimal))" } ?? hexadecimal
    }
}
