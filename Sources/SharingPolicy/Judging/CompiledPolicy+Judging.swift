internal import StorageModel

extension CompiledPolicy {
    /// Judges one method in one situation: what it can do first, then what the policy says.
    func judge(_ method: Int, in situation: Situation) -> Judgement {
        var judgement = Judgement(
            state: .allowed, demands: Demands(count: obligations.count), weight: 0, matched: [], lifted: [])
        guard canServe(method, in: situation) else {
            judgement.state = .cannot
            return judgement
        }
        var isForbidden = false
        var mustAsk = false
        var isPermitted = false
        for number in rulesOfMethod[method] where rules[number].condition.accepts(situation) {
            judgement.matched.append(number)
            switch rules[number].rule.effect {
            case .permit: isPermitted = true
            case .forbid, .ask:
                if let exemption = exemption(of: number, method: method, in: situation) {
                    judgement.lifted.append(exemption)
                } else if rules[number].rule.effect == .forbid {
                    isForbidden = true
                } else {
                    mustAsk = true
                }
            case .require, .suggest: join(rules[number].demands, into: &judgement.demands)
            case .prefer: judgement.weight = max(judgement.weight, rules[number].rule.weight)
            case .note, .refer: break
            }
        }
        if isForbidden {
            judgement.state = .forbidden
        } else if mustAsk {
            judgement.state = .ask
        } else if !isPermitted {
            judgement.state = .notPermitted
        } else {
            hold(&judgement, against: support[method])
        }
        return judgement
    }

    /// Whether the method can do it at all, policy aside.
    func canServe(_ method: Int, in situation: Situation) -> Bool {
        situation.people.reach[method].reaches && obstacles(of: method, in: situation).isEmpty
    }

    /// Everything but the audience that keeps a method from doing it.
    func obstacles(of number: Int, in situation: Situation) -> [ExclusionCause] {
        let method = methods[number]
        var causes: [ExclusionCause] = []
        if !method.actions.contains(situation.action) { causes.append(.otherActionsOnly(method.actions)) }
        if let limit = method.limits.totalBytes, let bytes = situation.bytes, bytes > limit.value {
            causes.append(.tooLarge(bytes: bytes, limit: limit.value))
        }
        if let limit = method.limits.fileBytes, let bytes = situation.largestFileBytes, bytes > limit.value {
            causes.append(.fileTooLarge(bytes: bytes, limit: limit.value))
        }
        if let limit = method.limits.files, let files = situation.files, files > limit.value {
            causes.append(.tooManyFiles(files: files, limit: limit.value))
        }
        if let system = systems[method.id.system] {
            if let first = system.availableFrom, today < first { causes.append(.notAvailableBefore(first)) }
            if let last = system.retiresOn, last < today { causes.append(.retiredOn(last)) }
        }
        return causes
    }

    /// The `refer` rules that match, by number.
    func referrals(in situation: Situation) -> [Int] {
        referrals.filter { rules[$0].condition.accepts(situation) }
    }

    /// Whether the inventory says that the question means nothing.
    func isImpossible(_ situation: Situation) -> Bool {
        impossibilities.contains { $0.accepts(situation) }
    }

    private func exemption(of rule: Int, method: Int, in situation: Situation) -> Int? {
        exemptions.indices.first {
            exemptions[$0].rule == rule && exemptions[$0].methods[method] && exemptions[$0].condition.accepts(situation)
        }
    }

    private func join(_ new: [(obligation: Int, demand: Demand)], into demands: inout Demands) {
        for (obligation, demand) in new {
            demands.values[obligation] =
                demands.values[obligation]?.joined(with: demand, kind: obligationKinds[obligation]) ?? demand
        }
    }

    /// Compares what is demanded with what the method can do; a suggestion that it cannot follow is dropped.
    private func hold(_ judgement: inout Judgement, against support: [Support]) {
        for (number, demand) in judgement.demands.values.enumerated() {
            guard let demand else { continue }
            if case .oneOf = obligationKinds[number], demand.value == 0 {
                judgement.state = .contradictory
                judgement.obstacle = number
                return
            }
            // Prerequisites are met by people and networks, not by methods.
            guard support[number] == .absent, obligations[number].prerequisite == nil else { continue }
            guard demand.isRequired else {
                judgement.demands.values[number] = nil
                continue
            }
            judgement.state = .unsupported
            judgement.obstacle = number
            return
        }
    }
}
