/// How messages are encrypted (MS-SMB2 2.2.3.1.2).
public struct Cipher: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16

    /// Wraps the number on the wire.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// AES with 128 bits in CCM mode, the only one of SMB 3.0 and 3.0.2.
    public static let aes128CCM = Self(rawValue: 1)
    /// AES with 128 bits in GCM mode.
    public static let aes128GCM = Self(rawValue: 2)
    /// AES with 256 bits in CCM mode.
    public static let aes256CCM = Self(rawValue: 3)
    /// AES with 256 bits in GCM mode.
    public static let aes256GCM = Self(rawValue: 4)
}

extension Cipher: CustomStringConvertible {
    /// The name, such as `AES-128-GCM`, or the number of an unknown one.
    public var description: String {
        switch self {
        case .aes128CCM: "AES-128-CCM"
        case .aes128GCM: "AES-128-GCM"
        case .aes256CCM: "AES-256-CCM"
        case .aes256GCM: "AES-256-GCM"
        default: "cipher \(rawValue)"
        }
    }
}
