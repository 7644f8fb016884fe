extension Engine {
    /// Reads a number, or a token that begins with digits.
    /// - Returns: The position after it, or after its first group where others may begin.
    mutating func number(_ text: Span<UInt8>, at start: Int, isLast: Bool) -> Int {
        let end = text.endOfDigits(from: start)
        let length = end - start
        if length >= EncodedText.shortest { encoded.meet(text, start, base: base, isLast: isLast) }
        if length > 256 {
            if end == text.count, !isLast { isSkipping = true }
            return end
        }
        let next = text.byte(end)
        let previous = text.byte(start - 1)
        let isApart = previous == 0x20 && !text.byte(start - 2).isLetterOrDigit
        if isApart || previous == UInt8(ascii: "+") || previous == UInt8(ascii: "("),
            let plus = plus(text, before: start), base + plus >= consumedUntil
        {
            ask(.phone, text, plus, plus + 1)
        }
        if EscapedText.mayBegin(with: previous) { encoded.meetEscape(text, start, base: base) }
        if length >= 6, length <= 8, let end = dump(text, start, digits: length, behind: next) { return end }
        if length == 2, next == 0x20 || next == UInt8(ascii: ":"), text.byte(end + 3) == next {
            encoded.meetPairs(text, start, base: base)
        }
        if length == 2, next == 0x20 || next == 0x0A, previous < 0x80, !previous.isLetter,
            previous != 0x20 || !text.byte(start - 2).isLetterOrDigit
        {
            encoded.meetChecked(text, start, base: base)
        }
        if length <= 3, next == UInt8(ascii: ",") { encoded.meetList(text, start, base: base) }
        if next.isLetter { return tokenOfDigits(text, start, digits: length, isLast: isLast) }
        let isConsumed = base + start < consumedUntil
        let second = text.byte(end + 1)
        let isJoined = second.isDigit && kinds[next] != ByteKind.separator
        if isJoined, next == UInt8(ascii: ".") || next == UInt8(ascii: ",") {
            return decimal(text, start, end, isConsumed: isConsumed)
        }
        if isConsumed { return end }
        if length >= 7 {
            if length >= LaidOutAccount.fewestDigits { encoded.meetRest(text, start, end, base: base) }
            if length >= AccountCells.fewestDigits { lastCell(text, start) }
            if length <= Code.longest { examineCode(text, at: start, letters: 0) }
            if text[start] == UInt8(ascii: "0") { phone(text, start, end) }
            return end
        }
        if length == 1 {
            // One sign between characters is looked at from the second letter on; where there are more, they are the same
            // before and behind.
            let before = text.byte(start - 2)
            if !before.isLetterOrDigit, !second.isLetterOrDigit,
                next == before || next == text.byte(start - 3) || next == text.byte(start - 4)
            {
                encoded.meetBox(text, start, base: base)
            }
        } else if text[start] == UInt8(ascii: "0") {
            phone(text, start, end)
        }
        switch next {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), 0xC2, 0xE2:
            let width = next == 0xC2 ? 2 : next == 0xE2 ? 3 : 1
            let other = text.byte(end + width)
            if other.isDigit {
                let isDate = next == UInt8(ascii: "-") || next == UInt8(ascii: "/")
                let date = isDate && length <= 4 ? date(text, start) : nil
                let day = length == 4 ? date.flatMap { startOfDay(text, of: $0) } : nil
                // No number goes on behind a date with another mark.
                if day == nil, set.mayContinue(text, length, from: end + width) {
                    examineCode(text, at: start, letters: 0)
                }
                if !set.asksTokens, let day { return day }
            } else if length >= 4, length <= 5, next == UInt8(ascii: " "), other.isUpperCase || other == 0xC3 {
                ask(.postcode, text, start, end)
            } else if length == 2, next == UInt8(ascii: " "), other.isUpperCase {
                // 15 070649 C 103 begins with two digits, but 12 A does, too.
                break
            }
            if length == 4 { yearRange(text, start, end) }
        case UInt8(ascii: "."):
            if length <= 2, second == 0x20, text.byte(end + 2).isDigit { date(text, start) }
        default: break
        }
        return end
    }

    /// Looks at six to eight digits that may be the offset of a dump's line.
    /// - Returns: The position behind a line that is one; the digits in it are those of bytes, and no numbers.
    private mutating func dump(_ text: Span<UInt8>, _ start: Int, digits: Int, behind next: UInt8) -> Int? {
        let end: Int?
        if digits == 8 {
            end = encoded.meetDump(text, start, base: base)
        } else if next == 0x20 || next == UInt8(ascii: ":") {
            end = encoded.meetOtherDump(text, start, digits: digits, base: base)
        } else {
            end = nil
        }
        return isTable ? nil : end
    }

    /// Reads a token whose digits letters follow, such as `15070649C103`.
    private mutating func tokenOfDigits(_ text: Span<UInt8>, _ start: Int, digits: Int, isLast: Bool) -> Int {
        var end = start + digits
        var letters = 0
        while end < text.count, text[end].isLetterOrDigit {
            if text[end].isLetter { letters += 1 }
            end += 1
        }
        let length = end - start
        if length > 256, end == text.count, !isLast { isSkipping = true }
        if length >= EncodedText.shortest { encoded.meet(text, start, base: base, isLast: isLast) }
        let next = text.byte(end)
        if length >= 6, length <= 8, let end = dump(text, start, digits: length, behind: next) { return end }
        if length == 4 {
            let isListed = next == UInt8(ascii: ",") || next <= 0x20 && text.byte(end + 2) == UInt8(ascii: "x")
            if isListed { encoded.meetList(text, start, base: base) }
        }
        guard base + start >= consumedUntil else { return end }
        // A part of a field of a bank's statement begins with its number: MT940, field 86.
        if digits == 2, text.byte(start - 1) == UInt8(ascii: "?") { return start + digits }
        if length >= 16 { ask(.longToken, text, start, end) }
        accountAtEnd(text, start, end)
        accountInside(text, start, end)
        guard letters <= Self.mostLetters, length <= Code.longest else { return end }
        if set.digitLengths & (1 << UInt64(length)) != 0 || digits == 8 {
            examineCode(text, at: start, letters: 0)
        }
        return end
    }

    /// A number that begins with digits has no more letters: Finland's has two.
    private static let mostLetters = 2

    /// Reads a decimal number, an amount, a date with dots, the address of a host.
    private mutating func decimal(_ text: Span<UInt8>, _ start: Int, _ firstEnd: Int, isConsumed: Bool) -> Int {
        var end = firstEnd
        var groups = 1
        var lastSize = firstEnd - start
        var isThousands = lastSize <= 3
        var lastMark: UInt8 = 0
        let limit = min(text.count, start + 128)
        while end + 1 < limit, text[end + 1].isDigit,
            text[end] == UInt8(ascii: ".")
                || text[end] == UInt8(ascii: ",") && kinds[text[end]] != ByteKind.separator
        {
            lastMark = text[end]
            if groups > 1, lastSize != 3 { isThousands = false }
            var next = end + 1
            while next < limit, text[next].isDigit { next += 1 }
            lastSize = next - end - 1
            end = next
            groups += 1
        }
        guard !isConsumed else { return end }
        if groups >= 3 {
            let head = firstEnd - start
            if head <= 2 || head == 4 { date(text, start) }
            let isAddress = groups == 4 && isAddress(text, start, end)
            if !isAddress, set.mayContinue(text, head, from: firstEnd + 1) { examineCode(text, at: start, letters: 0) }
            if groups == 4 { ask(.dotted, text, start, end) }
        }
        if groups == 2, lastSize == 4, firstEnd - start <= 2 { yearRange(text, end - 4, end) }
        if text[start] == UInt8(ascii: "0"), firstEnd - start >= 2, groups >= 2 { phone(text, start, end) }
        let isMoney =
            lastSize == 2
            && (lastMark == UInt8(ascii: ",") || groups >= 3 && isThousands || hasCurrency(text, start, end))
        if isMoney, groups <= 4, lastMark != 0 {
            document.amounts += 1
            if dateLine == line, amountLine != line {
                amountLine = line
                document.datedAmounts += 1
            }
        }
        if !isMoney, lastSize == 2, groups == 2, dateLine == line, amountLine != line {
            // Beside its date an amount needs no currency.
            amountLine = line
            document.datedAmounts += 1
        }
        let next = text.byte(end)
        if next == UInt8(ascii: "/"), groups == 2, text.holds("10.", at: start), lastSize >= 4 {
            // The name of a publication, whose digits are nobody's: ISO 26324.
            consumedUntil = max(consumedUntil, base + text.endOfWord(from: end))
        } else if next | 0x20 == UInt8(ascii: "e") {
            var exponent = end + 1
            if text.byte(exponent) == UInt8(ascii: "-") || text.byte(exponent) == UInt8(ascii: "+") { exponent += 1 }
            guard text.byte(exponent).isDigit else { return end }
            while exponent < text.count, text[exponent].isDigit { exponent += 1 }
            end = exponent
        }
        return end
    }

    /// Whether numbers with dots between them are all of one byte, as those of a host's address.
    private func isAddress(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var number = 0
        for index in start..<end {
            number = text[index].isDigit ? number * 10 + text[index].digitValue : 0
            guard number <= 0xFF else { return false }
        }
        return true
    }

    private func hasCurrency(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let before = text.byte(start - 1) == 0x20 ? start - 1 : start
        switch text.byte(before - 1) {
        case UInt8(ascii: "$"): return true
        case 0xAC: if text.holds("€", at: before - 3) { return true }
        case 0xA3: if text.holds("£", at: before - 2) { return true }
        case UInt8(ascii: "R"): if text.holds("EUR", at: before - 3) { return true }
        case UInt8(ascii: "F"): if text.holds("CHF", at: before - 3) { return true }
        default: break
        }
        let after = text.byte(end) == 0x20 ? end + 1 : end
        switch text.byte(after) {
        case 0xE2: return text.holds("€", at: after)
        case UInt8(ascii: "E"): return text.holds("EUR", at: after)
        case UInt8(ascii: "C"): return text.holds("CHF", at: after)
        default: return false
        }
    }

    /// Where the plus is that a number begins with: `+43`, `+(43)`, `+( 43)`.
    private func plus(_ text: Span<UInt8>, before start: Int) -> Int? {
        var plus = start - 1
        while plus > start - 4, text.byte(plus) == 0x20 || text.byte(plus) == UInt8(ascii: "(") { plus -= 1 }
        let isBegun = plus == start - 1 || text.byte(plus + 1) == UInt8(ascii: "(")
        return isBegun && text.byte(plus) == UInt8(ascii: "+") ? plus : nil
    }

    /// Asks about a number that begins with 0, unless it goes on with a date, a time or another number.
    private mutating func phone(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        switch text.byte(start - 1) {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"):
            if text.byte(start - 2).isDigit { return }
        default: break
        }
        ask(.phone, text, start, end)
    }

    /// Asks about a date in digits.
    /// - Returns: The date, where there is one.
    @discardableResult
    private mutating func date(_ text: Span<UInt8>, _ start: Int) -> WrittenDate? {
        guard let date = WrittenDate(text, at: start) else { return nil }
        if base + start - lineStart <= 4 { dateLine = line }
        for index in 0..<set.anchors.span[Anchor.date.rawValue].count {
            let detector = set.anchors.span[Anchor.date.rawValue][index]
            // In a table what is found is judged at once, by the words up to there.
            if isTable, set.needWord.span[detector], !hasWord(of: detector, around: base + start, base + date.end) {
                continue
            }
            if let match = set.detectors.span[detector].examine(text, at: start, upTo: date.end) {
                meet(match, of: detector, text)
            }
        }
        return date
    }

    /// Where the day of a date such as `2024-05-12` begins, before which nothing else can; nil when more of it may follow.
    private func startOfDay(_ text: Span<UInt8>, of date: WrittenDate) -> Int? {
        var day = date.end
        while text.byte(day - 1).isDigit { day -= 1 }
        let mark = text.byte(day - 1)
        return mark == UInt8(ascii: "-") && text.byte(date.end) != mark ? day : nil
    }

    /// Counts a range of years, as in the stations of a life: `2015–2018`, `2019 - heute`.
    private mutating func yearRange(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard isYear(text, start) else { return }
        var position = end
        if text.byte(position) == 0x20 { position += 1 }
        if text.byte(position) == UInt8(ascii: "-") {
            position += 1
        } else if text.byte(position) == 0xE2, text.byte(position + 1) == 0x80 {
            position += 3
        } else if text.byte(position).isLetter, text.holds("to ", at: position) || text.holds("bis ", at: position) {
            position += text[position] == UInt8(ascii: "t") ? 2 : 3
        } else {
            return
        }
        if text.byte(position) == 0x20 { position += 1 }
        // A month may stand before the second year.
        if text.byte(position).isDigit, text.byte(position + 2) == UInt8(ascii: "/") || text.byte(position + 2) == 0x2E
        {
            position += 3
        }
        let isOpen = text.byte(position).isLetter && openEnds.contains { text.holds($0, at: position) }
        if isOpen || isYear(text, position) && !text.byte(position + 4).isDigit { document.yearRanges += 1 }
    }

    private func isYear(_ text: Span<UInt8>, _ start: Int) -> Bool {
        let century = (text.byte(start), text.byte(start + 1))
        return (century == (0x31, 0x39) || century == (0x32, 0x30)) && text.byte(start + 2).isDigit
            && text.byte(start + 3).isDigit
    }
}

/// What stands for the end of a range of years that has none yet.
private let openEnds = ["heute", "present", "now", "today", "dato", "current", "Heute", "Present"]
