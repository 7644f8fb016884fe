internal import StorageModel

/// Hungarian social insurance numbers (TAJ), `123 456 788`.
///
/// Source: 1996. évi XX. törvény; the weights 3 and 7 in turn, modulo 10.
struct HungarianTAJDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "hungarian-taj", tag: "personal", english: "Hungarian social insurance number (TAJ)",
            german: "ungarische Sozialversicherungsnummer (TAJ)")
    }
    var triggers: [Trigger] { [.digits([9])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[3, 3, 3]] }
    var words: [String] {
        [
            "taj", "taj szám", "tajszám", "taj szam", "társadalombiztosítási", "hungarian social insurance",
            "hungarian social security",
        ]
    }
    var samples: [String] {
        [
            "123456788", "111111110",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [3, 3, 3]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 9 && symbols.areDigits && symbols.variety >= 4
            && weightedSum(symbols, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == symbols.digit(8)
    }
}
