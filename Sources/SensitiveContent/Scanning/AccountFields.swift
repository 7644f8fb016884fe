/// An account number in fields of a record that follow each other: the country, the check digits, the bank and the account, the
/// last two of which may be one.
///
/// Only where the last of them stands under a word of accounts it is one; other records have such figures, too.
public struct AccountFields: Sendable {
    /// What was read of a number whose end is still to come.
    private var symbols: [UInt8] = []

    /// Begins with no fields.
    public init() {}

    /// Takes the next field.
    /// - Parameter field: The whole value.
    /// - Returns: The account number that ends with it.
    public mutating func take(_ field: Span<UInt8>) -> [UInt8]? {
        if symbols.isEmpty || !goOn(with: field) {
            if !symbols.isEmpty { symbols = [] }
            if field.count == 2, AccountParts.isCountry(field[0], field[1]) { symbols = [field[0], field[1]] }
            return nil
        }
        return ended()
    }

    private mutating func goOn(with field: Span<UInt8>) -> Bool {
        let missing = AccountCountry.length(symbols[0], symbols[1]) - symbols.count
        let bankWidth = AccountCountry.bankWidth(symbols[0], symbols[1])
        let isNext =
            symbols.count == 2
            ? field.count == 2 : field.count == missing || symbols.count == 4 && field.count == bankWidth
        guard isNext else { return false }
        for index in field.indices {
            guard field[index].isDigit || field[index].isUpperCase && symbols.count > 3 else { return false }
            symbols.append(field[index])
        }
        return true
    }

    private mutating func ended() -> [UInt8]? {
        guard symbols.count == AccountCountry.length(symbols[0], symbols[1]) else { return nil }
        defer { symbols = [] }
        return AccountParts.number(at: symbols)
    }
}
