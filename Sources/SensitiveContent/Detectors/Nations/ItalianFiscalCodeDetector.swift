internal import StorageModel

/// Italian fiscal codes, `RSSMRA85T10A562S`.
///
/// Source: D.M. 23 December 1976; letters of the name, the date of birth, the place, and a check letter for which
/// characters at odd places have values of their own. Letters that replace digits when codes collide are accepted.
struct ItalianFiscalCodeDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "italian-fiscal-code", tag: "personal", english: "Italian fiscal code",
            german: "italienische Steuernummer (codice fiscale)")
    }
    var triggers: [Trigger] { [.letters(6, [16])] }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "codice fiscale", "cod fiscale", "cod fisc", "codicefiscale", "fiscal code", "tax code",
            "steuernummer", "cf",
        ]
    }
    var samples: [String] {
        [
            "RSSMRA85T10A562S", "RSSMRA80A01H501U", "MRTMTT25D09F205Z",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: .likely, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 16, symbols[15].isUpperCase else { return false }
        for position in [0, 1, 2, 3, 4, 5, 8, 11] where !symbols[position].isUpperCase { return false }
        for position in [6, 7, 9, 10, 12, 13, 14] {
            let symbol = symbols[position]
            guard symbol.isDigit || Array("LMNPQRSTUV".utf8).contains(symbol) else { return false }
        }
        guard Array("ABCDEHLMPRST".utf8).contains(symbols[8]) else { return false }
        var sum = 0
        for position in 0..<15 {
            let symbol = symbols[position]
            let value = symbol.isDigit ? symbol.digitValue : Int(symbol) - 65
            // Places count from 1, so the first is odd.
            sum += position.isMultiple(of: 2) ? oddValues[value] : value
        }
        return sum % 26 == Int(symbols[15]) - 65
    }
}

/// What a digit, or a letter by its place in the alphabet, counts at an odd place.
private let oddValues = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]
