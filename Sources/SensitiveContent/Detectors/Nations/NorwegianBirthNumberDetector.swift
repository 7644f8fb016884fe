internal import StorageModel

/// Norwegian birth numbers, `150785 18275`.
///
/// Source: Folkeregisterloven; date of birth (its day raised by 40 for temporary numbers), three digits, and two check
/// digits modulo 11.
struct NorwegianBirthNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "norwegian-birth-number", tag: "personal", english: "Norwegian birth number",
            german: "norwegische Geburtsnummer")
    }
    var triggers: [Trigger] { [.digits([11])] }
    var groupings: [[Int]]? { [[6, 5]] }
    var words: [String] {
        [
            "fødselsnummer", "fodselsnummer", "fødselsnr", "personnummer", "norwegian birth number",
            "national identity number", "geburtsnummer", "d nummer",
        ]
    }
    var samples: [String] {
        [
            "15108695088"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [6, 5]) else { return nil }
        return Match(code.start, code.end(length), alone: .possible, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 11, symbols.areDigits else { return false }
        let day = symbols.number(0..<2)
        let month = symbols.number(2..<4)
        guard WrittenDate.exists(day: day > 40 ? day - 40 : day, month: month > 40 ? month - 40 : month, year: 2000)
        else { return false }
        // The three digits tell the century: 000 to 499 the twentieth, above it others, by the year.
        let (year, order) = (symbols.number(4..<6), symbols.number(6..<9))
        guard order < 500 || year < 40 || order < 750 && year >= 54 || order >= 900 else { return false }
        return weightedSum(symbols, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).isMultiple(of: 11)
            && weightedSum(symbols, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
    }
}
