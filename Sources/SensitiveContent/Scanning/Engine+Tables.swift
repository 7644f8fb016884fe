internal import StorageModel

extension Engine {
    /// Ends a line of a table, unless a quote holds it open.
    mutating func endLine(_ text: Span<UInt8>, at position: Int) {
        // A quote that is never closed must not swallow the file.
        if table.isQuoted, base + position - table.cellStart < 4096 { return }
        endCell(text, at: position, isRowEnd: true)
    }

    /// Ends a cell, and the row with its last one.
    mutating func endCell(_ text: Span<UInt8>, at position: Int, isRowEnd: Bool) {
        var start = max(0, table.cellStart - base)
        var end = position
        while start < end, text[start] <= 0x20 || text[start] == UInt8(ascii: "\"") { start += 1 }
        while end > start, text[end - 1] <= 0x20 || text[end - 1] == UInt8(ascii: "\"") { end -= 1 }
        let first = text.byte(start)
        let isNumber =
            first.isDigit || (first == 0x2D || first == 0x2B || first == 0x2E) && text.byte(start + 1).isDigit
        if end > start, table.hasHeader, first.isLetter || first >= 0xC3, table.holdsName() {
            countName(text, start, end)
        }
        if end > start, end - start <= 128, table.hasHeader { askAboutCell(text, start, end) }
        table.endCell(isFilled: end > start, isNumber: isNumber, next: base + position + 1)
        if isRowEnd { table.endRow() }
    }

    /// Where a cell ends that holds a short number and nothing else, of which there is nothing to ask; nil for any other.
    @inline(__always)
    func endOfPlainCell(_ text: Span<UInt8>, at start: Int) -> Int? {
        // An amount beside its date is counted.
        guard table.cellStart == base + start, dateLine != line else { return nil }
        var end = start + 1
        while end < text.count, text[end].isDigit { end += 1 }
        let isShort = end - start == 1 || end - start <= 6 && text[start] != UInt8(ascii: "0")
        guard isShort, end < text.count else { return nil }
        if text[end] == UInt8(ascii: "."), text.byte(end + 1).isDigit {
            end += 2
            while end < text.count, text[end].isDigit { end += 1 }
        }
        guard end < text.count, end - start < 64 else { return nil }
        switch text[end] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"):
            return kinds[text[end]] == ByteKind.separator ? end : nil
        case UInt8(ascii: "\n"): return end
        default: return nil
        }
    }

    /// Looks at a cell that may be the last one of an account number whose country is a cell of its own; where no words are of
    /// accounts, it may be any number beside a country.
    mutating func lastCell(_ text: Span<UInt8>, _ start: Int) {
        guard let (country, cells) = AccountCells.country(text, beforeCellAt: start),
            areOfAccounts(cells, from: country), let number = AccountCells.number(text, at: country),
            !AccountCells.areOthers(text, beside: country)
        else { return }
        encoded.meet(number, at: base + start)
    }

    /// Whether words of accounts stand in the line before some cells, right before them, above them or in the key.
    private func areOfAccounts(_ cells: Int, from start: Int) -> Bool {
        let words = set.accountWords
        if pathGroups.meets(words) { return true }
        var index = marks.count - 1
        while index >= 0, isTable ? marks[index].line == line : marks[index].end > base + start - Self.reachOfCells {
            if marks[index].groups.meets(words) { return true }
            index -= 1
        }
        return isTable && (max(0, table.column + 1 - cells)...table.column).contains { table.header($0).meets(words) }
    }

    private static let reachOfCells = 80

    /// Asks the detectors whose words the column's header holds about the cell.
    private mutating func askAboutCell(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        let header = table.header(table.column)
        guard header.meets(set.cellWords) else { return }
        for detector in set.anchors[Anchor.cell.rawValue] where header.meets(set.ownGroups[detector]) {
            guard var match = set.detectors[detector].examine(value: text.extracting(start..<end)) else { continue }
            match.start += start
            match.end += start
            meet(match, of: detector, text)
        }
    }

    /// Counts the name of a person that a column's header announces.
    private mutating func countName(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard let detector = set.index(of: "person-name"), end - start <= 80 else { return }
        var match = Match(start, end, alone: .possible, inContext: .possible, mask: .initials)
        let hash = saltedHash(hash(text, start, end), salt: salt)
        match.start += base
        match.end += base
        let place = place(match, line: line)
        _ = table.count(
            Candidate(match: match, detector: detector, line: line), confidence: .possible, value: 0, hash: hash,
            place: place, masked: match.mask.apply(text, start, end))
    }

    /// Adds what a table's columns come to.
    mutating func concludeTable() {
        let (tallies, shape) = table.conclude(set)
        for (detector, confidence, tally) in tallies {
            document.book.add(tally, detector: detector, confidence: confidence)
        }
        if let shape, document.tables.count < DocumentReading.mostTables { document.tables.append(shape) }
        isTable = false
        kinds = ByteKinds.prose
        table = TableReading()
    }
}
