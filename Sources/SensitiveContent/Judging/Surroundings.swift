/// What stands around a match.
struct Surroundings: Sendable {
    /// What the words nearby, the column's header and the key are context of.
    var near: GroupSet
    /// What the column's header or the key is context of.
    var label: GroupSet
    /// The detector's own words.
    var own: GroupSet
    /// Whether one of the detector's own words stands nearby and no word for a thing stands closer.
    var hasContext: Bool
    /// Whether a word for a thing stands closer than the detector's own.
    var isThing: Bool
    /// Whether several other numbers stand on the same line.
    var isNumericRow: Bool
    /// Whether it stands in a list of citations or the head of a paper.
    var isCited: Bool
    /// Whether it stands in a program, a licence or a list of its authors.
    var isSoftware: Bool
    /// Whether it stands in a cell of a table.
    var isInTable: Bool
    /// The part of the document.
    var part: Passage.Part

    /// The judgement that fits most detectors.
    func usual(_ match: Match) -> Confidence? {
        if hasContext { return match.inContext ?? match.alone }
        guard let alone = match.alone else { return nil }
        if alone == .certain { return alone }
        return isThing || isNumericRow || isSoftware || match.isChained ? nil : alone
    }
}
