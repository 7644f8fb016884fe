internal import StorageModel

/// Numbers of Austrian residence permits: one or two letters and seven digits, beside a word.
struct ResidencePermitDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "residence-permit", tag: "personal", english: "number of a residence permit",
            german: "Nummer eines Aufenthaltstitels")
    }
    var triggers: [Trigger] { [.letters(1, [8]), .letters(2, [9])] }
    var needsWord: Bool { true }
    var groupings: [[Int]]? { [] }
    var words: [String] {
        [
            "aufenthaltstitel", "aufenthaltstitels", "aufenthaltskarte", "aufenthaltsbewilligung",
            "weiß rot karte", "niederlassungsbewilligung", "residence permit", "residence permit number",
            "residence card", "residence title", "blaue karte eu", "eu blue card",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        guard code.symbols.areDigits(length - 7..<length), code.breaks(length) == 0,
            code.symbols.slice(length - 7..<length) != "1234567"
        else { return nil }
        return Match(code.start, code.end(length), inContext: .possible, mask: .ends(1, 2))
    }
}
