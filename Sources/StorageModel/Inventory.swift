/// Everything an institution knows about its storage: places, people, networks and policy.
///
/// A value that the reader has already checked: every id it mentions exists.
public struct Inventory: Hashable, Sendable {
    /// The institution.
    public var institution: Institution
    /// The words of its questions and rules.
    public var vocabulary: Vocabulary
    /// What statements are based on.
    public var sources: [Source]
    /// Its storage systems.
    public var systems: [StorageSystem]
    /// Its groups.
    public var groups: [Group]
    /// The networks people come from.
    public var networks: [Network]
    /// Its rules.
    public var rules: [Rule]
    /// Promises about its rules.
    public var invariants: [Invariant]
    /// Questions that mean nothing.
    public var impossibilities: [Impossibility]
    /// Waivers.
    public var exemptions: [Exemption]
    /// Expected answers.
    public var cases: [PolicyCase]
    /// How its places are checked.
    public var checks: CheckPolicy
    /// What it looks for in files of its own.
    public var detectors: [ContentDetector]
    /// Values in files that everybody may know.
    public var publicValues: [PublicValues]
    /// The words of each language.
    public var texts: [Texts]
    /// Names the exact content that this inventory was read from, in hexadecimal digits.
    public var revision: String

    /// Puts the parts together.
    public init(
        institution: Institution, vocabulary: Vocabulary, sources: [Source], systems: [StorageSystem],
        groups: [Group], networks: [Network], rules: [Rule], invariants: [Invariant] = [],
        impossibilities: [Impossibility] = [], exemptions: [Exemption] = [], cases: [PolicyCase] = [],
        detectors: [ContentDetector] = [], publicValues: [PublicValues] = [], texts: [Texts],
        checks: CheckPolicy = CheckPolicy(), revision: String
    ) {
        self.institution = institution
        self.vocabulary = vocabulary
        self.sources = sources
        self.systems = systems
        self.groups = groups
        self.networks = networks
        self.rules = rules
        self.invariants = invariants
        self.impossibilities = impossibilities
        self.exemptions = exemptions
        self.cases = cases
        self.detectors = detectors
        self.publicValues = publicValues
        self.texts = texts
        self.checks = checks
        self.revision = revision
    }

    /// The texts in a language, else in the institution's first.
    public func texts(in language: Language) -> Texts {
        texts.first { $0.language == language } ?? texts.first ?? Texts(language: language, entries: [:])
    }

    /// The network that a computer is taken to be on when it fits none.
    public var fallbackNetwork: NetworkID? { networks.first { $0.isFallback }?.id }

    /// The tag that stands for content nobody declared or looked at.
    public var unknownTag: TagID? { vocabulary.tags.first { $0.standsForUnknown }?.id }
}

extension Inventory {
    /// A group and those that it is part of, the nearest first.
    public func lineage(of group: Group) -> [Group] {
        var line: [Group] = []
        var next: Group? = group
        while let current = next, line.count <= groups.count {
            line.append(current)
            next = current.partOf.flatMap { id in groups.first { $0.id == id } }
        }
        return line
    }
}
