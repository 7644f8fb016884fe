extension Engine {
    /// Reads what begins in a stretch of the window.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where to go on.
    ///   - limit: What begins from here on is left for the next window.
    ///   - isLast: Whether the window ends the passage.
    /// - Returns: Where to go on.
    mutating func scan(_ text: Span<UInt8>, from start: Int, upTo limit: Int, isLast: Bool) -> Int {
        var position = start
        encoded.goOn(text, base: base, isLast: isLast)
        if isSkipping {
            while position < text.count, text[position].isLetterOrDigit || text[position] >= 0x80 { position += 1 }
            if position < text.count || isLast {
                accountInside(text, max(0, position - Self.longestToken), position)
            }
            if position == text.count { return position }
            isSkipping = false
        }
        let asksTokens = set.asksTokens
        var skimming = Skimming(at: position)
        while true {
            let stop = skimming.pass(
                text, upTo: limit, kinds: kinds, filter: set.words.filter.span, stopsAtWords: asksTokens)
            if skimming.lines > 0 {
                line += skimming.lines
                lineStart = base + skimming.lineStart
                skimming.lines = 0
            }
            position = skimming.position
            switch stop {
            case .limit: return position
            case .word:
                let wordStart = skimming.wordStart
                let length = position - wordStart
                if length >= EncodedText.shortest { encoded.meet(text, wordStart, base: base, isLast: isLast) }
                if length > 256, position == text.count, !isLast {
                    isSkipping = true
                    return position
                }
                if asksTokens { ask(.token, text, wordStart, position) }
                // Behind a backslash two letters are a command: a font of roff, a sign of TeX.
                let isCommand = length == 2 && text.byte(wordStart - 1) == UInt8(ascii: "\\")
                if skimming.mayMean, !isCommand {
                    let hash = wordHash(text, from: wordStart, upTo: position)
                    if let entry = set.words.entry(of: hash) {
                        if entry.term >= 0 { meetTerm(text, Int(entry.term), wordStart, position) }
                        if entry.endsPhrase { meetPhrase(text, endingAt: wordStart, position, entry) }
                        if entry.beginsPhrase { meetPhraseAhead(text, wordStart, position, entry) }
                    }
                }
                let first = text[wordStart]
                if text.byte(position).isDigit {
                    position = mixedToken(text, wordStart, letters: length, from: position, isLast: isLast)
                } else if length <= 11, first.isUpperCase, length <= 2 || length == 8 || length == 11 {
                    capitals(text, wordStart, position)
                }
            case .other:
                // In rows of figures one number follows the other, with a mark between them.
                var kind = kinds[text[position]]
                repeat {
                    if kind & ByteKind.digit != 0 {
                        if isTable, !asksTokens, let end = endOfPlainCell(text, at: position), end < limit {
                            position = end
                        } else {
                            if asksTokens { ask(.token, text, position, position + 1) }
                            position = number(text, at: position, isLast: isLast)
                        }
                    } else {
                        position = mark(text, kind, at: position, isLast: isLast)
                    }
                    guard position < limit else { break }
                    kind = kinds[text[position]]
                } while kind & ByteKind.mayBeWord == 0 && kind != 0 && (kind != ByteKind.newline || isTable)
            }
            skimming.position = position
        }
    }

    /// Reads a byte that is more than a separator.
    private mutating func mark(_ text: Span<UInt8>, _ kind: UInt8, at position: Int, isLast: Bool) -> Int {
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
            anchor(text, at: position, isLast: isLast)
        }
        return position + 1
    }

    private mutating func anchor(_ text: Span<UInt8>, at position: Int, isLast: Bool) {
        guard base + position >= consumedUntil else { return }
        let next = text.byte(position + 1)
        switch text[position] {
        case UInt8(ascii: "@"):
            if beginsEntry(text, at: position) {
                citedUntil = max(citedUntil, base + position + 2048)
            } else {
                ask(.at, text, position, position + 1)
            }
        case UInt8(ascii: "<") where next == UInt8(ascii: "~"):
            encoded.meetBase85(text, position + 2, base: base, isLast: isLast)
        case UInt8(ascii: "<"):
            guard next == UInt8(ascii: "<"), fillerLine != line else { return }
            let previous = text.byte(position - 1)
            guard previous.isUpperCase || previous.isDigit else { return }
            fillerLine = line
            ask(.fillers, text, position, position + 2)
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
        for index in 0..<set.anchors.span[anchor.rawValue].count {
            let detector = set.anchors.span[anchor.rawValue][index]
            if let match = set.detectors.span[detector].examine(text, at: start, upTo: end) {
                meet(match, of: detector, text)
            }
        }
    }
}
