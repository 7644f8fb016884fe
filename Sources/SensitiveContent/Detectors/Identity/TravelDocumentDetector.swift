internal import StorageModel

/// The machine-readable lines of passports, identity cards, residence permits and visas.
///
/// Source: ICAO Doc 9303, parts 4 to 7: three lines of 30 characters (TD1), two of 36 (TD2, MRV-B) or of 44 (TD3,
/// MRV-A). The check digits decide; what the letters of a line look like does not, for proteins look the same.
struct TravelDocumentDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "machine-readable-zone", tag: "personal",
            english: "machine-readable lines of a passport or identity card",
            german: "maschinenlesbare Zeilen eines Reisepasses oder Ausweises")
    }
    var triggers: [Trigger] { [.anchor(.fillers)] }
    var words: [String] {
        [
            "passport", "identity card", "id card", "residence permit", "reisepass", "personalausweis",
            "aufenthaltstitel",
            "travel document", "reisedokument",
        ]
    }

    func examine(_ text: Span<UInt8>, at start: Int, upTo end: Int) -> Match? {
        guard let middle = MachineLine(text, around: start) else { return nil }
        let before = MachineLine(text, endingAt: middle.start - 1)
        let after = MachineLine(text, startingAt: middle.end + 1)
        let earlier = before.flatMap { MachineLine(text, endingAt: $0.start - 1) }
        let later = after.flatMap { MachineLine(text, startingAt: $0.end + 1) }
        // The fillers may be seen first in any of the lines.
        let pairs: [(MachineLine?, MachineLine?)] = [(middle, after), (before, middle)]
        for case (let first?, let second?) in pairs {
            if let match = twoLines(first, second) { return match }
        }
        let triples: [(MachineLine?, MachineLine?, MachineLine?)] = [
            (middle, after, later), (before, middle, after), (earlier, before, middle),
        ]
        for case (let first?, let second?, let third?) in triples {
            if let match = threeLines(first, second, third) { return match }
        }
        return nil
    }

    private func twoLines(_ first: MachineLine, _ second: MachineLine) -> Match? {
        for size in [44, 36] {
            guard let upper = first.symbols(size), let lower = second.symbols(size),
                [UInt8(ascii: "P"), UInt8(ascii: "V"), UInt8(ascii: "I"), UInt8(ascii: "A"), UInt8(ascii: "C")]
                    .contains(upper[0]), upper.holdsFillers
            else { continue }
            let fields = [(0..<9, 9), (13..<19, 19), (21..<27, 27)]
            var held = fields.count { lower.holdsTravelDigit(over: [$0.0], at: $0.1) }
            guard held >= 2, lower.holdsTravelDate(at: 13) || lower.holdsTravelDate(at: 21) else { continue }
            // The composite of a visa does not exist; of the others it is the last character.
            let composite = size == 44 ? [0..<10, 13..<20, 21..<43] : [0..<10, 13..<20, 21..<35]
            if lower.holdsTravelDigit(over: composite, at: size - 1) { held += 1 }
            return match(first.start, second.end, held: held, number: lower.slice(0..<9))
        }
        return nil
    }

    private func threeLines(_ first: MachineLine, _ second: MachineLine, _ third: MachineLine) -> Match? {
        guard let upper = first.symbols(30), let middle = second.symbols(30), let lower = third.symbols(30),
            [UInt8(ascii: "I"), UInt8(ascii: "A"), UInt8(ascii: "C")].contains(upper[0]), lower.holdsFillers
        else { return nil }
        var held = upper.holdsTravelDigit(over: [5..<14], at: 14) ? 1 : 0
        held += [(0..<6, 6), (8..<14, 14)].count { middle.holdsTravelDigit(over: [$0.0], at: $0.1) }
        guard held >= 2, middle.holdsTravelDate(at: 0) || middle.holdsTravelDate(at: 8) else { return nil }
        var whole = upper.slice(5..<30)
        for part in [0..<7, 8..<15, 18..<30] { whole.append(middle.slice(part)) }
        if whole.holdsTravelDigit(over: [0..<whole.count - 1], at: whole.count - 1) { held += 1 }
        return match(first.start, third.end, held: held, number: upper.slice(5..<14))
    }

    private func match(_ start: Int, _ end: Int, held: Int, number: Symbols) -> Match {
        // The specimens of the standard: UTO is Utopia.
        let confidence: Confidence = held >= 3 ? .certain : .likely
        let isSample = number == "L898902C3" || number == "D23145890" || number == "L8988901C"
        return Match(
            start, end, alone: confidence, inContext: confidence, isSample: isSample, mask: .ends(1, 0), consumes: true)
    }
}
