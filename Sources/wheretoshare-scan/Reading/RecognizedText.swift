internal import ScanWire
internal import SensitiveContent

/// Text that a program recognized in a picture, with zeros where it took them for letters.
///
/// A zero behind two capitals looks like one more of them, and no account number has a letter there. Where a number looks
/// like one of an account and is not right, that is said.
final class RecognizedText: ByteStream {
    private let rest: ByteStream
    private let desk: Desk
    /// The end of the last piece, whose next bytes are still to come.
    private var kept: [UInt8] = []

    /// So many bytes are looked at, with the one before them.
    private static let width = MisreadAccount.longest + 1

    init(_ rest: ByteStream, to desk: Desk) {
        self.rest = rest
        self.desk = desk
    }

    override func next() throws(Obstacle) -> [UInt8] {
        while true {
            let piece = try rest.next()
            var text = kept + piece
            kept = []
            Self.mend(&text)
            let end = piece.isEmpty ? text.count : max(0, text.count - Self.width)
            if Self.hasMisreadAccount(text, beginningBefore: end) {
                desk.miss(.pictures, "what looks like an account number was not read rightly")
            }
            kept = Array(text[end...])
            if piece.isEmpty || end > 0 { return Array(text[..<end]) }
        }
    }

    private static func hasMisreadAccount(_ text: [UInt8], beginningBefore end: Int) -> Bool {
        (0..<end).contains { isCountry(text, at: $0) && MisreadAccount.begins(text[$0...]) }
    }

    private static func mend(_ text: inout [UInt8]) {
        var index = 2
        while index < text.count {
            defer { index += 1 }
            guard text[index] | 0x20 == UInt8(ascii: "o") else { continue }
            for start in [index - 2, index - 3] where isCountry(text, at: start) {
                let digits = [byte(text, start + 2), byte(text, start + 3)]
                guard digits.allSatisfy({ isDigit($0) || $0 | 0x20 == UInt8(ascii: "o") }) else { continue }
                let group = byte(text, start + 4) == 0x20 ? start + 5 : start + 4
                if isDigit(digits[0]) || isDigit(digits[1]) || isDigit(byte(text, group)) {
                    text[index] = UInt8(ascii: "0")
                }
            }
        }
    }

    /// Whether a word begins here with the capitals of a country that has account numbers.
    private static func isCountry(_ text: [UInt8], at start: Int) -> Bool {
        guard start >= 0, AccountParts.isCountry(byte(text, start), byte(text, start + 1)) else { return false }
        let before = byte(text, start - 1)
        return !isDigit(before) && !(0x61...0x7A).contains(before | 0x20)
    }

    private static func byte(_ text: [UInt8], _ index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0 }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
