public import StorageModel

/// How a place did when it was last looked at from one vantage.
public struct Standing: Hashable, Sendable {
    /// The place, or what others depend on (``isDependency``).
    public var target: String
    /// From where it was seen.
    public var vantage: String
    /// The network that the vantage was on; nil when no network of the inventory fitted.
    public var network: String?
    /// When it was looked at.
    public var at: Moment
    /// How it did.
    public var verdict: Verdict
    /// What was wrong.
    public var cause: Cause?
    /// Why nobody was called although something was wrong.
    public var silence: Silence?
    /// Since when every look found the same.
    public var since: Moment
    /// What was seen of the step that did not work when that began, for the technician.
    public var evidence: String?
    /// When it was last seen to work; nil when it never was.
    public var lastWorked: Moment?
    /// Since when people know it to be down or degraded; nil when it is up as far as they know.
    public var troubledSince: Moment?
    /// Whether it goes up and down.
    public var isFlapping: Bool
    /// The space, as it was last known.
    public var space: Observation.Space?
    /// Whether it is nothing that was checked itself, but what several places depend on.
    public var isDependency: Bool
}

/// When a vantage looked last.
public struct VantageStanding: Hashable, Sendable {
    /// Its name.
    public var vantage: String
    /// The network that it was on.
    public var network: String?
    /// When its last run began.
    public var begunAt: Moment
    /// When its last run ended.
    public var endedAt: Moment
    /// How many runs of it are known.
    public var runs: Int

    /// Whether a run is missing by now.
    /// - Parameters:
    ///   - now: The moment.
    ///   - hours: For how many hours no run may pass.
    /// - Returns: True when the last run is longer ago.
    public func isMissing(at now: Moment, after hours: Int = 26) -> Bool {
        now.seconds(since: endedAt) > Int64(hours) * 3_600
    }
}
