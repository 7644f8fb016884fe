extension Engine {
    /// Reads what begins in a stretch of the window.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where to go on.
    ///   - limit: What begins from here on is left for the next window.
    ///   - isLast: Whether the window ends the passage.
    /// - Returns: Where to go on.
    mutating func scan(_ text: Span<UInt8>, from start: Int, upTo limit: Int, isLast: Bool) -> Int {
        let kindsNow = kinds
        let kind = kindsNow.span
        let filterNow = set.words.filter
        let filter = filterNow.span
        let end = text.count
        var position = start
        var words = history
        let asksTokens = !set.anchors[Anchor.token.rawValue].isEmpty
        defer { history = words }
        if isSkipping {
            while position < end, text[position].isLetterOrDigit || text[position] >= 0x80 { position += 1 }
            if position == end { return position }
            isSkipping = false
        }
        while position < limit {
            let first = text[position]
            let firstKind = kind[Int(first)]
            if firstKind & ByteKind.beginsWord != 0 {
                let wordStart = position
                var hash = UInt64(first | 0x20)
                position += 1
                while position < end {
                    let byte = text[position]
                    if kind[Int(byte)] & ByteKind.continuesWord == 0 { break }
                    hash = hash &* 33 &+ UInt64(byte | 0x20)
                    position += 1
                }
                let length = position - wordStart
                if length > 256, position == end, !isLast {
                    isSkipping = true
                    return position
                }
                if asksTokens { ask(.token, text, wordStart, position) }
                let bit = filterBit(of: hash)
                if length >= 2, filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 {
                    meetWord(text, wordStart, position, hash, after: words)
                }
                words.beforeLast = words.last
                words.beforeLastStart = words.lastStart
                words.beforeLastEnd = words.lastEnd
                words.last = hash
                words.lastStart = base + wordStart
                words.lastEnd = base + position
                if position < end, kind[Int(text[position])] & ByteKind.digit != 0 {
                    position = mixedToken(text, wordStart, letters: length, from: position, isLast: isLast)
                } else if length <= 11, first.isUpperCase, length <= 2 || length == 8 || length == 11 {
                    capitals(text, wordStart, position)
                }
                // Most words end in one space; to pass it here spares a turn of the loop.
                if position < limit, kind[Int(text[position])] == 0 { position += 1 }
            } else if firstKind & ByteKind.digit != 0 {
                if asksTokens { ask(.token, text, position, position + 1) }
                position = number(text, at: position, isLast: isLast)
            } else if firstKind == 0 || firstKind == ByteKind.continuesWord {
                position += 1
            } else {
                position = mark(text, firstKind, at: position)
            }
        }
        return position
    }

    /// Reads a byte that is more than a separator.
    private mutating func mark(_ text: Span<UInt8>, _ kind: UInt8, at position: Int) -> Int {
        switch kind {
        case ByteKind.newline:
            if isTable {
                endLine(text, at: position)
            }
            line += 1
            lineStart = base + position + 1
        case ByteKind.separator:
            if !table.isQuoted { endCell(text, at: position, isRowEnd: false) }
        case ByteKind.quote:
            table.isQuoted.toggle()
        default:
            anchor(text, at: position)
        }
        return position + 1
    }

    private mutating func anchor(_ text: Span<UInt8>, at position: Int) {
        guard base + position >= consumedUntil else { return }
        let next = text.byte(position + 1)
        switch text[position] {
        case UInt8(ascii: "@"):
            if beginsEntry(text, at: position) {
                citedUntil = max(citedUntil, base + position + 2048)
            } else {
                ask(.at, text, position, position + 1)
            }
        case UInt8(ascii: "+"):
            if next.isDigit || next == UInt8(ascii: "(") { ask(.phone, text, position, position + 1) }
        case UInt8(ascii: "<"):
            guard next == UInt8(ascii: "<"), fillerLine != line else { return }
            let previous = text.byte(position - 1)
            guard previous.isUpperCase || previous.isDigit else { return }
            fillerLine = line
            ask(.fillers, text, position, position + 2)
        case UInt8(ascii: "-"):
            if next == UInt8(ascii: "-"), text.holds("-----BEGIN ", at: position) {
                ask(.armor, text, position, position + 11)
            }
        default:
            guard next == 0xAB, fillerLine != line, text.byte(position - 1).isUpperCase else { return }
            fillerLine = line
            ask(.fillers, text, position, position + 2)
        }
    }

    /// Whether an `@` begins an entry of BibTeX.
    private func beginsEntry(_ text: Span<UInt8>, at position: Int) -> Bool {
        guard position == 0 || text[position - 1] < 0x21 else { return false }
        var end = position + 1
        while end < position + 20, text.byte(end).isLetter { end += 1 }
        return end > position + 2 && (text.byte(end) == UInt8(ascii: "{") || text.byte(end) == UInt8(ascii: "("))
    }

    /// Asks the detectors that look at an anchor.
    mutating func ask(_ anchor: Anchor, _ text: Span<UInt8>, _ start: Int, _ end: Int) {
        for detector in set.anchors[anchor.rawValue] {
            if let match = set.detectors[detector].examine(text, at: start, upTo: end) {
                meet(match, of: detector, text)
            }
        }
    }
}
