public import StorageModel

/// How much of a time a place could be used, as seen from one vantage.
///
/// Times in which nobody looked, could not check, or was not to be called (maintenance, an expected outage, something
/// else that was down) count neither for nor against it.
public struct Availability: Hashable, Sendable {
    /// The place.
    public var target: String
    /// From where it was seen.
    public var vantage: String
    /// For how many seconds it could be used.
    public var secondsUp: Int64
    /// For how many seconds it could not.
    public var secondsDown: Int64
    /// For how many seconds each cause was the reason.
    public var secondsByCause: [Cause: Int64]
    /// How often it broke.
    public var outages: Int
    /// The longest time that it could not be used, in seconds; nil when there is none.
    public var longestOutage: Int64?
    /// How many seconds an outage that is over took on average; nil when none is over.
    public var meanTimeToRepair: Int64?

    /// The share of the time in which it could be used, from 0 to 1; nil when nothing is known.
    public var share: Double? {
        let total = secondsUp + secondsDown
        return total > 0 ? Double(secondsUp) / Double(total) : nil
    }

    /// What spells of one place and vantage, in their order, say about a time.
    /// - Parameters:
    ///   - spells: The spells; all of one place and one vantage.
    ///   - begin: When the time begins.
    ///   - end: When it ends.
    ///   - lastLook: When the place was last looked at; what comes after it is not known.
    ///   - gaps: When nobody looked from there, in order.
    public init?(
        _ spells: some Sequence<Spell>, from begin: Moment, to end: Moment, lastLook: Moment,
        gaps: [ClosedRange<Moment>] = []
    ) {
        var up: Int64 = 0
        var down: Int64 = 0
        var byCause: [Cause: Int64] = [:]
        var outages: [(seconds: Int64, isOver: Bool)] = []
        var first: Spell?
        var isInOutage = false
        for spell in spells {
            if first == nil { first = spell }
            let from = max(spell.begun, begin)
            let to = min(spell.ended ?? lastLook, end)
            guard from <= to, spell.silence == nil, spell.verdict != .unknown else { continue }
            let lost = gaps.reduce(Int64(0)) { sum, gap in
                sum + max(0, min(gap.upperBound, to).seconds(since: max(gap.lowerBound, from)))
            }
            let seconds = max(0, to.seconds(since: from) - lost)
            guard spell.verdict == .failed else {
                if isInOutage, let last = outages.indices.last { outages[last].isOver = true }
                isInOutage = false
                up += seconds
                continue
            }
            down += seconds
            if let cause = spell.cause { byCause[cause, default: 0] += seconds }
            if isInOutage, let last = outages.indices.last {
                outages[last].seconds += seconds
            } else {
                outages.append((seconds, false))
            }
            isInOutage = true
        }
        guard let first else { return nil }
        target = first.target
        vantage = first.vantage
        secondsUp = up
        secondsDown = down
        secondsByCause = byCause
        self.outages = outages.count
        longestOutage = outages.map(\.seconds).max()
        let over = outages.filter(\.isOver).map(\.seconds)
        meanTimeToRepair = over.isEmpty ? nil : over.reduce(0, +) / Int64(over.count)
    }
}
