internal import StorageModel

/// Swiss social insurance numbers (AHV, AVS), `756.1234.5678.97`.
///
/// Source: art. 50c AHVG; thirteen digits that begin with the country, with the check digit of GS1.
struct SwissSocialInsuranceDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "swiss-social-insurance", tag: "personal", english: "Swiss social insurance number",
            german: "Schweizer AHV-Nummer")
    }
    var triggers: [Trigger] { [.digits([13])] }
    var groupings: [[Int]]? { [[3, 4, 4, 2]] }
    var words: [String] {
        [
            "ahv", "ahv nummer", "ahv nr", "ahvnr", "ahvn", "avs", "numéro avs", "sozialversicherungsnummer",
            "social insurance number", "social security number", "navs",
        ]
    }
    var samples: [String] {
        [
            "7561234567897", "7569217076985",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [3, 4, 4, 2]) else { return nil }
        // Any number of thirteen digits may have the shape, and a time in milliseconds that ends in zeros.
        let isTime = symbols.number(10..<13) == 0
        let alone: Confidence? = code.breaks(length) != 0 ? .certain : isTime ? nil : .possible
        return Match(code.start, code.end(length), alone: alone, inContext: .certain, mask: .ends(2, 2))
    }

    func conclude(_ document: inout DocumentReading) {
        // A list may have its word far above.
        guard document.distinctWords(of: description.id) > 0, !document.isSourceCode else { return }
        document.move(description.id, from: .possible, to: .likely)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 13 && symbols.areDigits && symbols.number(0..<3) == 756 && holdsArticleNumber(symbols)
    }
}
