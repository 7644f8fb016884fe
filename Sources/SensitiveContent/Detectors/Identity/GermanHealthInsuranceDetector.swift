internal import StorageModel

/// Numbers of people in the German statutory health insurance, a letter and nine digits.
///
/// Source: § 290 SGB V; the letter counts as two digits, and the weights are 1 and 2 in turn.
struct GermanHealthInsuranceDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "german-health-insurance", tag: "personal", english: "German health insurance number",
            german: "deutsche Krankenversichertennummer")
    }
    var triggers: [Trigger] { [.letters(1, [10])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "krankenkasse", "krankenversicherung", "krankenversichertennummer", "krankenversicherungsnummer",
            "versichertennummer", "versichertennr", "versicherten nr", "versicherten id", "kvnr", "kv nummer",
            "gesundheitskarte", "egk", "health insurance", "health insurance number", "insured person",
            "insurance number",
        ]
    }
    var samples: [String] {
        [
            "A123456780"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 10, symbols[0].isUpperCase, symbols.areDigits(1..<10) else { return false }
        var spelled = Symbols()
        spelled.append(letter: symbols[0])
        spelled.append(symbols.slice(1..<9))
        return crossSum(spelled, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == symbols.digit(9)
    }
}
