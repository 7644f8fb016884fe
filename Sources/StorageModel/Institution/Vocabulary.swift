/// The words that an institution's questions and rules are made of.
public struct Vocabulary: Hashable, Sendable {
    /// Sensitivity levels, the least sensitive first.
    public var levels: [Level]
    /// What data can contain, each with its least level.
    public var tags: [Tag]
    /// Kinds of groups, such as unit or division.
    public var groupKinds: [GroupKind]
    /// Facets of its own that this institution's rules ask about.
    public var facets: [Facet]
    /// What an answer can demand of people.
    public var obligations: [Obligation]

    /// Puts the parts together.
    public init(
        levels: [Level], tags: [Tag], groupKinds: [GroupKind], facets: [Facet], obligations: [Obligation]
    ) {
        self.levels = levels
        self.tags = tags
        self.groupKinds = groupKinds
        self.facets = facets
        self.obligations = obligations
    }
}

/// A step on the institution's scale of sensitivity.
public struct Level: Hashable, Sendable {
    /// Its name.
    public var id: LevelID
    /// Other names that people use for it, such as `V3` or `red`.
    public var aliases: [String]

    /// Puts the parts together.
    public init(id: LevelID, aliases: [String] = []) {
        self.id = id
        self.aliases = aliases
    }
}

/// Something that data can contain and that decides how sensitive they are.
public struct Tag: Hashable, Sendable {
    /// Its name.
    public var id: TagID
    /// The level that data with this tag have at least.
    public var level: LevelID
    /// Other names that people use for it.
    public var aliases: [String]
    /// What detectors call it, where that is not its own name.
    public var foundAs: [TagID]
    /// Whether the tag stands for content that nobody declared or looked at; an inventory has exactly one such tag.
    public var standsForUnknown: Bool
    /// Where the tag and its level are told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: TagID, level: LevelID, aliases: [String] = [], foundAs: [TagID] = [], standsForUnknown: Bool = false,
        provenance: Provenance
    ) {
        self.id = id
        self.level = level
        self.aliases = aliases
        self.foundAs = foundAs
        self.standsForUnknown = standsForUnknown
        self.provenance = provenance
    }
}

/// A kind of group, such as a research group or a division.
public struct GroupKind: Hashable, Sendable {
    /// Its name.
    public var id: GroupKindID

    /// Wraps a name.
    public init(id: GroupKindID) { self.id = id }
}

/// A question of the institution's own, such as the kind of device.
public struct Facet: Hashable, Sendable {
    /// Its name.
    public var id: FacetID
    /// The answers it accepts.
    public var values: [String]
    /// The answer that is assumed when nobody gave one; it should be the strictest.
    public var ifUnknown: String

    /// Puts the parts together.
    public init(id: FacetID, values: [String], ifUnknown: String) {
        self.id = id
        self.values = values
        self.ifUnknown = ifUnknown
    }
}
