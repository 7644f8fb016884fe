internal import StorageModel

/// Czech and Slovak birth numbers, `855715/1230`.
///
/// Source: zákon 133/2000 Sb.; year, month (raised by 50 for women, by 20 when numbers ran out), day, and four digits
/// that make the whole divisible by 11.
struct CzechSlovakBirthNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "czech-slovak-birth-number", tag: "personal", english: "Czech or Slovak birth number",
            german: "tschechische oder slowakische Geburtsnummer")
    }
    var triggers: [Trigger] { [.digits([10])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[6, 4]] }
    var words: [String] {
        [
            "rodné číslo", "rodne cislo", "rodné cislo", "rč", "birth number", "geburtsnummer", "personal number",
        ]
    }
    var samples: [String] {
        [
            "7103192745", "9912110001",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [6, 4]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 10, symbols.areDigits else { return false }
        var month = symbols.number(2..<4)
        if month > 50 { month -= 50 }
        if month > 20 { month -= 20 }
        let short = symbols.number(0..<2)
        guard WrittenDate.exists(day: symbols.number(4..<6), month: month, year: short + (short >= 54 ? 1900 : 2000))
        else { return false }
        // Until 1985 a rest of 10 was written as 0.
        let rest = symbols.number(0..<9) % 11
        return rest == symbols.digit(9) || rest == 10 && symbols.digit(9) == 0 && 54...85 ~= short
    }
}
