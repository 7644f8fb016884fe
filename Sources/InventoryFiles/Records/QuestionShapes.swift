import StorageModel

/// The questions of `cases/*.yaml`.
enum QuestionShapes {
    static let question: Shape<Question> = .record(
        "question", "Where should this audience receive this data?",
        .required(
            "audience", .list(of: member, "parts of the audience", count: 1...Int.max),
            "Everybody who has to be reached."),
        .optional("action", .word(Action.self), otherwise: .share, "What is to be done; share when left out."),
        .optional("level", .reference(to: Level.self), "The level that the asker declares."),
        .optional("contains", tags, otherwise: [], "Tags that the asker declares."),
        .optional("found", tags, otherwise: [], "Tags that a look into the data found."),
        .optional(
            "inspection", .word(Inspection.self), otherwise: .none,
            "How far the content was looked at; none when left out."),
        .optional("size", .size, "The sum of all files."),
        .optional("largest-file", .size, "The greatest single file."),
        .optional("files", .whole(1...Int.max), "The number of files."),
        .optional("network", .reference(to: Network.self), "The asker's network; the fallback when left out."),
        .optional("asker", asker, otherwise: Asker(), "Who asks."),
        .optional(
            "facets", .table(of: .reference(to: Facet.self), to: .id, "facets"), otherwise: [:],
            "The institution's own facets."),
        .optional("lying-on", .reference(to: Share.self), "The share that the data already lie on.")
    ) {
        record, audience, action, level, contains, found, inspection, size, largest, files, network, asker, facets,
        share throws(Unreadable) in
        if let size, let largest {
            try record.refuseReversed("largest-file", "size", largest <= size, ("is less than", "smaller"))
        }
        record.refuseUnknownValues(facets)
        var question = Question(audience: audience, action: action)
        question.declaredLevel = level
        question.tags = contains.map { TagClaim($0, because: .declared) } + found.map { TagClaim($0, because: .found) }
        question.inspection = inspection
        question.bytes = size
        question.largestFileBytes = largest
        question.files = files
        question.network = network
        question.asker = asker
        question.facets = facets
        question.lyingOn = share
        return question
    }

    private static var tags: Shape<[TagID]> { .set(of: .reference(to: Tag.self), "tags", count: 1...Int.max) }
    private static var groups: Shape<[GroupID]> { .set(of: .reference(to: Group.self), "groups") }

    private static let asker: Shape<Asker> = .record(
        "asker", "Who asks.",
        .optional("account", .line, "The name of the account."),
        .optional("groups", groups, "The groups that the account belongs to; left out when nobody knows them.")
    ) { _, account, groups in Asker(account: account, groups: groups) }

    /// Audiences that have no name of their own.
    private enum Word: String, CaseIterable, Sendable {
        case `internal`, external, anyone, publish

        var member: AudienceMember {
            switch self {
            case .internal: .internal
            case .external: .external(nil)
            case .anyone: .anyone
            case .publish: .publish
            }
        }
    }

    private static let member = Shape<AudienceMember>(.anyOf([Shape.word(Word.self).schema, named.schema])) {
        node, reading throws(Unreadable) in
        if case .table = node.content { return try named.read(node, reading) }
        return try Shape.word(Word.self).read(node, reading).member
    }

    private static let named: Shape<AudienceMember> = .record(
        "part of the audience", "A group, a colleague or a person outside, by name.",
        .optional("group", .reference(to: Group.self), "A group of the inventory."),
        .optional("user", .line, "The account of a colleague."),
        .optional("groups", groups, "The groups of the colleague; left out when nobody knows them."),
        .optional("external", .line, "The address of a person outside."),
        rules: [.exactlyOne(of: ["group", "user", "external"]), ["dependentRequired": ["groups": ["user"]]]]
    ) { record, group, user, groups, external throws(Unreadable) in
        let key = try record.exactlyOne(of: ["group", "user", "external"])
        if key != "user" { try record.exclude(["groups"], because: "it is not a user") }
        if let group { return .group(group) }
        if let user { return .user(user, groups: groups) }
        return .external(external)
    }
}

extension Record {
    /// Tells answers that their facet does not accept.
    fileprivate func refuseUnknownValues(_ facets: [FacetID: String]) {
        for entry in self["facets"]?.entries ?? [] {
            guard let value = facets[FacetID(entry.key)],
                let facet = reading.draft.vocabulary?.facets.first(where: { $0.id.text == entry.key })
            else { continue }
            _ = reading.isChoice(
                value, of: facet.values, "value of the facet \(entry.key.quoted)", at: entry.value.place)
        }
    }
}
