internal import StorageModel

/// Austrian social insurance numbers, `1234 010180`.
///
/// Three digits of a series, a check digit, and a date of birth, whose month is 13 to 15 when days ran out or the date
/// is not known. Source: § 31 ASVG and the description of the Dachverband; the weights are 3 7 9 for the series and
/// 5 8 4 2 1 6 for the date, modulo 11, and a number whose remainder is 10 is never given out.
struct AustrianSocialInsuranceDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "austrian-social-insurance", tag: "personal", english: "Austrian social insurance number",
            german: "österreichische Sozialversicherungsnummer")
    }
    var triggers: [Trigger] { [.digits([10])] }
    var groupings: [[Int]]? { [[4, 6], [4, 2, 2, 2]] }
    var words: [String] {
        [
            "svnr", "sv nr", "sv nummer", "svnummer", "sozialversicherungsnummer", "sozialversicherungsnr",
            "sozialversicherungs nr", "sozialvers nr", "sozialversicherung", "versicherungsnummer", "versicherungsnr",
            "vers nr", "versnr", "e card", "ecard", "vsnr", "social insurance", "social insurance number",
            "insurance number", "insurance no", "social security", "social security number", "ssn", "sv",
        ]
    }
    var samples: [String] { ["1237010180", "1234010180", "1238010101"] }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard symbols.areDigits, code.isGrouped(length, [4, 6], [4, 2, 2, 2]), Self.isValid(symbols) else { return nil }
        guard let separator = code.separator(length), [0, 0x20, 0x2D, 0x2F].contains(separator) else { return nil }
        let isGrouped = code.breaks(length) == 1 << 4 && separator == 0x20
        return Match(
            code.start, code.end(length), alone: isGrouped ? .likely : .possible, inContext: .likely,
            note: isGrouped ? 1 : 0)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        guard let usual = surroundings.usual(match) else { return nil }
        return usual == .likely && !surroundings.hasContext && surroundings.isCited ? .possible : usual
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 10, symbols.digit(0) != 0 else { return false }
        guard 1...31 ~= symbols.number(4..<6), 1...15 ~= symbols.number(6..<8) else { return false }
        return weightedSum(symbols, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == symbols.digit(3)
    }
}
