/// The check digit of a field of a travel document.
///
/// Source: ICAO Doc 9303-3, 4.9: weights 7, 3, 1 in turn; letters stand for 10 to 35, `<` for 0.
func travelDocumentDigit(_ symbols: Symbols) -> Int? {
    var sum = 0
    for position in 0..<symbols.count {
        let symbol = symbols[position]
        let value: Int
        if symbol.isDigit {
            value = symbol.digitValue
        } else if symbol.isUpperCase {
            value = Int(symbol) - 55
        } else if symbol == UInt8(ascii: "<") {
            value = 0
        } else {
            return nil
        }
        sum += value * [7, 3, 1][position % 3]
    }
    return sum % 10
}
