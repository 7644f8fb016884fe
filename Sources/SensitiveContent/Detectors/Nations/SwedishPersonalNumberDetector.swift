internal import StorageModel

/// Swedish personal numbers, `850715-1234`.
///
/// Source: Folkbokföringslagen § 18; date of birth (its day raised by 60 for coordination numbers), three digits, and a
/// check digit by Luhn.
struct SwedishPersonalNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "swedish-personal-number", tag: "personal", english: "Swedish personal number",
            german: "schwedische Personennummer")
    }
    var triggers: [Trigger] { [.digits([10, 12])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[6, 4], [8, 4]] }
    var words: [String] {
        [
            "personnummer", "personnr", "samordningsnummer", "swedish personal number", "personal identity number",
            "personennummer",
        ]
    }
    var samples: [String] {
        [
            "8507099805", "8112189876", "198112189876", "6408233234",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [6, 4], [8, 4]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 10 || symbols.count == 12, symbols.areDigits else { return false }
        let short = symbols.slice(symbols.count - 10..<symbols.count)
        let day = short.number(4..<6)
        guard 1...12 ~= short.number(2..<4), 1...31 ~= day || 61...91 ~= day else { return false }
        guard symbols.count == 10 || [18, 19, 20].contains(symbols.number(0..<2)) else { return false }
        return holdsLuhn(short)
    }
}
