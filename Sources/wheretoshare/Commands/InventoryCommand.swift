internal import ArgumentParser
internal import HostFacts
internal import InventoryFiles
internal import SharingPolicy
internal import StorageModel

/// `wheretoshare inventory …`: read, browse and start inventories.
struct InventoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory", abstract: "Check, browse and start inventories.",
        discussion: """
            EXAMPLES
              $ wheretoshare inventory check
              $ wheretoshare inventory matrix --format markdown

            \(ExitStatus.help)
            """,
        subcommands: [Check.self, Show.self, Matrix.self, Schema.self, Init.self])

    /// Reads everything and tells all problems at once.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Read the inventory and tell every problem, with its place and the way out.",
            discussion: """
                EXAMPLES
                  $ wheretoshare inventory check
                  $ wheretoshare inventory check --inventory ~/our-inventory --format json

                Overdue reviews are told, but they are no problem: status 0.

                \(ExitStatus.help)
                """)

        @Option(name: .long, help: "The form of the result.")
        var format: ResultFormat = .text

        @Option(
            name: .customLong("on-date"), help: ArgumentHelp("The day to judge reviews by.", valueName: "yyyy-mm-dd"))
        var onDate: String?

        @OptionGroup(title: "General") var common: CommonOptions

        struct Document: Codable {
            var schema = "wheretoshare.inventory-check/1"
            var folder: String
            @OrNull var institution: String? = nil
            @OrNull var revision: String? = nil
            var counts: [String: Int]
            var problems: [Problem]
            var overdue: [String]
            var assumed: Int
        }

        struct Problem: Codable {
            var file: String
            var line: Int
            var column: Int
            var code: String
            var message: String
            var accepted: String
            var suggestions: [String]
            var next: String
        }

        func run() throws {
            let world = World.current()
            let day = try world.day(onDate)
            let folder = try InventoryLocation.find(named: common.inventory, in: world)
            do {
                // Never from the cache: who checks wants the files read.
                let inventory = try InventoryReader.read(try InventoryFolder.load(at: folder))
                try common.refuseUnknownLanguage(inventory)
                let review = ReviewList(inventory, today: day)
                switch format {
                case .json:
                    try Output.result(
                        try JSON.encode(
                            Document(
                                folder: folder, institution: inventory.institution.id, revision: inventory.revision,
                                counts: inventory.counts, problems: [], overdue: review.overdue, assumed: review.assumed
                            )))
                case .text:
                    let counts = inventory.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
                    var lines = [
                        "\(inventory.institution.name): no problems in '\(folder.shownOnOneLine)' (revision \(inventory.revision))",
                        "  " + counts.joined(separator: ", "),
                        "  \(review.assumed) statements are assumed and wait to be confirmed",
                    ]
                    lines += review.overdue.map { "  review overdue: \($0)" }
                    try Output.result(lines.joined(separator: "\n"))
                }
            } catch let unusable as InventoryUnusable where format == .json {
                let problems = unusable.problems.map {
                    Problem(
                        file: $0.file, line: $0.line, column: $0.column, code: $0.code.rawValue, message: $0.message,
                        accepted: $0.accepted, suggestions: $0.suggestions, next: $0.next)
                }
                try Output.result(
                    try JSON.encode(Document(folder: folder, counts: [:], problems: problems, overdue: [], assumed: 0)))
                try ExitStatus.unusable.end()
            }
        }
    }

    /// Prints the JSON Schema of a kind of file.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema",
            abstract: "Print the JSON Schema of an inventory file, for editors.",
            discussion: """
                EXAMPLES
                  $ wheretoshare inventory schema groups > .schema/groups.json
                  $ wheretoshare inventory schema

                \(ExitStatus.help)
                """)

        @Argument(
            help: ArgumentHelp(
                "The kind of file: \(FileKind.allCases.map(\.rawValue).joined(separator: ", ")); all in one without it.",
                valueName: "kind"))
        var kind: FileKind?

        func run() throws {
            if let kind { return try Output.result(InventorySchema.document(for: kind)) }
            let schemas = FileKind.allCases.map { "\"\($0.rawValue)\": \(InventorySchema.document(for: $0))" }
            try Output.result("{\n" + schemas.joined(separator: ",\n") + "\n}")
        }
    }

    /// Starts an inventory for another institution.
    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Start an inventory for your institution: commented files that already answer.",
            discussion: """
                EXAMPLES
                  $ wheretoshare inventory init ~/our-inventory
                  $ wheretoshare --inventory ~/our-inventory --group example-group --size 1GB

                \(ExitStatus.help)
                """)

        @Argument(
            help: ArgumentHelp("The folder to make; it must be new or empty.", valueName: "dir"), completion: .directory
        )
        var folder: String

        func run() throws {
            guard !folder.isEmpty else {
                throw CommandProblem(
                    what: "the folder has no name", why: "it is empty", next: "name a new folder", status: .usage)
            }
            let root = HostPath(argument: folder)
            let files = InventoryStarter.files.sorted { $0.key < $1.key }
            try NewFolder.write(files.map { ($0.key, Array($0.value.utf8)) }, to: root)
            try Output.result(
                """
                An inventory is started in '\(root)': \(files.count) files.
                Next: change institution.yaml, then the rest; after each change: wheretoshare inventory check --inventory '\(root)'
                """)
        }
    }
}

extension Inventory {
    /// How many of each kind of thing there are.
    var counts: [String: Int] {
        [
            "systems": systems.count, "methods": systems.reduce(0) { $0 + $1.methods.count },
            "shares": systems.reduce(0) { $0 + $1.shares.count }, "groups": groups.count, "networks": networks.count,
            "rules": rules.count, "promises": invariants.count, "cases": cases.count, "languages": texts.count,
        ]
    }
}

/// Which statements of an inventory have to be looked at.
struct ReviewList {
    /// How many statements are assumed.
    let assumed: Int
    /// What is overdue, with the day it was due.
    let overdue: [String]

    init(_ inventory: Inventory, today: CalendarDate) {
        var statements: [(String, Provenance)] = []
        func add(_ name: String, _ provenance: Provenance) { statements.append((name, provenance)) }
        add("contact", inventory.institution.contact.provenance)
        for system in inventory.systems {
            add("\(system.id)", system.provenance)
            if let host = system.host { add("\(system.id): host", host.provenance) }
            if let service = system.service { add("\(system.id): service", service.provenance) }
            for share in system.shares {
                add("\(share.id)", share.provenance)
                add("\(share.id): name", share.name.provenance)
            }
            for method in system.methods {
                add("\(method.id)", method.provenance)
                for limit in [method.limits.totalBytes?.provenance, method.limits.fileBytes?.provenance] {
                    if let limit { add("\(method.id): limit", limit) }
                }
                if let limit = method.limits.files { add("\(method.id): limit", limit.provenance) }
                for (obligation, fact) in method.capabilities { add("\(method.id): \(obligation)", fact.provenance) }
            }
        }
        for tag in inventory.vocabulary.tags { add("tag \(tag.id)", tag.provenance) }
        for group in inventory.groups { add("group \(group.id)", group.provenance) }
        for network in inventory.networks {
            add("network \(network.id)", network.provenance)
            for fact in network.addresses { add("network \(network.id): \(fact.value)", fact.provenance) }
            if let gateway = network.gateway {
                add("network \(network.id): gateway", gateway.service.provenance)
                add("network \(network.id): gateway's host", gateway.host.provenance)
            }
            for fact in network.interfaces { add("network \(network.id): \(fact.value)", fact.provenance) }
        }
        for rule in inventory.rules { add("rule \(rule.id)", rule.provenance) }
        for invariant in inventory.invariants { add("promise \(invariant.id)", invariant.provenance) }
        assumed = statements.filter { $0.1.basis == .assumed }.count
        overdue = statements.filter { $0.1.isOverdue(on: today) }.map { "\($0.0) (since \($0.1.reviewBy))" }.sorted()
    }
}
