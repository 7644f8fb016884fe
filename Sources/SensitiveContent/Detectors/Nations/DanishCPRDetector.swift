internal import StorageModel

/// Danish personal numbers (CPR), `150785-1236`.
///
/// Source: CPR-loven; a date of birth and four digits. Since 2007 numbers are given out that hold no check digit, so
/// that a word has to stand nearby.
struct DanishCPRDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "danish-cpr", tag: "personal", english: "Danish personal number (CPR)",
            german: "dänische Personennummer (CPR)")
    }
    var triggers: [Trigger] { [.digits([10])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[6, 4]] }
    var words: [String] {
        [
            "cpr", "cpr nummer", "cpr nr", "cprnr", "personnummer", "danish personal number",
            "civil registration number",
        ]
    }
    var samples: [String] {
        [
            "0707614285", "2110625629",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [6, 4]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 10 && symbols.areDigits && symbols.number(6..<10) > 0
            && WrittenDate.exists(day: symbols.number(0..<2), month: symbols.number(2..<4), year: 2000)
    }
}
