public import StorageModel

/// An inventory made ready to judge questions: every name is a number, every condition a bit set.
///
/// Values only: neither clock nor files; the day is given. Safe to share between tasks.
public struct CompiledPolicy: Sendable {
    /// What it was made from.
    public let inventory: Inventory
    /// The day on which it judges; exemptions, retirements and reviews depend on it.
    public let today: CalendarDate

    let methods: [Method]
    let methodNumbers: [MethodID: Int]
    let systems: [SystemID: StorageSystem]
    let rules: [CompiledRule]
    /// The numbers of the rules that can match each method, `refer` rules excepted.
    let rulesOfMethod: [[Int]]
    let referrals: [Int]
    let invariants: [CompiledInvariant]
    let impossibilities: [CompiledCondition]
    let exemptions: [CompiledExemption]
    let obligations: [Obligation]
    let obligationNumbers: [ObligationID: Int]
    let obligationKinds: [Obligation.Kind]
    /// How far each method supports each obligation, by their numbers.
    let support: [[Support]]
    let access: ShareAccess
    let numbering: Numbering

    /// Prepares an inventory for judging on a day.
    public init(_ inventory: Inventory, today: CalendarDate) {
        self.init(inventory, today: today, rules: inventory.rules)
    }

    /// Prepares an inventory with other rules than its own, as the tests of the policy do.
    init(_ inventory: Inventory, today: CalendarDate, rules: [Rule]) {
        self.inventory = inventory
        self.today = today
        let numbering = Numbering(inventory)
        self.numbering = numbering
        systems = Dictionary(inventory.systems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let methods = inventory.systems.flatMap(\.methods).sorted { $0.id < $1.id }
        self.methods = methods
        methodNumbers = Dictionary(
            methods.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        obligations = inventory.vocabulary.obligations
        obligationNumbers = numbering.obligations
        obligationKinds = obligations.map(\.kind)
        support = methods.map { method in
            inventory.vocabulary.obligations.map { method.capabilities[$0.id]?.value ?? .absent }
        }
        let compiledRules = rules.sorted { $0.id < $1.id }.map {
            CompiledRule($0, numbering: numbering, methods: methods)
        }
        self.rules = compiledRules
        rulesOfMethod = methods.indices.map { method in
            compiledRules.indices.filter {
                compiledRules[$0].rule.effect != .refer && compiledRules[$0].methods[method]
            }
        }
        referrals = compiledRules.indices.filter { compiledRules[$0].rule.effect == .refer }
        invariants = inventory.invariants.map {
            CompiledInvariant($0, numbering: numbering, methods: methods)
        }
        impossibilities = inventory.impossibilities.map { numbering.compile($0.when) }
        let ruleNumbers = Dictionary(
            compiledRules.enumerated().map { ($1.rule.id, $0) }, uniquingKeysWith: { first, _ in first })
        exemptions = inventory.exemptions.compactMap { exemption in
            guard today <= exemption.until, let rule = ruleNumbers[exemption.lifts] else { return nil }
            return CompiledExemption(
                exemption: exemption, rule: rule,
                methods: methods.map { exemption.when.selects($0.id) },
                condition: numbering.compile(exemption.when))
        }
        access = ShareAccess(inventory)
    }
}

struct CompiledRule: Sendable {
    let rule: Rule
    /// Whether the rule speaks of each method, by its number.
    let methods: [Bool]
    let condition: CompiledCondition
    /// The demands of the rule by the obligation's number.
    let demands: [(obligation: Int, demand: Demand)]

    init(_ rule: Rule, numbering: Numbering, methods: [Method]) {
        self.rule = rule
        self.methods = methods.map { rule.when.selects($0.id) }
        condition = numbering.compile(rule.when)
        demands = rule.obligations.compactMap { id, value in
            guard let number = numbering.obligations[id] else { return nil }
            let encoded = numbering.number(of: value, obligation: number)
            return (number, Demand(value: encoded, isRequired: rule.effect == .require))
        }.sorted { $0.0 < $1.0 }
    }
}

struct CompiledInvariant: Sendable {
    let invariant: Invariant
    let methods: [Bool]
    let condition: CompiledCondition

    init(_ invariant: Invariant, numbering: Numbering, methods: [Method]) {
        self.invariant = invariant
        self.methods = methods.map { invariant.when.selects($0.id) }
        condition = numbering.compile(invariant.when)
    }
}

struct CompiledExemption: Sendable {
    let exemption: Exemption
    let rule: Int
    let methods: [Bool]
    let condition: CompiledCondition
}

extension Condition {
    /// Whether the parts about method and system hold for a method.
    func selects(_ candidate: MethodID) -> Bool {
        (method?.accepts(candidate, isBefore: <) ?? true) && (system?.accepts(candidate.system, isBefore: <) ?? true)
    }
}
