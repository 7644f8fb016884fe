public import StorageModel

extension CompiledPolicy {
    /// Decides where the audience should receive the data, and by which method.
    ///
    /// Every method is judged; the order of rules and systems has no influence.
    /// - Throws: ``QuestionUnusable`` for a question that cannot be judged.
    public func decide(_ question: Question) throws(QuestionUnusable) -> Decision {
        let (understood, situation) = try resolveMeaningful(question)
        var decision = plainDecision(understood, situation)
        for index in decision.excluded.indices {
            decision.excluded[index].wouldNeed = smallestChange(
                opening: decision.excluded[index].method, of: understood, situation)
        }
        if decision.recommended == nil {
            decision.nearest = nearestChanges(to: understood, situation)
        }
        decision.split = split(understood, whole: decision)
        return decision
    }

    /// The decision without counterfactuals and split.
    func plainDecision(_ understood: UnderstoodQuestion, _ situation: Situation) -> Decision {
        let judgements = methods.indices.map { judge($0, in: situation) }
        let ranking = rank(judgements)
        var candidates = ranking.map { candidate($0, judgements[$0], understood, situation) }
        let recommended = candidates.isEmpty ? nil : candidates.removeFirst()
        let excluded = methods.indices.filter { !judgements[$0].state.isAllowed }
            .map { exclusion($0, judgements[$0], situation) }
        let referrals = recommended == nil ? self.referrals(in: situation) : []
        return Decision(
            question: understood,
            outcome: recommended?.outcome
                ?? outcome(ofUnanswered: judgements, isReferred: !referrals.isEmpty),
            recommended: recommended, alternatives: candidates, excluded: excluded,
            referrals: referrals.map { rules[$0].rule.id }, nearest: [], split: [],
            alreadyThere: alreadyThere(understood.asked))
    }

    /// The numbers of the allowed methods, the best first: preference, exposure, obligations, steps, id.
    func rank(_ judgements: [Judgement]) -> [Int] {
        judgements.indices.filter { judgements[$0].state.isAllowed }.sorted { left, right in
            let (first, second) = (judgements[left], judgements[right])
            return (-first.weight, methods[left].exposure, first.demands.count, methods[left].steps.count, left)
                < (-second.weight, methods[right].exposure, second.demands.count, methods[right].steps.count, right)
        }
    }

    /// How a question without an allowed method ends: asking wins, then an explicit "no"; a mere gap ends in asking
    /// too.
    func outcome(ofUnanswered judgements: [Judgement], isReferred: Bool) -> Outcome {
        if isReferred || judgements.contains(where: { $0.state == .ask }) { return .ask }
        let isRefused = judgements.contains { $0.state == .forbidden || $0.state == .notPermitted }
        return isRefused ? .notAllowed : .ask
    }

    private func candidate(
        _ number: Int, _ judgement: Judgement, _ understood: UnderstoodQuestion, _ situation: Situation
    ) -> Candidate {
        let method = methods[number]
        let share: Share? =
            if case .through(let index) = situation.people.reach[number] { access.shares[index] } else { nil }
        let commitments = commitments(judgement)
        let prerequisites = prerequisites(commitments, understood)
        let acts = commitments.filter { !isPrerequisite($0.obligation) }
        let isThere = share != nil && share?.id == understood.asked.lyingOn
        let needs = prerequisites.filter { $0.party == .sender && $0.met == .no }
            .map { MethodPart(id: PartID("need-\($0.obligation)"), obligation: $0.obligation) }
        let demanded = Set(commitments.map(\.obligation))
        func applies(_ part: MethodPart) -> Bool { part.obligation.map { demanded.contains($0) } ?? true }
        let matchedRules = judgement.matched.map { rules[$0].rule }
        var candidate = Candidate(
            method: method.id, share: share?.id,
            outcome: acts.contains(where: \.isRequired) || !needs.isEmpty ? .allowedWithConditions : .allowed,
            obligations: acts, prerequisites: prerequisites,
            steps: needs + method.steps.filter { applies($0) && !(isThere && $0.movesData) },
            messages: method.messages.filter(applies).map(\.id), warnings: method.warnings.filter(applies).map(\.id),
            reasons: matchedRules.filter { $0.effect == .permit || $0.effect == .prefer }.map(\.id),
            notes: matchedRules.filter { $0.effect == .note }.map(\.id),
            exemptions: judgement.lifted.map { exemptions[$0].exemption.id },
            liftedRules: judgement.lifted.map { exemptions[$0].exemption.lifts },
            reliesOnPeople: commitments.filter {
                $0.isRequired && method.capabilities[$0.obligation]?.value == .optional
            }.map(\.obligation),
            uncheckedLimits: uncheckedLimits(of: method, situation), assumptions: [], overdue: [],
            weight: judgement.weight)
        let grounds = grounds(of: candidate, method, share, matchedRules, understood)
        candidate.assumptions = grounds.filter { $0.1.basis == .assumed }.map(\.0)
        candidate.overdue = grounds.filter { $0.1.isOverdue(on: today) }.map(\.0)
        return candidate
    }

    private func isPrerequisite(_ id: ObligationID) -> Bool {
        obligationNumbers[id].map { obligations[$0].prerequisite != nil } ?? false
    }

    func commitments(_ judgement: Judgement) -> [Commitment] {
        judgement.demands.values.enumerated().compactMap { number, demand in
            guard let demand else { return nil }
            let demanding = judgement.matched.compactMap { rule in
                rules[rule].demands.first { $0.obligation == number }.map { (rules[rule].rule.id, $0.demand) }
            }
            let decisive = demanding.filter { $0.1.value == demand.value && $0.1.isRequired == demand.isRequired }
            return Commitment(
                obligation: obligations[number].id,
                value: numbering.value(of: demand.value, kind: obligationKinds[number]),
                isRequired: demand.isRequired, rules: demanding.map(\.0),
                decidedBy: (decisive.isEmpty ? demanding : decisive).map(\.0))
        }
    }

    private func prerequisites(
        _ commitments: [Commitment], _ understood: UnderstoodQuestion
    ) -> [PrerequisiteStatus] {
        commitments.flatMap { commitment -> [PrerequisiteStatus] in
            guard let number = obligationNumbers[commitment.obligation],
                let prerequisite = obligations[number].prerequisite
            else { return [] }
            return prerequisite.parties.map { party in
                let met: PrerequisiteStatus.Met =
                    switch (party, prerequisite.witness) {
                    case (.sender, .networks(let networks)): networks.contains(understood.network) ? .yes : .no
                    case (.sender, .account): understood.asked.asker.groups == nil ? .unknown : .yes
                    case (.recipient, .networks): .unknown
                    case (.recipient, .account): understood.asked.audience.allSatisfy(\.kind.hasAccount) ? .yes : .no
                    }
                return PrerequisiteStatus(
                    obligation: commitment.obligation, party: party, met: met, rules: commitment.rules)
            }
        }
    }

    private func uncheckedLimits(of method: Method, _ situation: Situation) -> [Limit] {
        var limits: [Limit] = []
        if let limit = method.limits.totalBytes, situation.bytes == nil { limits.append(.totalBytes(limit.value)) }
        if let limit = method.limits.fileBytes, situation.largestFileBytes == nil {
            limits.append(.fileBytes(limit.value))
        }
        if let limit = method.limits.files, situation.files == nil { limits.append(.files(limit.value)) }
        return limits
    }

    /// Every statement that a way rests on, with its provenance.
    private func grounds(
        of candidate: Candidate, _ method: Method, _ share: Share?, _ rules: [Rule], _ understood: UnderstoodQuestion
    ) -> [(Statement, Provenance)] {
        var grounds: [(Statement, Provenance)] = []
        if let host = systems[method.id.system]?.host { grounds.append((.host(method.id.system), host.provenance)) }
        if let share {
            grounds.append((.share(share.id), share.provenance))
            grounds.append((.shareName(share.id), share.name.provenance))
            for case .group(let id) in understood.asked.audience {
                if let group = access.group(id) { grounds.append((.group(id), group.provenance)) }
            }
        }
        grounds.append((.method(method.id), method.provenance))
        for commitment in candidate.obligations {
            if let fact = method.capabilities[commitment.obligation] {
                grounds.append((.capability(method.id, commitment.obligation), fact.provenance))
            }
        }
        grounds += rules.map { (.rule($0.id), $0.provenance) }
        grounds += inventory.vocabulary.tags.filter { understood.levelSetBy.contains($0.id) && !$0.standsForUnknown }
            .map { (.tag($0.id), $0.provenance) }
        return grounds
    }

    private func exclusion(_ number: Int, _ judgement: Judgement, _ situation: Situation) -> Exclusion {
        let method = methods[number].id
        let matched = judgement.matched.map { rules[$0].rule }
        func ids(_ effect: Rule.Effect) -> [RuleID] { matched.filter { $0.effect == effect }.map(\.id) }
        func demanding(_ obligation: Int) -> [RuleID] {
            judgement.matched.filter { rule in rules[rule].demands.contains { $0.obligation == obligation } }
                .map { rules[$0].rule.id }
        }
        let obstacle = judgement.obstacle ?? 0
        return switch judgement.state {
        case .forbidden:
            Exclusion(method: method, state: .forbidden, causes: ids(.forbid).map { .rule($0) })
        case .ask:
            Exclusion(method: method, state: .ask, causes: ids(.ask).map { .rule($0) })
        case .unsupported:
            Exclusion(
                method: method, state: .unsupported,
                causes: [.lacks(obligations[obstacle].id, rules: demanding(obstacle))])
        case .contradictory:
            Exclusion(
                method: method, state: .unsupported,
                causes: [.contradictory(obligations[obstacle].id, rules: demanding(obstacle))])
        case .notPermitted, .allowed:
            Exclusion(method: method, state: .notPermitted, causes: [.noRulePermits])
        case .cannot:
            Exclusion(
                method: method, state: .cannot,
                causes: reachCauses(situation.people.reach[number]) + obstacles(of: number, in: situation)
                    + refusals(of: number, in: situation))
        }
    }

    /// The rules that would close a method which reaches the audience but cannot carry the data, so that nobody mends the
    /// size alone.
    private func refusals(of number: Int, in situation: Situation) -> [ExclusionCause] {
        guard situation.people.reach[number].reaches else { return [] }
        return rulesOfMethod[number].filter { rule in
            [.forbid, .ask].contains(rules[rule].rule.effect) && rules[rule].condition.accepts(situation)
                && methods[number].actions.contains(situation.action)
        }.map { .rule(rules[$0].rule.id) }
    }

    private func reachCauses(_ state: ReachState) -> [ExclusionCause] {
        switch state {
        case .everyone, .through: []
        case .notFor(let kinds): [.notFor(kinds)]
        case .noCommonShare: [.noCommonShare]
        case .askerHasNoAccess(let share): [.askerHasNoAccess(access.shares[share].id)]
        case .membershipUnknown(let user): [.membershipUnknown(user)]
        }
    }

    private func alreadyThere(_ question: Question) -> AlreadyThere? {
        guard let id = question.lyingOn, let share = access.shareNumbers[id] else { return nil }
        let visibleTo = access.groups(opening: share)
        let openTo = Set(visibleTo)
        let reachesAudience = question.audience.allSatisfy { member in
            switch member {
            case .group(let group): openTo.contains(group)
            case .user(_, let groups): groups.map { !openTo.isDisjoint(with: $0) } ?? false
            case .internal, .external, .anyone, .publish: false
            }
        }
        return AlreadyThere(share: id, visibleTo: visibleTo, reachesAudience: reachesAudience)
    }
}

extension Demands {
    /// How many obligations are demanded or suggested.
    var count: Int { values.reduce(0) { $1 == nil ? $0 : $0 + 1 } }
}
