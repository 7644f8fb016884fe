/// What looks like an account number although its check digits do not hold, as it comes from recognized letters.
public enum MisreadAccount {
    /// So many characters, blanks included, are looked at.
    public static let longest = 50
    /// One letter may be read for two, or two for one.
    private static let slip = 1

    /// Whether a text begins with one: a country, and as many characters as its numbers have, most of them digits, in one
    /// piece or in groups of four.
    public static func begins(_ text: ArraySlice<UInt8>) -> Bool {
        var symbols: [UInt8] = []
        var isMisread = false
        for (place, group) in groups(text).enumerated() {
            // What follows a group of another size is no more of it.
            if place > 0, !(symbols.count % 4 <= slip || symbols.count % 4 >= 4 - slip) { break }
            symbols += group
            guard symbols.count >= 2, let country = AccountCountry.of(symbols[0], symbols[1]) else { return false }
            guard AccountParts.number(at: symbols) == nil else { return false }
            let digits = symbols.count { $0.isDigit }
            let isAsLong = abs(symbols.count - country.length) <= slip
            isMisread = isMisread || isAsLong && digits * 4 >= (symbols.count - 2) * 3
        }
        return isMisread
    }

    /// The words of letters and digits with one blank between them.
    private static func groups(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let end = text.indices.first { index in
            !text[index].isLetterOrDigit && (text[index] != 0x20 || text[text.index(before: index)] == 0x20)
        }
        return text[..<(end ?? text.endIndex)].prefix(longest).split(separator: 0x20)
    }
}
