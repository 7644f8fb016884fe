internal import StorageModel

/// Watches all judgements and learns which rules change an answer and which obligations are demanded of which method.
struct RuleSurvey {
    /// By the rule's number: whether removing it would change some answer.
    private(set) var isAlive: [Bool]
    /// By the method's number: the obligations that some allowed answer demands or suggests.
    private(set) var demanded: [Set<Int>]

    init(_ policy: CompiledPolicy) {
        isAlive = Array(repeating: false, count: policy.rules.count)
        demanded = Array(repeating: [], count: policy.methods.count)
    }

    mutating func see(_ policy: CompiledPolicy, _ situation: Situation, _ judgements: [Judgement]) {
        for (method, judgement) in judgements.enumerated() {
            if judgement.state.isAllowed {
                for (number, demand) in judgement.demands.values.enumerated() where demand != nil {
                    demanded[method].insert(number)
                }
            }
            for rule in judgement.matched where !isAlive[rule] {
                isAlive[rule] = counts(rule, method, judgement, judgements, policy)
            }
        }
        guard !judgements.contains(where: { $0.state.isAllowed }) else { return }
        seeUnanswered(policy, situation, judgements)
    }

    private func counts(
        _ number: Int, _ method: Int, _ judgement: Judgement, _ all: [Judgement], _ policy: CompiledPolicy
    ) -> Bool {
        func matched(_ effect: Rule.Effect) -> [Int] {
            judgement.matched.filter { policy.rules[$0].rule.effect == effect }
        }
        let isOpen = judgement.state == .allowed || judgement.state == .unsupported || judgement.state == .contradictory
        switch policy.rules[number].rule.effect {
        case .permit: return isOpen && matched(.permit) == [number]
        case .forbid:
            return judgement.state == .forbidden && matched(.forbid) == [number]
                && !(matched(.permit).isEmpty && matched(.ask).isEmpty)
        case .ask: return judgement.state == .ask && matched(.ask) == [number] && !matched(.permit).isEmpty
        case .require, .suggest: return isOpen && changesDemands(number, judgement, policy)
        case .note: return judgement.state.isAllowed
        case .prefer:
            guard judgement.state.isAllowed, judgement.weight == policy.rules[number].rule.weight else { return false }
            var without = all
            without[method].weight =
                matched(.prefer).filter { $0 != number }.map { policy.rules[$0].rule.weight }.max() ?? 0
            return policy.rank(without) != policy.rank(all)
        case .refer: return false
        }
    }

    private func changesDemands(_ number: Int, _ judgement: Judgement, _ policy: CompiledPolicy) -> Bool {
        policy.rules[number].demands.contains { obligation, demand in
            let others = judgement.matched.filter { $0 != number }.flatMap { policy.rules[$0].demands }
                .filter { $0.obligation == obligation }.map(\.demand)
            guard let first = others.first else {
                // A suggestion that the method cannot follow is no part of the answer.
                return demand.isRequired || judgement.demands.values[obligation] != nil
            }
            let kind = policy.obligationKinds[obligation]
            let without = others.dropFirst().reduce(first) { $0.joined(with: $1, kind: kind) }
            return without.joined(with: demand, kind: kind) != without
        }
    }

    /// A rule that alone sends people to the contact, where nothing is allowed, counts too.
    private mutating func seeUnanswered(
        _ policy: CompiledPolicy, _ situation: Situation, _ judgements: [Judgement]
    ) {
        let referrals = policy.referrals(in: situation)
        if referrals.count == 1 { isAlive[referrals[0]] = true }
        guard referrals.isEmpty else { return }
        let asking = Set(
            judgements.filter { $0.state == .ask }.flatMap(\.matched)
                .filter { policy.rules[$0].rule.effect == .ask })
        if asking.count == 1, let only = asking.first { isAlive[only] = true }
    }
}
