public import StorageModel

/// What became of a run that was to be recorded.
public struct RunReceipt: Hashable, Sendable {
    /// Whether it is new; false when it had been recorded before, in which case nothing changed.
    public var isNew: Bool
    /// Whether it is earlier than the last run from the same place: the clock was set back, or it was imported late.
    public var isEarlierThanLast: Bool
    /// When the last run before it from the same place ended; nil when there is none.
    public var previousEnd: Moment?
    /// What changed with it.
    public var changes: [Change]
}
