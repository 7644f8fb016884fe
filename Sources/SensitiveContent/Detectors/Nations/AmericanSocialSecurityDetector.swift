internal import StorageModel

/// Social security numbers of the United States, `123-45-6789`.
///
/// Source: Social Security Administration, POMS RM 10201.030: areas 000, 666 and 900 to 999, group 00 and serial 0000
/// are not given out. There is no check digit, so that a word has to stand nearby.
struct AmericanSocialSecurityDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "us-social-security", tag: "personal", english: "US social security number",
            german: "US-Sozialversicherungsnummer")
    }
    var triggers: [Trigger] { [.digits([9])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[3, 2, 4]] }
    var words: [String] {
        [
            "ssn", "social security", "social security number", "social security no", "soc sec",
            "us sozialversicherungsnummer", "sozialversicherungsnummer",
        ]
    }
    var samples: [String] {
        [
            "078051120", "111223333", "219099999", "123456789", "457555462", "023798841",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [3, 2, 4]) else { return nil }
        return Match(code.start, code.end(length), alone: nil, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 9, symbols.areDigits, symbols.variety >= 3 else { return false }
        let area = symbols.number(0..<3)
        return area > 0 && area < 900 && area != 666 && symbols.number(3..<5) > 0 && symbols.number(5..<9) > 0
    }
}
