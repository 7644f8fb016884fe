/// The address of a mailbox, such as `storage@example.org` (RFC 5321, section 4.1.2, without quoted names and literals).
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address.
    public let text: String
    /// What stands behind the `@`.
    public let domain: String

    /// Reads an address; nil when it is none that could be put into a letter or a command as it is.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return nil }
        let names = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAtom) }), !parts[0].hasPrefix("-"),
            labels.allSatisfy(Self.isLabel)
        else { return nil }
        self.text = text
        domain = String(parts[1])
    }

    /// The address.
    public var description: String { text }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
