import StorageModel

/// Finds texts that one language lacks, and texts that belong to nothing.
struct TextCheck {
    private let language: Language
    private let record: Record

    init(_ language: Language, in record: Record) {
        self.language = language
        self.record = record
    }

    func run(_ draft: Draft, _ reading: Reading) {
        guard draft.institution?.languages.contains(language) != false else { return }
        for section in Texts.Section.allCases where !record.presumed.contains(section.rawValue) {
            guard let wanted = section.wanted(draft, reading.names) else { continue }
            check(section, wanted, reading)
        }
    }

    private func check(_ section: Texts.Section, _ wanted: Set<String>, _ reading: Reading) {
        let entries = record[section.rawValue]?.entries ?? []
        let missing = wanted.subtracting(entries.map(\.key))
        // A key that has to be quoted first has been told.
        for entry in entries where !wanted.contains(entry.key) && !(entry.keyIsPlain && PlainText(entry.key) != .text) {
            let suggestions = reading.suggestions(for: entry.key, among: missing.isEmpty ? wanted : missing)
            reading.tell(
                .textSuperfluous, at: entry.keyPlace, "the text \(entry.key.quoted) belongs to nothing",
                accepted: "the section '\(section.rawValue)' has texts for \(section.subject)",
                suggestions: suggestions,
                next: suggestions.isEmpty
                    ? "remove it" : "write \(suggestions.map(\.quoted).alternatives), or remove it")
        }
        guard !missing.isEmpty else { return }
        reading.tell(
            .textMissing, at: record.keyPlace(section.rawValue),
            "the section '\(section.rawValue)' has no text for \(missing.sorted().map(\.quoted).listing)",
            accepted: "every language has the texts for \(section.subject)",
            next: "write \(missing.count == 1 ? "it" : "them")")
    }
}

extension Texts.Section {
    fileprivate var subject: String {
        switch self {
        case .systems: "every system"
        case .methods, .headlines: "every method, as system/name"
        case .levels: "every level"
        case .tags: "every tag"
        case .groupKinds: "every kind of group"
        case .networks: "every network"
        case .facets: "every facet, and every value of it as facet/value"
        case .obligations: "every obligation"
        case .choices: "every choice of an obligation, as obligation/choice"
        case .rules: "every rule"
        case .steps: "every step of a method, and for every prerequisite as need-OBLIGATION"
        case .messages: "every message of a method"
        case .warnings: "every warning of a method"
        case .impossible: "every impossible question"
        }
    }

    /// The ids that have a text here; nil when some of them could not be read.
    fileprivate func wanted(_ draft: Draft, _ names: Names) -> Set<String>? {
        let kind: NameKind =
            switch self {
            case .systems: .system
            case .methods, .headlines: .method
            case .levels: .level
            case .tags: .tag
            case .groupKinds: .groupKind
            case .networks: .network
            case .facets: .facet
            case .obligations, .choices: .obligation
            case .rules: .rule
            case .steps: .step
            case .messages: .message
            case .warnings: .warning
            case .impossible: .impossibility
            }
        guard names.areComplete(kind) else { return nil }
        let ids = Set(names.ids(kind))
        switch self {
        case .facets:
            guard let facets = draft.allFacets(names) else { return nil }
            return ids.union(facets.flatMap { facet in facet.values.map { "\(facet.id)/\($0)" } })
        case .choices:
            guard let obligations = draft.allObligations(names) else { return nil }
            return Set(obligations.flatMap { obligation in obligation.kind.choices.map { "\(obligation.id)/\($0)" } })
        case .steps:
            guard let obligations = draft.allObligations(names) else { return nil }
            return ids.union(obligations.filter { $0.prerequisite != nil }.map { "need-\($0.id)" })
        default:
            return ids
        }
    }
}

extension Obligation.Kind {
    fileprivate var choices: [String] {
        if case .oneOf(let choices) = self { choices } else { [] }
    }
}
