public import StorageModel

/// A time in which every look at a place from one vantage found the same.
public struct Spell: Hashable, Sendable {
    /// The place.
    public var target: String
    /// From where it was seen.
    public var vantage: String
    /// How it did.
    public var verdict: Verdict
    /// What was wrong.
    public var cause: Cause?
    /// Why nobody was called.
    public var silence: Silence?
    /// The first look that found it so.
    public var begun: Moment
    /// The first look that found something else; nil when none has.
    public var ended: Moment?
    /// What was seen of the step that did not work when it began.
    public var evidence: String?
    /// Whether it is nothing that was checked itself, but what several places depend on.
    public var isDependency: Bool
}
