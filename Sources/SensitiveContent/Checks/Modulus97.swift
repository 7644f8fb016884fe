/// The remainder of a number by 97, whose letters stand for 10 to 35.
///
/// Source: ISO 7064, mod 97-10; an IBAN (ISO 13616) has the remainder 1 when its first four characters stand last.
func remainderBy97(_ symbols: Symbols) -> Int {
    var remainder = 0
    for position in 0..<symbols.count {
        let symbol = symbols[position]
        remainder = symbol.isDigit ? remainder * 10 + symbol.digitValue : remainder * 100 + Int(symbol &- 0x37)
        remainder %= 97
    }
    return remainder
}
