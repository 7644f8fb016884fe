internal import StorageModel

/// Codes of banks (BIC), which only mean something beside an account.
///
/// Source: ISO 9362: four letters, a country, two characters of a place and three of a branch, if any.
struct BICDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "bic", tag: "financial", english: "code of a bank (BIC)",
            german: "Bankleitzahl (BIC)")
    }
    var triggers: [Trigger] { [.anchor(.capitals), .letters(6, [8, 11]), .letters(7, [8, 11]), .letters(8, [11])] }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "bic", "swift", "bic code", "swift code", "swift bic", "iban",
        ]
    }
    var reach: Int { 200 }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        guard isCode(text, start, end), !text.byte(start - 1).isLetterOrDigit else { return nil }
        return Match(start, end, inContext: .possible, mask: .ends(4, 0))
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let end = code.end(length)
        guard code.breaks(length) == 0, isCode(text, code.start, end) else { return nil }
        return Match(code.start, end, inContext: .possible, mask: .ends(4, 0))
    }

    private func isCode(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for position in start..<end {
            let byte = text[position]
            guard byte.isUpperCase || position >= start + 6 && byte.isDigit else { return false }
        }
        return countries.contains(Int(text[start + 4]) << 8 | Int(text[start + 5]))
    }
}

/// The countries of ISO 3166 that have banks in the directory.
private let countries: Set<Int> = Set(
    """
    AD AE AL AM AT AU AZ BA BD BE BG BH BR BY CA CH CL CN CO CR CY CZ DE DK DO DZ EE EG ES FI FO FR GB GE GI GL GR GT
    HK HR HU ID IE IL IN IQ IR IS IT JO JP KE KR KW KZ LB LI LK LT LU LV MA MC MD ME MK MT MX MY NG NL NO NZ OM PA PE
    PH PK PL PS PT QA RO RS RU SA SE SG SI SK SM TH TN TR TW UA US UY VA VE VN XK ZA
    """
    .split(whereSeparator: { $0.isWhitespace }).map { country in country.utf8.reduce(0) { $0 << 8 | Int($1) } }
)
