/// Whether the last character, a digit or `X` for ten, is the check character of the digits before it.
///
/// Source: ISO 7064, pure system mod 11-2; Chinese identity numbers (GB 11643) and ORCID use it.
func holdsMod11Dash2(_ symbols: Symbols) -> Bool {
    var total = 0
    for position in 0..<symbols.count - 1 { total = (total + symbols.digit(position)) * 2 % 11 }
    let last = symbols[symbols.count - 1]
    guard last.isDigit || last == UInt8(ascii: "X") else { return false }
    return (total + (last.isDigit ? last.digitValue : 10)) % 11 == 1
}
