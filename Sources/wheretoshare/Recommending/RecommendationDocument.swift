/// The answer as it is printed, sent and kept: schema `wheretoshare.recommendation/1`.
///
/// The text output shows nothing that is not in here.
struct RecommendationDocument: Codable, Hashable {
    static let schemaName = "wheretoshare.recommendation/1"

    var schema = Self.schemaName
    var id = ""
    var language: String
    /// The day for which it was decided, as `2026-11-22`.
    var date: String
    var inventory: InventoryName
    var question: AskedQuestion
    var outcome: String
    var recommended: Way?
    var alternatives: [Way]
    var excluded: [ClosedWay]
    var referrals: [Reason]
    var nearest: [Change]
    var split: [Part]
    var alreadyThere: Place?
    var contact: ContactDetails
    var scan: Scan
    var problems: [FileProblem]

    struct InventoryName: Codable, Hashable {
        var institution: String
        var name: String
        var revision: String
    }

    struct AskedQuestion: Codable, Hashable {
        var audience: [Member]
        var action: String
        var level: String
        var levelName: String
        var levelSetBy: [String]
        var declaredLevel: String?
        var tags: [Claim]
        var contradictions: [String]
        var bytes: UInt64?
        var largestFileBytes: UInt64?
        var files: Int?
        var folders: Int?
        var kinds: [Kind]
        var data: String?
        var network: String
        var networkName: String
        /// `declared`, `detected` or `assumed`.
        var networkBecause: String
        var asker: String?
        /// The groups of the inventory that the asker belongs to; null when nobody knows here.
        var askerGroups: [String]?
        var facets: [String: String]
        var lyingOn: String?
        /// How far the content was looked at: `none`, `partial` or `complete`.
        var inspection: String
        /// Whose paths are printed: `windows`, `macos` or `linux`.
        var on: String
    }

    struct Member: Codable, Hashable {
        var kind: String
        var id: String?
        var name: String
        /// For a colleague: the groups of the inventory; null when nobody knows here.
        var groups: [String]?
    }

    struct Claim: Codable, Hashable {
        var id: String
        var name: String
        var because: String
        var files: [String]
    }

    struct Kind: Codable, Hashable {
        var name: String
        var count: Int
    }

    struct Way: Codable, Hashable {
        var method: String
        var name: String
        var headline: String
        var system: String
        var share: String?
        var outcome: String
        var locations: [Location]
        var obligations: [Demand]
        var prerequisites: [Need]
        var steps: [String]
        var stepIds: [String]
        var messages: [Message]
        var warnings: [String]
        var notes: [Reason]
        var reasons: [Reason]
        var reliesOnPeople: [String]
        var uncheckedLimits: [String]
        var assumptions: [String]
        var overdue: [String]
        var exemptions: [String]
        var live: Live
    }

    struct Location: Codable, Hashable {
        var os: String
        var path: String
    }

    struct Demand: Codable, Hashable {
        var id: String
        var value: DemandValue
        var required: Bool
        var text: String
        var rules: [String]
        var decidedBy: [String]
    }

    struct Need: Codable, Hashable {
        var id: String
        var who: String
        var met: String
        var text: String
        var rules: [String]
    }

    struct Message: Codable, Hashable {
        var id: String
        var text: String
    }

    struct Reason: Codable, Hashable {
        var rule: String?
        var text: String
        var basis: String?
        var source: String?
    }

    /// What is known of the place at the moment; null where no check has been made.
    struct Live: Codable, Hashable {
        var verdict = "unknown"
        var checkedAt: String?
        var cause: String?
        var freeBytes: UInt64?
        var mountedAt: String?
    }

    struct ClosedWay: Codable, Hashable {
        var method: String
        var name: String
        var state: String
        var because: [Reason]
        var wouldNeed: String?
    }

    struct Change: Codable, Hashable {
        /// Whether people can do it, rather than wish that the data were others.
        var isInOnesHands: Bool
        var text: String
        var method: String
        var name: String
    }

    struct Part: Codable, Hashable {
        var audience: [Member]
        var outcome: String
        var recommended: Way?
    }

    struct Place: Codable, Hashable {
        var share: String
        var path: String?
        var mountedAt: String?
        var visibleTo: [String]
        var reachesAudience: Bool
    }

    struct ContactDetails: Codable, Hashable {
        var name: String
        var email: String?
        var phone: String?
        var url: String?
    }

    struct Scan: Codable, Hashable {
        /// `complete`, `partial` or `skipped`.
        var state = "skipped"
        var bytesRead: UInt64 = 0
        var bytesTotal: UInt64 = 0
        var findings: [String] = []
        var unreadable: [FileProblem] = []
    }

    struct FileProblem: Codable, Hashable {
        var file: String
        var reason: String
        /// How many entries share the reason, when only some are named.
        var count: Int?
    }

    enum CodingKeys: String, CodingKey {
        case schema, id, language, date, inventory, question, outcome, recommended, alternatives, excluded, referrals
        case nearest, split, alreadyThere, contact, scan, problems
    }
}

extension RecommendationDocument {
    /// Encodes every key; where nothing is recommended, the key is there and null.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(id, forKey: .id)
        try container.encode(language, forKey: .language)
        try container.encode(date, forKey: .date)
        try container.encode(inventory, forKey: .inventory)
        try container.encode(question, forKey: .question)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(recommended, forKey: .recommended)
        try container.encode(alternatives, forKey: .alternatives)
        try container.encode(excluded, forKey: .excluded)
        try container.encode(referrals, forKey: .referrals)
        try container.encode(nearest, forKey: .nearest)
        try container.encode(split, forKey: .split)
        try container.encode(alreadyThere, forKey: .alreadyThere)
        try container.encode(contact, forKey: .contact)
        try container.encode(scan, forKey: .scan)
        try container.encode(problems, forKey: .problems)
    }
}

/// The value of an obligation in JSON: `true`, a number or a list of choices.
enum DemandValue: Codable, Hashable {
    case flag
    case number(Int)
    case choices([String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let choices = try? container.decode([String].self) {
            self = .choices(choices)
        } else {
            _ = try container.decode(Bool.self)
            self = .flag
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag: try container.encode(true)
        case .number(let number): try container.encode(number)
        case .choices(let choices): try container.encode(choices)
        }
    }
}
