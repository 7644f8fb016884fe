internal import StorageModel

/// Hungarian tax numbers of people, ten digits that begin with 8.
///
/// Source: 1996. évi XX. törvény; each digit times its place, modulo 11.
struct HungarianTaxNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "hungarian-tax-id", tag: "personal", english: "Hungarian tax number",
            german: "ungarische Steuernummer")
    }
    var triggers: [Trigger] { [.digits([10])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "adóazonosító", "adóazonosító jel", "adoazonosito", "adóazonosító jele", "hungarian tax", "tax id",
            "tax number", "steuernummer",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 10 && symbols.areDigits && symbols.digit(0) == 8 && symbols.variety >= 4
            && weightedSum(symbols, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == symbols.digit(9)
    }
}
