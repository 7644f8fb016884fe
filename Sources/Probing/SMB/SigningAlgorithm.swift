/// How messages are signed (MS-SMB2 2.2.3.1.7).
public struct SigningAlgorithm: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16

    /// Wraps the number on the wire.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// HMAC with SHA-256, the only one of SMB 2.
    public static let hmacSHA256 = Self(rawValue: 0)
    /// AES-CMAC with 128 bits, which SMB 3 uses unless another one is negotiated.
    public static let aesCMAC = Self(rawValue: 1)
    /// AES-GMAC with 128 bits.
    public static let aesGMAC = Self(rawValue: 2)
}

extension SigningAlgorithm: CustomStringConvertible {
    /// The name, such as `AES-GMAC`, or the number of an unknown one.
    public var description: String {
        switch self {
        case .hmacSHA256: "HMAC-SHA256"
        case .aesCMAC: "AES-CMAC"
        case .aesGMAC: "AES-GMAC"
        default: "signing algorithm \(rawValue)"
        }
    }
}
