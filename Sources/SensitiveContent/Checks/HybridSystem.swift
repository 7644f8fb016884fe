/// Whether the last digit is the check digit of the others.
///
/// Source: ISO 7064, hybrid system mod 11,10; German tax numbers and the Croatian OIB use it.
func holdsMod11Comma10(_ symbols: Symbols) -> Bool {
    var product = 10
    for position in 0..<symbols.count - 1 {
        var sum = (symbols.digit(position) + product) % 10
        if sum == 0 { sum = 10 }
        product = sum * 2 % 11
    }
    return (symbols.digit(symbols.count - 1) + product) % 10 == 1
}
