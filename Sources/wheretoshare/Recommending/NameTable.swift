internal import StorageModel

/// Finds what people name, by id, alias or (for groups) full name, whatever the case of the letters.
struct NameTable<Subject> {
    private let kind: String
    private let ids: [String: Identifier<Subject>]
    private let names: [String]

    /// A table for one kind of thing; the kind is the word for it in error messages, such as `group`.
    init(_ kind: String, _ entries: [(id: Identifier<Subject>, others: [String])]) {
        self.kind = kind
        var ids: [String: Identifier<Subject>] = [:]
        for (id, others) in entries {
            for name in others { ids[name.lowercased()] = id }
        }
        // An id wins over another entry's alias.
        for (id, _) in entries { ids[id.text.lowercased()] = id }
        self.ids = ids
        names = entries.map(\.id.text)
    }

    /// The id that a name stands for.
    ///
    /// - Throws: A problem that tells what is near, or what there is.
    func find(_ name: String) throws(CommandProblem) -> Identifier<Subject> {
        if let id = ids[name.lowercased()] { return id }
        let word = name.lowercased()
        var near: [String] = []
        let alike = didYouMean(word, among: ids.keys.sorted())
        // Who types a part of a name means it.
        let longer = word.count < 3 ? [] : ids.keys.sorted().filter { $0.contains(word) }
        for id in (alike.isEmpty ? longer : alike).compactMap({ ids[$0]?.text }) where !near.contains(id) {
            near.append(id)
        }
        let next =
            if let first = near.first {
                "did you mean '\(first)'?" + (near.count > 1 ? " Or: \(near.dropFirst().joined(separator: ", "))" : "")
            } else if names.count <= 20 {
                "the inventory has: \(names.sorted().joined(separator: ", "))"
            } else {
                "wheretoshare inventory show lists all \(names.count)"
            }
        throw CommandProblem(
            what: "'\(name.shownOnOneLine)' is not a \(kind) of this inventory",
            why: "no id, alias or name of a \(kind) is written like this", next: next)
    }
}

extension NameTable where Subject == Group {
    init(_ inventory: Inventory) {
        self.init("group", inventory.groups.map { ($0.id, $0.aliases + [$0.name]) })
    }
}

extension NameTable where Subject == Level {
    init(_ inventory: Inventory) {
        self.init(
            "level",
            inventory.vocabulary.levels.map { level in
                (level.id, level.aliases + inventory.texts.map { $0[.levels, level.id] })
            })
    }
}

extension NameTable where Subject == Tag {
    init(_ inventory: Inventory) {
        self.init(
            "tag",
            inventory.vocabulary.tags.filter { !$0.standsForUnknown }.map { tag in
                (tag.id, tag.aliases + inventory.texts.map { $0[.tags, tag.id] })
            })
    }
}

extension NameTable where Subject == Network {
    init(_ inventory: Inventory) {
        self.init(
            "network",
            inventory.networks.map { network in
                (network.id, network.aliases + inventory.texts.map { $0[.networks, network.id] })
            })
    }
}

extension NameTable where Subject == Method {
    init(_ inventory: Inventory) {
        self.init("method", inventory.systems.flatMap(\.methods).map { ($0.id, []) })
    }
}
