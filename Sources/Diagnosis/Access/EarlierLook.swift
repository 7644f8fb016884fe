public import StorageModel

/// How the place did when a vantage last looked at it, before the question was asked.
public struct EarlierLook: Hashable, Sendable {
    /// From where it was seen.
    public var vantage: String
    /// Whether that is the computer that is asked about.
    public var isHere: Bool
    /// How it did.
    public var verdict: Verdict
    /// What was wrong.
    public var cause: Cause?
    /// When it was looked at, in seconds since 1970.
    public var at: Int64
    /// Since when it has been as it was seen, in seconds since 1970.
    public var since: Int64
    /// When it was last seen to work, in seconds since 1970; nil when it never was.
    public var lastWorked: Int64?

    /// Puts the parts together.
    public init(
        vantage: String, isHere: Bool = false, verdict: Verdict, cause: Cause? = nil, at: Int64, since: Int64,
        lastWorked: Int64? = nil
    ) {
        self.vantage = vantage
        self.isHere = isHere
        self.verdict = verdict
        self.cause = cause
        self.at = at
        self.since = since
        self.lastWorked = lastWorked
    }
}
