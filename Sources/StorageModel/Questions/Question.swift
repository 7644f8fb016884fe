/// The question where an audience should receive data.
public struct Question: Hashable, Sendable {
    /// Everybody who has to be reached.
    public var audience: [AudienceMember]
    /// What is to be done.
    public var action: Action
    /// The level that the asker declared; nil when none was.
    public var declaredLevel: LevelID?
    /// What the data contain, as far as anybody said or saw.
    public var tags: [TagClaim]
    /// How far the content has been looked at.
    public var inspection: Inspection
    /// The sum of all files, in bytes; nil when unknown.
    public var bytes: UInt64?
    /// The greatest single file, in bytes; nil when unknown.
    public var largestFileBytes: UInt64?
    /// The number of files; nil when unknown.
    public var files: Int?
    /// The asker's network; nil means the fallback network.
    public var network: NetworkID?
    /// Who asks.
    public var asker: Asker
    /// The institution's own facets, as far as they were answered.
    public var facets: [FacetID: String]
    /// The share that the data already lie on, if they do.
    public var lyingOn: ShareID?

    /// A question about an audience, everything else still open.
    public init(audience: [AudienceMember], action: Action = .share) {
        self.audience = audience
        self.action = action
        tags = []
        inspection = .none
        asker = Asker()
        facets = [:]
    }
}

/// How far somebody looked into the content.
public enum Inspection: String, CaseIterable, Sendable {
    /// Nobody looked.
    case none
    /// Some of it was read.
    case partial
    /// All of it was read.
    case complete
}

/// A tag of the data, and how it became known.
public struct TagClaim: Hashable, Sendable {
    /// How a tag became known.
    public enum Ground: String, CaseIterable, Sendable {
        /// Somebody looked and found it.
        case found
        /// The asker said so.
        case declared
        /// Nobody knows, so it is taken to be there.
        case assumed
    }

    /// The tag.
    public var tag: TagID
    /// How it became known.
    public var because: Ground
    /// The files that it was found in.
    public var files: [String]

    /// Puts the parts together.
    public init(_ tag: TagID, because: Ground, files: [String] = []) {
        self.tag = tag
        self.because = because
        self.files = files
    }
}

/// Who asks.
public struct Asker: Hashable, Sendable {
    /// The account name; nil when unknown.
    public var account: String?
    /// The groups of the inventory that the account belongs to; nil when nobody knows them here.
    public var groups: [GroupID]?

    /// Puts the parts together.
    public init(account: String? = nil, groups: [GroupID]? = nil) {
        self.account = account
        self.groups = groups
    }
}
