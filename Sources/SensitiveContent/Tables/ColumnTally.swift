/// What is known of one detector's matches in one column of a table.
struct ColumnTally: Sendable {
    private(set) var count = 0
    private var byConfidence: [Tally?] = Array(repeating: nil, count: Confidence.allCases.count)
    private var alone: Confidence?
    private var inContext: Confidence?
    private var last: UInt64 = 0
    private var rising = 0
    private var steps = 0

    /// Counts a match, whose digits are the value.
    mutating func note(
        _ match: Match, confidence: Confidence, value: UInt64, hash: UInt64,
        place: @autoclosure () -> Finding.Place, masked: @autoclosure () -> String?
    ) {
        if count > 0 {
            steps += 1
            if value > last { rising += 1 }
        }
        last = value
        count += 1
        alone = alone ?? match.alone
        inContext = inContext ?? match.inContext
        if byConfidence[confidence.rank] == nil { byConfidence[confidence.rank] = Tally() }
        byConfidence[confidence.rank]?.count(hash: hash, place: place(), masked: masked())
    }

    /// What was matched with one confidence.
    subscript(confidence: Confidence) -> Tally? { byConfidence[confidence.rank] }

    /// The confidence in the light of the whole column; nil when the column holds something else.
    func judge(_ confidence: Confidence, isLabelled: Bool, isMostly: Bool, cells: Int) -> Confidence? {
        if confidence == .certain { return confidence }
        if isLabelled {
            return isMostly || cells < 4 ? max(confidence, inContext ?? confidence) : min(confidence, .possible)
        }
        if alone == nil || cells < 4 { return confidence }
        // Numbers that only rise are an index or a clock; check digits that most values miss are chance.
        let isRising = steps >= 5 && rising * 10 >= steps * 9
        if isRising { return nil }
        return isMostly ? confidence : confidence >= .likely ? .possible : nil
    }
}
