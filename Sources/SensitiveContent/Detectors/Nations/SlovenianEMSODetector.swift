internal import StorageModel

/// Slovenian personal numbers (EMŠO) and those of the other states of former Yugoslavia (JMBG), thirteen digits.
///
/// Source: Zakon o centralnem registru prebivalstva; date of birth, region, order and sex, and a check digit with the
/// weights 7 6 5 4 3 2, modulo 11.
struct SlovenianEMSODetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "slovenian-emso", tag: "personal", english: "Slovenian personal number (EMŠO)",
            german: "slowenische Personenkennzahl (EMŠO)")
    }
    var triggers: [Trigger] { [.digits([13])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "emšo", "emso", "jmbg", "matična številka", "maticna stevilka", "matični broj", "personal number",
            "personal identification number", "personenkennzahl",
        ]
    }
    var samples: [String] {
        [
            "0101006500006"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 13, symbols.areDigits else { return false }
        let short = symbols.number(4..<7)
        guard
            WrittenDate.exists(
                day: symbols.number(0..<2), month: symbols.number(2..<4), year: short + (short >= 800 ? 1000 : 2000))
        else { return false }
        // A digit of ten is written as 0.
        return (11 - weightedSum(symbols, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == symbols.digit(12)
    }
}
