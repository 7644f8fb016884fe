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
        return Match(code.start, code.end(length), alone: .certain, inContext: .certain, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 13 && symbols.areDigits && symbols.number(0..<3) == 756 && holdsArticleNumber(symbols)
    }
}
