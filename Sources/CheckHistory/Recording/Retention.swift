/// How long what was recorded is kept.
public struct Retention: Hashable, Sendable {
    /// For how many days every single observation is kept, with its steps; then a summary of each day takes its place.
    public var observationDays: Int
    /// For how many days summaries, changes and outages are kept.
    public var summaryDays: Int

    /// Puts the parts together.
    public init(observationDays: Int = 400, summaryDays: Int = 1_830) {
        self.observationDays = observationDays
        self.summaryDays = max(observationDays, summaryDays)
    }
}
