/// Tells the encodings of East Asia by what no text in western letters has: many characters of two bytes in a row, of
/// the kinds that any text there has (JIS X 0208, GB 2312, Big5 and RFC 1468).
enum EastAsianText {
    /// So many in a row are no accident.
    private static let fewest = 4
    private static let fewestInBig5 = 6

    /// Whether text begins that shifts to Japanese and back.
    static func hasShifts(_ head: [UInt8]) -> Bool {
        guard let shift = head.place(of: [0x1B, 0x24], from: 0), shift + 2 < head.count else { return false }
        return head[shift + 2] == UInt8(ascii: "B") || head[shift + 2] == UInt8(ascii: "@")
    }

    /// The encoding of a text; nil when it is another one.
    static func encoding(of bytes: [UInt8]) -> String? {
        var at = 0
        while at + 1 < bytes.count {
            guard bytes[at] >= 0x81 else {
                at += 1
                continue
            }
            let (name, end) = row(bytes, from: at)
            if let name { return name }
            at = end
        }
        return nil
    }

    /// What the characters from a place on tell, and where the next row may begin.
    private static func row(_ bytes: [UInt8], from start: Int) -> (name: String?, end: Int) {
        for (name, least, holds) in kinds {
            var end = start
            while end + 1 < bytes.count, holds(bytes[end], bytes[end + 1]) { end += 2 }
            guard end - start >= 2 * least else { continue }
            // Other alphabets, too, have high bytes alone.
            let isMixed = (start..<end - 1).contains { bytes[$0] < 0x80 }
            if name != big5 || isMixed || bytes[start] == 0xA2 { return (name, end) }
            return (nil, end)
        }
        return (nil, start + 1)
    }

    private static let big5 = "BIG5"
    private static let kinds: [(String, Int, @Sendable (UInt8, UInt8) -> Bool)] = [
        ("SHIFT_JIS", fewest, isShiftJIS), ("GB18030", fewest, isEUC), (big5, fewestInBig5, isBig5),
    ]

    /// Letters and digits of full width, kana and signs; Chinese characters have other first bytes.
    private static func isShiftJIS(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0x81: second == 0x41 || second == 0x42 || second == 0x40
        case 0x82: (0x4F...0x58).contains(second) || (0x60...0x79).contains(second) || (0x81...0xF1).contains(second)
        case 0x83: (0x40...0x96).contains(second) && second != 0x7F
        default: false
        }
    }

    /// The same, which are the same bytes in Chinese and in Japanese.
    private static func isEUC(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xA3:
            (0xB0...0xB9).contains(second) || (0xC1...0xDA).contains(second) || (0xE1...0xFA).contains(second)
        case 0xA4, 0xA5: (0xA1...0xF6).contains(second)
        default: false
        }
    }

    /// Signs, and the characters that are used most.
    private static func isBig5(_ first: UInt8, _ second: UInt8) -> Bool {
        (0xA1...0xC6).contains(first) && ((0x40...0x7E).contains(second) || (0xA1...0xFE).contains(second))
    }
}
