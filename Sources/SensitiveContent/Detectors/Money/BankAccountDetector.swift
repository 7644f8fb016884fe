internal import StorageModel

/// Accounts as they were written before the IBAN: a bank code of five (Austria), six (United Kingdom) or eight digits
/// (Germany) and an account number, both with their words.
struct BankAccountDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "bank-account", tag: "financial", english: "bank account with bank code",
            german: "Kontonummer mit Bankleitzahl")
    }
    var triggers: [Trigger] { [.anchor(.word)] }
    var words: [String] {
        [
            "blz", "bankleitzahl", "sort code", "bank code", "blz nr",
        ]
    }
    var reach: Int { 80 }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        var position = end
        while position < end + 8, !text.byte(position).isDigit {
            guard !text.byte(position).isLetter else { return nil }
            position += 1
        }
        var digits = 0
        var last = position
        while last < position + 12,
            text.byte(last).isDigit || digits > 0 && (text.byte(last) == 0x20 || text.byte(last) == 0x2D)
        {
            if text.byte(last).isDigit { digits += 1 }
            last += 1
        }
        while last > position, !text.byte(last - 1).isDigit { last -= 1 }
        guard digits == 5 || digits == 6 || digits == 8, !text.byte(last).isLetterOrDigit else { return nil }
        return Match(position, last, inContext: .possible)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        surroundings.near.contains(.account) ? .possible : nil
    }
}
