import StorageModel

/// `groups.yaml` and `groups/*.yaml`.
enum GroupsFile {
    static let shape: Shape<[Group]> = .record(
        "groups file", "Groups of people, with the shares they have.",
        .required("groups", .list(of: group, "groups"), "The groups.")
    ) { _, groups in groups }

    private static let group: Shape<Group> = .record(
        "group", "People who belong together: a research group, team, unit or division.",
        .required("id", .newID(of: Group.self), "Its name in this inventory."),
        .required("name", .line, "Its name, for people."),
        .required("kind", .reference(to: GroupKind.self), "What kind of group it is."),
        .optional(
            "part-of", .reference(to: Group.self),
            "The group that it is a part of; its members also have what that group has."),
        .optional(
            "shares", .set(of: .reference(to: Share.self), "shares"), otherwise: [],
            "The shares it has access to, as system/name, without those of the group it is part of."),
        .optional(
            "account-groups", .set(of: .line, "account groups"), otherwise: [],
            "The names of the account groups whose members belong to it."),
        .optional(
            "aliases", .list(of: .alias(.group), "aliases"), otherwise: [], "Other names that people use for it."),
        .provenance
    ) { record, id, name, kind, partOf, shares, accountGroups, aliases, provenance in
        if let partOf { record.reading.draft.parents[id] = (partOf, record.place(of: "part-of")) }
        return Group(
            id: id, name: name, kind: kind, partOf: partOf, shares: shares, accountGroups: accountGroups,
            aliases: aliases, provenance: provenance)
    }
}
