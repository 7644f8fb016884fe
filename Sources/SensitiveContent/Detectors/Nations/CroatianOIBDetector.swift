internal import StorageModel

/// Croatian personal numbers (OIB), eleven digits.
///
/// Source: Zakon o osobnom identifikacijskom broju; ISO 7064, mod 11,10.
struct CroatianOIBDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "croatian-oib", tag: "personal", english: "Croatian personal number (OIB)",
            german: "kroatische Personenkennzahl (OIB)")
    }
    var triggers: [Trigger] { [.digits([11])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "oib", "osobni identifikacijski broj", "osobni broj", "croatian id", "personal identification number",
        ]
    }
    var samples: [String] {
        [
            "33392005961", "12345678903",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 11 && symbols.areDigits && symbols.variety >= 4 && holdsMod11Comma10(symbols)
    }
}
