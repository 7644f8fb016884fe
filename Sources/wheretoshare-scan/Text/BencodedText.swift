internal import ScanWire
internal import SensitiveContent

/// Reads torrents, and what the programs that fetch them keep, as records: each text stands under the keys that lead to it
/// (BEP 3).
struct BencodedText {
    private let desk: Desk
    private let bytes: [UInt8]
    private var keys: KeyPaths
    private var at = 0
    /// Whether the next text is a key.
    private var awaitsKey = false

    private static let mostDigits = 10

    /// Reads a whole document; a damaged one is read once more, as bytes among which text may stand.
    static func read(_ bytes: [UInt8], to desk: Desk) throws(Obstacle) {
        var text = BencodedText(desk: desk, bytes: bytes, keys: KeyPaths(in: desk.place()))
        while text.at < bytes.count {
            guard text.readNext() else {
                desk.miss(.damaged)
                return try PrintableRuns.read(ReadyStream(bytes), to: desk)
            }
        }
    }

    /// Whether a document begins so: with a dictionary, and in it with a key and a value.
    static func begins(_ head: [UInt8]) -> Bool {
        guard head.first == UInt8(ascii: "d"), let key = text(in: head, at: 1), !key.isEmpty,
            key.upperBound < head.count, "dli0123456789".utf8.contains(head[key.upperBound])
        else { return false }
        return head[key].allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// - Returns: Whether something stands there that can be read.
    private mutating func readNext() -> Bool {
        switch bytes[at] {
        case UInt8(ascii: "d"), UInt8(ascii: "l"):
            awaitsKey = bytes[at] == UInt8(ascii: "d")
            keys.enter(isObject: awaitsKey)
            at += 1
        case UInt8(ascii: "e"):
            keys.leave()
            awaitsKey = keys.isInObject
            at += 1
        case UInt8(ascii: "i"):
            guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "e")) else { return false }
            readValue(at + 1..<end)
            at = end + 1
        default:
            guard let text = Self.text(in: bytes, at: at) else { return false }
            if awaitsKey {
                let key = Array(bytes[text])
                desk.scan { scanner in
                    scanner.beginRecords(at: keys.document)
                    keys.set(key.span, for: &scanner)
                    return 0
                }
                awaitsKey = false
            } else {
                readValue(text)
            }
            at = text.upperBound
        }
        return true
    }

    private mutating func readValue(_ range: Range<Int>) {
        let value = TextDecoder.decode(whole: Array(bytes[range]))
        desk.scan { scanner in
            scanner.beginRecords(at: keys.document)
            keys.read(value.span, to: &scanner)
            return value.count
        }
        awaitsKey = keys.isInObject
    }

    /// Where the text stands whose length begins at a place; nil when there is none.
    private static func text(in bytes: [UInt8], at start: Int) -> Range<Int>? {
        let digits = bytes[start...].prefix(mostDigits).prefix { (0x30...0x39).contains($0) }
        guard let length = Int(String(decoding: digits, as: UTF8.self)), digits.endIndex < bytes.count,
            bytes[digits.endIndex] == UInt8(ascii: ":"), length < bytes.count - digits.endIndex
        else { return nil }
        return digits.endIndex + 1..<digits.endIndex + 1 + length
    }
}
