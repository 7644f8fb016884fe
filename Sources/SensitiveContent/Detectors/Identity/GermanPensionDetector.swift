internal import StorageModel

/// German pension insurance numbers, `15 070649 C 103`.
///
/// Two digits of an area, a date of birth whose day may be raised by 50, the first letter of the name at birth, two
/// digits of a series, and a check digit. Source: § 2 VKVV; the letter counts as two digits, and the weights are
/// 2 1 2 5 7 1 2 1 2 1 2 1.
struct GermanPensionDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "german-pension-insurance", tag: "personal", english: "German pension insurance number",
            german: "deutsche Rentenversicherungsnummer")
    }
    var triggers: [Trigger] { [.digits([12])] }
    var groupings: [[Int]]? { [[2, 6, 1, 3], [8, 1, 3]] }
    var words: [String] {
        [
            "rentenversicherungsnummer", "rentenversicherungsnr", "rentenversicherung", "rvnr", "rv nummer",
            "rv nr", "sv ausweis", "sozialversicherungsausweis", "sozialversicherungsnummer", "sv nummer", "svnr",
            "versicherungsnummer", "pension insurance", "pension insurance number", "social security number",
        ]
    }
    var samples: [String] {
        [
            "15070649C103", "65180539W001",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [2, 6, 1, 3], [8, 1, 3]) else { return nil }
        // The number of a sample may begin with the day it was taken.
        let isDated =
            [19, 20].contains(symbols.number(0..<2))
            && WrittenDate.exists(
                day: symbols.number(6..<8), month: symbols.number(4..<6), year: symbols.number(0..<4))
        return Match(code.start, code.end(length), alone: isDated ? .possible : .certain, inContext: .certain)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 12, symbols.areDigits(0..<8), symbols[8].isUpperCase, symbols.areDigits(9..<12),
            2...89 ~= symbols.number(0..<2), 1...12 ~= symbols.number(4..<6)
        else { return false }
        let day = symbols.number(2..<4)
        guard 1...31 ~= day || 51...81 ~= day else { return false }
        var spelled = symbols.slice(0..<8)
        spelled.append(letter: symbols[8])
        spelled.append(symbols.slice(9..<11))
        return crossSum(spelled, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == symbols.digit(11)
    }
}
