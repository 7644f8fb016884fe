internal import SensitiveContent

/// Documents that are the value of something else and say other things than their letters do: RTF, and messages whose text
/// is encoded (RFC 2045 section 6).
enum ValueDocument {
    private static let shortest = 24
    private static let longestName = 40
    private static let richText = Array("{\\rtf".utf8)
    private static let codings = ["quoted-printable", "base64", "=?"].map { Array($0.utf8) }

    /// Whether a value is one; nearly all values are told from that by their first bytes.
    static func isOne(_ value: Span<UInt8>) -> Bool {
        guard value.count >= shortest else { return false }
        if value[0] == richText[0] { return begins(value, with: richText) }
        guard mayBeginMessage(value), value.place(of: 0x0A, from: 0) != nil else { return false }
        let head = value.extracting(first: Kind.head).array
        guard Kind(head: head, name: "") == .mail else { return false }
        let words = value.array.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return codings.contains { words.place(of: $0, from: 0) != nil }
    }

    /// Whether the first bytes of a value are those of one, as a program writes them that doubles backslashes.
    static func mayBegin(_ value: Span<UInt8>) -> Bool {
        value.count >= shortest && (begins(value, with: [richText[0], richText[1]]) || mayBeginMessage(value))
    }

    /// Whether a field of a head may stand there: a name of letters and hyphens, and a colon.
    private static func mayBeginMessage(_ value: Span<UInt8>) -> Bool {
        var end = 0
        while end < min(longestName, value.count),
            (0x61...0x7A).contains(value[end] | 0x20) || value[end] == UInt8(ascii: "-")
        {
            end += 1
        }
        return end > 1 && end < value.count && value[end] == UInt8(ascii: ":")
    }

    private static func begins(_ value: Span<UInt8>, with start: [UInt8]) -> Bool {
        value.count >= start.count && value.extracting(first: start.count).isEqual(to: start.span)
    }
}
