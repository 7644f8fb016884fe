internal import StorageModel

/// French social security numbers (NIR), `2 85 07 75 056 129 64`.
///
/// Source: décret 82-103; sex, year and month of birth, department, commune, order, and a key, which is 97 less the
/// rest by 97. In Corsica the department is 2A or 2B, which count as 19 and 18.
struct FrenchSocialSecurityDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "french-social-security", tag: "personal", english: "French social security number",
            german: "französische Sozialversicherungsnummer")
    }
    var triggers: [Trigger] { [.digits([15])] }
    var groupings: [[Int]]? { [[1, 2, 2, 2, 3, 3, 2], [13, 2]] }
    var words: [String] {
        [
            "nir", "sécurité sociale", "securite sociale", "numéro de sécurité sociale",
            "numero de securite sociale", "insee", "carte vitale", "social security", "social security number",
            "sozialversicherungsnummer", "sozialversicherung", "numéro ss",
        ]
    }
    var samples: [String] {
        [
            "255081416802538"
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [1, 2, 2, 2, 3, 3, 2], [13, 2]) else { return nil }
        let isGrouped = code.breaks(length).nonzeroBitCount == 6
        return Match(code.start, code.end(length), alone: isGrouped ? .likely : nil, inContext: .likely)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 15, symbols.areDigits(0..<6), symbols.areDigits(7..<15),
            [1, 2, 3, 4, 7, 8].contains(symbols.digit(0))
        else { return false }
        let month = symbols.number(3..<5)
        guard 1...12 ~= month || 20...42 ~= month || 50...99 ~= month else { return false }
        var plain = symbols
        if symbols[6] == UInt8(ascii: "A") || symbols[6] == UInt8(ascii: "B") {
            guard symbols[5] == UInt8(ascii: "2") else { return false }
            plain[5] = UInt8(ascii: "1")
            plain[6] = symbols[6] == UInt8(ascii: "A") ? UInt8(ascii: "9") : UInt8(ascii: "8")
        } else if !symbols[6].isDigit {
            return false
        }
        return 97 - plain.number(0..<13) % 97 == plain.number(13..<15)
    }
}
