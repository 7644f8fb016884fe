internal import StorageModel

/// Numbers of Austrian passports and identity cards.
///
/// One or two letters and seven digits, which hold no check digit: the number alone is nothing, and only together with
/// a word and a date or a name it may be one. The rule is that of Purview for Austrian passports.
struct AustrianDocumentDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "austrian-document-number", tag: "personal", english: "number of an Austrian passport or identity card",
            german: "Nummer eines österreichischen Reisepasses oder Ausweises")
    }
    var triggers: [Trigger] { [.letters(1, [8]), .letters(2, [9])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[1, 7], [2, 7]] }
    var words: [String] {
        [
            "reisepass", "reisepassnummer", "reisepass nr", "passnummer", "passnr", "pass nr", "ausweisnummer",
            "ausweis nr", "ausweisnr", "personalausweis", "personalausweisnummer", "passport", "passport number",
            "passport no", "identity card", "identity card number", "id card", "id card number", "document number",
            "dokumentennummer",
        ]
    }
    var reach: Int { 120 }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let letters = length - 7
        guard code.symbols.areDigits(letters..<length),
            code.breaks(length) == 0 || code.breaks(length) == 1 << UInt64(letters) && code.separator(length) == 0x20
        else { return nil }
        // What ends in 1234567 is a form's example.
        guard code.symbols.slice(letters..<length) != "1234567", code.symbols.slice(letters..<length).variety >= 3
        else {
            return Match(code.start, code.end(length), inContext: .possible, isSample: true)
        }
        return Match(code.start, code.end(length), inContext: .possible, mask: .ends(1, 2))
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        let isPersons = surroundings.near.contains(.birth) || surroundings.near.contains(.nameLabel)
        return surroundings.hasContext && (isPersons || surroundings.label.meets(surroundings.own)) ? .possible : nil
    }
}
