/// What may stand between the groups of an account number that somebody wrapped, quoted, marked or escaped: signs, blanks and
/// ends of lines in any order, and what programs and pages write for them.
enum SeparatorGap {
    private static let longest = 64
    private static let mostLines = 2
    private static let longestName = 14
    private static let controls = Array("125".utf8)

    /// The width of the gap; 0 when no group follows it.
    @inline(never)
    static func width(_ text: Span<UInt8>, _ start: Int) -> Int {
        var position = start
        var lines = 0
        var hasQuote = false
        while position < start + longest {
            let byte = text.byte(position)
            if byte.isLetterOrDigit {
                // Before its quotation mark, a program may say what kind of text it is.
                let prefix = hasQuote ? widthOfPrefix(text, position) : widthOfRemark(text, position)
                guard prefix > 0 else { return lines <= mostLines ? position - start : 0 }
                position += prefix
                continue
            }
            if byte == 0x0A { lines += 1 }
            if isQuote(byte) { hasQuote = true }
            let width = widthOfSign(text, position)
            guard width > 0 else { return 0 }
            position += width
        }
        return 0
    }

    /// The width of the word that a line begins with that is a remark, or goes on with the one before (GEDCOM 5.5.1, CONC);
    /// 0 when it is none.
    static func widthOfRemark(_ text: Span<UInt8>, _ position: Int) -> Int {
        guard text.byte(position - 1) == 0x0A else { return 0 }
        if text.byte(position).isDigit { return text.holds(" CONC ", at: position + 1) ? 7 : 0 }
        guard text.byte(position + 3) == 0x20 else { return 0 }
        switch (text.byte(position) | 0x20, text.byte(position + 1) | 0x20, text.byte(position + 2) | 0x20) {
        case (UInt8(ascii: "r"), UInt8(ascii: "e"), UInt8(ascii: "m")): return 4
        case (UInt8(ascii: "d"), UInt8(ascii: "n"), UInt8(ascii: "l")): return 4
        default: return 0
        }
    }

    static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    /// The width of the letters before a quotation mark, as in `r"…"`; 0 when there are none.
    static func widthOfPrefix(_ text: Span<UInt8>, _ position: Int) -> Int {
        if isQuote(text.byte(position + 1)) { return 1 }
        return text.byte(position + 1).isLetterOrDigit && isQuote(text.byte(position + 2)) ? 2 : 0
    }

    /// The width of one sign, or of what is written for one; 0 for what is none, and for brackets, which end a text.
    private static func widthOfSign(_ text: Span<UInt8>, _ position: Int) -> Int {
        let byte = text.byte(position)
        switch byte {
        case 0: return 0
        case UInt8(ascii: "["), UInt8(ascii: "]"): return widthOfLink(text, position)
        // The end of a line, and blanks, in the messages of syslog (rsyslog: $EscapeControlCharactersOnReceive).
        case UInt8(ascii: "#") where text.byte(position + 1) == UInt8(ascii: "0"):
            return text.byte(position + 2) == UInt8(ascii: "1") && controls.contains(text.byte(position + 3)) ? 4 : 1
        case UInt8(ascii: "\\"): return widthOfEscape(text, position)
        case UInt8(ascii: "&"): return widthOfReference(text, position)
        case UInt8(ascii: "<"): return widthOfTag(text, position)
        // What was encoded twice.
        case UInt8(ascii: "%") where text.holds("%25", at: position) && isSign(text, position + 3): return 5
        case UInt8(ascii: "%"), UInt8(ascii: "="):
            return isSign(text, position + 1) ? 3 : 1
        case 0x01...0x7F: return 1
        case 0xC2, 0xCC, 0xCD: return 2
        case 0xC3: return Separator.widthOfTwiceEncoded(text, position)
        case 0xD8 where text.byte(position + 1) == 0x9C: return 2
        case 0xE1 where text.byte(position + 1) == 0x9A || text.byte(position + 1) == 0xA0: return 3
        case 0xE2: return 3
        case 0xE3 where text.byte(position + 1) == 0x80: return 3
        case 0xEF where text.byte(position + 1) == 0xBB || text.byte(position + 1) == 0xB8: return 3
        default: return 0
        }
    }

    /// Whether two hexadecimal digits stand for a sign and for no letter or digit.
    private static func isSign(_ text: Span<UInt8>, _ position: Int) -> Bool {
        guard let high = HexDigit.value(text.byte(position)), let low = HexDigit.value(text.byte(position + 1)) else {
            return false
        }
        return !(high << 4 | low).isLetterOrDigit
    }

    /// An end of a line or a blank as programs write them, or a command of TeX.
    private static func widthOfEscape(_ text: Span<UInt8>, _ position: Int) -> Int {
        if text.holds("\\302\\240", at: position) { return 8 }
        if text.holds(inset, at: position) { return widthOfInset(text, position) }
        let digits =
            switch text.byte(position + 1) {
            case UInt8(ascii: "u"): 4
            case UInt8(ascii: "x"): 2
            default: 0
            }
        let first = position + 2
        if digits > 0, (first..<first + digits).allSatisfy({ HexDigit.value(text.byte($0)) != nil }) {
            return digits + 2
        }
        if text.byte(first - 1) == UInt8(ascii: "f"), text.byte(first) == UInt8(ascii: "[") {
            return Separator.widthOfFont(text, position)
        }
        if digits == 0, let sign = octal(text, position + 1), !sign.isLetterOrDigit { return 4 }
        var end = position + 1
        while end < position + longestName, text.byte(end).isLetter { end += 1 }
        return end - position
    }

    /// A blank that LyX does not break at, with the ends of lines behind it.
    private static func widthOfInset(_ text: Span<UInt8>, _ position: Int) -> Int {
        guard let place = (position..<position + longest).first(where: { text.holds(insetEnd, at: $0) }) else {
            return 0
        }
        var end = place + insetEnd.utf8.count
        while text.byte(end) == 0x0A, end < place + longestName { end += 1 }
        return end - position
    }

    private static let inset = "\\begin_inset space "
    private static let insetEnd = "\\end_inset"

    /// The byte that three octal digits stand for.
    private static func octal(_ text: Span<UInt8>, _ start: Int) -> UInt8? {
        var value = 0
        for position in start..<start + 3 {
            guard text.byte(position).isDigit, text.byte(position).digitValue < 8 else { return nil }
            value = value * 8 + text.byte(position).digitValue
        }
        return UInt8(exactly: value)
    }

    /// A character's name or number in HTML.
    private static func widthOfReference(_ text: Span<UInt8>, _ position: Int) -> Int {
        var end = position + 1
        if text.byte(end) == UInt8(ascii: "#") { end += 1 }
        while end < position + longestName, text.byte(end).isLetterOrDigit { end += 1 }
        guard text.byte(end) == UInt8(ascii: ";") else { return 1 }
        // What was written as a reference once more.
        guard text.holds("&amp;", at: position) else { return end - position + 1 }
        let next = text.byte(position + 5)
        return next.isLetter || next == UInt8(ascii: "#") ? 4 + widthOfReference(text, position + 4) : 5
    }

    /// A bracket that begins the text of a link in Markdown, or what follows that text with the link itself; other brackets end
    /// a text.
    private static func widthOfLink(_ text: Span<UInt8>, _ position: Int) -> Int {
        var end = position
        if text.byte(position) == UInt8(ascii: "[") {
            end += 1
            while end < position + longest, text.byte(end).isLetterOrDigit || text.byte(end) == 0x20 { end += 1 }
            return text.holds("](", at: end) ? 1 : 0
        }
        guard text.byte(position + 1) == UInt8(ascii: "(") else { return 0 }
        while end < position + longest, text.byte(end) > 0x20, text.byte(end) != UInt8(ascii: ")") { end += 1 }
        return text.byte(end) == UInt8(ascii: ")") ? end - position + 1 : 0
    }

    private static func widthOfTag(_ text: Span<UInt8>, _ position: Int) -> Int {
        guard text.byte(position + 1).isLetter || text.byte(position + 1) == UInt8(ascii: "/") else { return 1 }
        var end = position + 1
        while end < position + longest, text.byte(end) != UInt8(ascii: ">"), text.byte(end) != 0 { end += 1 }
        return text.byte(end) == UInt8(ascii: ">") ? end - position + 1 : 0
    }
}
