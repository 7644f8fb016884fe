internal import StorageModel

/// Belgian national numbers, `85.07.15-123.97`.
///
/// Source: arrêté royal of 3 April 1984; date of birth, order, and 97 less the rest by 97, with a 2 in front for those
/// born since 2000.
struct BelgianNationalNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "belgian-national-number", tag: "personal", english: "Belgian national number",
            german: "belgische Nationalregisternummer")
    }
    var triggers: [Trigger] { [.digits([11])] }
    var groupings: [[Int]]? { [[2, 2, 2, 3, 2]] }
    var words: [String] {
        [
            "rijksregisternummer", "rijksregister", "numéro national", "numero national", "registre national",
            "insz", "niss", "nationalregisternummer", "national register number", "national number",
        ]
    }
    var samples: [String] {
        [
            "85073003328"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols) else { return nil }
        // The written form mixes dots and a hyphen.
        let isWritten = code.breaks(length) == (1 << 2 | 1 << 4 | 1 << 6 | 1 << 9)
        guard isWritten || code.breaks(length) == 0 else { return nil }
        return Match(code.start, code.end(length), alone: isWritten ? .likely : nil, inContext: .likely)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 11, symbols.areDigits, symbols.number(2..<4) <= 52, symbols.number(4..<6) <= 31 else {
            return false
        }
        let number = symbols.number(0..<9)
        let key = symbols.number(9..<11)
        return 97 - number % 97 == key || symbols.number(0..<2) <= 35 && 97 - (2_000_000_000 + number) % 97 == key
    }
}
