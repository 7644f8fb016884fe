/// Whether the last digit is the check digit of the others.
///
/// Source: ISO/IEC 7812-1, annex B: from the right, every second digit counts double, by the sum of its digits.
func holdsLuhn(_ symbols: Symbols) -> Bool {
    var sum = 0
    for position in 0..<symbols.count {
        let digit = symbols.digit(symbols.count - 1 - position)
        sum += position.isMultiple(of: 2) ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
    }
    return sum.isMultiple(of: 10)
}
