/// An account number in cells of a table that stand side by side: the country and the check digits, the bank, the account.
enum AccountCells {
    private static let separators = Array(",;|\t".utf8)
    private static let widestSeparator = 8

    /// The number whose first four characters are a cell that begins here; nil when there is none.
    static func number(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        guard let country = AccountCountry.of(text.byte(start), text.byte(start + 1)),
            !text.byte(start + 4).isLetterOrDigit
        else { return nil }
        var symbols = (start..<start + 4).map { text.byte($0) }
        var position = start + 4
        for cell in 1...2 {
            guard let next = nextCell(text, position) else { return nil }
            position = next
            while symbols.count < country.length, text.byte(position).isDigit || text.byte(position).isUpperCase {
                symbols.append(text.byte(position))
                position += 1
            }
            guard !text.byte(position).isLetterOrDigit else { return nil }
            if symbols.count == country.length { break }
            guard cell == 1, symbols.count - 4 == AccountCountry.bankWidth(text.byte(start), text.byte(start + 1))
            else { return nil }
        }
        return symbols.count == country.length ? AccountParts.number(at: symbols) : nil
    }

    /// Where the next cell's content begins; nil when no cell ends at a position.
    private static func nextCell(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var position = start
        var separatorCount = 0
        while position < start + widestSeparator, !text.byte(position).isLetterOrDigit {
            let byte = text.byte(position)
            if separators.contains(byte) { separatorCount += 1 }
            guard separators.contains(byte) || byte == 0x20 || SeparatorGap.isQuote(byte) else { return nil }
            position += 1
        }
        return separatorCount == 1 && text.byte(position).isLetterOrDigit ? position : nil
    }
}
