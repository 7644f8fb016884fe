internal import ArgumentParser
internal import SharingPolicy
internal import StorageModel

/// `wheretoshare policy …`: test, prove, compare and query the rules.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Test, prove, compare and query the rules.",
        discussion: """
            EXAMPLES
              $ wheretoshare policy test --coverage
              $ wheretoshare policy verify

            \(ExitStatus.help)
            """,
        subcommands: [TestCases.self, Verify.self, Diff.self, Find.self])

    /// Asks every question.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Ask every question that means something, and check every promise.",
            discussion: """
                EXAMPLES
                  $ wheretoshare policy verify
                  $ wheretoshare policy verify --inventory ~/our-inventory --format json

                Checked are the inventory's own promises; that more sensitive content never opens a way or loosens a condition, nor a \
                more open audience a condition; that every question has an answer or a rule that says why not; that every rule \
                matters; that order does not; that the rules an answer names suffice for it; and that every condition has a step in \
                every language.

                \(ExitStatus.help)
                """)

        @Option(name: .long, help: "The form of the report.")
        var format: ResultFormat = .text

        @OptionGroup(title: "General") var common: CommonOptions

        func run() throws {
            let world = World.current()
            let inventory = try common.readInventory(world)
            let report = CompiledPolicy(inventory, today: world.today).verify()
            switch format {
            case .json: try Output.result(try JSON.encode(VerificationDocument(report, inventory)))
            case .text: try Output.result(VerificationDocument(report, inventory).text(common.verbose))
            }
            try (report.violations.isEmpty ? ExitStatus.well : .problem).end()
        }
    }

    /// Compares two inventories.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: "Tell what a changed policy newly allows, forbids, loosens or tightens.",
            discussion: """
                EXAMPLES
                  $ wheretoshare policy diff Inventory/ ~/changed-inventory
                  $ wheretoshare policy diff old new --fail-on newly-allowed,loosened

                \(ExitStatus.help)
                """)

        @Argument(help: ArgumentHelp("The inventory as it was.", valueName: "old"), completion: .directory)
        var old: String

        @Argument(help: ArgumentHelp("The inventory as it shall be.", valueName: "new"), completion: .directory)
        var new: String

        @Option(
            name: .customLong("fail-on"),
            help: ArgumentHelp(
                "End with status 1 on these changes: \(PolicyDifference.Change.allCases.map(\.rawValue).joined(separator: ", ")).",
                valueName: "changes"))
        var failOn: String?

        @Option(name: .long, help: "The form of the report.")
        var format: ResultFormat = .text

        @OptionGroup(title: "General") var common: CommonOptions

        func validate() throws {
            if common.inventory != nil {
                throw ValidationError("The two inventories are named without --inventory.")
            }
        }

        func run() throws {
            let failing = try (failOn ?? "").split(separator: ",").map { word throws -> PolicyDifference.Change in
                let name = String(word.filter { !$0.isWhitespace })
                if let change = PolicyDifference.Change(rawValue: name) { return change }
                throw CommandProblem(
                    what: "'\(name.shownOnOneLine)' is not a change to fail on",
                    why: "there are: \(PolicyDifference.Change.allCases.map(\.rawValue).joined(separator: ", "))",
                    next: "correct --fail-on", status: .usage)
            }
            let world = World.current()
            let before = CompiledPolicy(try InventoryLocation.read(old, in: world), today: world.today)
            let after = CompiledPolicy(try InventoryLocation.read(new, in: world), today: world.today)
            try common.refuseUnknownLanguage(after.inventory)
            let document = DifferenceDocument(
                after.differences(from: before), old: before.inventory.revision, new: after.inventory.revision)
            switch format {
            case .json: try Output.result(try JSON.encode(document))
            case .text: try Output.result(document.text)
            }
            let fails = document.changes.contains { change in failing.contains { $0.rawValue == change.change } }
            try (fails ? ExitStatus.problem : .well).end()
        }
    }

    /// Tells which questions have an answer of a kind.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find",
            abstract: "Tell which questions have a certain answer.",
            discussion: """
                EXAMPLES
                  $ wheretoshare policy find --method mail/external --is allowed
                  $ wheretoshare policy find --outcome ask

                \(ExitStatus.help)
                """)

        @Option(
            name: .long, help: ArgumentHelp("Questions about this method.", valueName: "method"),
            completion: .custom { _, _, _ in Completions.methods() })
        var method: String?

        @Option(
            name: .customLong("is"),
            help: ArgumentHelp(
                "What the method is; default: \(MethodStatus.recommended.rawValue).",
                valueName: "status"))
        var status: MethodStatus?

        @Option(
            name: .long,
            help: "Questions that end like this.")
        var outcome: Outcome?

        @Option(name: .long, help: "The form of the result.")
        var format: ResultFormat = .text

        @OptionGroup(title: "General") var common: CommonOptions

        func validate() throws {
            guard (method == nil) != (outcome == nil) else {
                throw ValidationError("Name either a method (--method, with --is) or an --outcome.")
            }
            if outcome != nil, status != nil {
                throw ValidationError("--is says what a method is; it does not go together with --outcome.")
            }
        }

        func run() throws {
            let world = World.current()
            let inventory = try common.readInventory(world)
            let policy = CompiledPolicy(inventory, today: world.today)
            let patterns: [FacetPattern]
            if let method {
                patterns = policy.questions(
                    inWhich: try NameTable<Method>(inventory).find(method), is: status ?? .recommended)
            } else {
                patterns = outcome.map { policy.questions(endingIn: $0) } ?? []
            }
            switch format {
            case .json: try Output.result(try JSON.encode(PatternDocument(patterns)))
            case .text:
                let count = patterns.reduce(0) { $0 + $1.questionCount }
                let lines = patterns.map { "- \(PatternDocument.Pattern($0).line)" }
                try Output.result((["\(count) questions" + (count == 0 ? "" : ":")] + lines).joined(separator: "\n"))
            }
            try (patterns.isEmpty ? ExitStatus.problem : .well).end()
        }
    }
}
