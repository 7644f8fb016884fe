internal import StorageModel

/// Austrian tax account numbers, `59-119/9013`.
///
/// Source: the form of the Bundesministerium für Finanzen: an office of two digits, six digits, and a check digit for
/// which every second digit counts double, by the sum of its digits.
struct AustrianTaxAccountDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "austrian-tax-account", tag: "financial", english: "Austrian tax account number",
            german: "österreichische Abgabenkontonummer")
    }
    var triggers: [Trigger] { [.digits([9])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[2, 3, 4]] }
    var words: [String] {
        [
            "steuernummer", "steuernr", "st nr", "abgabenkonto", "abgabenkontonummer", "abgabenkontonr",
            "finanzamt", "finanzamtsnummer", "tax number", "tax account", "tax office",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        let isWritten = code.breaks(length) == (1 << 2 | 1 << 5)
        guard Self.isValid(symbols), isWritten || code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), inContext: .possible)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 9, symbols.areDigits, offices.contains(symbols.number(0..<2)) else { return false }
        return (10 - crossSum(symbols, [1, 2, 1, 2, 1, 2, 1, 2]) % 10) % 10 == symbols.digit(8)
    }
}

/// The offices, by the first two digits.
private let offices: Set = [
    3, 4, 6, 7, 8, 9, 10, 12, 15, 16, 18, 22, 23, 29, 33, 38, 41, 46, 51, 52, 53, 54, 57, 59, 61, 65, 67, 68, 69, 71,
    72,
    81, 82, 83, 84, 90, 91, 93, 97, 98,
]
