internal import StorageModel

/// Markings that say who may see a document: in a heading, at the top of its pages, or at its beginning.
///
/// In the body of a text the same words are talk, and at the foot of an e-mail they are boilerplate.
struct ConfidentialityMarkingDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "confidentiality-marking", tag: "marked-confidential", english: "marked confidential",
            german: "als vertraulich gekennzeichnet")
    }
    var triggers: [Trigger] { [.anchor(.word)] }
    var words: [String] {
        [
            "vertraulich", "streng vertraulich", "den internen gebrauch", "internen gebrauch", "nur intern",
            "geheim", "streng geheim", "geheimhaltung", "geheimhaltungsvereinbarung", "verschlusssache",
            "nicht zur weitergabe", "sperrfrist", "vertraulichkeitsstufe", "confidential",
            "strictly confidential", "highly confidential", "company confidential", "commercial in confidence",
            "internal use only", "for internal use", "internal only", "do not distribute",
            "not for distribution", "do not share", "proprietary and confidential", "embargo", "embargoed",
            "embargoed until", "under embargo", "nda", "non disclosure", "non disclosure agreement",
            "draft patent", "patent draft", "tlp red", "tlp amber",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        // The line's first word, or a line of nothing else; capitals weigh more.
        var first = start
        while first > 0, first > start - 40, text[first - 1] != 0x0A { first -= 1 }
        var before = 0
        for position in first..<start where text[position].isLetterOrDigit { before += 1 }
        var last = end
        while last < end + 60, last < text.count, text[last] != 0x0A { last += 1 }
        var after = 0
        for position in end..<last where text[position].isLetterOrDigit { after += 1 }
        var isCapital = true
        for position in start..<end where text[position].isLowerCase { isCapital = false }
        let isLine = before <= 24 && after <= 24 && last < end + 60
        // `Confidential Computing` is a subject, and NDA is written in capitals anywhere.
        let isAlone = before == 0 && after <= 8 || isCapital && end - start > 3
        // In the markup of Perl's manuals, B<…>, it is about a program.
        var bracket = start - 1
        while bracket > first, text[bracket] != UInt8(ascii: "<"), text[bracket] != UInt8(ascii: ">") { bracket -= 1 }
        if text.byte(bracket) == UInt8(ascii: "<"), text.byte(bracket - 1).isUpperCase {
            return Match(start, end, alone: .topic, inContext: .topic, mask: .ends(40, 40))
        }
        let note = isLine && isAlone ? 2 : isLine ? 1 : 0
        return Match(start, end, alone: .topic, inContext: .topic, mask: .ends(40, 40), note: note)
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        if surroundings.isSoftware || surroundings.isInTable { return .topic }
        switch surroundings.part {
        case .header: return .likely
        case .footer: return .possible
        case .metadata: return .likely
        default:
            if match.note == 2, match.start < 4096 { return .likely }
            if match.note >= 1 { return .possible }
            return .topic
        }
    }
}
