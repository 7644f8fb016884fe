internal import StorageModel

/// A question with every name resolved to its number in a ``CompiledPolicy``, ready to be judged.
struct Situation: Sendable {
    var people: PeopleSituation
    var action: Action
    var content: ContentSituation
    var network: Int
    var bytes: UInt64?
    var largestFileBytes: UInt64?
    var files: Int?
    var facetValues: [Int]
}

/// Who has to be reached, and which methods can reach them all.
struct PeopleSituation: Hashable, Sendable {
    /// The openness of the most open kind.
    var openness: Int
    /// The kinds of the groups, as a bit set.
    var groupKinds: UInt64
    /// How far each method reaches, by the method's number.
    var reach: [ReachState]
}

/// Whether a method reaches an audience.
enum ReachState: Hashable, Sendable {
    /// It does, through nothing in particular.
    case everyone
    /// It does, through this share (by its number).
    case through(share: Int)
    /// It never reaches people of these kinds.
    case notFor([AudienceKind])
    /// Sender or recipients have no share of this method in common.
    case noCommonShare
    /// The recipients have one in common, which the asker cannot open.
    case askerHasNoAccess(share: Int)
    /// Nobody here knows which groups this colleague belongs to.
    case membershipUnknown(String)

    var reaches: Bool {
        switch self {
        case .everyone, .through: true
        default: false
        }
    }
}

/// How sensitive the content is, and why.
struct ContentSituation: Hashable, Sendable {
    /// The level to be assumed, by its number.
    var level: Int
    /// The level as far as known; nil when nothing is known.
    var knownLevel: Int?
    /// The tags, as a bit set.
    var tags: UInt32
}
