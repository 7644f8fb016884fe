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
    @OrNull var recommended: Way? = nil
    var alternatives: [Way]
    var excluded: [ClosedWay]
    var referrals: [Reason]
    var nearest: [Change]
    var split: [Part]
    @OrNull var alreadyThere: Place? = nil
    /// What to use until the recommended place works again; null when it works or nobody looked.
    @OrNull var meanwhile: Substitute? = nil
    /// The places that were looked at for this answer; empty when nobody looked.
    var checked: [CheckedPlace] = []
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
        @OrNull var declaredLevel: String? = nil
        var tags: [Claim]
        var contradictions: [String]
        @OrNull var bytes: UInt64? = nil
        @OrNull var largestFileBytes: UInt64? = nil
        @OrNull var files: Int? = nil
        @OrNull var folders: Int? = nil
        var kinds: [Kind]
        /// The name of the file or folder, the first when there are several.
        @OrNull var data: String? = nil
        /// How many files and folders were named besides.
        var otherPaths: Int
        /// The path of the data below their share's folder; null when they lie on none or are several.
        @OrNull var pathInsideShare: String? = nil
        var network: String
        var networkName: String
        /// `declared`, `detected` or `assumed`.
        var networkBecause: String
        @OrNull var asker: String? = nil
        /// The groups of the inventory that the asker belongs to; null when nobody knows here.
        @OrNull var askerGroups: [String]? = nil
        var facets: [String: String]
        @OrNull var lyingOn: String? = nil
        /// How far the content was looked at: `none`, `partial` or `complete`.
        var inspection: String
        /// Whose paths are printed: `windows`, `macos` or `linux`.
        var on: String
    }

    struct Member: Codable, Hashable {
        var kind: String
        @OrNull var id: String? = nil
        var name: String
        /// For a colleague: the groups of the inventory; null when nobody knows here.
        @OrNull var groups: [String]? = nil
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
        @OrNull var share: String? = nil
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
        @OrNull var rule: String? = nil
        var text: String
        @OrNull var basis: String? = nil
        @OrNull var source: String? = nil
    }

    /// What is known of the place at the moment; null where no check has been made.
    struct Live: Codable, Hashable {
        var verdict = "unknown"
        @OrNull var checkedAt: String? = nil
        @OrNull var cause: String? = nil
        @OrNull var freeBytes: UInt64? = nil
        /// Since when it does not work, by the history; null when nobody remembers.
        @OrNull var since: String? = nil
        @OrNull var mountedAt: String? = nil
        /// What is wrong with that mount; null when nothing is, or when nobody asked it.
        @OrNull var mountCause: String? = nil
    }

    /// A place of this answer, as it was seen.
    struct CheckedPlace: Codable, Hashable {
        /// A share, or a system without one.
        var target: String
        var verdict: String
        var checkedAt: String
        @OrNull var cause: String? = nil
        @OrNull var freeBytes: UInt64? = nil
        /// Since when it does not work, by the history; null when nobody remembers.
        @OrNull var since: String? = nil
    }

    /// One of the alternatives, for the meantime.
    struct Substitute: Codable, Hashable {
        var method: String
        @OrNull var share: String? = nil
        var name: String
    }

    struct ClosedWay: Codable, Hashable {
        var method: String
        var name: String
        var state: String
        var because: [Reason]
        @OrNull var wouldNeed: String? = nil
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
        @OrNull var recommended: Way? = nil
    }

    struct Place: Codable, Hashable {
        var share: String
        @OrNull var path: String? = nil
        @OrNull var mountedAt: String? = nil
        var visibleTo: [String]
        var reachesAudience: Bool
    }

    struct ContactDetails: Codable, Hashable {
        var name: String
        @OrNull var email: String? = nil
        @OrNull var phone: String? = nil
        @OrNull var url: String? = nil
    }

    struct Scan: Codable, Hashable {
        /// `complete`, `partial` or `skipped`.
        var state = "skipped"
        var bytesRead: UInt64 = 0
        var bytesTotal: UInt64 = 0
        /// How many files were looked into.
        var files = 0
        /// What counts of what was found, of the first files.
        var findings: [ScanDocument.Finding] = []
        var unreadable: [FileProblem] = []
    }

    struct FileProblem: Codable, Hashable {
        var file: String
        var reason: String
        /// How many entries share the reason, when only some are named.
        @OrNull var count: Int? = nil
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
