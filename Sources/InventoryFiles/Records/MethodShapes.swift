import StorageModel

/// The methods of `systems/ID.yaml`.
enum MethodShapes {
    static let method: Shape<Method> = .record(
        "method", "A way to hand data over on a system, such as a share link on a cloud.",
        .required("id", .newOwnID(of: Method.self), "Its own name; elsewhere it is called system/name."),
        .required("reach", reach, "Whom it can reach."),
        .required("actions", .set(of: .word(Action.self), "actions", count: 1...5), "What it can be used for."),
        .required(
            "exposure", .whole(0...100), "How widely data are exposed by it, 0 to 100; the smaller is preferred."),
        .optional("limits", limits, otherwise: Limits(), "What it can carry; left out where no limit is known."),
        .optional(
            "capabilities",
            .table(of: .reference(to: Obligation.self), to: .fact("capability", .word(Support.self)), "capabilities"),
            otherwise: [:],
            "How far it can fulfil each obligation; one that is not listed is absent."),
        .required("steps", parts(of: step, "steps", count: 1...Int.max), "What people do, in order."),
        .optional(
            "messages", parts(of: part("message", .message), "messages"), otherwise: [], "Texts that are ready to send."
        ),
        .optional("warnings", parts(of: part("warning", .warning), "warnings"), otherwise: [], "Traps to warn of."),
        .provenance
    ) { _, id, reach, actions, exposure, limits, capabilities, steps, messages, warnings, provenance in
        Method(
            id: id, reach: reach, actions: actions, exposure: exposure, limits: limits, capabilities: capabilities,
            steps: steps, messages: messages, warnings: warnings, provenance: provenance)
    }

    private static let reach: Shape<Reach> = .record(
        "reach", "Whom a method can reach.",
        .required(
            "audience", .set(of: .word(AudienceKind.self), "kinds of audience", count: 1...6),
            "The kinds of audience it can reach."),
        .required(
            "through", .word(Reach.Through.self),
            "What recipients need besides: a share that sender and recipients have in common, or nothing (everyone).")
    ) { _, audience, through in Reach(audience: audience, through: through) }

    private static let limits: Shape<Limits> = .record(
        "limits", "What a method can carry.",
        .optional("total", .fact("size", .size), "The greatest sum of all files."),
        .optional("file", .fact("size", .size), "The greatest single file."),
        .optional("files", .fact("count", .whole(1...Int.max)), "The greatest number of files.")
    ) { _, total, file, files in Limits(totalBytes: total, fileBytes: file, files: files) }

    private static let step: Shape<MethodPart> = .record(
        "step", "Something that people do; its words are in the texts.",
        .required("id", .newPart(.step), "Names its text."),
        .optional(
            "for", .reference(to: Obligation.self), "Shown only when this obligation is demanded; left out for always."),
        .optional(
            "moves-data", .truth, otherwise: false,
            "Whether it copies or uploads the data; left out of answers when the data already lie there.")
    ) { _, id, obligation, movesData in MethodPart(id: id, obligation: obligation, movesData: movesData) }

    private static func part(_ name: String, _ kind: NameKind) -> Shape<MethodPart> {
        .record(
            name, "A \(name); its words are in the texts.",
            .required("id", .newPart(kind), "Names its text."),
            .optional(
                "for", .reference(to: Obligation.self),
                "Shown only when this obligation is demanded; left out for always.")
        ) { _, id, obligation in MethodPart(id: id, obligation: obligation) }
    }

    private static func parts(
        of part: Shape<MethodPart>, _ names: String, count: ClosedRange<Int> = 0...Int.max
    ) -> Shape<[MethodPart]> {
        .set(of: part, names, count: count)
    }
}
