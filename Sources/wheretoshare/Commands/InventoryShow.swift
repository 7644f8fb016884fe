internal import ArgumentParser
internal import StorageModel

extension InventoryCommand {
    /// Lists what the inventory has, or one thing of it.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show systems, groups, networks, the vocabulary and rules, or one of them by name.",
            discussion: """
                EXAMPLES
                  $ wheretoshare inventory show
                  $ wheretoshare inventory show bioimaging

                \(ExitStatus.help)
                """)

        @Argument(
            help: ArgumentHelp("The id or alias of anything; everything without it.", valueName: "name"),
            completion: .custom { _, _, _ in
                Completions.groups() + Completions.systems() + Completions.methods() + Completions.rules()
            })
        var name: String?

        @Option(name: .long, help: "The form of the result.")
        var format: ResultFormat = .text

        @OptionGroup(title: "General") var common: CommonOptions

        func run() throws {
            let world = World.current()
            let inventory = try common.readInventory(world)
            let wording = common.wording(inventory, world)
            let catalogue = Catalogue(inventory, wording)
            let sections = try name.map { try catalogue.sections(naming: $0) } ?? catalogue.sections
            switch format {
            case .json: try Output.result(try JSON.encode(CatalogueDocument(inventory, sections)))
            case .text:
                var layout = TextLayout(
                    width: common.width(world.terminal), labels: ["      "], isColored: common.isColored(world.terminal)
                )
                for section in sections {
                    layout.gap()
                    layout.headline(section.title)
                    for entry in section.entries {
                        layout.block("\(entry.id)  \(entry.name)".trimmingEnd)
                        layout.items("", entry.lines.map { "\($0.key): \($0.value)" }, numbered: false)
                    }
                }
                try Output.result(layout.text)
            }
        }
    }
}

/// What `inventory show` prints: schema `wheretoshare.inventory/1`.
struct CatalogueDocument: Codable {
    var schema = "wheretoshare.inventory/1"
    var institution: String
    var revision: String
    /// By section, then id: the name and the facts.
    var sections: [String: [String: [String: String]]]

    init(_ inventory: Inventory, _ sections: [Catalogue.Section]) {
        institution = inventory.institution.id
        revision = inventory.revision
        self.sections = Dictionary(
            sections.map { section in
                let entries = section.entries.map { entry in
                    (
                        entry.id,
                        Dictionary(
                            entry.lines.map { ($0.key, $0.value) } + [("name", entry.name)],
                            uniquingKeysWith: { first, _ in first })
                    )
                }
                return (section.title, Dictionary(entries, uniquingKeysWith: { first, _ in first }))
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// Everything in an inventory, as lines for people.
struct Catalogue {
    struct Line {
        let key: String
        let value: String
    }

    struct Entry {
        let id: String
        let name: String
        let others: [String]
        let lines: [Line]
    }

    struct Section {
        let title: String
        var entries: [Entry]
    }

    let sections: [Section]

    init(_ inventory: Inventory, _ wording: Wording) {
        let texts = wording.texts
        func provenance(_ provenance: Provenance) -> Line {
            let place = provenance.paragraph.map { ", \($0)" } ?? ""
            return Line(
                key: "source",
                value: "\(provenance.basis.rawValue): \(provenance.source)\(place); review by \(provenance.reviewBy)")
        }
        func optional(_ key: String, _ value: String?) -> [Line] {
            value.flatMap { $0.isEmpty ? nil : Line(key: key, value: $0) }.map { [$0] } ?? []
        }
        let systems = inventory.systems.map { system in
            Entry(
                id: system.id.text, name: texts[.systems, system.id], others: system.hostAliases,
                lines: optional("host", system.host?.value) + optional("answers", system.service?.summary)
                    + optional("methods", system.methods.map(\.id.text).joined(separator: ", "))
                    + optional("shares", system.shares.map(\.id.text).joined(separator: ", "))
                    + optional("available from", system.availableFrom?.description)
                    + optional("retires on", system.retiresOn?.description) + [provenance(system.provenance)])
        }
        let methods = inventory.systems.flatMap(\.methods).map { method in
            Entry(
                id: method.id.text, name: texts[.methods, method.id], others: [],
                lines: [
                    Line(key: "reaches", value: method.reach.audience.map(\.rawValue).joined(separator: ", ")),
                    Line(key: "through", value: method.reach.through.rawValue),
                    Line(key: "actions", value: method.actions.map(\.rawValue).joined(separator: ", ")),
                ]
                    + optional(
                        "carries",
                        method.limits.totalBytes.map { "\(wording.size($0.value)) (\($0.provenance.basis.rawValue))" })
                    + optional(
                        "one file",
                        method.limits.fileBytes.map { "\(wording.size($0.value)) (\($0.provenance.basis.rawValue))" })
                    + optional(
                        "can",
                        method.capabilities.sorted { $0.key < $1.key }.filter { $0.value.value != .absent }
                            .map { "\($0.key) (\($0.value.value.rawValue))" }.joined(separator: ", "))
                    + [provenance(method.provenance)])
        }
        let shares = inventory.systems.flatMap { system in
            system.shares.map { share in
                Entry(
                    id: share.id.text, name: system.location(of: share, on: .linux) ?? "", others: [],
                    lines: optional(
                        "groups",
                        inventory.groups.filter { $0.shares.contains(share.id) }.map(\.id.text).joined(separator: ", "))
                        + [Line(key: "method", value: share.method.text), provenance(share.provenance)])
            }
        }
        let groups = inventory.groups.map { group in
            Entry(
                id: group.id.text, name: group.name, others: group.aliases,
                lines: [Line(key: "kind", value: texts[.groupKinds, group.kind])]
                    + optional("part of", group.partOf?.text)
                    + optional("shares", group.shares.map(\.text).joined(separator: ", "))
                    + optional("also called", group.aliases.joined(separator: ", ")) + [provenance(group.provenance)])
        }
        let networks = inventory.networks.map { network in
            Entry(
                id: network.id.text, name: texts[.networks, network.id], others: network.aliases,
                lines: optional("addresses", network.addresses.map(\.value.description).joined(separator: ", "))
                    + optional("interfaces", network.interfaces.map(\.value).joined(separator: ", "))
                    + optional("gateway", network.gateway.map { "\($0.host.value), \($0.service.summary)" })
                    + (network.isFallback ? [Line(key: "fallback", value: "yes")] : []) + [
                        provenance(network.provenance)
                    ])
        }
        let levels = inventory.vocabulary.levels.map {
            Entry(
                id: $0.id.text, name: texts[.levels, $0.id], others: $0.aliases,
                lines: optional("also called", $0.aliases.joined(separator: ", ")))
        }
        let tags = inventory.vocabulary.tags.map {
            Entry(
                id: $0.id.text, name: texts[.tags, $0.id], others: $0.aliases,
                lines: [Line(key: "at least", value: $0.level.text)]
                    + optional("also called", $0.aliases.joined(separator: ", ")) + [provenance($0.provenance)])
        }
        let rules = inventory.rules.map { rule in
            Entry(
                id: rule.id.text, name: texts[.rules, rule.id].replacingLineBreaks, others: [],
                lines: [Line(key: "effect", value: rule.effect.rawValue), provenance(rule.provenance)])
        }
        sections = [
            Section(title: "systems", entries: systems), Section(title: "methods", entries: methods),
            Section(title: "shares", entries: shares), Section(title: "groups", entries: groups),
            Section(title: "networks", entries: networks), Section(title: "levels", entries: levels),
            Section(title: "tags", entries: tags), Section(title: "rules", entries: rules),
        ]
    }

    /// The entries with this id or alias, by section.
    func sections(naming name: String) throws(CommandProblem) -> [Section] {
        let wanted = name.lowercased()
        let found = sections.compactMap { section -> Section? in
            let entries = section.entries.filter { ([$0.id] + $0.others).contains { $0.lowercased() == wanted } }
            return entries.isEmpty ? nil : Section(title: section.title, entries: entries)
        }
        guard found.isEmpty else { return found }
        let names = sections.flatMap(\.entries).map(\.id)
        let near = didYouMean(wanted, among: names)
        throw CommandProblem(
            what: "'\(name.shownOnOneLine)' is nothing in this inventory", why: "no id or alias is written like this",
            next: near.isEmpty
                ? "wheretoshare inventory show lists everything"
                : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
    }
}

extension Service {
    /// What it speaks and promises, on one line.
    fileprivate var summary: String {
        let promised = [
            promise.leastDialect.map { "SMB \($0) or newer" }, promise.requiresSigning == true ? "signed" : nil,
            promise.requiresEncryption ? "encrypted" : nil, promise.isInternalName ? "internal name" : nil,
        ]
        return (["\(kind.rawValue) on port \(effectivePort)"] + promised.compactMap(\.self)).joined(separator: ", ")
    }
}

extension String {
    fileprivate var replacingLineBreaks: String { String(map { $0.isNewline ? " " : $0 }) }

    fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
