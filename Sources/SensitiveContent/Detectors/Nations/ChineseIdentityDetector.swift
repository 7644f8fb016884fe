internal import StorageModel

/// Chinese identity numbers, eighteen characters.
///
/// Source: GB 11643-1999; area, date of birth, order, and a check character by ISO 7064, mod 11-2.
struct ChineseIdentityDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "chinese-identity-number", tag: "personal", english: "Chinese identity number",
            german: "chinesische Identitätsnummer")
    }
    var triggers: [Trigger] { [.digits([18])] }
    var groupings: [[Int]]? { [[6, 8, 4]] }
    var words: [String] {
        [
            "身份证", "身份证号", "居民身份证", "resident identity", "chinese id", "identity number", "id number",
            "id card number", "identitätsnummer", "citizen identification number",
        ]
    }
    var samples: [String] {
        [
            "11010519491231002X", "440524188001010014",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [6, 8, 4]) else { return nil }
        return Match(code.start, code.end(length), alone: .possible, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 18, symbols.areDigits(0..<17), 11...82 ~= symbols.number(0..<2),
            1900...2099 ~= symbols.number(6..<10),
            WrittenDate.exists(
                day: symbols.number(12..<14), month: symbols.number(10..<12), year: symbols.number(6..<10))
        else { return false }
        return holdsMod11Dash2(symbols)
    }
}
