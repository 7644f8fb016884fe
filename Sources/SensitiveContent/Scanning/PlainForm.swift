/// Characters that stand for letters and digits of ASCII: those as wide as Chinese ones, those of formulas, the digits of
/// Arabic and Indian scripts and of Thai and Lao, and rows of digits above the line or in rings (Unicode: Halfwidth and
/// Fullwidth Forms, Mathematical Alphanumeric Symbols, category Nd); and lines and keys around a letter, which are left out
/// (Combining Diacritical Marks).
enum PlainForm {
    /// Whether any may be among some bytes.
    static func mayBe(in bytes: Span<UInt8>) -> Bool {
        var position = 0
        while position &+ 64 <= bytes.count {
            // Most stretches are ASCII alone.
            let part = bytes.extracting(position..<position &+ 64)
            var all: UInt64 = 0
            for offset in 0..<8 { all |= part.eight(at: offset &* 8).bits }
            if all & EightBytes.highs != 0, next(in: bytes, from: position, upTo: position &+ 64) != nil { return true }
            position &+= 64
        }
        var all: UInt8 = 0
        for index in position..<bytes.count { all |= bytes[index] }
        return all >= 0x80 && next(in: bytes, from: position, upTo: bytes.count) != nil
    }

    /// The bytes with characters of ASCII in their place.
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - rest: The beginning of a character, or of a row of them, that the last piece ended in, and this one may.
    ///   - isLast: Whether nothing follows.
    /// - Returns: The same text, without the rest.
    static func converted(_ bytes: Span<UInt8>, rest: inout [UInt8], isLast: Bool = false) -> [UInt8] {
        guard rest.isEmpty else {
            var whole = rest
            for index in bytes.indices { whole.append(bytes[index]) }
            rest = []
            return converted(whole.span, rest: &rest, isLast: isLast)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let place = next(in: bytes, from: position, upTo: bytes.count) ?? bytes.count
            for index in position..<place { result.append(bytes[index]) }
            guard place < bytes.count else { break }
            let row = ShapedDigits.row(in: bytes, at: place)
            let isWhole = row.map { $0.end + 2 < bytes.count } ?? (place + width(bytes[place]) <= bytes.count)
            guard isWhole || isLast else {
                for index in place..<bytes.count { rest.append(bytes[index]) }
                break
            }
            let end = place + width(bytes[place])
            position = min(bytes.count, end)
            if let row, row.isNumber {
                result += row.digits
                position = row.end
            } else if isAround(bytes, at: place) {
                continue
            } else if end == position, let plain = plain(bytes, at: place) {
                result.append(plain)
            } else {
                for index in place..<position { result.append(bytes[index]) }
            }
        }
        return result
    }

    /// Where the next character that may be one of them begins before a limit, also one that is not whole yet; nil when none
    /// does.
    private static func next(in bytes: Span<UInt8>, from start: Int, upTo limit: Int) -> Int? {
        var position = start
        let end = min(limit, bytes.count)
        while position < end {
            var firsts = bytes.eight(at: position).firstBytes
            while firsts != 0 {
                let place = position &+ firsts.trailingZeroBitCount &>> 3
                guard place < end else { break }
                guard place + 1 < bytes.count else { return place }
                if mayBe(bytes[place], bytes[place + 1]), isWhole(bytes, at: place) { return place }
                firsts &= firsts &- 1
            }
            position &+= 8
        }
        return nil
    }

    /// Whether the first two bytes of a character are those of any.
    private static func mayBe(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        // Signs and marks, most of which are others.
        case 0xC2: second == 0xB2 || second == 0xB3 || second == 0xB9
        case 0xCC: second == 0x85 || (0xB2...0xB8).contains(second)
        case 0xE2: second != 0x80 && (second <= 0x83 || second == 0x91 || second == 0x93 || second == 0x9D)
        // Arabic digits, and those of Persian.
        case 0xD9: (0xA0...0xA9).contains(second)
        case 0xDB: (0xB0...0xB9).contains(second)
        case 0xE0: second >= 0xA5 && second & 1 == 1
        case 0xEF: second == 0xB8 || second == 0xBC || second == 0xBD
        case 0xF0: second == 0x9D
        default: false
        }
    }

    /// Whether a character whose first two bytes may be those of any is one, as far as a row of digits or a mark tells.
    @inline(never)
    private static func isWhole(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        switch bytes[place] {
        case 0xC2: ShapedDigits.mayBeRow(in: bytes, at: place)
        case 0xCC: isAround(bytes, at: place)
        case 0xE2: isAround(bytes, at: place) || ShapedDigits.mayBeRow(in: bytes, at: place)
        case 0xEF where bytes[place + 1] == 0xB8: isAround(bytes, at: place) || place + 2 >= bytes.count
        default: true
        }
    }

    /// Whether a character is a line below, above or through the letter before it, the key around it, or the mark before
    /// a key, which makes the letter a picture.
    private static func isAround(_ bytes: Span<UInt8>, at place: Int) -> Bool {
        switch (bytes[place], bytes.byte(place + 1)) {
        case (0xCC, 0x85), (0xCC, 0xB2...0xB3), (0xCC, 0xB5...0xB8): true
        case (0xE2, 0x83): bytes.byte(place + 2) == 0xA3
        case (0xEF, 0xB8): bytes.byte(place + 2) == 0x8F
        default: false
        }
    }

    private static func width(_ first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// What a character stands for; nil when it is another one.
    private static func plain(_ bytes: Span<UInt8>, at place: Int) -> UInt8? {
        let (first, second) = (bytes[place], bytes[place + 1])
        switch (first, second) {
        case (0xD9, _): return second - 0x70
        case (0xDB, _): return second - 0x80
        case (0xEF, 0xBC) where 0x81...0xBF ~= bytes[place + 2]: return bytes[place + 2] - 0x60
        case (0xEF, 0xBD) where 0x80...0x9E ~= bytes[place + 2]: return bytes[place + 2] - 0x20
        // The digits of ten scripts from Devanagari to Malayalam, each at the same place of its block.
        case (0xE0, 0xA5...0xB5) where 0xA6...0xAF ~= bytes[place + 2]: return bytes[place + 2] - 0x76
        // Thai and Lao.
        case (0xE0, 0xB9), (0xE0, 0xBB): return 0x90...0x99 ~= bytes[place + 2] ? bytes[place + 2] - 0x60 : nil
        case (0xF0, 0x9D): return mathematical(bytes[place + 2], bytes[place + 3])
        default: return nil
        }
    }

    /// A letter or digit of U+1D400 to U+1D7FF: thirteen alphabets, of which some are not whole, and five times the digits.
    private static func mathematical(_ third: UInt8, _ fourth: UInt8) -> UInt8? {
        let place = (Int(third) - 0x90) << 6 | Int(fourth & 0x3F)
        if 0x3CE...0x3FF ~= place { return UInt8(0x30 + (place - 0x3CE) % 10) }
        guard 0..<13 * 52 ~= place else { return nil }
        let letter = place % 52
        return UInt8(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
    }
}
