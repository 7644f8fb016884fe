public import StorageModel

extension CompiledPolicy {
    /// Resolves the names of a question and fills its gaps with the strictest there is.
    ///
    /// - Throws: ``QuestionUnusable`` for a name that the inventory does not have, an empty audience, or a question
    ///   that the inventory says means nothing.
    public func understand(_ question: Question) throws(QuestionUnusable) -> UnderstoodQuestion {
        try resolveMeaningful(question).0
    }

    func resolveMeaningful(_ question: Question) throws(QuestionUnusable) -> (UnderstoodQuestion, Situation) {
        let (understood, situation) = try resolve(question)
        for (index, impossibility) in impossibilities.enumerated() where impossibility.accepts(situation) {
            throw .meaningless(inventory.impossibilities[index].id)
        }
        return (understood, situation)
    }

    func resolve(_ question: Question) throws(QuestionUnusable) -> (UnderstoodQuestion, Situation) {
        guard !question.audience.isEmpty else { throw .noAudience }
        var network: NetworkID?
        if let named = question.network {
            guard numbering.networks[named] != nil else { throw .unknownNetwork(named) }
            network = named
        }
        var facetValues = numbering.facetDefaults
        for (facet, value) in question.facets.sorted(by: { $0.key < $1.key }) {
            guard let index = numbering.facets[facet] else { throw .unknownFacet(facet) }
            guard let number = numbering.facetValues[index][value] else { throw .unknownFacetValue(facet, value) }
            facetValues[index] = number
        }
        let tags = try countingTags(of: question)
        let content = try content(declared: question.declaredLevel, tags: tags)
        let counted = network ?? inventory.fallbackNetwork ?? inventory.networks.first?.id ?? "unknown"
        let situation = Situation(
            people: try people(question.audience, asker: question.asker, lyingOn: question.lyingOn),
            action: question.action, content: content, network: numbering.networks[counted] ?? 0,
            bytes: question.bytes, largestFileBytes: question.largestFileBytes, files: question.files,
            facetValues: facetValues)
        let levelSetBy = tags.map(\.tag).filter { tag in
            numbering.tags[tag].map { numbering.tagLevels[$0] == content.level } ?? false
        }
        let understood = UnderstoodQuestion(
            asked: question, level: inventory.vocabulary.levels[content.level].id, tags: tags,
            levelSetBy: levelSetBy, network: counted,
            contradictions: contradictions(declared: question.declaredLevel, tags: tags))
        return (understood, situation)
    }

    /// Adds the tag that stands for unknown content where neither a declaration nor a complete look covers it.
    private func countingTags(of question: Question) throws(QuestionUnusable) -> [TagClaim] {
        for claim in question.tags where numbering.tags[claim.tag] == nil {
            throw .unknownTag(claim.tag)
        }
        let isDeclared = question.declaredLevel != nil || question.tags.contains { $0.because == .declared }
        let isFullyRead = question.inspection == .complete && !question.tags.isEmpty
        guard !isDeclared, !isFullyRead, let unknown = inventory.unknownTag,
            !question.tags.contains(where: { $0.tag == unknown })
        else { return question.tags }
        return question.tags + [TagClaim(unknown, because: .assumed)]
    }

    func content(declared: LevelID?, tags: [TagClaim]) throws(QuestionUnusable) -> ContentSituation {
        var known: Int?
        if let declared {
            guard let number = numbering.levels[declared] else { throw .unknownLevel(declared) }
            known = number
        }
        var assumed: Int?
        for claim in tags {
            guard let number = numbering.tags[claim.tag] else { throw .unknownTag(claim.tag) }
            if claim.tag == inventory.unknownTag {
                assumed = numbering.tagLevels[number]
            } else {
                known = max(known ?? 0, numbering.tagLevels[number])
            }
        }
        let strictest = inventory.vocabulary.levels.count - 1
        return ContentSituation(
            level: max(known ?? 0, assumed ?? (known == nil ? strictest : 0)), knownLevel: known,
            tags: numbering.set(of: tags.map(\.tag)))
    }

    func people(
        _ audience: [AudienceMember], asker: Asker, lyingOn: ShareID?
    ) throws(QuestionUnusable) -> PeopleSituation {
        var groupKinds: UInt64 = 0
        for member in audience {
            guard case .group(let id) = member else { continue }
            guard let group = access.group(id) else { throw .unknownGroup(id) }
            if let kind = numbering.groupKinds[group.kind] { groupKinds |= 1 << UInt64(kind) }
        }
        let reach = methods.map { method -> ReachState in
            let unreached = Set(audience.map(\.kind)).subtracting(method.reach.audience)
            guard unreached.isEmpty else { return .notFor(unreached.sorted()) }
            guard method.reach.through == .commonShare else { return .everyone }
            return access.reach(of: method.id, audience: audience, asker: asker, lyingOn: lyingOn)
        }
        return PeopleSituation(
            openness: audience.map(\.kind.openness).max() ?? 0, groupKinds: groupKinds, reach: reach)
    }

    /// A finding contradicts whatever was declared below its level; a declared tag, the declared level below its own.
    private func contradictions(declared: LevelID?, tags: [TagClaim]) -> [Contradiction] {
        let levels = inventory.vocabulary.levels
        let level = declared.flatMap { numbering.levels[$0] }
        let words = tags.filter { $0.because == .declared }.compactMap { numbering.tags[$0.tag] }
            .map { numbering.tagLevels[$0] }
        let amount = (words + [level].compactMap { $0 }).max()
        return tags.compactMap { claim in
            let said = claim.because == .found ? amount : claim.because == .declared ? level : nil
            guard let said, let number = numbering.tags[claim.tag], numbering.tagLevels[number] > said else {
                return nil
            }
            return Contradiction(
                declared: levels[said].id, found: claim.tag, level: levels[numbering.tagLevels[number]].id)
        }
    }
}
