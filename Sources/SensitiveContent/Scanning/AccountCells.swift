/// An account number in cells of a table that stand side by side: the country, the check digits, the bank, the account.
///
/// The first two are often one cell, and so are the last two, or all but the country.
enum AccountCells {
    private static let widestSeparator = 8
    private static let widestCell = 8
    private static let longestLine = 240
    private static let mostCells = 4
    /// What stands behind the country, the check digits and the bank is longer.
    static let fewestDigits = 10

    /// The number whose country, with or without check digits, is a cell that begins here; nil when there is none.
    static func number(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        guard let country = AccountCountry.of(text.byte(start), text.byte(start + 1)) else { return nil }
        let bankEnd = AccountCountry.bankWidth(text.byte(start), text.byte(start + 1)).map { $0 + 4 }
        var symbols: [UInt8] = []
        var position = start
        while true {
            while symbols.count < country.length, text.byte(position).isDigit || text.byte(position).isUpperCase {
                symbols.append(text.byte(position))
                position += 1
            }
            guard !text.byte(position).isLetterOrDigit else { return nil }
            if symbols.count == country.length { break }
            guard symbols.count == 2 || symbols.count == 4 || symbols.count == bankEnd,
                let next = nextCell(text, position)
            else { return nil }
            position = next
        }
        return AccountParts.number(at: symbols)
    }

    /// The number whose country is a cell that begins here, and whose check digits and groups of four are the next cell, as in
    /// forms with the country printed; nil when there is none.
    static func number(inFours text: Span<UInt8>, at start: Int) -> [UInt8]? {
        let length = AccountCountry.length(text.byte(start), text.byte(start + 1))
        // A cell may be a line.
        let next = text.byte(start + 2) == 0x0A ? start + 3 : nextCell(text, start + 2)
        guard length > 0, var position = next else { return nil }
        var symbols = [text.byte(start), text.byte(start + 1)]
        while symbols.count < length {
            let group = min(symbols.count == 2 ? 2 : 4, length - symbols.count)
            for place in position..<position + group {
                guard text.byte(place).isDigit || text.byte(place).isUpperCase else { return nil }
                symbols.append(text.byte(place))
            }
            position += group
            let end = position
            while position < end + widestSeparator,
                text.byte(position) == 0x20 || text.byte(position) == 0x0A
                    || text.byte(position) == 0x09
            {
                position += 1
            }
            guard position > end || symbols.count == length else { return nil }
            if symbols.count == length, text.byte(end).isLetterOrDigit { return nil }
        }
        return AccountParts.number(at: symbols)
    }

    /// Where the country stands that is a cell of its own before the cell of digits that begins here, and how many cells there
    /// are from it on; nil when the cells before it cannot be those of an account number.
    static func country(_ text: Span<UInt8>, beforeCellAt start: Int) -> (place: Int, cells: Int)? {
        var end = start
        for cells in 2...mostCells {
            guard let last = lastCell(text, before: end), last.count <= widestCell else { return nil }
            end = last.lowerBound
            if last.count == 2, text.byte(end).isUpperCase {
                return AccountCountry.length(text.byte(end), text.byte(end + 1)) > 0 ? (end, cells) : nil
            }
        }
        return nil
    }

    /// Where the next cell's content begins; nil when no cell ends at a position.
    private static func nextCell(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var position = start
        var separatorCount = 0
        while position < start + widestSeparator, !text.byte(position).isLetterOrDigit {
            let byte = text.byte(position)
            if isSeparator(byte) { separatorCount += 1 }
            guard isBetweenCells(byte) else { return nil }
            position += 1
        }
        return separatorCount == 1 && text.byte(position).isLetterOrDigit ? position : nil
    }

    /// The content of the cell before the one that begins here; nil when there is none.
    private static func lastCell(_ text: Span<UInt8>, before start: Int) -> Range<Int>? {
        var end = start
        while end > start - widestSeparator, isBetweenCells(text.byte(end - 1)) { end -= 1 }
        guard nextCell(text, end) == start else { return nil }
        var first = end
        while first > end - widestCell - 1, text.byte(first - 1).isDigit || text.byte(first - 1).isUpperCase {
            first -= 1
        }
        return first < end && !text.byte(first - 1).isLetterOrDigit ? first..<end : nil
    }

    private static func isBetweenCells(_ byte: UInt8) -> Bool {
        isSeparator(byte) || byte == 0x20 || SeparatorGap.isQuote(byte)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09: true
        default: false
        }
    }

    // MARK: Columns

    /// Whether the line above or below has two capitals, too, with figures behind them that are no account number: then it is a
    /// table of something else.
    static func areOthers(_ text: Span<UInt8>, beside start: Int) -> Bool {
        var line = start
        while line > start - longestLine, line > 0, text[line - 1] != 0x0A { line -= 1 }
        var below = start
        while below < start + longestLine, below < text.count, text[below] != 0x0A { below += 1 }
        var above = line - 1
        while above > line - longestLine, above > 0, text[above - 1] != 0x0A { above -= 1 }
        return hasOther(text, above..<line - 1) || hasOther(text, below + 1..<below + longestLine)
    }

    private static func hasOther(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        var position = max(0, line.lowerBound)
        while position < min(line.upperBound, text.count), text[position] != 0x0A {
            if text[position].isUpperCase, text.byte(position + 1).isUpperCase,
                !text.byte(position - 1).isLetterOrDigit, !text.byte(position + 2).isLetterOrDigit,
                let next = nextCell(text, position + 2),
                text.byte(next).isDigit
            {
                return number(text, at: position) == nil
            }
            position += 1
        }
        return false
    }
}
