/// An account number between whose groups always the same stands: quotation marks and commas, bars, brackets, characters that
/// show nothing, commands of TeX.
enum RepeatedGaps {
    /// The sizes of the groups: characters in boxes, pairs, and groups as people write them.
    private static let sizes = [1, 2, 4]
    private static let widest = 24
    private static let longestLine = 200
    /// What stands between boxes is narrower.
    private static let widestBox = 4
    private static let widestPairs = 2

    /// The number that begins here, without what stands between its groups; nil when none does.
    static func number(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        var size = 0
        while size <= 4, text.byte(start + size).isLetterOrDigit { size += 1 }
        guard sizes.contains(size), size != 2 || !isInTable(text, start) else { return nil }
        for width in 1...(size == 4 ? widest : size == 2 ? widestPairs : widestBox) {
            let next = start + size + width
            guard text.byte(next).isLetterOrDigit, !text.byte(next - 1).isLetterOrDigit else { continue }
            if let number = number(text, at: start, size: size, width: width) { return number }
        }
        return nil
    }

    /// Whether the line above or below begins as this one does, with two capitals and a figure: then it is a table of countries.
    private static func isInTable(_ text: Span<UInt8>, _ start: Int) -> Bool {
        guard text.byte(start - 1) < 0x20 else { return false }
        var below = start
        while below < start + longestLine, below < text.count, text[below] != 0x0A { below += 1 }
        var above = start - 2
        while above > start - longestLine, above >= 0, text[above] != 0x0A { above -= 1 }
        return beginsRow(text, below + 1) || start > 0 && beginsRow(text, above + 1)
    }

    private static func beginsRow(_ text: Span<UInt8>, _ start: Int) -> Bool {
        text.byte(start).isUpperCase && text.byte(start + 1).isUpperCase && text.byte(start + 2) == 0x20
            && text.byte(start + 3).isDigit
    }

    /// Where a number begins whose third character, a digit, stands alone; nil when it is none.
    static func start(_ text: Span<UInt8>, thirdAt third: Int) -> Int? {
        var second = third - 1
        while second >= third - widestBox, !text.byte(second).isLetterOrDigit { second -= 1 }
        guard text.byte(second).isUpperCase, second < third - 1 else { return nil }
        let first = second - (third - second)
        guard !text.byte(first - 1).isLetterOrDigit, AccountCountry.of(text.byte(first), text.byte(second)) != nil
        else { return nil }
        for place in 1..<third - second where text.byte(first + place) != text.byte(second + place) { return nil }
        return first
    }

    private static func number(_ text: Span<UInt8>, at start: Int, size: Int, width: Int) -> [UInt8]? {
        let second = size == 1 ? start + 1 + width : start + 1
        guard let country = AccountCountry.of(text.byte(start), text.byte(second)) else { return nil }
        var symbols: [UInt8] = []
        var position = start
        while true {
            let end = position + min(size, country.length - symbols.count)
            while position < end {
                let byte = text.byte(position)
                guard byte.isDigit || byte.isUpperCase else { return nil }
                symbols.append(byte)
                position += 1
            }
            if symbols.count == country.length { break }
            for place in 0..<width where text.byte(position + place) != text.byte(start + size + place) { return nil }
            position += width
        }
        guard !text.byte(position).isLetterOrDigit else { return nil }
        return AccountParts.number(at: symbols)
    }
}
