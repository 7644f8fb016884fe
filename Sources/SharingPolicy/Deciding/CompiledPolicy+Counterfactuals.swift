internal import StorageModel

extension CompiledPolicy {
    /// The single change that would open one method, the smallest first: content, audience, asker, network, size,
    /// action, facets.
    func smallestChange(
        opening method: MethodID, of understood: UnderstoodQuestion, _ situation: Situation
    ) -> Counterfactual? {
        guard let number = methodNumbers[method] else { return nil }
        for (change, changed) in changes(of: understood, situation) {
            guard !isImpossible(changed), judge(number, in: changed).state.isAllowed else { continue }
            return Counterfactual(change: change, method: method)
        }
        return nil
    }

    /// The single changes that would give the question an answer, at most one of each sort.
    func nearestChanges(to understood: UnderstoodQuestion, _ situation: Situation) -> [Counterfactual] {
        var found: [Counterfactual] = []
        var sorts: Set<Int> = []
        for (change, changed) in changes(of: understood, situation) where !sorts.contains(change.sort) {
            guard !isImpossible(changed) else { continue }
            let judgements = methods.indices.map { judge($0, in: changed) }
            guard let best = rank(judgements).first else { continue }
            sorts.insert(change.sort)
            found.append(Counterfactual(change: change, method: methods[best].id))
        }
        return found
    }

    /// Every question that differs in one thing, the smaller differences first.
    private func changes(
        of understood: UnderstoodQuestion, _ situation: Situation
    ) -> [(Counterfactual.Change, Situation)] {
        let asked = understood.asked
        var changes: [(Counterfactual.Change, Situation)] = []
        func add(_ change: Counterfactual.Change, _ edit: (inout Situation) -> Void) {
            var changed = situation
            edit(&changed)
            changes.append((change, changed))
        }
        let isUnknown = understood.tags.contains { $0.tag == inventory.unknownTag }
        for number in stride(from: situation.content.level - (isUnknown ? 0 : 1), through: 0, by: -1) {
            let level = inventory.vocabulary.levels[number].id
            add(isUnknown ? .declare(level) : .level(level)) {
                $0.content = ContentSituation(level: number, knownLevel: number, tags: 0)
            }
        }
        for part in smallerAudiences(asked.audience) + narrowerAudiences(asked.audience) {
            guard let people = try? people(part, asker: asked.asker, lyingOn: asked.lyingOn) else { continue }
            add(.audience(part)) { $0.people = people }
        }
        if let groups = asked.asker.groups {
            for case .group(let id) in asked.audience where !groups.contains(id) {
                let member = Asker(account: asked.asker.account, groups: groups + [id])
                guard let people = try? people(asked.audience, asker: member, lyingOn: asked.lyingOn) else { continue }
                add(.membership(id)) { $0.people = people }
            }
        }
        for network in inventory.networks where network.id != understood.network {
            add(.network(network.id)) { $0.network = numbering.networks[network.id] ?? $0.network }
        }
        for size in smallerSizes(than: situation.bytes) {
            add(size.change) {
                $0.bytes = size.most
                $0.largestFileBytes = min($0.largestFileBytes ?? size.most, size.most)
            }
        }
        for action in Action.allCases where action != situation.action {
            add(.action(action)) { $0.action = action }
        }
        for (index, facet) in inventory.vocabulary.facets.enumerated() {
            for (number, value) in facet.values.enumerated() where number != situation.facetValues[index] {
                add(.facet(facet.id, value)) { $0.facetValues[index] = number }
            }
        }
        return changes
    }

    /// The audience without its most open members, one kind at a time.
    private func smallerAudiences(_ audience: [AudienceMember]) -> [[AudienceMember]] {
        let kinds = Set(audience.map(\.kind)).sorted()
        return kinds.dropFirst().reversed().map { kind in audience.filter { $0.kind < kind } }
    }

    /// The audience with its most open members replaced by narrower ones.
    private func narrowerAudiences(_ audience: [AudienceMember]) -> [[AudienceMember]] {
        guard let widest = audience.map(\.kind).max() else { return [] }
        let rest = audience.filter { $0.kind < widest }
        // Named people in place of whoever holds a link; never everybody inside in place of one person outside.
        return widest > .external && !rest.contains(.external(nil)) ? [rest + [.external(nil)]] : []
    }

    /// The sizes below one at which limits of methods and conditions of rules begin to say something else, the greatest
    /// first.
    private func smallerSizes(than bytes: UInt64?) -> [(change: Counterfactual.Change, most: UInt64)] {
        guard let bytes else { return [] }
        let limits = methods.flatMap { [$0.limits.totalBytes?.value, $0.limits.fileBytes?.value] }
        let greatest = Set((limits + allConditions.map(\.mostBytes)).compactMap { $0 }.filter { $0 < bytes })
        // A condition that begins at a size says nothing of the size just below it.
        let bounds = Set(allConditions.compactMap(\.leastBytes).filter { $0 > 0 && $0 <= bytes })
        let sizes =
            greatest.map { (change: Counterfactual.Change.bytes($0), most: $0) }
            + bounds.filter { !greatest.contains($0 - 1) }.map { (change: .bytesBelow($0), most: $0 - 1) }
        return sizes.sorted { $0.most > $1.most }
    }
}

extension Counterfactual.Change {
    /// Changes of one sort differ only in how far they go.
    fileprivate var sort: Int {
        switch self {
        case .level, .declare: 0
        case .audience: 1
        case .membership: 2
        case .network: 3
        case .bytes, .bytesBelow: 4
        case .action: 5
        case .facet: 6
        }
    }
}
