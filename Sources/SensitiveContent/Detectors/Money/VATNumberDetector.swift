internal import StorageModel

/// VAT numbers of Austria and Germany, which businesses publish.
///
/// Source: the European Commission's list of structures (VIES): `ATU` and eight digits with a check digit, `DE` and nine
/// with that of ISO 7064, mod 11,10.
struct VATNumberDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "vat-number", tag: "financial", english: "VAT number",
            german: "Umsatzsteuer-Identifikationsnummer")
    }
    var triggers: [Trigger] { [.letters(3, [11]), .letters(2, [11])] }
    var needsWord: Bool { true }
    var words: [String] {
        [
            "uid", "uid nr", "uid nummer", "uid no", "ust id", "ust idnr", "ustid", "ustidnr", "umsatzsteuer",
            "umsatzsteueridentifikationsnummer", "umsatzsteuer identifikationsnummer", "vat", "vat no",
            "vat number", "vat id", "mwst nr",
        ]
    }
    var samples: [String] {
        [
            "ATU12345675", "DE123456788",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard code.breaks(length) & ~(1 << 2 | 1 << 3 | 1 << 5 | 1 << 8) == 0, Self.isValid(symbols) else { return nil }
        return Match(code.start, code.end(length), inContext: .possible, mask: .ends(3, 2))
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 11, symbols.areDigits(3..<11) else { return false }
        if symbols.slice(0..<3) == "ATU" {
            let sum = crossSum(symbols.slice(3..<11), [1, 2, 1, 2, 1, 2, 1]) + 4
            return (10 - sum % 10) % 10 == symbols.digit(10)
        }
        return symbols.slice(0..<2) == "DE" && symbols.areDigits(2..<11) && symbols.digit(2) != 0
            && holdsMod11Comma10(symbols.slice(2..<11))
    }
}
