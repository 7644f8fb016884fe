extension Engine {
    /// Looks up the phrases that a word may end with those before it, which stand close: `Sozialversicherungs-Nr.`,
    /// `date_of_birth`.
    mutating func meetPhrase(_ text: Span<UInt8>, endingAt start: Int, _ end: Int, _ entry: WordTable.Entry) {
        guard let last = text.word(before: start, kinds) else { return }
        let lastHash = wordHash(text, from: last.lowerBound, upTo: last.upperBound)
        if let term = set.words.phrase(phraseHash(lastHash, entry.hash)) {
            meetTerm(text, Int(term), last.lowerBound, end)
        }
        guard entry.endsLongPhrase, let beforeLast = text.word(before: last.lowerBound, kinds) else { return }
        let beforeLastHash = wordHash(text, from: beforeLast.lowerBound, upTo: beforeLast.upperBound)
        if let term = set.words.phrase(phraseHash(phraseHash(beforeLastHash, lastHash), entry.hash)) {
            meetTerm(text, Int(term), beforeLast.lowerBound, end)
        }
    }

    /// Looks up the phrases that a word may begin with those behind it.
    mutating func meetPhraseAhead(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ entry: WordTable.Entry) {
        guard let next = text.word(behind: end, kinds) else { return }
        let hash = phraseHash(entry.hash, wordHash(text, from: next.lowerBound, upTo: next.upperBound))
        if let term = set.words.phraseAhead(hash) { meetTerm(text, Int(term), start, next.upperBound) }
        guard entry.beginsLongPhrase, let last = text.word(behind: next.upperBound, kinds) else { return }
        let longHash = phraseHash(hash, wordHash(text, from: last.lowerBound, upTo: last.upperBound))
        if let term = set.words.phraseAhead(longHash) { meetTerm(text, Int(term), start, last.upperBound) }
    }

    /// Takes a word or phrase that means something.
    mutating func meetTerm(_ text: Span<UInt8>, _ term: Int, _ start: Int, _ end: Int) {
        guard start >= 0 else { return }
        let groups = set.words.groups.span[term]
        if groups.contains(.link) {
            if text.byte(end) == UInt8(ascii: ":"), text.holds("://", at: end) {
                let last = text.endOfWord(from: end)
                consumedUntil = max(consumedUntil, base + last)
                encoded.meetLink(text.extracting(end..<last))
                return
            }
            if groups == GroupSet(.link) { return }
        }
        if isTable { table.meet(groups) }
        if marks.count >= Self.mostMarks {
            settle(text, reached: base + start)
            let oldest = base + start - 2 * Self.widestReach
            marks.removeAll { $0.end < oldest }
            // Words that close together are no text; the last of them are context enough.
            if marks.count >= Self.mostMarks { marks.removeFirst(Self.mostMarks / 2) }
        }
        marks.append(Mark(start: base + start, end: base + end, groups: groups, line: line))
        let isHeading = groups.meets(set.headings) && isHeading(text, start, end)
        if isHeading, groups.contains(.references) { isInReferences = true }
        if document.meet(term, isHeading: isHeading) {
            document.place(term, Finding.Place(passage: passage.place, line: line, offset: base + start))
        }
        guard base + start >= consumedUntil else { return }
        var asked = groups.common(with: set.wordTriggers)
        while let detector = asked.popDetector() {
            if let match = set.detectors.span[detector].examine(text, at: start, upTo: end) {
                meet(match, of: detector, text)
            }
        }
    }

    /// Whether a word begins a short line, after at most a number or a bullet.
    @inline(__always)
    private func isHeading(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let before = base + start - lineStart
        guard 0...12 ~= before, !isTable else { return false }
        for position in max(0, start - before)..<start where text[position].isLetter { return false }
        var position = end
        while position < text.count, position < end + 48 {
            let byte = text[position]
            if byte == 0x0A || byte == 0x0D { return true }
            if byte == UInt8(ascii: "."), text.byte(position + 1) == 0x20 { return false }
            position += 1
        }
        return position == text.count
    }

    /// Reads a token of letters that digits follow.
    /// - Returns: The position after the token.
    mutating func mixedToken(
        _ text: Span<UInt8>, _ start: Int, letters: Int, from position: Int, isLast: Bool
    ) -> Int {
        // What follows the end of a line is no part of its letter.
        if letters == 1, Code.isEscape(text, at: start - 1) { return position }
        var end = position
        while end < text.count, text[end].isLetterOrDigit { end += 1 }
        let length = end - start
        if length > 256, end == text.count, !isLast { isSkipping = true }
        if length >= EncodedText.shortest { encoded.meet(text, start, base: base, isLast: isLast) }
        if letters == 1, EscapedText.mayBegin(with: text.byte(start - 1)) {
            encoded.meetEscape(text, start, base: base)
        }
        if letters == 1, text.byte(start - 1) == 0x0A { encoded.meetCut(text, start, base: base) }
        let isConsumed = base + start < consumedUntil
        guard !isConsumed || letters <= DetectorSet.mostLeadingLetters && set.anywhereLengths[letters] != 0 else {
            return end
        }
        if length >= 16, !isConsumed { ask(.longToken, text, start, end) }
        accountAtEnd(text, start, end)
        // In text that was drawn, a label may stand right before its number.
        if letters == 6, length > 8, text.holds("IBAN", at: start) { examineCode(text, at: start + 4, letters: 2) }
        // So may the letter of a font in a manual page.
        if letters == 4, length > 6, text.byte(start - 1) == UInt8(ascii: "\\"), text[start] == UInt8(ascii: "f") {
            examineCode(text, at: start + 2, letters: 2)
        }
        // Chinese and Japanese have no blanks, and neither have formats that write how long a text is right before it.
        let isGlued =
            letters > 2 && (text[position - 3] >= 0x80 || text[position - 3].isLowerCase && end - position >= 13)
            && AccountCountry.length(text[position - 2], text[position - 1]) > 0
        if isGlued {
            examineCode(text, at: position - 2, letters: 2)
            if base + start >= consumedUntil { encoded.meetInside(text, position - 2, token: start..<end, base: base) }
        } else {
            accountInside(text, start, end)
        }
        if letters == 2 {
            let own = AccountCountry.length(text[start], text[start + 1])
            if own > 0, length > own {
                examineCode(text, at: start, letters: 2)
                if base + start >= consumedUntil { encoded.meetInside(text, start, token: start..<end, base: base) }
                return end
            }
        }
        if letters <= 4, letters > 2, text[start] >= 0x80 || text[start + 1] >= 0x80, !isConsumed {
            encoded.meetLookAlikes(text, start, position, base: base)
        }
        guard letters <= DetectorSet.mostLeadingLetters, length <= Code.longest else { return end }
        let isBeginning =
            letters <= 2 && length <= 8 && (text.byte(end) <= 0xC3 || text.byte(end) == 0xE2)
            // What breaks a number without being seen, or by the rules of a language, may do so anywhere.
            || text.byte(end) == 0xC2 || text.byte(end) == 0xE2 || text.byte(end) == 0xE3 || text.byte(end) == 0xEF
            || letters == 2 && text[start + 1].isUpperCase
        if isBeginning || set.letterLengths[letters] & (1 << UInt64(length)) != 0 {
            examineCode(text, at: start, letters: letters)
        }
        if letters == 2, length >= 4, base + start >= consumedUntil, text[start + 3].isDigit {
            encoded.meetBegun(text, start, base: base)
        }
        return end
    }

    /// Looks for the first group of an account number at the end of a token that begins with something else: with the letters of
    /// an escape, with a label or a name that only a page's look sets apart.
    @inline(__always)
    mutating func accountAtEnd(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        let place = end - 4
        guard place > start, text[end - 1].isDigit, text[end - 2].isDigit, text[place + 1].isUpperCase,
            AccountCountry.length(text[place], text[place + 1]) > 0, isGroup(text, behind: end)
        else { return }
        examineCode(text, at: place, letters: 2)
    }

    /// Whether four digits or capitals are the next group: AMD64 and the like stand before words.
    private func isGroup(_ text: Span<UInt8>, behind end: Int) -> Bool {
        let width = Separator.between(text, end, isAccount: true).width
        guard width > 0, !text.byte(end + width + 4).isLetterOrDigit else { return false }
        return (end + width..<end + width + 4).allSatisfy { text.byte($0).isDigit || text.byte($0).isUpperCase }
    }

    /// Looks for an account number in a token that begins with something else, such as an escape, a name or another field.
    mutating func accountInside(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard Self.shortestAccount + 1...Self.longestToken ~= end - start else { return }
        for place in start + 1...end - Self.shortestAccount where text[place + 2].isDigit && text[place + 3].isDigit {
            let own = AccountCountry.length(text[place], text[place + 1])
            guard own > 0, own <= end - place else { continue }
            if own == end - place { return examineCode(text, at: place, letters: 2) }
            encoded.meetInside(text, place, token: start..<end, base: base)
        }
    }

    /// Norway's.
    private static let shortestAccount = 15
    static let longestToken = 130

    /// Reads a word in capitals that may be a code, or begin one.
    mutating func capitals(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard base + start >= consumedUntil else { return }
        if end - start <= 2 {
            let next = text.byte(end)
            if end - start == 1, text.byte(end + 1).isDigit, text.byte(end + 2) == next, text.byte(start - 1) == next {
                encoded.meetSpaced(text, start - 2, separator: next, base: base)
            }
            if end - start == 2, next == 0x0A, text.byte(end + 3) == 0x20 {
                encoded.meetCountryCell(text, start, base: base)
            }
            guard next == 0x20 || next == 0x2D, text.byte(end + 1).isDigit,
                text.byte(end - 1).isUpperCase
            else { return }
            examineCode(text, at: start, letters: end - start)
            if end - start == 2, text.byte(end + 2).isDigit, text.byte(end + 3) == next, base + start >= consumedUntil {
                encoded.meetBegun(text, start, base: base)
            }
        } else if text[start + 1].isUpperCase {
            ask(.capitals, text, start, end)
        }
    }

    /// Asks the detectors about the code that begins here.
    mutating func examineCode(_ text: Span<UInt8>, at start: Int, letters: Int) {
        let commaEndsCell = kinds[UInt8(ascii: ",")] == ByteKind.separator
        let (first, second) = (text.byte(start), text.byte(start + 1))
        let account = letters == 2 ? AccountCountry.length(first.upperCased, second.upperCased) : 0
        // Without a country it is no account number.
        let anywhere = set.anywhereLengths[letters] & (1 << account)
        let isAccount = anywhere != 0
        let isClean =
            base + start >= consumedUntil && Code.isClean(text, before: start, commaEndsCell: commaEndsCell)
        guard isClean || isAccount else { return }
        let wanted = letters == 0 ? set.digitLengths : set.apartLengths[letters] | anywhere
        // What is glued to both its ends is the middle of something else, unless it is written in groups.
        let isGroup = !text.byte(start + 4).isLetterOrDigit
        let found = Code.Ends(
            text, at: start, commaEndsCell: commaEndsCell, isAccount: isAccount,
            ownLength: first.isUpperCase && second.isUpperCase && (isClean || isGroup) ? account : 0, lengths: wanted)
        let cleanEnds = !isClean ? 0 : letters == 0 ? set.digitEnds(found) : found.clean & wanted
        let ends = cleanEnds | found.all & anywhere
        // Most numbers are written in no way that any code is.
        guard ends != 0 else { return }
        let code = Code(text, at: start, isAccount: isAccount, lengths: wanted)
        let rowWords = isTable ? wordsOfRow() : .none
        let codes = letters == 0 ? set.digitCodes : set.letterCodes[letters]
        for asked in codes {
            var lengths = (asked.standsAnywhere ? found.all : cleanEnds) & asked.lengths
            if lengths == 0 || isTable && asked.needsWord && !rowWords.meets(set.ownGroups[asked.detector]) { continue }
            while lengths != 0 {
                let length = lengths.trailingZeroBitCount
                lengths &= lengths - 1
                guard set.accepts(code.breaks(length), detector: asked.detector),
                    var match = set.detectors[asked.detector].examine(code, length, in: text)
                else { continue }
                if code.breaks(length) != 0, code.isChainedBefore || code.isChainedAfter(length) {
                    match.isChained = true
                }
                meet(match, of: asked.detector, text)
            }
        }
    }

    /// What the column's header and the words of the row so far are context of.
    @inline(__always)
    private func wordsOfRow() -> GroupSet {
        var found = table.header(table.column)
        var index = marks.count - 1
        while index >= 0, marks[index].line == line, index >= marks.count - 32 {
            found.insert(marks[index].groups)
            index -= 1
        }
        return found
    }
}
