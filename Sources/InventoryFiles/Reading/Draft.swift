import StorageModel

/// What has been read so far of an inventory; with problems around, some of it may be missing.
struct Draft {
    var institution: Institution?
    var vocabulary: Vocabulary?
    var sources: [Source] = []
    var systems: [StorageSystem] = []
    var groups: [Group] = []
    var networks: [Network] = []
    var rules: [Rule] = []
    var invariants: [Invariant] = []
    var impossibilities: [Impossibility] = []
    var exemptions: [Exemption] = []
    var cases: [PolicyCase] = []
    var detectors: [ContentDetector] = []
    var publicValues: [PublicValues] = []
    var texts: [Texts] = []
    var checks = CheckPolicy()

    /// The review days of the sources, for statements that name none.
    var reviewDays: [SourceID: CalendarDate] = [:]
    /// How demands of each obligation are written.
    var obligationKinds: [ObligationID: Obligation.Kind] = [:]
    /// What each group is part of, and where that is said.
    var parents: [GroupID: (group: GroupID, place: Place)] = [:]

    /// The methods of all systems by id.
    var methods: [MethodID: Method] {
        Dictionary(systems.flatMap(\.methods).map { ($0.id, $0) }) { first, _ in first }
    }

    /// The inventory, when its parts are there.
    func inventory(revision: String) -> Inventory? {
        guard let institution, let vocabulary else { return nil }
        let languages = institution.languages
        let ordered = texts.sorted {
            (languages.firstIndex(of: $0.language) ?? 0) < (languages.firstIndex(of: $1.language) ?? 0)
        }
        return Inventory(
            institution: institution, vocabulary: vocabulary, sources: sources, systems: systems, groups: groups,
            networks: networks, rules: rules, invariants: invariants, impossibilities: impossibilities,
            exemptions: exemptions, cases: cases, detectors: detectors, publicValues: publicValues, texts: ordered,
            checks: checks, revision: revision)
    }
}

// What checks may rely on: everything of a sort, or nil when some of it could not be read.
extension Draft {
    /// The levels, the least sensitive first.
    func allLevels(_ names: Names) -> [LevelID]? {
        guard let levels = vocabulary?.levels, names.areComplete(.level), levels.count == names.ids(.level).count else {
            return nil
        }
        return levels.map(\.id)
    }

    /// The facets.
    func allFacets(_ names: Names) -> [Facet]? {
        guard let facets = vocabulary?.facets, names.areComplete(.facet), facets.count == names.ids(.facet).count else {
            return nil
        }
        return facets
    }

    /// The obligations.
    func allObligations(_ names: Names) -> [Obligation]? {
        guard let obligations = vocabulary?.obligations, names.areComplete(.obligation),
            obligations.count == names.ids(.obligation).count
        else { return nil }
        return obligations
    }

    /// The methods by id.
    func allMethods(_ names: Names) -> [MethodID: Method]? {
        let methods = methods
        guard names.areComplete(.method, .system), methods.count == names.ids(.method).count else { return nil }
        return methods
    }
}
