/// A version of the SMB 2 protocol (MS-SMB2 2.2.3, Dialects).
public struct Dialect: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16

    /// Wraps the number on the wire.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// SMB 2.0.2, of Windows Vista.
    public static let smb2_0_2 = Self(rawValue: 0x0202)
    /// SMB 2.1, of Windows 7.
    public static let smb2_1 = Self(rawValue: 0x0210)
    /// SMB 3.0, of Windows 8: the first with encryption.
    public static let smb3_0 = Self(rawValue: 0x0300)
    /// SMB 3.0.2, of Windows 8.1.
    public static let smb3_0_2 = Self(rawValue: 0x0302)
    /// SMB 3.1.1, of Windows 10: the first that protects the negotiation.
    public static let smb3_1_1 = Self(rawValue: 0x0311)
    /// "SMB 2, ask again": the answer to a negotiation that began in SMB 1 (MS-SMB2 3.3.5.3.2).
    public static let smb2Wildcard = Self(rawValue: 0x02FF)

    /// All that can be offered, oldest first.
    public static let all: [Self] = [.smb2_0_2, .smb2_1, .smb3_0, .smb3_0_2, .smb3_1_1]

    /// Orders by age, oldest first; the wildcard comes after SMB 2.1.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Dialect: CustomStringConvertible {
    /// The version as people write it, such as `3.1.1`; `2.?` for the wildcard and the number for an unknown one.
    public var description: String {
        switch self {
        case .smb2_0_2: "2.0.2"
        case .smb2_1: "2.1"
        case .smb3_0: "3.0"
        case .smb3_0_2: "3.0.2"
        case .smb3_1_1: "3.1.1"
        case .smb2Wildcard: "2.?"
        default: "0x" + String(rawValue, radix: 16)
        }
    }
}
