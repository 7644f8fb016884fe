/// A way to sign in, named by its object identifier (RFC 4178 section 4.1, MechType).
public struct SecurityMechanism: Hashable, Sendable {
    /// The object identifier in DER, without tag and length.
    public let bytes: [UInt8]

    init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Kerberos 5 (RFC 4121 section 1), 1.2.840.113554.1.2.2.
    public static let kerberos = Self(bytes: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 0x01, 0x02, 0x02])
    /// Kerberos 5 under the number of an old error (MS-SPNG 3.2.5.1), 1.2.840.48018.1.2.2.
    public static let microsoftKerberos = Self(bytes: [0x2A, 0x86, 0x48, 0x82, 0xF7, 0x12, 0x01, 0x02, 0x02])
    /// NTLM (MS-NLMP 1.9), 1.3.6.1.4.1.311.2.2.10.
    public static let ntlmssp = Self(bytes: [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0A])
    /// A second negotiation inside the first (draft-zhu-negoex), 1.3.6.1.4.1.311.2.2.30.
    public static let negoex = Self(bytes: [0x2B, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x1E])

    /// The negotiation itself (RFC 4178 section 3), 1.3.6.1.5.5.2.
    static let spnego = Self(bytes: [0x2B, 0x06, 0x01, 0x05, 0x05, 0x02])

    /// The identifier as numbers with points between (ITU-T X.690 section 8.19); nil when a number is above 2^63 or the
    /// bytes end within one.
    public var numbers: String? {
        var parts: [UInt64] = []
        var value: UInt64 = 0
        var isWithin = false
        for byte in bytes {
            guard value < 1 << 56 else { return nil }
            value = value << 7 | UInt64(byte & 0x7F)
            isWithin = byte & 0x80 != 0
            guard !isWithin else { continue }
            if parts.isEmpty {
                // The first two numbers share one: 40 times the first, which is 0, 1 or 2, plus the second.
                let first = min(value / 40, 2)
                parts = [first, value - 40 * first]
            } else {
                parts.append(value)
            }
            value = 0
        }
        guard !isWithin, !parts.isEmpty else { return nil }
        return parts.map { String($0) }.joined(separator: ".")
    }
}

extension SecurityMechanism: CustomStringConvertible {
    /// The usual name, or the numbers of an unknown one.
    public var description: String {
        switch self {
        case .kerberos: "Kerberos"
        case .microsoftKerberos: "MS-Kerberos"
        case .ntlmssp: "NTLMSSP"
        case .negoex: "NEGOEX"
        default: numbers ?? "unreadable identifier"
        }
    }
}
