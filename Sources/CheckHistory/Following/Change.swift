public import StorageModel

/// Something that changed about a place as seen from one vantage: what a report tells, and tells once.
public struct Change: Hashable, Sendable {
    /// What happened.
    public enum Kind: String, CaseIterable, Sendable {
        /// It cannot be used any more.
        case broke
        /// It still cannot be used, now for another cause.
        case causeChanged = "cause-changed"
        /// It can be used, but something about it is not as it should be.
        case degraded
        /// It is as it should be again.
        case recovered
        /// It can be used again, but something about it is not as it should be.
        case improved
        /// It could not be checked.
        case unchecked
        /// It goes up and down; until it is calm again, single ups and downs are not told.
        case flapping
        /// It goes up and down no more.
        case calm
    }

    /// What happened.
    public var kind: Kind
    /// The place, or what others depend on: `vantage`, `dns`, `sign-in` (``isOfDependency``).
    public var target: String
    /// From where it was seen.
    public var vantage: String
    /// When it was seen.
    public var at: Moment
    /// How the place does since.
    public var verdict: Verdict
    /// What is wrong since.
    public var cause: Cause?
    /// What was wrong before.
    public var previousCause: Cause?
    /// Since when the place had been as it was before: for a recovery, when it broke.
    public var previousSince: Moment?
    /// Whether the target is nothing that was checked itself, but what several places that failed depend on.
    public var isOfDependency: Bool
    /// How many places were seen to fail as its consequence at that time.
    public var consequences: Int

    /// Puts the parts together.
    public init(
        kind: Kind, target: String, vantage: String, at moment: Moment, verdict: Verdict, cause: Cause? = nil,
        previousCause: Cause? = nil, previousSince: Moment? = nil, isOfDependency: Bool = false, consequences: Int = 0
    ) {
        self.kind = kind
        self.target = target
        self.vantage = vantage
        at = moment
        self.verdict = verdict
        self.cause = cause
        self.previousCause = previousCause
        self.previousSince = previousSince
        self.isOfDependency = isOfDependency
        self.consequences = consequences
    }
}
