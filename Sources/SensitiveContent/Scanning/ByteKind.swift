/// What a byte of UTF-8 can begin or continue, as bits.
enum ByteKind {
    static let beginsWord: UInt8 = 1
    /// Letters, and the later bytes of any character.
    static let continuesWord: UInt8 = 2
    static let mayBeWord = beginsWord | continuesWord
    static let digit: UInt8 = 4
    static let newline: UInt8 = 8
    /// A byte that a detector starts from: `@`, `<`, or what begins `«`.
    static let anchor: UInt8 = 16
    /// What ends a cell of a table.
    static let separator: UInt8 = 32
    /// What encloses a cell of a table.
    static let quote: UInt8 = 64

    /// The kind of a byte in prose.
    static func of(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): beginsWord | continuesWord
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
        case UInt8(ascii: "\n"): newline
        case UInt8(ascii: "@"), UInt8(ascii: "<"), 0xC2: anchor
        case 0x80...0xBF: continuesWord
        // Latin, Greek, Cyrillic and what follows; E2 and EF begin punctuation.
        case 0xC3...0xE1, 0xE3...0xEE, 0xF0...0xF4: beginsWord | continuesWord
        default: 0
        }
    }
}

/// The kinds of all bytes in one form of text.
struct ByteKinds: Sendable {
    private let kinds: [UInt8]
    /// What ends a cell, in a table.
    let separator: UInt8
    var isTable: Bool { separator != 0 }

    /// Sentences and lines.
    static let prose = ByteKinds((0...255).map { ByteKind.of($0) }, separator: 0)

    /// Rows of cells that end at a separator, which is no letter and no digit.
    static func table(separator byte: UInt8) -> ByteKinds {
        var kinds = prose.kinds
        kinds[Int(byte)] = ByteKind.separator
        kinds[Int(UInt8(ascii: "\""))] = ByteKind.quote
        return ByteKinds(kinds, separator: byte)
    }

    private init(_ kinds: [UInt8], separator: UInt8) {
        self.kinds = kinds
        self.separator = separator
    }

    subscript(byte: UInt8) -> UInt8 { kinds[Int(byte)] }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isUpperCase: Bool { self &- 0x41 < 26 }
    var isLowerCase: Bool { self &- 0x61 < 26 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isLetterOrDigit: Bool { isDigit || isLetter }
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// The capital of an ASCII letter.
    var upperCased: UInt8 { isLowerCase ? self & 0xDF : self }
    /// What the digit stands for.
    var digitValue: Int { Int(self &- 0x30) }
}

extension Span<UInt8> {
    /// The byte at a position; 0 outside.
    @inline(__always)
    func byte(_ position: Int) -> UInt8 {
        position >= 0 && position < count ? self[position] : 0
    }

    /// Whether ASCII text stands at a position.
    func holds(_ text: String, at position: Int) -> Bool {
        var place = position
        for wanted in text.utf8 {
            guard byte(place) == wanted else { return false }
            place += 1
        }
        return true
    }

    /// The end of the run of bytes that are no white space.
    func endOfWord(from position: Int, within limit: Int = 512) -> Int {
        var end = position
        let last = Swift.min(count, position + limit)
        while end < last, self[end] > 0x20 { end += 1 }
        return end
    }

    /// Whether it is a number without anything around it that is too short for anybody's: up to six digits, or a decimal
    /// number.
    var isPlainNumber: Bool {
        guard count <= 24 else { return false }
        let start = byte(0) == UInt8(ascii: "-") ? 1 : 0
        var end = endOfFewDigits(from: start)
        let length = end - start
        guard length > 0, length == 1 || self[start] != UInt8(ascii: "0") else { return false }
        if end == count { return length <= 6 }
        guard self[end] == UInt8(ascii: "."), byte(end + 1).isDigit else { return false }
        end = endOfFewDigits(from: end + 1)
        if end == count { return true }
        guard self[end] | 0x20 == UInt8(ascii: "e") else { return false }
        end += byte(end + 1) == UInt8(ascii: "-") || byte(end + 1) == UInt8(ascii: "+") ? 2 : 1
        return byte(end).isDigit && endOfFewDigits(from: end) == count
    }

    /// Whether it is a word of ASCII that is no code: up to seven letters.
    var isShortWord: Bool {
        guard 1...7 ~= count else { return false }
        for index in indices where !self[index].isLetter { return false }
        return true
    }

    private func endOfFewDigits(from position: Int) -> Int {
        var end = position
        while byte(end).isDigit { end += 1 }
        return end
    }
}
