import StorageModel

/// Finds rules that can never apply, and demands that no method can fulfil.
struct RuleCheck {
    private let rule: Rule
    private let place: Place
    private let demands: [YAMLEntry]

    init(_ rule: Rule, in record: Record) {
        self.rule = rule
        place = record.place(of: "when")
        demands = record["obligations"]?.entries ?? []
    }

    func run(_ draft: Draft, _ reading: Reading) {
        let sense = ConditionSense(rule.when, place: place, subject: "rule", needsAbleMethods: !rule.isGuardrail)
        sense.run(draft, reading)
        if rule.effect == .require { checkDemands(draft, reading) }
    }

    private func checkDemands(_ draft: Draft, _ reading: Reading) {
        guard let methods = draft.allMethods(reading.names) else { return }
        let selected = methods.values.filter { method in
            rule.when.method?.accepted(of: [method.id]).isEmpty != true
                && rule.when.system?.accepted(of: [method.id.system]).isEmpty != true
        }
        guard !selected.isEmpty else { return }
        for demand in demands {
            let id = ObligationID(demand.key)
            let obligation = draft.vocabulary?.obligations.first { $0.id == id }
            // Prerequisites are met by people and networks, not by methods.
            guard let obligation, obligation.prerequisite == nil,
                !selected.contains(where: { $0.capabilities[id].map { $0.value != .absent } ?? false })
            else { continue }
            let names = selected.map(\.id.text).sorted().listing
            reading.tell(
                .obligationUnfulfillable, at: demand.keyPlace,
                "no method that this rule speaks of can fulfil the obligation \(demand.key.quoted)",
                accepted: "at least one of \(names) has it among its capabilities as optional or enforced",
                next: "state the capability in the method, speak of other methods, or forbid these")
        }
    }
}
