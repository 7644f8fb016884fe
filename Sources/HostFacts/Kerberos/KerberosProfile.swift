/// The relations of a Kerberos configuration, in the order in which they were read (krb5.conf(5)).
struct KerberosProfile {
    /// What stands behind a name: a text, or relations in braces.
    enum Content {
        case text(String)
        case relations([Relation])
    }

    /// A name with what stands behind it.
    struct Relation {
        var name: String
        var content: Content
    }

    /// The sections, each with its relations; a name may come several times.
    private(set) var sections: [Relation] = []

    /// Adds sections that were read later; what was read first counts where only one thing can.
    mutating func add(_ more: [Relation]) { sections += more }

    /// All texts under a path such as `realms`, `EXAMPLE.ORG`, `kdc`.
    func texts(_ path: String...) -> [String] {
        relations(Array(path.dropLast())).compactMap { relation in
            if relation.name == path.last, case .text(let text) = relation.content { text } else { nil }
        }
    }

    /// All relations under a path.
    func relations(_ path: [String]) -> [Relation] {
        path.reduce(sections) { relations, name in
            relations.flatMap { relation -> [Relation] in
                if relation.name == name, case .relations(let below) = relation.content { below } else { [] }
            }
        }
    }

    /// The first text under a path that is a Boolean (MIT Kerberos, `profile_get_boolean`).
    func boolean(_ section: String, _ name: String) -> Bool? {
        guard let text = texts(section, name).first else { return nil }
        switch text.lowercased() {
        case "y", "yes", "true", "t", "1", "on": return true
        case "n", "no", "false", "nil", "0", "off": return false
        default: return nil
        }
    }
}
