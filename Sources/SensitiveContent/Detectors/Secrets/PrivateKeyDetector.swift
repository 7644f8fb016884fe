internal import StorageModel

/// Private keys in armour: `-----BEGIN … PRIVATE KEY-----` and what follows.
///
/// Source: RFC 7468, RFC 4716 and RFC 9580 for the lines. A certificate or a public key is no secret, and the first line
/// alone is documentation.
struct PrivateKeyDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "private-key", tag: "secret", english: "private key", german: "privater Schlüssel")
    }
    var triggers: [Trigger] { [.anchor(.word)] }
    var words: [String] { ["begin"] }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        guard text.holds("-----BEGIN ", at: start - 5) else { return nil }
        var position = end + 1
        while position < end + 49, text.byte(position) != UInt8(ascii: "-"), text.byte(position) >= 0x20 {
            position += 1
        }
        let isPrivate =
            text.holds("PRIVATE KEY-----", at: position - 11)
            || text.holds("PRIVATE KEY BLOCK-----", at: position - 17)
        guard isPrivate else { return nil }
        let body = KeyBody(text, from: position + 5, upTo: start + 500)
        guard let confidence = body.confidence else { return nil }
        return Match(start - 5, body.end, alone: confidence, inContext: confidence, mask: .all, consumes: true)
    }
}

/// What stands behind the first line of a key: header fields, and the characters of base64 that the key consists of.
private struct KeyBody {
    /// Behind the last character that was looked at.
    private(set) var end: Int
    /// How many characters of base64 there are, behind the header fields.
    private var letters = 0
    /// The length of the longest run of them that holds capitals and small letters, as words and paths hardly do.
    private var longestRun = 0
    /// Which characters there are, as bits.
    private var variety: UInt128 = 0

    /// So many characters are enough to judge by.
    private static let enough = 160
    /// The shortest keys, on curves of 256 bits, have 64 characters in PKCS #8.
    private static let shortest = 60
    /// No line of a key is shorter, but where it was cut.
    private static let shortestRun = 24
    /// A key that was folded into a narrow column has runs of this length.
    private static let narrowRun = 12

    init(_ text: Span<UInt8>, from start: Int, upTo last: Int) {
        end = start
        var position = start
        let limit = min(text.count, last)
        var run = 0
        var hasCapital = false
        var hasSmall = false
        // Keys stand in code and JSON, too, where their line breaks are written out.
        while position < limit, letters < Self.enough {
            let byte = text[position]
            if byte.isLetterOrDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") {
                letters += 1
                run += 1
                hasCapital = hasCapital || byte.isUpperCase
                hasSmall = hasSmall || byte.isLowerCase
                if hasCapital, hasSmall { longestRun = max(longestRun, run) }
                variety |= 1 << UInt128(byte & 127)
                position += 1
                end = position
                continue
            }
            run = 0
            hasCapital = false
            hasSmall = false
            switch byte {
            case UInt8(ascii: "\\"):
                position = Self.escapeEnd(text, position)
            case UInt8(ascii: ",") where Self.isQuote(text.byte(position - 1)):
                // Lines may be the strings of a list.
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                // Header fields of old keys: Proc-Type: 4,ENCRYPTED.
                position = Self.lineEnd(text, position, limit)
                letters = 0
                longestRun = 0
                variety = 0
            case UInt8(ascii: "-"):
                // The next line of armour.
                if text.holds("-----", at: position) { return }
                position += 1
            case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"),
                UInt8(ascii: ">"):
                position += 1
            default: return
            }
        }
    }

    /// How sure it is that this is a key; nil for not at all.
    var confidence: Confidence? {
        let isLong = letters >= Self.shortest && variety.nonzeroBitCount >= 16
        if longestRun >= Self.shortestRun { return isLong ? .certain : variety.nonzeroBitCount >= 12 ? .possible : nil }
        return isLong && longestRun >= Self.narrowRun ? .possible : nil
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    /// The end of an escape, such as `\n`, or of a backslash before the end of the line.
    private static func escapeEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        var position = start
        while text.byte(position) == UInt8(ascii: "\\") { position += 1 }
        let letter = text.byte(position)
        return letter == UInt8(ascii: "n") || letter == UInt8(ascii: "r") ? position + 1 : position
    }

    /// The end of a line, which may be written out.
    private static func lineEnd(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var position = start
        while position < limit, text[position] != 0x0A, !text.holds("\\n", at: position) { position += 1 }
        return position
    }
}
