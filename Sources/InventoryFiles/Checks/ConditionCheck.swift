import StorageModel

/// Finds tests of a condition that decide nothing, because no value or every value passes them.
struct ConditionCheck {
    private let condition: Condition
    private let places: [String: Place]
    private let facetPlaces: [String: YAMLNode]

    /// Remembers the places of a condition's tests.
    init(_ condition: Condition, in record: Record) {
        self.condition = condition
        let keys = [
            "method", "system", "audience", "group-kind", "action", "level", "known-level", "tags", "network", "size",
        ]
        places = Dictionary(uniqueKeysWithValues: keys.map { ($0, record.place(of: $0)) })
        facetPlaces = Dictionary(
            (record["facets"]?.entries ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Looks at every test by itself.
    func run(_ draft: Draft, _ reading: Reading) {
        check(condition.audience, "audience", scale: AudienceKind.allCases, reading)
        check(condition.action, "action", scale: Action.allCases, reading)
        if let levels = draft.allLevels(reading.names) {
            check(condition.level, "level", scale: levels, reading)
            // Nothing may be known of a level, so no test of it is always passed.
            check(condition.knownLevel, "known-level", scale: levels, isEverAlways: false, reading)
        }
        checkLists(condition.method, "method", reading)
        checkLists(condition.system, "system", reading)
        checkLists(condition.groupKind, "group-kind", reading)
        checkLists(condition.network, "network", reading)
        if let tags = condition.tags {
            checkLists(Test(anyOf: tags.hasAnyOf, noneOf: tags.hasNoneOf), "tags", reading)
        }
        if let size = condition.bytes, let least = size.atLeast, let most = size.atMost, least > most {
            tellNever("size", "'at-least' is more than 'at-most'", reading)
        }
        for (id, test) in condition.facets.sorted(by: { $0.key < $1.key }) {
            checkFacet(id, test, draft, reading)
        }
    }

    private func checkFacet(_ id: FacetID, _ test: Test<String>, _ draft: Draft, _ reading: Reading) {
        guard let facet = draft.vocabulary?.facets.first(where: { $0.id == id }), let node = facetPlaces[id.text] else {
            return
        }
        let words = (test.anyOf ?? []) + (test.noneOf ?? [])
        let nodes = node.elements + node.entries.flatMap { $0.value.elements }
        var isKnown = true
        for word in words {
            let place = nodes.first { $0.scalar == word }?.place ?? node.place
            if !reading.isChoice(word, of: facet.values, "value of the facet \(id.text.quoted)", at: place) {
                isKnown = false
            }
        }
        if isKnown { check(test, "facet \(id)", at: node.place, scale: facet.values, reading) }
    }

    private func check<Value: Hashable & Sendable>(
        _ test: Test<Value>?, _ key: String, scale: [Value], isEverAlways: Bool = true, _ reading: Reading
    ) {
        guard let test, let place = places[key] else { return }
        check(test, key, at: place, scale: scale, isEverAlways: isEverAlways, reading)
    }

    private func check<Value: Hashable & Sendable>(
        _ test: Test<Value>, _ name: String, at place: Place, scale: [Value], isEverAlways: Bool = true,
        _ reading: Reading
    ) {
        // Values that are not on the scale are told as such.
        guard test.mentioned.isSubset(of: scale) else { return }
        let accepted = test.accepted(of: scale)
        if accepted.isEmpty {
            Self.tellNever(name, at: place, "no value of \(scale.map { "\($0)" }.listing) passes", reading)
        } else if isEverAlways, accepted.count == scale.count {
            reading.tell(
                .testAlwaysPasses, at: place, "every value passes this test of the \(name)",
                accepted: "a test accepts some of \(scale.map { "\($0)" }.listing), not all",
                next: "narrow it, or remove it")
        }
    }

    private func checkLists<Value: Hashable & Sendable>(_ test: Test<Value>?, _ key: String, _ reading: Reading) {
        guard let test, let any = test.anyOf, let none = test.noneOf, Set(any).isSubset(of: none) else { return }
        tellNever(key, "all that is accepted is excluded as well", reading)
    }

    private func tellNever(_ key: String, _ why: String, _ reading: Reading) {
        guard let place = places[key] else { return }
        Self.tellNever(key, at: place, why, reading)
    }

    private static func tellNever(_ name: String, at place: Place, _ why: String, _ reading: Reading) {
        reading.tell(
            .testNeverPasses, at: place, "nothing passes this test of the \(name)", accepted: why,
            next: "widen it, or remove what it belongs to")
    }
}

extension Test {
    /// The values that the test names.
    fileprivate var mentioned: Set<Value> {
        Set((anyOf ?? []) + (noneOf ?? []) + [atLeast, atMost].compactMap(\.self))
    }

    /// The values of a scale, in its order, that pass.
    func accepted(of scale: [Value]) -> [Value] {
        let ranks = Dictionary(zip(scale, 0...)) { first, _ in first }
        return scale.filter { value in accepts(value) { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) } }
    }
}
