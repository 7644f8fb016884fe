internal import ArgumentParser
internal import HostFacts
internal import InventoryFiles
internal import StorageModel

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The inventory's folder; default: $WHERETOSHARE_INVENTORY, ./Inventory, the installed one.",
            valueName: "dir"),
        completion: .directory)
    var inventory: String?

    @Option(name: .long, help: "When to use colours.")
    var color: ColorChoice = .auto

    @Option(
        name: .long,
        help: ArgumentHelp("The language, such as en or de; default: that of your locale.", valueName: "code"))
    var lang: String?

    @Flag(name: .shortAndLong, help: "Say more about what is done.")
    var verbose = false

    /// Reads the inventory that the options name.
    func readInventory(_ world: World) throws -> Inventory {
        let folder = try InventoryLocation.find(named: inventory, in: world)
        if verbose { Output.remark("inventory: \(folder)") }
        let inventory = try InventoryLocation.read(folder, in: world)
        try refuseUnknownLanguage(inventory)
        return inventory
    }

    /// Refuses a language that the inventory has no texts in, also where a command says nothing in it.
    func refuseUnknownLanguage(_ inventory: Inventory) throws(CommandProblem) {
        let spoken = inventory.institution.languages
        guard let lang, !spoken.contains(where: { $0.code == lang.lowercased() }) else { return }
        throw CommandProblem(
            what: "'\(lang.shownOnOneLine)' is not a language of this inventory",
            why: "its texts are given in: \(spoken.map(\.code).joined(separator: ", "))",
            next: "use one of them with --lang")
    }

    /// The program's and the institution's words in the language that was asked for, else the locale's, else the first.
    func wording(_ inventory: Inventory, _ world: World) -> Wording {
        let spoken = inventory.institution.languages
        let wanted = lang?.lowercased() ?? world.terminal.language
        return Wording(inventory, language: spoken.first { $0.code == wanted } ?? spoken.first ?? "en")
    }

    /// Whether the result is coloured.
    func isColored(_ terminal: TerminalFacts) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: terminal.outputIsTerminal && !terminal.colorIsUnwanted
        }
    }

    /// The columns that a line may take.
    func width(_ terminal: TerminalFacts) -> Int { terminal.width ?? 88 }
}

/// When to use colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// The forms of a result that every command gives.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
