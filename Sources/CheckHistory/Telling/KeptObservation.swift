public import StorageModel

/// One observation of a place, as it is kept.
public struct KeptObservation: Hashable, Sendable {
    /// From where it was seen.
    public var vantage: String
    /// When it was complete.
    public var at: Moment
    /// How the place did.
    public var verdict: Verdict
    /// What was wrong.
    public var cause: Cause?
    /// Whether the place was looked at several times in that run.
    public var hadSeveralLooks: Bool
    /// The steps that were taken.
    public var steps: [KeptStep]
    /// The space, when it was asked for.
    public var space: Observation.Space?
}
