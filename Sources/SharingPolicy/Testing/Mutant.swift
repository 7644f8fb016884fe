public import StorageModel

/// A policy with one deliberate fault.
public struct Mutant: Hashable, Sendable {
    /// The rule that was changed.
    public var rule: RuleID
    /// The fault, in words.
    public var fault: String
    /// All rules, with the fault.
    public var rules: [Rule]
}

/// What became of a mutant.
public enum MutantFate: Hashable, Sendable {
    /// This case no longer holds.
    case caughtByCase(String)
    /// Asking every question found this.
    case caughtByProof(Violation.Check, String)
    /// Nothing noticed.
    case survived
}

extension Inventory {
    /// Every single fault of these sorts: a rule deleted, an effect flipped, a level, audience or size shifted, a list
    /// shortened, an obligation dropped or loosened, a preference turned around.
    public func mutants() -> [Mutant] {
        rules.sorted { $0.id < $1.id }.flatMap { rule -> [Mutant] in
            func mutant(_ fault: String, _ changed: Rule?) -> Mutant {
                let others = rules.filter { $0.id != rule.id }
                return Mutant(rule: rule.id, fault: fault, rules: others + (changed.map { [$0] } ?? []))
            }
            return [mutant("deleted", nil)] + faults(of: rule).map { mutant($0.0, $0.1) }
        }
    }

    private func faults(of rule: Rule) -> [(String, Rule)] {
        var faults: [(String, Rule)] = []
        func add(_ fault: String, _ edit: (inout Rule) -> Void) {
            var changed = rule
            edit(&changed)
            if changed != rule { faults.append((fault, changed)) }
        }
        if let opposite = rule.effect.opposite {
            add("\(rule.effect.rawValue) became \(opposite.rawValue)") { $0.effect = opposite }
        }
        if rule.effect == .prefer { add("preference turned around") { $0.weight = 101 - $0.weight } }
        for (id, value) in rule.obligations.sorted(by: { $0.key < $1.key }) {
            if rule.obligations.count > 1 { add("\(id) dropped") { $0.obligations[id] = nil } }
            if let looser = value.loosened { add("\(id) loosened") { $0.obligations[id] = looser } }
        }
        let levels = vocabulary.levels.map(\.id)
        for step in [-1, 1] {
            let way = step < 0 ? "lowered" : "raised"
            add("level \(way)") { $0.when.level = $0.when.level?.shifted(by: step, on: levels) }
            add("known level \(way)") { $0.when.knownLevel = $0.when.knownLevel?.shifted(by: step, on: levels) }
            let width = step < 0 ? "narrowed" : "widened"
            add("audience \(width)") {
                $0.when.audience = $0.when.audience?.shifted(by: step, on: AudienceKind.allCases)
            }
        }
        add("size doubled") {
            guard let bytes = $0.when.bytes else { return }
            $0.when.bytes = Test(atLeast: bytes.atLeast.map { $0 * 2 }, atMost: bytes.atMost.map { $0 * 2 })
        }
        for action in rule.when.action?.anyOf ?? [] where rule.when.action?.anyOf?.count ?? 0 > 1 {
            add("action \(action.rawValue) left out") { $0.when.action?.anyOf?.removeAll { $0 == action } }
        }
        for method in rule.when.method?.anyOf ?? [] where rule.when.method?.anyOf?.count ?? 0 > 1 {
            add("method \(method) left out") { $0.when.method?.anyOf?.removeAll { $0 == method } }
        }
        for system in rule.when.system?.anyOf ?? [] where rule.when.system?.anyOf?.count ?? 0 > 1 {
            add("system \(system) left out") { $0.when.system?.anyOf?.removeAll { $0 == system } }
        }
        for tag in rule.when.tags?.hasAnyOf ?? [] where rule.when.tags?.hasAnyOf?.count ?? 0 > 1 {
            add("tag \(tag) left out") { $0.when.tags?.hasAnyOf?.removeAll { $0 == tag } }
        }
        return faults
    }
}

extension CompiledPolicy {
    /// Finds out for every mutant whether the cases, else the proof, notice its fault.
    ///
    /// The cost is that of the cases for each mutant, plus ``verify(_:)`` for those that all cases let pass.
    public func fates(of mutants: [Mutant], seeing: (Mutant, MutantFate) -> Void = { _, _ in }) -> [MutantFate] {
        // What the sound policy already violates is no proof that a fault was noticed.
        let known = Set(verify().violations.map(\.key))
        return mutants.map { mutant in
            let fate = fate(of: mutant, known: known)
            seeing(mutant, fate)
            return fate
        }
    }

    private func fate(of mutant: Mutant, known: Set<[String]>) -> MutantFate {
        let faulty = CompiledPolicy(inventory, today: today, rules: mutant.rules)
        if let broken = inventory.cases.first(where: { !faulty.run($0).holds }) { return .caughtByCase(broken.name) }
        // The cheap checks first; whoever is caught by them need not stand the others.
        let cheap: Set<Violation.Check> = [.invariant, .completeness, .deadRule, .missingStep]
        for checks in [cheap, Set(Violation.Check.allCases).subtracting(cheap)] {
            let fresh = faulty.verify(checks).violations.first { !known.contains($0.key) }
            if let fresh { return .caughtByProof(fresh.check, fresh.subject) }
        }
        return .survived
    }
}

extension Violation {
    fileprivate var key: [String] { [check.rawValue, subject, sentence] }
}

extension Rule.Effect {
    fileprivate var opposite: Rule.Effect? {
        switch self {
        case .permit: .forbid
        case .forbid, .ask: .permit
        case .require: .suggest
        case .suggest: .require
        case .prefer, .refer, .note: nil
        }
    }
}

extension ObligationValue {
    /// The same obligation, demanding less; nil where less is nothing.
    fileprivate var loosened: ObligationValue? {
        switch self {
        case .flag, .oneOf: nil
        case .atMost(let number): .atMost(number * 2)
        case .atLeast(let number): number > 1 ? .atLeast(number / 2) : nil
        }
    }
}

extension Test {
    /// The test with every bound moved along a scale; one that would leave the scale stays.
    fileprivate func shifted(by step: Int, on scale: [Value]) -> Test {
        func moved(_ value: Value) -> Value {
            guard let place = scale.firstIndex(of: value), scale.indices.contains(place + step) else { return value }
            return scale[place + step]
        }
        var changed = self
        changed.atLeast = atLeast.map(moved)
        changed.atMost = atMost.map(moved)
        changed.anyOf = anyOf.map { values in values.map(moved) }
        changed.noneOf = noneOf.map { values in values.map(moved) }
        return changed
    }
}
