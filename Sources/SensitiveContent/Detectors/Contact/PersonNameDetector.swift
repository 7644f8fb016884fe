internal import StorageModel

/// Names of people, by what stands before them: a label, a title, a salutation, or a usual given name.
///
/// A name alone is hardly a finding; it counts together with what else stands in a document.
struct PersonNameDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "person-name", tag: "personal", english: "name of a person",
            german: "Name einer Person")
    }
    var triggers: [Trigger] { [.anchor(.word), .anchor(.value)] }
    var words: [String] { SharedWords.nameLabel.words + titles + givenNames }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        // A title begins with a capital, except in the row of words that greets.
        if let match = aligned(text, start, after: end) { return match }
        guard mayFollow(text, end), text[start].isUpperCase || text.byte(end) != 0x20 || end - start >= 4 else {
            return nil
        }
        if mayBeTitleOrName(text, start, end) {
            let word = lower(text, start, end)
            if titleSet.contains(word) {
                guard text[start].isUpperCase || word == "dear",
                    end - start > 2 || text.byte(end) == UInt8(ascii: ".") || word == "mr" || word == "ms"
                        || word == "di" || word == "dr"
                else { return nil }
                return titled(text, start, after: end)
            }
            if text[start].isUpperCase, givenNameSet.contains(word) {
                guard text.byte(end) == 0x20, let last = nameEnd(text, from: end + 1) else { return nil }
                return Match(start, last, alone: .topic, inContext: .topic, mask: .initials)
            }
        }
        // Name: Anna Huber
        var position = end
        while position < end + 3, text.byte(position) == 0x20 || text.byte(position) == UInt8(ascii: "\"") {
            position += 1
        }
        guard
            text.byte(position) == UInt8(ascii: ":") || text.byte(position) == UInt8(ascii: "=")
                || text.byte(position) == 0x09
        else { return nil }
        return labelled(text, from: position + 1)
    }

    func examine(value text: Span<UInt8>) -> Match? { labelled(text, from: 0) }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        if surroundings.isCited || surroundings.isSoftware { return nil }
        return match.alone
    }

    /// The name in a form's next column: a label, some blanks, and two words.
    private func aligned(_ text: Span<UInt8>, _ start: Int, after end: Int) -> Match? {
        guard text.byte(end) == 0x20, text.byte(end + 1) == 0x20, text[start].isUpperCase else { return nil }
        var position = end + 2
        while position < end + 40, text.byte(position) == 0x20 { position += 1 }
        guard !givenNameSet.contains(lower(text, start, end)),
            let match = labelled(text, from: position), match.alone == .possible
        else { return nil }
        return match
    }

    /// Whether what follows a word can be a name or lead to one; most words are no titles, and this is soon told.
    private func mayFollow(_ text: Span<UInt8>, _ end: Int) -> Bool {
        var position = end
        while position < end + 3, text.byte(position) == 0x20 || text.byte(position) == UInt8(ascii: ".") {
            position += 1
        }
        let byte = text.byte(position)
        return byte.isUpperCase || byte >= 0xC3 && byte <= 0xC5 || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "=")
            || byte == 0x09 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "\"")
            || text.byte(end) == UInt8(ascii: ".")
    }

    private func titled(_ text: Span<UInt8>, _ start: Int, after end: Int) -> Match? {
        var position = end
        // Titles stand in rows: Frau Dipl.-Ing. Dr. Huber.
        while position < end + 30 {
            if text.byte(position) == UInt8(ascii: ".") || text.byte(position) == UInt8(ascii: "-")
                || text.byte(position) == 0x20
            {
                position += 1
                continue
            }
            // On forms: Herr/Frau: Anna Huber.
            if text.byte(position) == UInt8(ascii: ":"), text.byte(position + 1).isBlank {
                return labelled(text, from: position + 1)
            }
            guard let last = nameEnd(text, from: position) else { return nil }
            guard titleSet.contains(lower(text, position, last)) else {
                return Match(start, last, alone: .possible, inContext: .possible, mask: .initials)
            }
            position = last
        }
        return nil
    }

    private func labelled(_ text: Span<UInt8>, from start: Int) -> Match? {
        var position = start
        while position < start + 6, text.byte(position).isBlank || text.byte(position) == UInt8(ascii: "\"") {
            position += 1
        }
        guard var last = nameEnd(text, from: position) else { return nil }
        let first = position
        while text.byte(last) == 0x20 || text.byte(last) == 0x2C && text.byte(last + 1) == 0x20
            || text.byte(last) == UInt8(ascii: "^"),
            let next = nameEnd(text, from: last + (text.byte(last) == 0x2C ? 2 : 1)), next < first + 60
        {
            last = next
        }
        // One word may be the name of anything; a person who is labelled has two.
        let hasTwo = (first..<last).contains { text[$0] == 0x20 || text[$0] == UInt8(ascii: "^") }
        return Match(first, last, alone: hasTwo ? .possible : .topic, inContext: .possible, mask: .initials)
    }

    /// The end of a word with one capital, as names have it.
    private func nameEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        let first = text.byte(start)
        guard first.isUpperCase || first == 0xC3 && text.byte(start + 1) < 0xA0 || first == 0xC4 || first == 0xC5 else {
            return nil
        }
        var end = start + 1
        var small = first < 0x80 ? 0 : 1
        while end < start + 30,
            text.byte(end).isLetter || text.byte(end) >= 0x80 && text.byte(end) != 0xE2
                || text.byte(end) == UInt8(ascii: "-") && text.byte(end + 1).isUpperCase
        {
            if !text[end].isUpperCase { small += 1 }
            end += 1
        }
        guard end > start + 1, small > 0, !text.byte(end).isDigit, text.byte(end) != UInt8(ascii: "_"),
            text.byte(end) != UInt8(ascii: "(")
        else { return nil }
        return end
    }

    /// Whether a word is not known to be a label, without a copy of it; among other letters than ASCII's it may be written
    /// in more than one way.
    private func mayBeTitleOrName(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for position in start..<end where text[position] >= 0x80 { return true }
        return hashes.contains(wordHash(text, from: start, upTo: end))
    }

    private func lower(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
        var bytes: [UInt8] = []
        for position in start..<end {
            bytes.append(text[position].isUpperCase ? text[position] | 0x20 : text[position])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private let titles = [
    "herr", "herrn", "frau", "fr", "hr", "mr", "mrs", "ms", "miss", "dr", "mag", "prof", "univ", "dipl", "ing", "di",
    "dipl ing", "dkfm", "dear",
]
private let titleSet = Set(titles + ["sehr", "geehrte", "geehrter", "liebe", "lieber", "a", "b", "c"])

/// Given names that are usual in Austria, Germany and English-speaking countries, without those that are words.
private let givenNames = [
    "anna", "maria", "elisabeth", "katharina", "eva", "barbara", "andrea", "claudia", "susanne", "sabine", "petra",
    "michaela", "monika", "martina", "birgit", "karin", "nicole", "daniela", "julia", "lisa", "sarah", "laura", "lena",
    "sophie", "johanna", "magdalena", "theresa", "verena", "stefanie", "bettina", "renate", "ingrid", "brigitte",
    "gertrude", "helga", "christine", "christina", "gabriele", "ursula", "silvia", "manuela", "doris", "emma", "mia",
    "hannah", "leonie", "marie", "valentina", "victoria", "thomas", "michael", "andreas", "christian", "markus",
    "martin", "peter", "stefan", "johann", "josef", "franz", "karl", "wolfgang", "gerhard", "manfred", "helmut",
    "alexander", "daniel", "florian", "lukas", "tobias", "david", "dominik", "sebastian", "matthias", "patrick",
    "philipp", "jakob", "maximilian", "paul", "felix", "elias", "jonas", "simon", "fabian", "bernhard", "robert",
    "günther", "walter", "herbert", "werner", "heinz", "hans", "jürgen", "klaus", "dieter", "uwe", "rainer", "roland",
    "reinhard", "gottfried", "leopold", "john", "james", "william", "george", "richard", "charles", "joseph",
    "christopher", "matthew", "anthony", "steven", "andrew", "kenneth", "joshua", "kevin", "brian", "edward",
    "ronald", "timothy", "jason", "jeffrey", "ryan", "jacob", "nicholas", "jonathan", "stephen", "larry", "mary",
    "patricia", "jennifer", "linda", "susan", "jessica", "karen", "margaret", "nancy", "betty", "sandra", "ashley",
    "emily", "michelle", "amanda", "melissa", "deborah", "stephanie", "rebecca", "cynthia", "kathleen", "helen",
]
private let givenNameSet = Set(givenNames)

private let hashes = HashSlots(
    Dictionary(titleSet.union(givenNameSet).map { (wordHash($0.utf8), 1) }, uniquingKeysWith: { first, _ in first }))
