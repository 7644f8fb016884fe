import StorageModel

/// The ids and aliases that files declare, and those that they mention.
///
/// Mentions are looked up when everything has been read, so that the order of files does not matter.
struct Names {
    /// A mention of an id.
    struct Mention {
        var kind: NameKind
        /// The full id.
        var id: String
        /// The part that every candidate begins with and that is not written, such as `cloud/`; empty for full ids.
        var prefix: String
        var place: Place
    }

    private var declared: [NameKind: [String: Place]] = [:]
    /// Aliases in lower case, because people do not mind capitals.
    private var aliases: [NameKind: [(alias: String, place: Place)]] = [:]
    private var mentions: [Mention] = []
    /// Kinds of which some declaration could not be read.
    private var incomplete: Set<NameKind> = []

    /// Enters an id; the place of the first when it is taken.
    mutating func declare(_ id: String, _ kind: NameKind, at place: Place) -> Place? {
        if let first = declared[kind]?[id] { return kind.isShared ? nil : first }
        declared[kind, default: [:]][id] = place
        return nil
    }

    mutating func declareAlias(_ alias: String, _ kind: NameKind, at place: Place) {
        aliases[kind, default: []].append((alias, place))
    }

    mutating func mention(_ mention: Mention) {
        mentions.append(mention)
    }

    /// Remembers that some declarations of these kinds are unknown, so that nothing is said to be missing.
    mutating func miss(_ kinds: Set<NameKind>) {
        incomplete.formUnion(kinds)
    }

    /// Whether every declaration of these kinds was read.
    func areComplete(_ kinds: NameKind...) -> Bool {
        incomplete.isDisjoint(with: kinds)
    }

    /// All ids of a kind.
    func ids(_ kind: NameKind) -> Dictionary<String, Place>.Keys {
        declared[kind, default: [:]].keys
    }

    /// Where an id is declared.
    func place(of id: String, _ kind: NameKind) -> Place? {
        declared[kind]?[id]
    }

    /// The mentions of ids that nothing has.
    var dangling: [Mention] {
        mentions.filter { areComplete($0.kind) && declared[$0.kind]?[$0.id] == nil }
    }

    /// What is wrong with the aliases.
    func collisions() -> [(kind: NameKind, alias: String, place: Place, meaning: String, first: Place)] {
        var result: [(NameKind, String, Place, String, Place)] = []
        for kind in NameKind.allCases {
            var taken = Dictionary(
                declared[kind, default: [:]].map {
                    ($0.key.lowercased(), (meaning: "the id \($0.key.quoted)", $0.value))
                }
            ) { first, _ in first }
            for (alias, place) in aliases[kind, default: []] {
                let folded = alias.lowercased()
                if let (meaning, first) = taken[folded] {
                    result.append((kind, alias, place, meaning, first))
                } else {
                    taken[folded] = ("the alias \(alias.quoted)", place)
                }
            }
        }
        return result
    }
}
