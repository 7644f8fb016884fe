import StorageModel

/// `policy/*.yaml`.
enum PolicyFile {
    /// What one file of the policy holds.
    struct Part: Sendable {
        var rules: [Rule]
        var invariants: [Invariant]
        var impossibilities: [Impossibility]
    }

    static let shape: Shape<Part> = .record(
        "policy file", "Rules, what is promised of them, and questions that mean nothing.",
        .optional("rules", .list(of: RuleShapes.rule, "rules"), otherwise: [], "The rules; their order means nothing."),
        .optional(
            "invariants", .list(of: InvariantShapes.invariant, "invariants"), otherwise: [],
            "Promises about every answer, which are proved by asking every question."),
        .optional(
            "impossible", .list(of: impossibility, "impossible questions"), otherwise: [],
            "Questions that mean nothing, so that no answer is owed to them.")
    ) { _, rules, invariants, impossibilities in
        Part(rules: rules, invariants: invariants, impossibilities: impossibilities)
    }

    private static let impossibility: Shape<Impossibility> = .record(
        "impossible question", "A kind of question that means nothing.",
        .required("id", .newPart(.impossibility), "Names the text that tells people why, and what to ask instead."),
        .required("when", ConditionShape.ofQuestion, "When a question is of this kind; names no method and no system.")
    ) { record, id, condition throws(Unreadable) in
        try record.refuseEmptyCondition("every question would be impossible")
        return Impossibility(id: id, when: condition)
    }
}

extension Record {
    /// Tells a condition that always holds where that cannot be meant.
    func refuseEmptyCondition(_ consequence: String) throws(Unreadable) {
        guard self["when"]?.entries.isEmpty == true else { return }
        reading.tell(
            .testAlwaysPasses, at: place(of: "when"), "the condition is empty, so that it always holds",
            accepted: "at least one test, because otherwise \(consequence)", next: "write when it applies")
        throw Unreadable()
    }
}
