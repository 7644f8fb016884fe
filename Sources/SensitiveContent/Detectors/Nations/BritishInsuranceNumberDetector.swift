internal import StorageModel

/// British national insurance numbers, `AB 12 34 56 C`.
///
/// Source: HMRC National Insurance Manual, NIM39110: letters that are not given out, six digits, and a suffix A to D.
struct BritishInsuranceNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "british-national-insurance", tag: "personal", english: "British national insurance number",
            german: "britische Sozialversicherungsnummer")
    }
    var triggers: [Trigger] { [.letters(2, [9])] }
    var groupings: [[Int]]? { [[2, 2, 2, 2, 1], [2, 6, 1]] }
    var words: [String] {
        [
            "national insurance", "national insurance number", "ni number", "ni no", "nino", "nationalinsurance",
            "sozialversicherungsnummer", "insurance number",
        ]
    }
    var samples: [String] {
        [
            "AB123456C", "QQ123456C", "JG103759A",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [2, 2, 2, 2, 1], [2, 6, 1]) else { return nil }
        return Match(code.start, code.end(length), alone: .possible, inContext: .likely, mask: .ends(2, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 9, symbols[0].isUpperCase, symbols[1].isUpperCase, symbols.areDigits(2..<8),
            UInt8(ascii: "A")...UInt8(ascii: "D") ~= symbols[8]
        else { return false }
        let first = Array("DFIQUV".utf8)
        let second = Array("DFIOQUV".utf8)
        let prefix = symbols.slice(0..<2)
        return !first.contains(symbols[0]) && !second.contains(symbols[1]) && symbols.slice(2..<8).variety >= 3
            && !["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(prefix)
    }
}
