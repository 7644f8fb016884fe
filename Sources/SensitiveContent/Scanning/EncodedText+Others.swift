/// What is written in other ways than in letters that stand for bytes: with escapes, one character in each box, in pairs of digits,
/// lists and dumps, laid out over lines and cells.
extension EncodedText {
    /// So many pairs of digits are decoded at once, which is less than what a detector may look ahead.
    private static let mostPairs = 600
    /// So much of a list is.
    private static let longestList = 1900
    private static let sharedList = 600

    /// Looks at the digits that an escape may end with, or at the letter before them.
    @inline(never)
    mutating func meetEscape(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached, let escaped = EscapedText.decoded(text, fromToken: start) else { return }
        reached = base + escaped.end
        let bytes = DecodedBytes.withoutMark(escaped.text)
        add(text: DecodedBytes.zeros(bytes) == nil ? escaped.text : bytes.filter { $0 != 0 })
    }

    /// Looks at characters with a sign between all of them, as in the boxes of a form.
    mutating func meetSpaced(_ text: Span<UInt8>, _ start: Int, separator: UInt8, base: Int) {
        guard base + start >= reached else { return }
        var characters: [UInt8] = []
        var position = start
        while characters.count < Code.longest, text.byte(position).isLetterOrDigit,
            !text.byte(position + 1).isLetterOrDigit
        {
            characters.append(text[position])
            position += 1
            let end = position
            while position < end + 3, text.byte(position) == separator { position += 1 }
        }
        guard characters.count >= Self.shortestSpaced else { return }
        reached = base + position
        add(text: characters)
    }

    /// Looks at a country with its check digits that does not go on as an account number does in running text.
    @inline(never)
    mutating func meetBegun(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached, let number = LaidOutAccount.number(text, at: start) else { return }
        reached = base + start + 1
        add(text: number)
    }

    /// Looks at two capitals before a cell of figures, which may be the country of the account number in it.
    @inline(never)
    mutating func meetCountryCell(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached, let number = AccountCells.number(inFours: text, at: start) else { return }
        reached = base + start + 1
        add(text: number)
    }

    /// Looks at two digits before a group of four, which may be the check digits of a country in the cell before.
    @inline(never)
    mutating func meetChecked(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached, let (place, cells) = AccountCells.country(text, beforeCellAt: start), cells == 2,
            let number = AccountCells.number(inFours: text, at: place)
        else { return }
        reached = base + start
        add(text: number)
    }

    /// Looks at a capital that begins its line: the line before may end with the other one of a country, as in the fields of a
    /// bank's statement, which are cut at their length.
    @inline(never)
    mutating func meetCut(_ text: Span<UInt8>, _ start: Int, base: Int) {
        let first = text.byte(start - (text.byte(start - 2) == 0x0D ? 3 : 2))
        let length = AccountCountry.length(first, text[start])
        guard length > 0, base + start >= reached, !text.byte(start + length - 1).isLetterOrDigit,
            let number = AccountParts.number(at: [first] + (start..<start + length - 1).map { text.byte($0) })
        else { return }
        reached = base + start + 1
        add(text: number)
    }

    /// Looks at a digit that stands alone: it may be the third character of an account number in boxes.
    @inline(never)
    mutating func meetBox(_ text: Span<UInt8>, _ place: Int, base: Int) {
        guard let start = RepeatedGaps.start(text, thirdAt: place), base + place >= reached,
            let number = RepeatedGaps.number(text, at: start)
        else { return }
        reached = base + place + 1
        add(text: number)
    }

    /// Looks at digits that may be all of an account number but its country and check digits.
    @inline(never)
    mutating func meetRest(_ text: Span<UInt8>, _ start: Int, _ end: Int, base: Int) {
        guard base + start >= reached, let number = LaidOutAccount.number(text, endingWith: start, end) else { return }
        reached = base + end
        add(text: number)
    }

    /// Takes an account number whose last part stands at a place of the passage.
    mutating func meet(_ number: [UInt8], at place: Int) {
        guard place >= reached else { return }
        reached = place + 1
        add(text: number)
    }

    /// Looks at a country in the middle of a token.
    @inline(never)
    mutating func meetInside(_ text: Span<UInt8>, _ start: Int, token: Range<Int>, base: Int) {
        guard base + start >= reached, let number = LaidOutAccount.number(text, at: start, inside: token) else {
            return
        }
        reached = base + start + number.count
        add(text: number)
    }

    /// Looks at letters of another script that digits follow.
    @inline(never)
    mutating func meetLookAlikes(_ text: Span<UInt8>, _ start: Int, _ end: Int, base: Int) {
        guard base + start >= reached,
            let number = LaidOutAccount.number(text, atLookAlikes: start, upTo: end)
        else { return }
        reached = base + end
        add(text: number)
    }

    /// Looks at two hexadecimal digits that others may follow, with a blank or a colon between each two.
    mutating func meetPairs(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached else { return }
        let separator = text.byte(start + 2)
        var bytes: [UInt8] = []
        var position = start
        while bytes.count < Self.mostPairs, let high = HexDigit.value(text.byte(position)),
            let low = HexDigit.value(text.byte(position + 1)), !text.byte(position + 2).isLetterOrDigit
        {
            let byte = high << 4 | low
            // Figures of two digits are other bytes than those of texts.
            guard DecodedBytes.isPrintable(byte) || byte >= 0x80 else { break }
            bytes.append(byte)
            position += text.byte(position + 2) == separator ? 3 : 2
        }
        guard bytes.count >= Self.shortestSpaced, DecodedBytes.isText(bytes) else { return }
        reached = base + position
        add(text: bytes)
    }

    /// Looks at the number of a byte that others may follow, with a comma between each two, as programs list them.
    mutating func meetList(_ text: Span<UInt8>, _ start: Int, base: Int) {
        guard base + start >= reached else { return }
        var bytes: [UInt8] = []
        var position = start
        // A longer list is decoded in parts, which share what is long enough for a number.
        var next = start
        while position < start + Self.longestList, let (byte, end) = Self.numberOfByte(text, at: position),
            DecodedBytes.isPrintable(byte) || byte >= 0x80
        {
            bytes.append(byte)
            if position < start + Self.longestList - Self.sharedList { next = position }
            position = end
            let isDump = DecodedBytes.isBlank(text.byte(end)) && text.byte(end - 3) == UInt8(ascii: "x")
            guard text.byte(end) == UInt8(ascii: ",") || isDump else { break }
            position += 1
            while position < end + Self.longestIndent, DecodedBytes.isBlank(text.byte(position)) { position += 1 }
            if isDump, text.byte(position - 1) == 0x0A { position = Self.endOfAddress(text, position) }
        }
        reached = base + (position < start + Self.longestList ? position : max(next, start + 1))
        guard bytes.count >= Self.shortestSpaced, DecodedBytes.isText(bytes) else { return }
        add(text: bytes)
    }

    /// The position behind the address that a debugger writes before each line of bytes, if one stands there.
    private static func endOfAddress(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < start + longestIndent, text.byte(end) > 0x09, text.byte(end) != UInt8(ascii: ":") { end += 1 }
        return text.holds("0x", at: start) && text.holds(":\t", at: end) ? end + 2 : start
    }

    /// The number of a byte, to the base of ten or with `0x` of sixteen, and where it ends.
    private static func numberOfByte(_ text: Span<UInt8>, at start: Int) -> (byte: UInt8, end: Int)? {
        if text.byte(start) == UInt8(ascii: "0"), text.byte(start + 1) | 0x20 == UInt8(ascii: "x") {
            guard let high = HexDigit.value(text.byte(start + 2)), let low = HexDigit.value(text.byte(start + 3)) else {
                return nil
            }
            return (high << 4 | low, start + 4)
        }
        var number = 0
        var end = start
        while end < start + 3, text.byte(end).isDigit {
            number = number * 10 + Int(text[end] - UInt8(ascii: "0"))
            end += 1
        }
        guard end > start, let byte = UInt8(exactly: number) else { return nil }
        return (byte, end)
    }

    /// Looks at eight digits that may be the offset of a dump's line.
    /// - Returns: The position behind a line that certainly is one, which is nothing but what it decodes to.
    mutating func meetDump(_ text: Span<UInt8>, _ start: Int, base: Int) -> Int? {
        guard text.byte(start + 9) == 0x20, base + start >= reached, let line = HexDump.line(text, at: start) else {
            return nil
        }
        // Its bytes are no text of their own.
        reached = base + start + HexDump.width(of: line.bytes)
        return take(line, of: text, at: start)
    }

    /// Looks at six or seven digits that may be the offset of a line of another dump, or with `0x` and four digits that of a
    /// packet's.
    /// - Returns: The position behind a line that certainly is one.
    @inline(never)
    mutating func meetOtherDump(_ text: Span<UInt8>, _ start: Int, digits: Int, base: Int) -> Int? {
        let isPacket = text.byte(start + 1) == UInt8(ascii: "x")
        guard isPacket == (text.byte(start + digits) == UInt8(ascii: ":")), base + start >= reached,
            let line = isPacket
                ? OctalDump.packetLine(text, at: start) : OctalDump.line(text, at: start, digits: digits),
            line.isFirst || dump.goesOn(with: line, text)
        else { return nil }
        reached = base + line.columnsEnd
        return take(line, of: text, at: start)
    }

    private mutating func take(_ line: DumpLine, of text: Span<UInt8>, at start: Int) -> Int? {
        if line.isFirst { addDump() }
        guard dump.bytes.count < Self.mostFiles else {
            content.isCut = true
            return nil
        }
        let isGoingOn = dump.goesOn(with: line, text)
        dump.take(line, isGoingOn: isGoingOn, most: Self.mostFiles)
        guard isGoingOn || line.showsText(text) || line.isFollowed(text, from: start) else { return nil }
        return line.end(text)
    }

    mutating func addDump() {
        defer { dump = DumpedBytes() }
        guard dump.bytes.count >= Self.shortest / 2 else { return }
        if DecodedBytes.isText(dump.bytes) || DecodedBytes.isFile(dump.bytes) { return add(dump.bytes) }
        add(text: dump.printable)
    }

    /// Adds a link in which characters are written as percent signs and two digits.
    mutating func meetLink(_ link: Span<UInt8>) {
        guard link.indices.contains(where: { link[$0] == UInt8(ascii: "%") }), let once = Self.unescaped(link) else {
            return
        }
        // A link that is a part of another one is written so once more.
        add(text: Self.unescaped(once.span) ?? once)
    }

    /// A link without percent signs and two digits for its characters; nil when there are none.
    private static func unescaped(_ link: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var position = 0
        var hasEscapes = false
        while position < link.count {
            if link[position] == UInt8(ascii: "%"), let high = HexDigit.value(link.byte(position + 1)),
                let low = HexDigit.value(link.byte(position + 2))
            {
                hasEscapes = true
                bytes.append(high << 4 | low)
                position += 3
            } else {
                // What separates the parts of a query separates words.
                let byte = link[position]
                bytes.append(byte == UInt8(ascii: "+") || byte == UInt8(ascii: "&") ? 0x20 : byte)
                position += 1
            }
        }
        return hasEscapes ? bytes : nil
    }
}
