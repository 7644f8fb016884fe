import StorageModel

/// The vocabulary of `institution.yaml`.
enum VocabularyShapes {
    static let vocabulary: Shape<Vocabulary> = .record(
        "vocabulary", "The words that questions and rules are made of.",
        .required(
            "levels", .list(of: level, "levels", count: 2...12), "Levels of sensitivity, the least sensitive first."),
        .required(
            "tags", .list(of: tag, "tags", count: 1...32), "What data can contain, each with the level it has at least."
        ),
        .required(
            "group-kinds", .set(of: .newID(of: GroupKind.self), "kinds of group", count: 1...Int.max),
            "Kinds of groups, such as research-group or division."),
        .optional(
            "facets", .list(of: facet, "facets"), otherwise: [],
            "Questions of the institution's own, such as the kind of device."),
        .required("obligations", .list(of: obligation, "obligations"), "What an answer can demand of people.")
    ) { record, levels, tags, kinds, facets, obligations in
        let vocabulary = Vocabulary(
            levels: levels, tags: tags, groupKinds: kinds.map { GroupKind(id: $0) }, facets: facets,
            obligations: obligations)
        record.reading.draft.vocabulary = vocabulary
        record.refuseUnknownTags(vocabulary)
        return vocabulary
    }

    private static let level: Shape<Level> = .record(
        "level", "A step on the scale of sensitivity.",
        .required("id", .newID(of: Level.self), "Its name."),
        .optional("aliases", .list(of: .alias(.level), "aliases"), otherwise: [], "Other names that people use for it.")
    ) { _, id, aliases in Level(id: id, aliases: aliases) }

    private static let tag: Shape<Tag> = .record(
        "tag", "Something that data can contain and that decides how sensitive they are.",
        .required("id", .newID(of: Tag.self), "Its name."),
        .required("level", .reference(to: Level.self), "The level that data with this tag have at least."),
        .optional("aliases", .list(of: .alias(.tag), "aliases"), otherwise: [], "Other names that people use for it."),
        .optional(
            "found-as", .set(of: .id, "tags of detectors", count: 1...32), otherwise: [],
            "What detectors call it, where that is not its own name, such as personal or financial."),
        .optional(
            "stands-for-unknown", .truth, otherwise: false,
            "Whether it stands for content that nobody looked at; exactly one tag does, with the strictest level."),
        .provenance
    ) { record, id, level, aliases, foundAs, standsForUnknown, provenance in
        for (kind, node) in zip(foundAs, record["found-as"]?.elements ?? []) {
            record.reading.claim(
                "the content \(kind.quoted)", at: node.place, next: "let one tag alone stand for it")
        }
        return Tag(
            id: id, level: level, aliases: aliases, foundAs: foundAs.map { TagID($0) },
            standsForUnknown: standsForUnknown, provenance: provenance)
    }

    private static let facet: Shape<Facet> = .record(
        "facet", "A question of the institution's own, and the answers to it.",
        .required("id", .newID(of: Facet.self), "Its name."),
        .required("values", .set(of: .id, "values", count: 2...16), "The answers it accepts."),
        .required("if-unknown", .id, "The answer that is assumed when nobody gave one; take the strictest.")
    ) { record, id, values, ifUnknown throws(Unreadable) in
        guard
            record.reading.isChoice(
                ifUnknown, of: values, "value of the facet \(id.text.quoted)", at: record.place(of: "if-unknown"))
        else { throw Unreadable() }
        return Facet(id: id, values: values, ifUnknown: ifUnknown)
    }

    /// How demands of an obligation are joined, as it is written.
    enum KindWord: String, CaseIterable, Sendable {
        case flag
        case atMost = "at-most"
        case atLeast = "at-least"
        case oneOf = "one-of"
    }

    private static let obligation: Shape<Obligation> = .record(
        "obligation", "Something that an answer demands of people, such as a password or an expiry.",
        .required("id", .newID(of: Obligation.self), "Its name."),
        .required(
            "kind", .word(KindWord.self),
            "How two demands become one: flag: it holds; at-most: the smaller; at-least: the greater; one-of: what both accept."
        ),
        .optional("unit", .form(.unit), "What the number counts, such as days; for at-most and at-least alone."),
        .optional("choices", .set(of: .id, "choices", count: 2...16), "What may be chosen; for one-of alone."),
        .optional("prerequisite", prerequisite, "Set when it is a condition of access rather than an act of sharing."),
        rules: [
            .when("kind", isOneOf: ["flag"], exclude: ["unit", "choices"]),
            .when("kind", isOneOf: ["at-most", "at-least"], require: ["unit"], exclude: ["choices"]),
            .when("kind", isOneOf: ["one-of"], require: ["choices"], exclude: ["unit"]),
        ]
    ) { record, id, word, unit, choices, prerequisite throws(Unreadable) in
        let kind = try kind(word, unit: unit, choices: choices, in: record)
        record.reading.draft.obligationKinds[id] = kind
        // The answer shows this step where a prerequisite is not met, so that cases may expect it.
        if prerequisite != nil { _ = record.reading.names.declare("need-\(id)", .step, at: record.place) }
        return Obligation(id: id, kind: kind, prerequisite: prerequisite)
    }

    @Sendable private static func kind(
        _ word: KindWord, unit: String?, choices: [String]?, in record: Record
    ) throws(Unreadable) -> Obligation.Kind {
        let reason = "the kind is \(word.rawValue)"
        try record.demand(word == .oneOf ? ["choices"] : word == .flag ? [] : ["unit"], because: reason)
        try record.exclude(
            word == .oneOf ? ["unit"] : word == .flag ? ["unit", "choices"] : ["choices"], because: reason)
        return switch word {
        case .flag: .flag
        case .atMost: .atMost(unit: unit ?? "")
        case .atLeast: .atLeast(unit: unit ?? "")
        case .oneOf: .oneOf(choices ?? [])
        }
    }

    private enum Witness: String, CaseIterable, Sendable {
        case account
    }

    private static let prerequisite: Shape<Prerequisite> = .record(
        "prerequisite", "What sender or recipients need before a place is open to them.",
        .required("parties", .set(of: .word(Party.self), "parties", count: 1...2), "Who needs it."),
        .optional("met-by", .word(Witness.self), "Met by having an account of the institution."),
        .optional(
            "met-on", .set(of: .reference(to: Network.self), "networks", count: 1...Int.max),
            "Met on these networks."),
        rules: [.exactlyOne(of: ["met-by", "met-on"])]
    ) { record, parties, _, networks throws(Unreadable) in
        _ = try record.exactlyOne(of: ["met-by", "met-on"])
        return Prerequisite(parties: parties, witness: networks.map { .networks($0) } ?? .account)
    }
}

extension Record {
    /// Tells keys that are missing because of the value of another.
    func demand(_ keys: [String], because reason: String) throws(Unreadable) {
        for key in keys where self[key] == nil {
            reading.tell(
                .keyCombination, at: place, "the key \(key.quoted) is missing",
                accepted: "\(name.withArticle) needs it when \(reason)", next: "add '\(key): …'")
            throw Unreadable()
        }
    }

    /// Tells keys that mean nothing because of the value of another.
    func exclude(_ keys: [String], because reason: String) throws(Unreadable) {
        let there = present(keys)
        for key in there {
            reading.tell(
                .keyCombination, at: keyPlace(key), "the key \(key.quoted) means nothing here",
                accepted: "\(name.withArticle) has no such key when \(reason)", next: "remove it")
        }
        guard there.isEmpty else { throw Unreadable() }
    }

    /// Tells unless exactly one tag stands for unknown content, and it has the strictest level.
    fileprivate func refuseUnknownTags(_ vocabulary: Vocabulary) {
        guard let strictest = reading.draft.allLevels(reading.names)?.last, reading.names.areComplete(.tag),
            vocabulary.tags.count == reading.names.ids(.tag).count
        else { return }
        let accepted = "exactly one tag has 'stands-for-unknown: true', and the strictest level, \(strictest)"
        let nodes = self["tags"]?.elements ?? []
        let chosen = zip(vocabulary.tags, nodes).filter(\.0.standsForUnknown)
        if chosen.isEmpty {
            reading.tell(
                .unknownTag, at: place(of: "tags"), "no tag stands for content that nobody looked at",
                accepted: accepted,
                next: "add 'stands-for-unknown: true' to one with the level \(strictest)")
        }
        for (tag, node) in chosen.dropFirst() {
            reading.tell(
                .unknownTag, at: node["stands-for-unknown"]?.place ?? node.place,
                "the tag \(tag.id.text.quoted) is the second that stands for unknown content", accepted: accepted,
                next: "remove the line from all but one")
        }
        for (tag, node) in chosen.prefix(1) where tag.level != strictest {
            reading.tell(
                .unknownTag, at: node["level"]?.place ?? node.place,
                "the tag \(tag.id.text.quoted) stands for unknown content, but its level is \(tag.level)",
                accepted: accepted,
                next: "write 'level: \(strictest)'")
        }
    }
}

extension Reading {
    /// Tells a word that is not among the choices.
    func isChoice(_ word: String, of choices: [String], _ what: String, at place: Place) -> Bool {
        guard !choices.contains(word) else { return true }
        let suggestions = suggestions(for: word, among: choices)
        tell(
            .unknownChoice, at: place, "\(word.quoted) is not a \(what)",
            accepted: choices.isEmpty ? "there is none" : "there are \(choices.listing)",
            suggestions: suggestions,
            next: suggestions.isEmpty ? "write one of them" : "write \(suggestions.map(\.quoted).alternatives)")
        return false
    }
}

extension YAMLNode {
    /// The elements of a list; none of anything else.
    var elements: [YAMLNode] {
        guard case .list(let elements) = content else { return [] }
        return elements
    }

    /// The entries of a table; none of anything else.
    var entries: [YAMLEntry] {
        guard case .table(let entries) = content else { return [] }
        return entries
    }

    /// The value of a key of a table.
    subscript(key: String) -> YAMLNode? {
        entries.first { $0.key == key }?.value
    }
}
