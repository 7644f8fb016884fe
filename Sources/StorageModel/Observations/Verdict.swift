/// How a target does, in one word.
public enum Verdict: String, CaseIterable, Sendable {
    /// Everything that was checked is as it should be.
    case healthy
    /// It can be used, and something about it is not as it should be.
    case degraded
    /// It cannot be used.
    case failed
    /// It could not be checked, or nobody knows what the answer means.
    case unknown
}

/// Who has to act on a cause.
public enum Owner: String, CaseIterable, Sendable {
    /// The person who wants to reach the target.
    case user
    /// The helpdesk.
    case helpdesk
    /// The people who run networks, name servers and firewalls.
    case network
    /// The people who run accounts and sign-in.
    case identity
    /// The people who run the storage.
    case storage
}
