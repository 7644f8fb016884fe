extension Engine {
    /// Takes what a detector recognized; it is judged once its surroundings were read.
    mutating func meet(_ match: Match, of detector: Int, _ text: Span<UInt8>) {
        // What is longer would leave the window before it is judged.
        guard base + match.start >= consumedUntil || match.consumes, match.end - match.start <= 512 else { return }
        var own = match
        own.start += base
        own.end += base
        if match.consumes { consumedUntil = max(consumedUntil, own.end) }
        let candidate = Candidate(match: own, detector: detector, line: line)
        if isTable {
            judge(candidate, text)
            return
        }
        if pending.count >= Self.mostPending { settle(text, reached: own.start) }
        pending.append(candidate)
    }

    /// Judges the candidates whose surroundings were read up to a place of the passage.
    mutating func settle(_ text: Span<UInt8>, reached: Int) {
        var kept = 0
        for index in pending.indices {
            let candidate = pending[index]
            if reached != .max, candidate.match.end + set.reaches[candidate.detector] > reached {
                pending[kept] = candidate
                kept += 1
            } else {
                judge(candidate, text)
            }
        }
        pending.removeLast(pending.count - kept)
    }

    private mutating func judge(_ candidate: Candidate, _ text: Span<UInt8>) {
        let start = candidate.match.start - base
        let end = candidate.match.end - base
        guard start >= 0, end <= text.count, start < end else { return }
        // Most dates are nobody's: without a word nearby there is nothing to judge.
        if candidate.match.alone == nil,
            !hasWord(of: candidate.detector, around: candidate.match.start, candidate.match.end)
        {
            return
        }
        let detector = set.detectors[candidate.detector]
        let surroundings = surroundings(of: candidate, text)
        guard let confidence = detector.judge(candidate.match, in: surroundings) else { return }
        let value = hash(text, start, end)
        guard !candidate.match.isSample, !set.samples[candidate.detector].contains(value) else {
            document.book.countSample(candidate.detector)
            return
        }
        if confidence >= .possible { masking?.append(candidate.match) }
        let hash = saltedHash(value, salt: salt)
        let members = passage.place.members
        if alternatives?.isRepeated(hash, of: candidate.detector, confidence, in: members) == true { return }
        let place = place(candidate.match, line: candidate.line)
        if candidate.match.countsApart, confidence >= .possible { document.countApart(candidate.detector, hash) }
        let mask = candidate.match.mask
        var number: UInt64 = 0
        if isTable {
            for position in start..<end where text[position].isDigit {
                number = number &* 10 &+ UInt64(text[position].digitValue)
            }
            if table.count(
                candidate, confidence: confidence, value: number, hash: hash, place: place,
                masked: mask.apply(text, start, end))
            {
                return
            }
        }
        document.book.count(
            detector: candidate.detector, confidence: confidence, hash: hash, place: place,
            masked: mask.apply(text, start, end))
    }

    /// The hash of what stands between two positions, without separators.
    func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for position in start..<end {
            let byte = text[position]
            if byte < 0x80 ? byte.isLetterOrDigit : text.isInCharacter(position) {
                hash = (hash ^ UInt64(byte.upperCased)) &* 0x100_0000_01B3
            }
        }
        return hash
    }

    /// Whether a word of a detector stands near a stretch of the passage, above it or in the key.
    @inline(__always)
    func hasWord(of detector: Int, around start: Int, _ end: Int) -> Bool {
        let own = set.ownGroups.span[detector]
        if pathGroups.meets(own) || isTable && table.header(table.column).meets(own) { return true }
        let reach = set.reaches.span[detector]
        let (first, last) = (start - reach, end + reach)
        let marks = marks.span
        // What is judged late has many marks behind it.
        for index in firstMark(endingAfter: first)..<marks.count {
            if marks[index].end > last + set.words.longest { return false }
            if marks[index].groups.meets(own), marks[index].start <= last { return true }
        }
        return false
    }

    @inline(__always)
    private func surroundings(of candidate: Candidate, _ text: Span<UInt8>) -> Surroundings {
        let own = set.ownGroups[candidate.detector]
        let match = candidate.match
        let reach = set.reaches[candidate.detector]
        var near = GroupSet.none
        var ownDistance = Int.max
        var thingDistance = Int.max
        var citations = 0
        var software = 0
        for mark in marks[firstMark(endingAfter: match.start - Self.widestReach)...] {
            if mark.start > match.end + Self.widestReach { break }
            if mark.groups.contains(.citation) { citations += 1 }
            if mark.groups.contains(.software) { software += 1 }
            let distance = max(0, mark.start - match.end, match.start - mark.end)
            guard distance <= reach else { continue }
            if isTable, mark.line != candidate.line || !table.hasHeader && table.row == 0 { continue }
            near.insert(mark.groups)
            if mark.groups.meets(own) { ownDistance = min(ownDistance, distance) }
            if mark.groups.contains(.thing), mark.end <= match.start { thingDistance = min(thingDistance, distance) }
        }
        var label = pathGroups
        if isTable { label.insert(table.header(table.column)) }
        near.insert(label)
        let isThing = thingDistance < ownDistance && thingDistance <= 30 && !label.meets(own)
        let isCited =
            citations >= 3 || isInReferences && citations >= 1 || match.start < citedUntil
            || isTagged(text, match.start - base)
        return Surroundings(
            near: near, label: label, own: own, hasContext: near.meets(own) && !isThing,
            isThing: isThing || label.contains(.thing), isNumericRow: isNumericRow(text, match), isCited: isCited,
            isSoftware: software >= 3 || passage.form == .sourceCode
                || isComment(text, match.start - base), isInTable: isTable, part: passage.place.part)
    }

    /// The first mark that ends after a place of the passage.
    @inline(__always)
    private func firstMark(endingAfter place: Int) -> Int {
        let marks = marks.span
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].end < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether three other numbers or more stand on the same line and hardly a letter, so that it is a row of figures.
    private func isNumericRow(_ text: Span<UInt8>, _ match: Match) -> Bool {
        guard !isTable else { return false }
        var row = RowOfFigures()
        var position = match.start - base - 1
        let first = max(0, position - 200)
        while position >= first, text[position] != 0x0A {
            row.add(text[position])
            position -= 1
        }
        row.endNumber()
        position = match.end - base
        let last = min(text.count, position + 200)
        while position < last, text[position] != 0x0A {
            row.add(text[position])
            position += 1
        }
        return row.numbers >= 3 && row.letters * 2 < row.digits
    }

    /// Whether the line is a comment of a program, a style or a manual page.
    private func isComment(_ text: Span<UInt8>, _ position: Int) -> Bool {
        var start = min(position, text.count)
        let limit = max(0, start - 160)
        while start > limit, text[start - 1] != 0x0A { start -= 1 }
        guard start == 0 || text[start - 1] == 0x0A else { return false }
        while text.byte(start).isBlank { start += 1 }
        return text.byte(start) == UInt8(ascii: "%") || text.holds(".\\\"", at: start) || text.holds("//", at: start)
            || text.holds("/*", at: start) || text.holds("<!--", at: start)
    }

    /// Whether the line begins with a tag of the RIS format, such as `AU  - `.
    private func isTagged(_ text: Span<UInt8>, _ position: Int) -> Bool {
        var start = min(position, text.count)
        let limit = max(0, start - 300)
        while start > limit, text[start - 1] != 0x0A { start -= 1 }
        return text.holds("  - ", at: start + 2) && text.byte(start).isUpperCase
    }
}

/// What a line consists of.
private struct RowOfFigures {
    private(set) var numbers = 0
    private(set) var digits = 0
    private(set) var letters = 0
    private var isInNumber = false

    mutating func add(_ byte: UInt8) {
        if byte.isDigit {
            digits += 1
            if !isInNumber { numbers += 1 }
            isInNumber = true
        } else {
            if byte.isLetter { letters += 1 }
            isInNumber = isInNumber && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","))
        }
    }

    mutating func endNumber() { isInNumber = false }
}
