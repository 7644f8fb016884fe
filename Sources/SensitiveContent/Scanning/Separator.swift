/// What stands between the groups of a number.
enum Separator {
    /// What separates cells, and what names are made with: between the groups of an account number alone, all of four.
    static let cells: [UInt8] = Array(",;|:_".utf8)

    /// What separates two groups.
    /// - Parameters:
    ///   - text: The window.
    ///   - position: Where the separator would begin.
    ///   - isAccount: Whether what joins only the groups of an account number counts. Its length, its country and its
    ///     check digits let it be told from anything else; other numbers would be made of rows of figures.
    /// - Returns: How many bytes stand before the next group, 0 when none follows; and whether they are such that only
    ///   groups of four are one number.
    @inline(__always)
    static func between(_ text: Span<UInt8>, _ position: Int, isAccount: Bool) -> (width: Int, isLoose: Bool) {
        let width = width(text, position, isAccount: isAccount)
        guard width == 0, isAccount else { return (width, false) }
        return (SeparatorGap.width(text, position), true)
    }

    @inline(__always)
    private static func width(_ text: Span<UInt8>, _ position: Int, isAccount: Bool) -> Int {
        switch text.byte(position) {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
            text.byte(position + 1).isLetterOrDigit ? 1 : isAccount ? widthOfLineBreak(text, position) : 0
        case 0x21...0x7F: isAccount ? widthOfSigns(text, position) : 0
        default: widthOfRare(text, position, isAccount: isAccount)
        }
    }

    /// The width of blanks between two groups, among which one or two lines may end, also quoted ones or those of a remark; 0
    /// when there are none.
    @inline(never)
    private static func widthOfLineBreak(_ text: Span<UInt8>, _ position: Int) -> Int {
        // A hyphen may end a line.
        var end = text.byte(position) == UInt8(ascii: "-") ? position + 1 : position
        var breaks = 0
        while end < position + 12 {
            switch text.byte(end) {
            case 0x0A: breaks += 1
            case 0x20, 0x09, 0x0B...0x0D: break
            // A line that goes on.
            case UInt8(ascii: "\\") where text.byte(end + 1) == 0x0A || text.byte(end + 1) == 0x0D: break
            case UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "/"):
                if breaks == 0 { return 0 }
            // A text that COBOL continues: a hyphen before the quotation mark.
            case UInt8(ascii: "-") where breaks == 1: return widthOfContinuation(text, position, from: end)
            default:
                let isBroken = 1...2 ~= breaks || breaks == 0 && text.byte(position) != UInt8(ascii: "-")
                guard isBroken, text.byte(end).isLetterOrDigit else { return 0 }
                return end + (breaks > 0 ? SeparatorGap.widthOfRemark(text, end) : 0) - position
            }
            end += 1
        }
        return 0
    }

    private static func widthOfContinuation(_ text: Span<UInt8>, _ position: Int, from hyphen: Int) -> Int {
        var end = hyphen + 1
        while end < hyphen + longestIndent, text.byte(end) == 0x20 { end += 1 }
        let isGoingOn = SeparatorGap.isQuote(text.byte(end)) && text.byte(end + 1).isLetterOrDigit
        return isGoingOn ? end + 1 - position : 0
    }

    /// The width of what stands for a blank, or for nothing, in TeX, HTML, Markdown, links, mail and programs; 0 when there
    /// is none.
    @inline(never)
    private static func widthOfSigns(_ text: Span<UInt8>, _ position: Int) -> Int {
        let next = text.byte(position + 1)
        let width: Int
        switch text.byte(position) {
        // A space that does not break, in UTF-7 (RFC 2152).
        case UInt8(ascii: "+") where next == UInt8(ascii: "A") && text.holds("+AKA-", at: position): width = 5
        case UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "}"): width = 1
        case UInt8(ascii: "*"): width = next == UInt8(ascii: "*") ? 2 : 1
        case UInt8(ascii: "\\"):
            width =
                next == 0x0A || next == 0x0D
                ? widthOfEnd(text, position + 1)
                : next == UInt8(ascii: "f") ? widthOfFont(text, position) : [0x20, 0x2C, 0x2D].contains(next) ? 2 : 0
        case UInt8(ascii: "="), UInt8(ascii: "^"): width = widthOfEnd(text, position + 1)
        case UInt8(ascii: "%"): width = text.holds("%20", at: position) ? 3 : widthOfEnd(text, position + 1)
        case UInt8(ascii: "&"):
            width =
                text.holds("&nbsp;", at: position) || text.holds("&#160;", at: position)
                ? 6 : widthOfEnd(text, position + 1)
        case UInt8(ascii: "<"): width = widthOfTags(text, position)
        // The parts of a field of a bank's statement: MT940, field 86.
        case UInt8(ascii: "?"): width = next.isDigit && text.byte(position + 2).isDigit ? 3 : 0
        case let mark where SeparatorGap.isQuote(mark): width = widthBetweenQuotes(text, position)
        case let mark where cells.contains(mark): width = isCell(text, position + 1) ? 1 : 0
        default: width = 0
        }
        return width > 0 && text.byte(position + width).isLetterOrDigit ? width : 0
    }

    /// The width of a change of the font in a manual page, `\fB` or `\f[B]` (groff 7, 5.19.3); 0 when it is none.
    static func widthOfFont(_ text: Span<UInt8>, _ position: Int) -> Int {
        switch text.byte(position + 2) {
        case UInt8(ascii: "("): 5
        case UInt8(ascii: "["):
            (position + 3..<position + 3 + longestTag).first { text.byte($0) == UInt8(ascii: "]") }
                .map { $0 + 1 - position } ?? 0
        case let font: font.isLetterOrDigit ? 3 : 0
        }
    }

    /// The width of the end of a line and of the next one's indent, with the sign before it, which the next line of Haskell
    /// or Fortran repeats; 0 when no line ends.
    private static func widthOfEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        if text.byte(end) == 0x0D { end += 1 }
        guard text.byte(end) == 0x0A else { return 0 }
        end += 1
        while end < start + longestIndent, text.byte(end).isBlank { end += 1 }
        let sign = text.byte(start - 1)
        if text.byte(end) == sign, sign == UInt8(ascii: "\\") || sign == UInt8(ascii: "&") { end += 1 }
        return end - start + 1
    }

    /// The width of tags that stand right behind each other, in a text that is no page as a whole; 0 when there is none.
    private static func widthOfTags(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < start + longestTag, text.byte(end) == UInt8(ascii: "<"),
            text.byte(end + 1).isLetter || text.byte(end + 1) == UInt8(ascii: "/")
        {
            var close = end + 1
            while close < end + longestTag, !tagEnds.contains(text.byte(close)) { close += 1 }
            guard text.byte(close) == UInt8(ascii: ">") else { return 0 }
            end = close + 1
        }
        return end - start
    }

    /// The end of a tag, and what stands in none.
    private static let tagEnds: [UInt8] = [0, 0x0A, UInt8(ascii: "<"), UInt8(ascii: ">")]

    /// The width from the end of a text in quotes to the beginning of another that a program joins to it.
    static func widthBetweenQuotes(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start + 1
        var signs = 0
        while end < start + longestIndent {
            let byte = text.byte(end)
            // In PowerShell, a quotation mark at the end of a line is none.
            let isEnd = byte == UInt8(ascii: "`") && (text.byte(end + 1) == 0x0A || text.byte(end + 1) == 0x0D)
            if SeparatorGap.isQuote(byte), !isEnd { return end - start + 1 }
            if byte.isLetterOrDigit {
                let prefix = SeparatorGap.widthOfPrefix(text, end)
                let width = prefix > 0 ? prefix : widthOfName(text, end)
                guard width > 0 else { return 0 }
                end += width
                continue
            }
            if !(byte.isBlank || byte == 0x0A || byte == 0x0D) {
                signs += 1
                guard signs <= mostSigns, isEnd || joints.contains(byte) else { return 0 }
            }
            end += 1
        }
        return 0
    }

    /// The width of the name of what takes the next text, as in `.append("…")`, of what stands between two of a list, as in
    /// `"…" , Space , Str "…"`, or of the end of a line that Visual Basic joins; 0 when it is neither.
    private static func widthOfName(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < start + longestName, text.byte(end).isLetter || text.byte(end) == UInt8(ascii: "_") { end += 1 }
        let isInList = text.byte(end) == 0x20 && ends.contains(text.byte(end + 1)) || text.byte(end) == 0x0A
        return isInList || text.byte(end) == UInt8(ascii: "(") ? end - start : 0
    }

    private static let ends = Array("&,\"".utf8)
    /// What programs join texts with, and go on in another line with.
    private static let joints = Array("+.,&|\\^*#<>_/~$@()".utf8)
    private static let mostSigns = 4

    /// Whether at most four letters and digits stand in a cell.
    private static func isCell(_ text: Span<UInt8>, _ start: Int) -> Bool {
        var end = start
        while end < start + 5, text.byte(end).isLetterOrDigit { end += 1 }
        return 1...4 ~= end - start
    }

    private static let longestIndent = 48
    private static let longestTag = 64
    private static let longestName = 16

    private static let dashes: [UInt8] = [
        0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0xAF, 0x90, 0x91, 0x93, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC,
        0xAD, 0xAE,
    ]

    @inline(never)
    private static func widthOfRare(_ text: Span<UInt8>, _ position: Int, isAccount: Bool) -> Int {
        let width: Int
        switch text.byte(position) {
        // A space that does not break, and a hyphen that shows at the end of a line alone.
        case 0xC2 where [0xA0, 0xAD, 0xB7].contains(text.byte(position + 1)): width = 2
        // What joins words, and marks of bytes and of variants.
        case 0xE2 where text.byte(position + 1) == 0x81 && text.byte(position + 2) == 0xA0: width = 3
        case 0xEF where text.byte(position + 1) == 0xBB && text.byte(position + 2) == 0xBF: width = 3
        case 0xEF where text.byte(position + 1) == 0xB8 && text.byte(position + 2) == 0x8F: width = 3
        // Narrow spaces and those of no width, hyphens that do not break, dashes, and marks of direction.
        case 0xE2 where text.byte(position + 1) == 0x80 && dashes.contains(text.byte(position + 2)): width = 3
        // The blank between characters of full width.
        case 0xE3 where text.byte(position + 1) == 0x80 && text.byte(position + 2) == 0x80: width = 3
        case 0xC3 where isAccount: width = widthOfTwiceEncoded(text, position)
        case 0x09, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return isAccount ? widthOfLineBreak(text, position) : 0
        default: return 0
        }
        return width > 0 && text.byte(position + width).isLetterOrDigit ? width : 0
    }

    /// The width of a space of a text in UTF-8 that was taken for western letters and written in UTF-8 once more; 0 when
    /// it is none.
    static func widthOfTwiceEncoded(_ text: Span<UInt8>, _ position: Int) -> Int {
        switch text.byte(position + 1) {
        // Of a space that does not break, a blank may be left.
        case 0x82 where text.byte(position + 2) == 0x20: 3
        case 0x82: text.byte(position + 2) == 0xC2 && text.byte(position + 3) == 0xA0 ? 4 : 0
        case 0xA2 where text.byte(position + 2) == 0xE2 && text.byte(position + 3) == 0x82:
            // Narrow and thin ones, whose last byte is another letter of Windows'.
            text.byte(position + 5) == 0xC2 ? 7 : text.byte(position + 5) == 0xE2 ? 8 : 0
        // The same, where the western letters were Latin-1.
        case 0xA2: text.byte(position + 2) == 0xC2 && text.byte(position + 3) == 0x80 ? 6 : 0
        default: 0
        }
    }
}
