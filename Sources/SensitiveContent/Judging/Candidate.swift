/// A match that waits for its surroundings to be read.
struct Candidate: Sendable {
    /// The match, with positions that count from the beginning of the passage.
    var match: Match
    /// The detector's index.
    var detector: Int
    /// The line it stands on.
    var line: Int
}

/// A word that means something, where it stood.
struct Mark: Sendable {
    /// The first byte, counted from the beginning of the passage.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// What it is context of.
    var groups: GroupSet
    /// The line it stands on.
    var line: Int
}
