internal import StorageModel

/// Polish PESEL numbers, eleven digits.
///
/// Source: ustawa o ewidencji ludności; date of birth, whose month is raised by 20 per century, a series, and a check
/// digit with the weights 1 3 7 9.
struct PolishPESELDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "polish-pesel", tag: "personal", english: "Polish PESEL number",
            german: "polnische PESEL-Nummer")
    }
    var triggers: [Trigger] { [.digits([11])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "pesel", "numer pesel", "nr pesel", "ewidencyjny", "polish id", "national identification number",
        ]
    }
    var samples: [String] {
        [
            "44051401359", "44051401458",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 11, symbols.areDigits else { return false }
        let month = symbols.number(2..<4)
        let century = [1900, 2000, 2100, 2200, 1800][month / 20]
        guard WrittenDate.exists(day: symbols.number(4..<6), month: month % 20, year: century + symbols.number(0..<2))
        else { return false }
        return weightedSum(symbols, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).isMultiple(of: 10)
    }
}
