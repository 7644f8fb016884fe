internal import StorageModel

/// Indian Aadhaar numbers, `2991 2345 6782`.
///
/// Source: UIDAI; twelve digits that do not begin with 0 or 1, with a check digit by Verhoeff.
struct IndianAadhaarDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "indian-aadhaar", tag: "personal", english: "Indian Aadhaar number",
            german: "indische Aadhaar-Nummer")
    }
    var triggers: [Trigger] { [.digits([12])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[4, 4, 4]] }
    var words: [String] {
        [
            "aadhaar", "aadhar", "uidai", "uid number", "aadhaar number",
        ]
    }
    var samples: [String] {
        [
            "234123412346", "999999990019",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [4, 4, 4]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        symbols.count == 12 && symbols.areDigits && symbols.digit(0) >= 2 && symbols.variety >= 4
            && holdsVerhoeff(symbols)
    }
}
