import StorageModel

/// `exemptions.yaml`.
enum ExemptionsFile {
    static let shape: Shape<[Exemption]> = .record(
        "exemptions file", "Rules that are lifted for a time.",
        .required("exemptions", .list(of: exemption, "exemptions"), "The exemptions.")
    ) { _, exemptions in exemptions }

    private static let exemption: Shape<Exemption> = .record(
        "exemption", "A waiver that lifts one rule for a time; it is shown with every answer that rests on it.",
        .required("id", .newPart(.exemption), "Its name."),
        .required(
            "lifts", .reference(to: Rule.self), "The rule that it lifts, by its id; a rule that forbids or asks."),
        .required(
            "when", ConditionShape.shape.narrowed(["minProperties": 1]),
            "For which questions and methods; it has at least one test."),
        .required("granted-by", .line, "Who allowed it."),
        .required("reason", .line, "Why."),
        .required("until", .date, "The last day on which it counts.")
    ) { record, id, lifts, condition, grantedBy, reason, until throws(Unreadable) in
        try record.refuseEmptyCondition("the rule would be lifted altogether")
        let place = record.place(of: "lifts")
        record.reading.afterwards { draft, reading in
            guard let rule = draft.rules.first(where: { $0.id == lifts }), ![.forbid, .ask].contains(rule.effect) else {
                return
            }
            reading.tell(
                .exemptionTarget, at: place, "the rule \(lifts.text.quoted) has the effect \(rule.effect.rawValue)",
                accepted: "rules that forbid or ask can be lifted", next: "name the rule that stands in the way")
        }
        let check = ConditionSense(condition, place: record.place(of: "when"), subject: "exemption")
        record.reading.afterwards { draft, reading in check.run(draft, reading) }
        return Exemption(
            id: id, lifts: lifts, when: condition, grantedBy: grantedBy, reason: reason, until: until)
    }
}
