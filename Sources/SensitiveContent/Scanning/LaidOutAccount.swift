/// An account number that is not written from its beginning to its end: that goes on in other lines, cells or boxes, or behind
/// what a program or a page writes.
enum LaidOutAccount {
    private static let shortest = 15
    private static let longestGap = 24
    private static let mostSigns = 6
    private static let fewestAmongLetters = 12
    private static let longestName = 12

    /// The number that begins with the country and check digits here, and goes on somewhere near; nil when none does.
    static func number(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        RepeatedGaps.number(text, at: start) ?? AccountCells.number(text, at: start)
            ?? NotedGroups.number(text, at: start) ?? GroupsInLines.number(text, at: start)
    }

    /// The number in the middle of a token, as in records whose fields have fixed widths and between the labels of a page;
    /// nil when none is there.
    static func number(_ text: Span<UInt8>, at start: Int, inside token: Range<Int>) -> [UInt8]? {
        guard let country = AccountCountry.of(text.byte(start), text.byte(start + 1)),
            start + country.length <= token.upperBound
        else { return nil }
        let range = start + 2..<start + country.length
        let digits = range.count { text[$0].isDigit }
        // Hashes have other letters, too, and what stands for bytes has fewer digits.
        guard digits == range.count || digits >= fewestAmongLetters,
            range.allSatisfy({ text[$0].isDigit || text[$0].isUpperCase }),
            !isHash(text, token, except: start..<start + 2)
        else { return nil }
        return AccountParts.number(at: (start..<start + country.length).map { text[$0] })
    }

    /// Whether a token consists of hexadecimal digits, some of which are letters that stand elsewhere.
    private static func isHash(_ text: Span<UInt8>, _ token: Range<Int>, except country: Range<Int>) -> Bool {
        token.allSatisfy { HexDigit.value(text[$0]) != nil }
            && token.contains { !country.contains($0) && !text[$0].isDigit }
    }

    /// The number that begins with a country in letters of another script that look alike; nil when none does.
    static func number(_ text: Span<UInt8>, atLookAlikes start: Int, upTo end: Int) -> [UInt8]? {
        var symbols: [UInt8] = []
        var position = start
        while position < end {
            let letter = LookAlike.capital(text.byte(position), text.byte(position + 1))
            symbols.append(letter ?? text.byte(position))
            position += letter == nil ? 1 : 2
        }
        guard symbols.count == 2, let country = AccountCountry.of(symbols[0], symbols[1]) else { return nil }
        for place in end..<min(text.count, end + 100) { symbols.append(text[place]) }
        let code = Code(symbols.span, at: 0, isAccount: true, lengths: 1 << country.length)
        guard code.symbols.count >= country.length,
            code.isLaidOutAsAccount(
                country.length, bankWidth: AccountCountry.bankWidth(code.symbols[0], code.symbols[1])),
            country.isNumber(code.symbols.slice(0..<country.length))
        else { return nil }
        return (0..<country.length).map { code.symbols[$0] }
    }

    /// The number that digits end whose country, with or without check digits, a program or brackets part from them:
    /// `(AT) 61…`, `AT\num{61…}`, `"AT" "61…"`; nil when they end none.
    static func number(_ text: Span<UInt8>, endingWith start: Int, _ end: Int) -> [UInt8]? {
        var position = start - 1
        var signs = 0
        var hasName = false
        while position > start - longestGap, !text.byte(position).isDigit, !text.byte(position).isUpperCase {
            let byte = text.byte(position)
            if byte.isLetter {
                // What takes the digits, as in `\num{`, `str(`.
                let opens = text.byte(position + 1) == UInt8(ascii: "{") || text.byte(position + 1) == UInt8(ascii: "(")
                guard opens, !hasName else { return nil }
                hasName = true
                let last = position
                while last - position < longestName, text.byte(position).isLetter { position -= 1 }
                continue
            }
            signs += 1
            guard signs <= mostSigns, joints.contains(byte) || byte >= 0x80 else { return nil }
            position -= 1
        }
        guard signs > 0 else { return nil }
        let isChecked = text.byte(position).isDigit && text.byte(position - 1).isDigit
        let first = position - (isChecked ? 3 : 1)
        guard !text.byte(first - 1).isLetterOrDigit,
            let country = AccountCountry.of(text.byte(first), text.byte(first + 1)),
            country.length == position + 1 - first + end - start
        else { return nil }
        return AccountParts.number(at: (first...position).map { text.byte($0) } + (start..<end).map { text.byte($0) })
    }

    /// So long are the digits of the shortest number without its country.
    static let fewestDigits = shortest - 4
    private static let joints = Array("\"'`(){}[]$\\+.& ".utf8)
}

/// Letters of Greek and Cyrillic that look as those of ASCII do (Unicode: confusables).
enum LookAlike {
    /// The capital of ASCII that a character of two bytes looks like; nil when it is none.
    static func capital(_ first: UInt8, _ second: UInt8) -> UInt8? {
        let letters = first == 0xCE ? greek : first == 0xD0 ? cyrillic : []
        return letters.first { $0.byte == second }?.letter
    }

    private static let greek = pairs(
        "ABEZHIKMNOPTYX",
        [
            0x91, 0x92, 0x95, 0x96, 0x97, 0x99, 0x9A, 0x9C, 0x9D, 0x9F, 0xA1, 0xA4, 0xA5, 0xA7,
        ])
    private static let cyrillic = pairs(
        "SIJABEKMHOPCTX",
        [
            0x85, 0x86, 0x88, 0x90, 0x92, 0x95, 0x9A, 0x9C, 0x9D, 0x9E, 0xA0, 0xA1, 0xA2, 0xA5,
        ])

    private static func pairs(_ letters: String, _ bytes: [UInt8]) -> [(letter: UInt8, byte: UInt8)] {
        zip(letters.utf8, bytes).map { ($0, $1) }
    }
}
