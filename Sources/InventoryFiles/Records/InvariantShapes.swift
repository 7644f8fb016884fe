import StorageModel

/// The invariants of `policy/*.yaml`.
enum InvariantShapes {
    private static let promises = [
        "never-allowed", "carries", "carries-or-suggests", "has-steps", "lacks-steps", "outcome",
    ]

    static let invariant: Shape<Invariant> = .record(
        "invariant", "A promise about every answer, proved by asking every question.",
        .required("id", .newName(.invariant), "Its name."),
        .required("title", .line, "What it promises, in words, for reports."),
        .optional(
            "when", ConditionShape.shape, otherwise: Condition(), "For which questions and methods; left out for all."),
        .optional("never-allowed", affirmation, "The method is never allowed."),
        .optional("carries", obligations, "When the method is allowed, these obligations are demanded."),
        .optional(
            "carries-or-suggests", obligations,
            "When the method is allowed, these obligations are demanded or suggested."),
        .optional("has-steps", steps, "When the method is allowed, the answer has these steps."),
        .optional("lacks-steps", steps, "When the method is allowed, the answer has none of these steps."),
        .optional(
            "outcome", .set(of: .word(Outcome.self), "outcomes", count: 1...4),
            "The outcome is one of these; the condition names no method and no system."),
        .provenance,
        rules: [
            .exactlyOne(of: promises),
            ["dependentSchemas": ["outcome": ["properties": ["when": ["properties": ConditionShape.namesNoMethod]]]]],
        ]
    ) { record, id, title, condition, _, carries, suggests, has, lacks, outcomes, provenance throws(Unreadable) in
        let promise: Invariant.Promise
        switch try record.exactlyOne(of: promises) {
        case "carries": promise = .carries(carries ?? [], suggestionIsEnough: false)
        case "carries-or-suggests": promise = .carries(suggests ?? [], suggestionIsEnough: true)
        case "has-steps": promise = .hasSteps(has ?? [])
        case "lacks-steps": promise = .lacksSteps(lacks ?? [])
        case "outcome":
            if let node = record["when"] {
                try ConditionShape.refuseMethods(
                    condition, node, record.reading, "the question alone, because an outcome is of a question")
            }
            promise = .outcome(outcomes ?? [])
        default: promise = .neverAllowed
        }
        let check = ConditionSense(condition, place: record.place(of: "when"), subject: "invariant")
        record.reading.afterwards { draft, reading in check.run(draft, reading) }
        return Invariant(id: RuleID(id), title: title, when: condition, promise: promise, provenance: provenance)
    }

    private static var obligations: Shape<[ObligationID]> {
        .set(of: .reference(to: Obligation.self), "obligations", count: 1...Int.max)
    }

    private static var steps: Shape<[PartID]> { .set(of: .step, "steps", count: 1...Int.max) }

    /// A key that is written or left out.
    private static let affirmation = Shape<Bool>(Schema(["const": true])) { node, reading throws(Unreadable) in
        guard try Shape<Bool>.truth.read(node, reading) else {
            reading.tell(
                .notBoolean, at: node.place, "'false' promises nothing", accepted: "true",
                next: "write true, or remove the key")
            throw Unreadable()
        }
        return true
    }
}
