internal import StorageModel

/// Numbers of German identity cards and passports.
///
/// Nine characters without vowels and such as look alike, which the tenth, a check digit, may follow. Source: the
/// ordinance on identity cards (PAuswV) and ICAO Doc 9303-3, 4.9 for the digit.
struct GermanDocumentDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "german-document-number", tag: "personal", english: "number of a German identity card or passport",
            german: "Nummer eines deutschen Personalausweises oder Reisepasses")
    }
    var triggers: [Trigger] { (1...8).map { .letters($0, [9, 10, 11]) } }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "personalausweis", "personalausweisnummer", "ausweisnummer", "ausweisnr", "ausweis nr", "seriennummer",
            "reisepass", "reisepassnummer", "passnummer", "passnr", "pass nr", "identity card",
            "identity card number", "id card", "id card number", "passport", "passport number", "passport no",
            "dokumentennummer", "document number",
        ]
    }
    var samples: [String] {
        [
            "T220001293", "L01X00T471", "C01X00T478", "LZ6311T475", "T22000129", "L01X00T47", "C01X00T47",
            "LZ6311T47",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        guard code.breaks(length) == 0 else { return nil }
        let serial = code.symbols.slice(0..<9)
        guard Self.isSerial(serial) else { return nil }
        if length == 9 { return Match(code.start, code.end(length), inContext: .possible) }
        guard length == 10 || code.symbols[10] == UInt8(ascii: "D"), code.symbols[9].isDigit,
            travelDocumentDigit(serial) == code.symbols.digit(9)
        else { return nil }
        return Match(code.start, code.end(length), inContext: .likely)
    }

    static func isSerial(_ symbols: Symbols) -> Bool {
        var digits = 0
        for position in 0..<symbols.count {
            let symbol = symbols[position]
            if symbol.isDigit { digits += 1 }
            guard symbol.isDigit || Array("CFGHJKLMNPRTVWXYZ".utf8).contains(symbol) else { return false }
        }
        return digits >= 1 && digits < symbols.count && symbols.variety >= 5
    }
}
