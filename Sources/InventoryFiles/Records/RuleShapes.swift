import StorageModel

/// The rules of `policy/*.yaml`.
enum RuleShapes {
    static let rule: Shape<Rule> = .record(
        "rule", "A statement of policy: when its condition holds for a method and a question, its effect counts.",
        .required("id", .newID(of: Rule.self), "Its name; also names the text with its reason."),
        .required("effect", .word(Rule.Effect.self), "What it does."),
        .optional("when", ConditionShape.shape, otherwise: Condition(), "When it applies; left out for always."),
        .optional("obligations", .obligations, "What it demands; for require and suggest alone."),
        .optional("weight", .whole(1...100), "How strongly it prefers, 1 to 100; for prefer alone."),
        .optional(
            "guardrail", .truth,
            "Whether it may be redundant today because it guards against a later, wider permission; for forbid alone."),
        .provenance,
        rules: rules
    ) { record, id, effect, condition, obligations, weight, guardrail, provenance throws(Unreadable) in
        try record.refuseMisplacedKeys(effect)
        if effect == .refer, let node = record["when"] {
            try ConditionShape.refuseMethods(
                condition, node, record.reading,
                "the question alone, because 'refer' applies where no method is allowed")
        }
        let rule = Rule(
            id: id, effect: effect, when: condition, obligations: obligations ?? [:], weight: weight ?? 0,
            isGuardrail: guardrail ?? false, provenance: provenance)
        let check = RuleCheck(rule, in: record)
        record.reading.afterwards { draft, reading in check.run(draft, reading) }
        return rule
    }

    private static var rules: [JSON] {
        let refer: JSON = [
            "if": ["properties": ["effect": ["const": .text(Rule.Effect.refer.rawValue)]]],
            "then": ["properties": ["when": ["properties": ConditionShape.namesNoMethod]]],
        ]
        return Rule.Effect.allCases.map { effect in
            .when("effect", isOneOf: [effect.rawValue], require: effect.requiredKeys, exclude: effect.excludedKeys)
        } + [refer]
    }
}

extension Rule.Effect {
    fileprivate var requiredKeys: [String] {
        switch self {
        case .require, .suggest: ["obligations"]
        case .prefer: ["weight"]
        case .permit, .forbid, .ask, .refer, .note: []
        }
    }

    fileprivate var excludedKeys: [String] {
        let allowed = requiredKeys + (self == .forbid ? ["guardrail"] : [])
        return ["obligations", "weight", "guardrail"].filter { !allowed.contains($0) }
    }
}

extension Record {
    fileprivate func refuseMisplacedKeys(_ effect: Rule.Effect) throws(Unreadable) {
        let reason = "the effect is \(effect.rawValue)"
        try demand(effect.requiredKeys, because: reason)
        try exclude(effect.excludedKeys, because: reason)
    }
}
