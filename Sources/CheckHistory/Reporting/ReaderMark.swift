public import StorageModel

/// What a reader of reports was told, so that nobody is told anything twice.
public struct ReaderMark: Hashable, Sendable {
    /// The number of the last change that was told.
    public var change: Int64
    /// When it was told.
    public var at: Moment
    /// The conditions that were told and last, by their names, with the moment at which each was told first.
    public var conditions: [String: Moment]

    /// Puts the parts together.
    public init(change: Int64, at moment: Moment, conditions: [String: Moment] = [:]) {
        self.change = change
        at = moment
        self.conditions = conditions
    }
}

/// What changed since a reader was told last.
public struct News: Hashable, Sendable {
    /// The changes, in the order in which they were recorded.
    public var changes: [Change]
    /// The number of the last of all changes, for the next mark.
    public var through: Int64
}
