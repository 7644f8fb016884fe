/// The sum of digits, each times the weight of its place; places without a weight do not count.
func weightedSum(_ symbols: Symbols, _ weights: [Int], from first: Int = 0) -> Int {
    var sum = 0
    for (offset, weight) in weights.enumerated() where first + offset < symbols.count {
        sum += symbols.digit(first + offset) * weight
    }
    return sum
}

/// The sum of the digits of each product of a digit and the weight of its place.
///
/// Source: § 2 VKVV (pension insurance) and § 290 SGB V (health insurance), whose weights are 1 and 2 in turn or given.
func crossSum(_ symbols: Symbols, _ weights: [Int]) -> Int {
    var sum = 0
    for (position, weight) in weights.enumerated() where position < symbols.count {
        let product = symbols.digit(position) * weight
        sum += product / 10 + product % 10
    }
    return sum
}

/// Whether the last of 13 digits is the check digit of an article number.
///
/// Source: GS1 General Specifications, 7.9; the Swiss AHV number is one of them.
func holdsArticleNumber(_ symbols: Symbols) -> Bool {
    symbols.count == 13 && weightedSum(symbols, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]).isMultiple(of: 10)
}
