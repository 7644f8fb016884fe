internal import StorageModel

/// A ``Condition`` over a question, as bit sets over the numbered values of each facet; methods are resolved
/// beforehand.
struct CompiledCondition: Sendable {
    var audience: UInt8 = .max
    var groupKinds: UInt64?
    var actions: UInt8 = .max
    var levels: UInt32 = .max
    /// Bit 0 stands for "nothing is known", bit n + 1 for level n.
    var knownLevels: UInt32 = .max
    var tagsAnyOf: UInt32?
    var tagsNoneOf: UInt32 = 0
    var networks: UInt64 = .max
    var leastBytes: UInt64?
    var mostBytes: UInt64?
    var facets: [(index: Int, values: UInt32)] = []

    func accepts(_ content: ContentSituation) -> Bool {
        levels & (1 << UInt32(content.level)) != 0
            && knownLevels & (1 << UInt32(content.knownLevel.map { $0 + 1 } ?? 0)) != 0
            && tagsNoneOf & content.tags == 0
            && (tagsAnyOf.map { $0 & content.tags != 0 } ?? true)
    }

    func accepts(_ people: PeopleSituation) -> Bool {
        audience & (1 << UInt8(people.openness)) != 0 && (groupKinds.map { $0 & people.groupKinds != 0 } ?? true)
    }

    func accepts(action: Action) -> Bool { actions & action.bit != 0 }

    func accepts(network: Int) -> Bool { networks & (1 << UInt64(network)) != 0 }

    func accepts(bytes: UInt64?) -> Bool {
        if let leastBytes {
            guard let bytes, bytes >= leastBytes else { return false }
        }
        if let mostBytes {
            guard let bytes, bytes <= mostBytes else { return false }
        }
        return true
    }

    func accepts(facetValues: [Int]) -> Bool {
        facets.allSatisfy { $0.values & (1 << UInt32(facetValues[$0.index])) != 0 }
    }

    func accepts(_ situation: Situation) -> Bool {
        accepts(action: situation.action) && accepts(situation.people) && accepts(situation.content)
            && accepts(network: situation.network) && accepts(bytes: situation.bytes)
            && (facets.isEmpty || accepts(facetValues: situation.facetValues))
    }
}

extension Action {
    /// The action's place in a bit set.
    var bit: UInt8 {
        switch self {
        case .share: 1
        case .receive: 2
        case .archive: 4
        case .compute: 8
        case .publish: 16
        }
    }
}
