internal import StorageModel

/// The numbers that stand for an inventory's names while questions are judged.
struct Numbering: Sendable {
    let levels: [LevelID: Int]
    let tags: [TagID: Int]
    let tagLevels: [Int]
    let groupKinds: [GroupKindID: Int]
    let networks: [NetworkID: Int]
    let facets: [FacetID: Int]
    let facetValues: [[String: Int]]
    let facetDefaults: [Int]
    let obligations: [ObligationID: Int]
    private let choices: [[String]]

    init(_ inventory: Inventory) {
        let vocabulary = inventory.vocabulary
        levels = Self.number(vocabulary.levels.map(\.id))
        tags = Self.number(vocabulary.tags.map(\.id))
        let levels = levels
        tagLevels = vocabulary.tags.map { levels[$0.level] ?? vocabulary.levels.count - 1 }
        groupKinds = Self.number(vocabulary.groupKinds.map(\.id))
        networks = Self.number(inventory.networks.map(\.id))
        facets = Self.number(vocabulary.facets.map(\.id))
        facetValues = vocabulary.facets.map { Self.number($0.values) }
        facetDefaults = vocabulary.facets.map { facet in facet.values.firstIndex(of: facet.ifUnknown) ?? 0 }
        obligations = Self.number(vocabulary.obligations.map(\.id))
        choices = vocabulary.obligations.map {
            if case .oneOf(let choices) = $0.kind { choices } else { [] }
        }
    }

    /// Turns the question's part of a condition into bit sets.
    func compile(_ condition: Condition) -> CompiledCondition {
        var compiled = CompiledCondition()
        if let test = condition.audience {
            compiled.audience = AudienceKind.allCases.reduce(0) { bits, kind in
                test.accepts(kind, isBefore: <) ? bits | (1 << UInt8(kind.openness)) : bits
            }
        }
        if let test = condition.groupKind {
            compiled.groupKinds = UInt64(bits(of: groupKinds) { test.accepts($0, isBefore: <) })
        }
        if let test = condition.action {
            compiled.actions = Action.allCases.reduce(0) { bits, action in
                test.accepts(action, isBefore: { $0.bit < $1.bit }) ? bits | action.bit : bits
            }
        }
        let isLower = { (left: LevelID, right: LevelID) in levels[left, default: 0] < levels[right, default: 0] }
        if let test = condition.level {
            compiled.levels = UInt32(truncatingIfNeeded: bits(of: levels) { test.accepts($0, isBefore: isLower) })
        }
        if let test = condition.knownLevel {
            let known = bits(of: levels) { test.accepts($0, isBefore: isLower) } << 1
            // What is not known passes no test but "none of these".
            let passesUnknown = test.anyOf == nil && test.atLeast == nil && test.atMost == nil
            compiled.knownLevels = UInt32(truncatingIfNeeded: known | (passesUnknown ? 1 : 0))
        }
        if let test = condition.tags {
            compiled.tagsAnyOf = test.hasAnyOf.map { set(of: $0) }
            compiled.tagsNoneOf = test.hasNoneOf.map { set(of: $0) } ?? 0
        }
        if let test = condition.network {
            compiled.networks = bits(of: networks) { test.accepts($0, isBefore: <) }
        }
        compiled.leastBytes = condition.bytes?.atLeast
        compiled.mostBytes = condition.bytes?.atMost
        compiled.facets = condition.facets.compactMap { id, test in
            guard let index = facets[id] else { return nil }
            let values = bits(of: facetValues[index]) { test.accepts($0, isBefore: <) }
            return (index, UInt32(truncatingIfNeeded: values))
        }.sorted { $0.0 < $1.0 }
        return compiled
    }

    /// The tags as a bit set.
    func set(of tagIDs: [TagID]) -> UInt32 {
        tagIDs.reduce(0) { bits, tag in tags[tag].map { bits | (1 << UInt32($0)) } ?? bits }
    }

    /// The number that stands for a value of an obligation.
    func number(of value: ObligationValue, obligation: Int) -> Int {
        switch value {
        case .flag: 1
        case .atMost(let number), .atLeast(let number): number
        case .oneOf(let accepted):
            choices[obligation].enumerated().reduce(0) { bits, choice in
                accepted.contains(choice.element) ? bits | (1 << choice.offset) : bits
            }
        }
    }

    /// The value that a number stands for.
    func value(of number: Int, kind: Obligation.Kind) -> ObligationValue {
        switch kind {
        case .flag: .flag
        case .atMost: .atMost(number)
        case .atLeast: .atLeast(number)
        case .oneOf(let choices):
            .oneOf(choices.enumerated().filter { number & (1 << $0.offset) != 0 }.map(\.element))
        }
    }

    private static func number<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func bits<Name>(of numbers: [Name: Int], where accepts: (Name) -> Bool) -> UInt64 {
        numbers.reduce(0) { bits, entry in accepts(entry.key) ? bits | (1 << UInt64(entry.value)) : bits }
    }
}
