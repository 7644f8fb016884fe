internal import StorageModel

/// Postal addresses: a street with a number, and a postal code with a place.
///
/// Source: ÖNORM A 1080 and DIN 5008 for the order; Austrian codes run from 1010 to 9992, German ones have five digits.
struct PostalAddressDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "postal-address", tag: "personal", english: "postal address",
            german: "Postanschrift")
    }
    var triggers: [Trigger] { [.anchor(.postcode), .anchor(.word)] }
    var words: [String] {
        [
            "adresse", "anschrift", "wohnhaft", "wohnadresse", "privatadresse", "hauptwohnsitz", "wohnsitz",
            "postanschrift", "lieferadresse", "address", "home address", "residence", "residing at",
            "residing", "mailing address", "postal address", "street", "road", "avenue", "lane", "drive",
            "boulevard", "st", "ave", "rd", "square", "court", "terrace", "close", "crescent",
        ]
    }
    var reach: Int { 100 }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        text[start].isDigit ? german(text, start, end) : english(text, start, end)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        if surroundings.isCited || surroundings.isSoftware { return .topic }
        let isPersons =
            surroundings.near.contains(.nameLabel) || surroundings.near.contains(.birth) || hasLabel(surroundings)
        // An institute's address is no person's.
        if surroundings.near.contains(.organization), !isPersons { return .topic }
        return match.alone
    }

    private func hasLabel(_ surroundings: Surroundings) -> Bool { surroundings.label.meets(surroundings.own) }

    /// Hauptstraße 12/3, 3400 Klosterneuburg: looks back from the postal code.
    private func german(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
        var code = 0
        for position in start..<end { code = code * 10 + text[position].digitValue }
        guard end - start == 4 ? 1010...9992 ~= code : 1001...99_998 ~= code else { return nil }
        // 11-4632 is the number of something else; A-4632 is a postal code.
        guard text.byte(start - 1) != UInt8(ascii: "-") || text.byte(start - 2).isUpperCase else { return nil }
        let first = max(0, start - 110)
        guard let number = lastDigit(text, from: start - 1, downTo: max(first, start - 40)) else { return nil }
        // A house's number has three digits at most; a year before another year is none.
        guard !(text.byte(number - 1).isDigit && text.byte(number - 2).isDigit && text.byte(number - 3).isDigit) else {
            return nil
        }
        var lines = 0
        for position in number..<start where text[position] == 0x0A { lines += 1 }
        guard lines <= 2 else { return nil }
        var position = number
        while position > first {
            position -= 1
            if text[position] == 0x0A {
                lines += 1
                if lines > 2 { return nil }
            }
            guard text[position].isLetter || text[position] >= 0x80, !text.byte(position + 1).isLetter,
                text.byte(position + 1) < 0x80
            else { continue }
            // Between the street and its number stands hardly anything.
            var digit = position + 1
            while digit < position + 4, !text.byte(digit).isDigit { digit += 1 }
            guard text.byte(digit).isDigit, isStreet(text, endingAt: position + 1) else { continue }
            var word = position
            while word > first, text[word - 1] > 0x20, text[word - 1] != UInt8(ascii: ","),
                text[word - 1] != UInt8(ascii: ";")
            {
                word -= 1
            }
            var last = end + 1
            while last < end + 30, text.byte(last).isLetter || text.byte(last) >= 0x80 { last += 1 }
            return Match(word, last, alone: .likely, inContext: .likely, mask: .initials)
        }
        return nil
    }

    /// 12 Main Street, Springfield, IL 62704: looks around the kind of street.
    private func english(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
        guard isEnglishKind(text, start, end), text.byte(start - 1) == 0x20 else { return nil }
        var position = start - 1
        var words = 0
        while words < 3 {
            var word = position
            while word > 0, word > position - 24, text[word - 1].isLetterOrDigit || text[word - 1] == UInt8(ascii: "'")
            { word -= 1 }
            guard word < position else { return nil }
            if text[word].isDigit {
                guard words > 0, text[word] != UInt8(ascii: "0"), position - word <= 5 else { return nil }
                return finish(text, word, end)
            }
            guard text[word].isUpperCase, text.byte(word - 1) == 0x20 else { return nil }
            words += 1
            position = word - 1
        }
        return nil
    }

    /// Finds a British or American postal code after a street.
    private func finish(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
        var position = end
        while position < end + 60, position < text.count {
            let byte = text[position]
            if byte.isUpperCase, !text.byte(position - 1).isLetterOrDigit {
                // CA 94305
                if text.byte(position + 1).isUpperCase, text.byte(position + 2) == 0x20, digits(text, position + 3) == 5
                {
                    return Match(start, position + 8, alone: .likely, inContext: .likely, mask: .initials)
                }
                // SW1A 1AA
                var outward = position
                while outward < position + 5, text.byte(outward).isUpperCase || text.byte(outward).isDigit {
                    outward += 1
                }
                if outward > position + 1, text.byte(outward - 1).isLetterOrDigit, text.byte(outward) == 0x20,
                    text.byte(outward + 1).isDigit, text.byte(outward + 2).isUpperCase,
                    text.byte(outward + 3).isUpperCase,
                    !text.byte(outward + 4).isLetterOrDigit
                {
                    return Match(start, outward + 4, alone: .likely, inContext: .likely, mask: .initials)
                }
            }
            position += 1
        }
        return nil
    }

    private func digits(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while text.byte(end).isDigit { end += 1 }
        return end - start
    }

    private func lastDigit(_ text: Span<UInt8>, from position: Int, downTo first: Int) -> Int? {
        var place = position
        while place >= first, place >= 0 {
            if text[place].isDigit { return place }
            place -= 1
        }
        return nil
    }

    private func isStreet(_ text: Span<UInt8>, endingAt end: Int) -> Bool {
        streetEndings.contains { ending in
            let length = ending.utf8.count
            var position = end - length
            guard position >= 0 else { return false }
            for wanted in ending.utf8 {
                guard text[position] | 0x20 == wanted | 0x20 else { return false }
                position += 1
            }
            return true
        }
    }

    private func isEnglishKind(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        [
            "Street", "Road", "Avenue", "Lane", "Drive", "Boulevard", "St", "Ave", "Rd", "Square", "Court", "Terrace",
            "Close", "Crescent",
        ]
        .contains { $0.utf8.count == end - start && text.holds($0, at: start) }
    }
}

/// How the names of streets end.
private let streetEndings = [
    "straße", "strasse", "str", "gasse", "weg", "platz", "allee", "ring", "ufer", "kai", "steig", "zeile", "damm",
    "graben", "promenade", "markt", "gürtel", "siedlung", "berg", "hof", "park", "lände",
]
