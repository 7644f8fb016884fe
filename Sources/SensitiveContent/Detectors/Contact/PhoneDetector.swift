internal import StorageModel

/// Numbers of telephones.
///
/// Source: ITU-T E.164 for the lengths and country codes; national numbers begin with a 0, and only a word nearby tells
/// them from others.
struct PhoneDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "phone", tag: "personal", english: "telephone number",
            german: "Telefonnummer")
    }
    var triggers: [Trigger] { [.anchor(.phone), .digits([10])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [[3, 3, 4]] }
    var words: [String] {
        [
            "tel", "tel nr", "telefon", "telefonnummer", "telefonnr", "telephone", "telephone number", "phone",
            "phone number", "phone no", "mobile", "mobile number", "mobil", "mobiltelefon", "mobilnummer",
            "handy", "handynummer", "handynr", "fax", "rufnummer", "durchwahl", "cell phone", "cellphone",
            "erreichbar", "rückruf", "whatsapp", "landline", "festnetz", "hotline", "call me", "tel no",
        ]
    }

    /// American numbers in their groups.
    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols.slice(0..<length)
        guard symbols.areDigits, code.breaks(length) == (1 << 3 | 1 << 6), symbols.digit(0) >= 2, symbols.digit(3) >= 2,
            code.separator(length) != nil
        else { return nil }
        let isSample = symbols.number(3..<6) == 555 && symbols.number(6..<8) == 1
        return Match(code.start, code.end(length), inContext: .likely, isSample: isSample)
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        guard isCleanBefore(text, start), WrittenDate(text, at: start) == nil else { return nil }
        var number = Symbols()
        var position = start
        let isInternational = text[start] == UInt8(ascii: "+")
        if isInternational { position += 1 }
        var last = position
        var groups = 1
        var depth = 0
        while position < start + 40 {
            let byte = text.byte(position)
            if byte.isDigit {
                number.append(byte)
                position += 1
                last = position
                continue
            }
            if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
            let width = separatorWidth(text, position)
            guard width > 0 else { break }
            position += width
            if text.byte(position).isDigit { groups += 1 }
            // Two separators, as in `) ` and ` (`, but not more.
            if !text.byte(position).isDigit, separatorWidth(text, position) == 0 { break }
            if position - last > 3 { break }
        }
        guard number.count <= 15, !text.byte(last).isLetter, text.byte(last) != UInt8(ascii: "_"),
            !(text.byte(last) == UInt8(ascii: ".") && text.byte(last + 1).isDigit), text.byte(last) != UInt8(ascii: "@")
        else { return nil }
        guard number.variety >= 3 else { return nil }
        if isInternational {
            guard let prefix = CallingCode.length(of: number) else { return nil }
            guard number.count - prefix >= 6, number.count <= 15 else { return nil }
            let isSample = number.slice(0..<4).number(0..<4) % 1000 == 155 || isFiction(number)
            return Match(
                start, last, alone: groups > 1 || number.count >= 10 ? .possible : nil, inContext: .likely,
                isSample: isSample, consumes: groups > 1)
        }
        guard number.count >= 7, number.count <= 14,
            number.digit(1) != 0 || CallingCode.length(of: number.slice(2..<number.count)) != nil
        else { return nil }
        return Match(start, last, inContext: .likely)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        guard let usual = surroundings.usual(match) else { return nil }
        if surroundings.isCited || surroundings.isSoftware { return .topic }
        return surroundings.isNumericRow && !surroundings.hasContext ? nil : usual
    }

    /// +1 … 555-01xx, which films use.
    private func isFiction(_ number: Symbols) -> Bool {
        number.count == 11 && number.digit(0) == 1 && number.number(4..<9) == 55501
    }

    private func isCleanBefore(_ text: Span<UInt8>, _ start: Int) -> Bool {
        let before = text.byte(start - 1)
        if text[start] == UInt8(ascii: "+") {
            return !before.isLetterOrDigit && before != UInt8(ascii: "/") && before != UInt8(ascii: "+")
        }
        if before == UInt8(ascii: ".") || before == UInt8(ascii: ":") { return !text.byte(start - 2).isDigit }
        if before == UInt8(ascii: "-") || before == UInt8(ascii: "/") || before == UInt8(ascii: ",") {
            return !text.byte(start - 2).isLetterOrDigit
        }
        return !before.isLetterOrDigit && before != UInt8(ascii: "_") && before != UInt8(ascii: "+")
    }

    private func separatorWidth(_ text: Span<UInt8>, _ position: Int) -> Int {
        switch text.byte(position) {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("),
            UInt8(ascii: ")"):
            1
        case 0xC2 where text.byte(position + 1) == 0xA0: 2
        case 0xE2 where text.byte(position + 1) == 0x80: 3
        default: 0
        }
    }
}
