public import StorageModel

/// What the last recorded check saw of a place from a vantage.
public struct PlaceMemory: Hashable, Sendable {
    /// From where it was seen.
    public var vantage: String
    /// Whether that is a network of the inside, so that what fails there is not the way in.
    public var isInside: Bool
    /// How the place did.
    public var verdict: Verdict
    /// What was wrong.
    public var cause: Cause?
    /// When it was seen.
    public var at: Moment
    /// Since when every look from there found the same.
    public var since: Moment

    /// Puts the parts together.
    public init(
        vantage: String, isInside: Bool, verdict: Verdict, cause: Cause? = nil, at moment: Moment, since: Moment
    ) {
        self.vantage = vantage
        self.isInside = isInside
        self.verdict = verdict
        self.cause = cause
        at = moment
        self.since = since
    }
}
