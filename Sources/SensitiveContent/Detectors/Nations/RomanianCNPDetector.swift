internal import StorageModel

/// Romanian personal numbers (CNP), thirteen digits.
///
/// Source: Legea 105/1996; sex and century, date of birth, county, order, and a check digit with the weights
/// 2 7 9 1 4 6 3 5 8 2 7 9, modulo 11, where 10 is written as 1.
struct RomanianCNPDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "romanian-cnp", tag: "personal", english: "Romanian personal number (CNP)",
            german: "rumänische Personenkennzahl (CNP)")
    }
    var triggers: [Trigger] { [.digits([13])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "cnp", "cod numeric personal", "codul numeric personal", "romanian id", "personal numeric code",
        ]
    }
    var samples: [String] {
        [
            "1630615123457"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 13, symbols.areDigits, 1...9 ~= symbols.digit(0) else { return false }
        let century = [1900, 1900, 1900, 1800, 1800, 2000, 2000, 1900, 1900, 1900][symbols.digit(0)]
        guard
            WrittenDate.exists(
                day: symbols.number(5..<7), month: symbols.number(3..<5), year: century + symbols.number(1..<3))
        else { return false }
        let rest = weightedSum(symbols, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
        return (rest == 10 ? 1 : rest) == symbols.digit(12)
    }
}
