internal import StorageModel

/// Spanish identity numbers: DNI, eight digits and a letter, and NIE, a letter, seven digits and a letter.
///
/// Source: Real Decreto 1553/2005; the letter stands for the rest by 23, and X, Y, Z of an NIE count as 0, 1, 2.
struct SpanishIdentityDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "spanish-identity-number", tag: "personal", english: "Spanish identity number (DNI, NIE)",
            german: "spanische Identitätsnummer (DNI, NIE)")
    }
    var triggers: [Trigger] { [.digits([9]), .letters(1, [9])] }
    var groupings: [[Int]]? { [[8, 1], [1, 7, 1]] }
    var words: [String] {
        [
            "dni", "nie", "nif", "documento nacional", "identidad", "número de identidad", "spanish id",
            "identity number", "identitätsnummer",
        ]
    }
    var samples: [String] {
        [
            "12345678Z", "00000000T", "X1234567L", "X0000000T",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard Self.isValid(symbols), code.isGrouped(length, [8, 1], [1, 7, 1]) else { return nil }
        return Match(
            code.start, code.end(length), alone: symbols[0].isDigit ? nil : .possible, inContext: .likely)
    }

    static func isValid(_ symbols: Symbols) -> Bool {
        guard symbols.count == 9, symbols.areDigits(1..<8), symbols[8].isUpperCase else { return false }
        var plain = symbols
        if !symbols[0].isDigit {
            guard UInt8(ascii: "X")...UInt8(ascii: "Z") ~= symbols[0] else { return false }
            plain[0] = symbols[0] - UInt8(ascii: "X") + UInt8(ascii: "0")
        }
        return Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[plain.number(0..<8) % 23] == symbols[8]
    }
}
