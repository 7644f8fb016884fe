import StorageModel

/// Conditions of rules, invariants, impossible questions and exemptions.
enum ConditionShape {
    /// A condition; tests that decide nothing are told when everything is read.
    static let shape: Shape<Condition> = .record(
        "condition", "When it applies: all tests must hold, and one that is left out always does.",
        .optional(
            "method", .test("methods", of: .reference(to: Method.self)), "The method under judgement, as system/name."),
        .optional("system", .test("systems", of: .reference(to: StorageSystem.self)), "The system under judgement."),
        .optional(
            "audience", .scaleTest("kinds of audience", of: .word(AudienceKind.self)),
            "The most open kind among the audience; the scale is user, group, internal, external, anyone, publish."),
        .optional(
            "group-kind", .test("kinds of group", of: .reference(to: GroupKind.self)),
            "The kinds of the groups in the audience; holds when one of them passes."),
        .optional("action", .test("actions", of: .word(Action.self)), "What is to be done."),
        .optional(
            "level", .scaleTest("levels", of: .reference(to: Level.self)),
            "The level as it has to be assumed: unknown content counts as the strictest."),
        .optional(
            "known-level", .scaleTest("levels", of: .reference(to: Level.self)),
            "The level as far as it is known: declared, or of tags that were found or declared."),
        .optional("tags", .tagTest, "The tags of the data."),
        .optional("network", .test("networks", of: .reference(to: Network.self)), "The asker's network."),
        .optional("size", .sizeTest, "The sum of all files."),
        .optional(
            "facets", .table(of: .reference(to: Facet.self), to: .test("values of facets", of: .id), "facets"),
            otherwise: [:],
            "The institution's own facets.")
    ) { record, method, system, audience, groupKind, action, level, knownLevel, tags, network, size, facets in
        var condition = Condition()
        condition.method = method
        condition.system = system
        condition.audience = audience
        condition.groupKind = groupKind
        condition.action = action
        condition.level = level
        condition.knownLevel = knownLevel
        condition.tags = tags
        condition.network = network
        condition.bytes = size
        condition.facets = facets
        let check = ConditionCheck(condition, in: record)
        record.reading.afterwards { draft, reading in check.run(draft, reading) }
        return condition
    }

    /// A condition about the question alone.
    static let ofQuestion: Shape<Condition> = shape.narrowed(["properties": namesNoMethod, "minProperties": 1])
        .map { condition, node, reading throws(Unreadable) in
            try refuseMethods(condition, node, reading, "what may be asked, not how it is answered")
            return condition
        }

    /// What JSON Schema says about the keys of a condition that names no method and no system.
    static let namesNoMethod: JSON = ["method": false, "system": false]

    /// Tells when a condition names methods or systems where only the question counts.
    @Sendable static func refuseMethods(
        _ condition: Condition, _ node: YAMLNode, _ reading: Reading, _ subject: String
    ) throws(Unreadable) {
        guard condition.namesMethod else { return }
        let key = condition.method == nil ? "system" : "method"
        let place = node.entries.first { $0.key == key }?.keyPlace ?? node.place
        reading.tell(
            .conditionNamesMethod, at: place, "the condition names \(key.withArticle)",
            accepted: "this condition is about \(subject)", next: "remove the test of the \(key)")
        throw Unreadable()
    }
}
