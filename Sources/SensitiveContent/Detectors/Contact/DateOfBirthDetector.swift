internal import StorageModel

/// Dates of birth: a date, and a word that says whose.
struct DateOfBirthDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "date-of-birth", tag: "personal", english: "date of birth",
            german: "Geburtsdatum")
    }
    var triggers: [Trigger] { [.anchor(.date), .anchor(.word)] }
    var words: [String] { SharedWords.birth.words }
    var reach: Int { 40 }
    var needsWord: Bool { true }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        if text[start].isDigit {
            // Most dates say when something was made.
            guard !isInstant(text, after: end), let date = WrittenDate(text, at: start), 1900...2035 ~= date.year else {
                return nil
            }
            let isBefore = mayHoldBirthday(text, from: max(0, start - 48), upTo: start)
            if isBefore, isAnniversary(text, before: start) { return nil }
            if isBefore || mayHoldBirthday(text, from: date.end, upTo: date.end + reach),
                isUnlabelled(text, start, date.end)
            {
                return nil
            }
            return Match(start, date.end, inContext: .likely, mask: date.endsInYear ? .ends(0, 4) : .ends(4, 0))
        }
        guard !isAnniversary(text, before: end), !isNoLabel(text, start, end) else { return nil }
        // geboren am 3. April 1980; born on April 3, 1980
        var position = end
        while position < end + 24, !text.byte(position).isDigit {
            guard text.byte(position) != 0x0A || position < end + 3 else { return nil }
            if isMonth(text, position) { return monthFirst(text, position) }
            position += 1
        }
        return dayFirst(text, position)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        let usual = surroundings.usual(match)
        if surroundings.label.meets(surroundings.own) { return usual }
        if surroundings.isCited { return nil }
        return surroundings.isSoftware ? usual.map { min($0, .possible) } : usual
    }

    /// Whether a birthday nearby is a feast, `her 65th birthday on 12 July`, and no date of birth.
    private func isAnniversary(_ text: Span<UInt8>, before end: Int) -> Bool {
        var position = end
        let first = max(0, position - 48)
        while position > first {
            position -= 1
            guard text[position] | 0x20 == UInt8(ascii: "b"), !text.byte(position - 1).isLetter,
                text.holds("irthday", at: position + 1)
            else {
                guard text[position] | 0x20 == UInt8(ascii: "g"), text.holds("eburtstag", at: position + 1) else {
                    continue
                }
                return text.byte(position - 1) == 0x20 && text.byte(position - 2) == UInt8(ascii: ".")
                    && text.byte(position - 3).isDigit
            }
            return text.byte(position - 1) == 0x20 && text.byte(position - 2).isLetter
                && text.byte(position - 3).isLetter && text.byte(position - 4).isDigit
        }
        return false
    }

    /// Whether all that speaks of a birth near a date is a greeting or a call.
    private func isUnlabelled(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var hasOther = false
        for position in max(0, start - 48)..<min(text.count, end + reach) where !(start..<end).contains(position) {
            let letter = text[position] | 0x20
            guard letter == UInt8(ascii: "b") || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "g"),
                !text.byte(position - 1).isLetter || text[position].isUpperCase
            else { continue }
            if text.holds("irth", at: position + 1) {
                guard isNoLabel(text, position, position + 5) else { return false }
                hasOther = true
            } else if labels.contains(where: { text.holds($0, at: position) }) {
                return false
            }
        }
        return hasOther
    }

    /// Whether a word is part of a greeting, `Happy Birthday`, or of the name of a function that is called: `get_birth_date()`.
    private func isNoLabel(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let greeting = text.byte(start - 1).isLetter ? start - 5 : start - 6
        if text.byte(greeting) | 0x20 == UInt8(ascii: "h"), text.holds("appy", at: greeting + 1) { return true }
        var last = end
        while last < end + 40, text.byte(last).isLetterOrDigit || text.byte(last) == UInt8(ascii: "_") { last += 1 }
        guard text.byte(last) == UInt8(ascii: "(") else { return false }
        // What is called has a verb before the word, and a date may be what it is given.
        let isName =
            (text.byte(start - 1) == UInt8(ascii: "_") || text.byte(start - 1).isLowerCase)
            && !text.holds("of_", at: start - 3) && !text.holds("Of", at: start - 2) && !text.holds("of", at: start - 2)
        var close = last + 1
        let isFree = { (byte: UInt8) in byte.isLetter || " ,.*&_".utf8.contains(byte) }
        while isName, close < last + 40, isFree(text.byte(close)) { close += 1 }
        return text.byte(close) == UInt8(ascii: ")")
    }

    /// Whether an `r` and a `t` stand beside each other, as in both words; before most dates they do not.
    private func mayHoldBirthday(_ text: Span<UInt8>, from start: Int, upTo end: Int) -> Bool {
        var position = start
        // The pair may begin with one of the seven first bytes of each eight; a word may reach behind the end.
        while position < end + 8 {
            let eight = text.eight(at: position)
            if eight.places(of: UInt8(ascii: "r")) & eight.places(of: UInt8(ascii: "t")) >> 8 != 0 { return true }
            position += 7
        }
        return false
    }

    /// Whether a time other than midnight follows: that is when something was made, and nobody's birth.
    private func isInstant(_ text: Span<UInt8>, after end: Int) -> Bool {
        guard text.byte(end) == 0x20 || text.byte(end) == UInt8(ascii: "T"), text.byte(end + 1).isDigit,
            text.byte(end + 2).isDigit, text.byte(end + 3) == UInt8(ascii: ":"), text.byte(end + 6) == UInt8(ascii: ":")
        else { return false }
        return !text.holds("00:00", at: end + 1)
    }

    private func dayFirst(_ text: Span<UInt8>, _ start: Int) -> Match? {
        var position = start
        var day = 0
        while position < start + 2, text.byte(position).isDigit {
            day = day * 10 + text[position].digitValue
            position += 1
        }
        guard 1...31 ~= day else { return nil }
        let ordinals = ["st ", "nd ", "rd ", "th ", ". ", ".", " "]
        if let ordinal = ordinals.first(where: { text.holds($0, at: position) }) { position += ordinal.utf8.count }
        guard isMonth(text, position) else { return nil }
        return year(text, start, after: position)
    }

    private func monthFirst(_ text: Span<UInt8>, _ start: Int) -> Match? {
        var position = start
        while position < start + 10, text.byte(position).isLetter || text.byte(position) >= 0x80 { position += 1 }
        guard text.byte(position) == 0x20, text.byte(position + 1).isDigit else { return nil }
        return year(text, start, after: position + 3)
    }

    /// Finds the year in what follows a month.
    private func year(_ text: Span<UInt8>, _ start: Int, after position: Int) -> Match? {
        var place = position
        while place < position + 16 {
            let isYear =
                (text.holds("19", at: place) || text.holds("20", at: place)) && text.byte(place + 2).isDigit
                && text.byte(place + 3).isDigit && !text.byte(place + 4).isDigit && !text.byte(place - 1).isDigit
            if isYear { return Match(start, place + 4, alone: .likely, inContext: .likely, mask: .ends(0, 4)) }
            place += 1
        }
        return nil
    }

    private func isMonth(_ text: Span<UInt8>, _ position: Int) -> Bool {
        guard !text.byte(position - 1).isLetter else { return false }
        return months.contains { text.holds($0, at: position) }
    }
}

/// How the names of months begin.
private let months = [
    "Jan", "Jän", "Feb", "Mar", "Mär", "Apr", "Mai", "May", "Jun", "Jul", "Aug", "Sep", "Okt", "Oct", "Nov", "Dez",
    "Dec", "Feber",
]

/// How other words for a birth begin.
private let labels = ["born", "Born", "dob", "DOB", "geb", "Geb"]
