internal import StorageModel

/// German tax identification numbers, eleven digits.
///
/// Among the first ten, exactly one digit stands twice or three times, and all others at most once; three equal ones do
/// not stand side by side. The last is the check digit. Source: § 139b AO, the Bundeszentralamt
/// für Steuern, and ISO 7064, mod 11,10.
struct GermanTaxNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "german-tax-id", tag: "personal", english: "German tax identification number",
            german: "deutsche Steuer-Identifikationsnummer")
    }
    var triggers: [Trigger] { [.digits([11])] }
    var groupings: [[Int]]? { [[2, 3, 3, 3]] }
    var words: [String] {
        [
            "steuer id", "steuerid", "steuer idnr", "steueridnr", "idnr", "id nr", "steueridentifikationsnummer",
            "steuer identifikationsnummer", "identifikationsnummer", "steuerliche identifikationsnummer", "tax id",
            "tax identification number", "tin", "tax number", "steuernummer",
        ]
    }
    var samples: [String] {
        [
            "86095742719", "36574261809", "47036892816", "65929970489",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [2, 3, 3, 3]) else { return nil }
        let isGrouped = code.breaks(length) != 0 && code.separator(length) == 0x20
        return Match(code.start, code.end(length), alone: isGrouped ? .likely : .possible, inContext: .likely)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 11, symbols.areDigits, symbols.digit(0) != 0 else { return false }
        var counts = [Int](repeating: 0, count: 10)
        for position in 0..<10 { counts[symbols.digit(position)] += 1 }
        guard counts.count(where: { $0 > 1 }) == 1, counts.allSatisfy({ $0 <= 3 }) else { return false }
        for position in 0..<8
        where symbols[position] == symbols[position + 1] && symbols[position] == symbols[position + 2] {
            return false
        }
        return holdsMod11Comma10(symbols)
    }
}
