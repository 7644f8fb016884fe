/// How sure a detector is that it found what it looks for.
public enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The vocabulary of a subject, without anybody's particulars: never a finding by itself.
    case topic
    /// The shape together with a word nearby, or a check digit that chance often meets.
    case possible
    /// A check digit together with a word nearby, or two facts that do not depend on each other.
    case likely
    /// Structure and check digits that chance practically never meets.
    case certain

    /// Orders by certainty, the least first.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

    /// Its place in the order, from 0.
    var rank: Int {
        switch self {
        case .topic: 0
        case .possible: 1
        case .likely: 2
        case .certain: 3
        }
    }
}
