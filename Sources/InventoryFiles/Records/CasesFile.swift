import StorageModel

/// `cases/*.yaml`.
enum CasesFile {
    static let shape: Shape<[PolicyCase]> = .record(
        "cases file", "Questions with the answers that are expected, as tests of the policy.",
        .required("cases", .list(of: policyCase, "cases"), "The cases.")
    ) { _, cases in cases }

    private static let policyCase: Shape<PolicyCase> = .record(
        "case", "A question, and what has to be true of its answer.",
        .required("name", name, "What the case is about; unique."),
        .required("ask", QuestionShapes.question, "What is asked."),
        .required("expect", expectation, "What has to be true of the answer; at least one key.")
    ) { _, name, question, expectation in PolicyCase(name: name, question: question, expectation: expectation) }

    private static let name: Shape<String> = .line.map { name, node, reading in
        reading.declare(name, .policyCase, at: node.place)
        return name
    }

    private static let expectation: Shape<Expectation> = .record(
        "expectation", "What has to be true of an answer; what is left out is not looked at.",
        .optional("outcome", .word(Outcome.self), "How it ends."),
        .optional("recommended", .reference(to: Method.self), "The method that comes first."),
        .optional("share", .reference(to: Share.self), "The share that the recommended method uses."),
        .optional(
            "obligations", .obligations(count: 0...Int.max), "The obligations of the recommended method, exactly these."
        ),
        .optional("alternatives", methods, otherwise: [], "Methods that have to be among the alternatives."),
        .optional("excluded", methods, otherwise: [], "Methods that must be neither recommended nor an alternative."),
        .optional(
            "forbidden",
            .table(
                of: .reference(to: Method.self), to: .set(of: .reference(to: Rule.self), "rules", count: 1...Int.max),
                "methods", count: 1...Int.max),
            otherwise: [:], "Methods that have to be forbidden, by exactly these rules."),
        .optional("steps", steps, otherwise: [], "Steps that the recommended method has to have, in this order."),
        .optional(
            "notes", .set(of: note, "notes", count: 1...Int.max), otherwise: [],
            "Ids of note rules and warnings that the recommended method has to have."),
        rules: [["minProperties": 1]]
    ) {
        record, outcome, recommended, share, obligations, alternatives, excluded, forbidden, steps, notes
            throws(Unreadable) in
        guard !record.isEmpty else {
            record.reading.tell(
                .listLength, at: record.place, "nothing is expected", accepted: "at least one key",
                next: "add what is expected")
            throw Unreadable()
        }
        var expectation = Expectation()
        expectation.outcome = outcome
        expectation.recommended = recommended
        expectation.share = share
        expectation.obligations = obligations
        expectation.alternatives = alternatives
        expectation.excluded = excluded
        expectation.forbidden = forbidden
        expectation.steps = steps
        expectation.notes = notes
        return expectation
    }

    private static var methods: Shape<[MethodID]> {
        .set(of: .reference(to: Method.self), "methods", count: 1...Int.max)
    }
    private static var steps: Shape<[PartID]> { .list(of: .step, "steps", count: 1...Int.max) }

    /// The id of a rule with the effect note, or of a warning.
    private static let note: Shape<String> = .id.map { id, node, reading in
        reading.afterwards { draft, reading in
            guard reading.names.areComplete(.rule, .warning), reading.names.place(of: id, .warning) == nil else {
                return
            }
            let notes = draft.rules.filter { $0.effect == .note }.map(\.id.text)
            _ = reading.isChoice(
                id, of: notes + reading.names.ids(.warning).sorted(), "note rule or warning", at: node.place)
        }
        return id
    }
}
