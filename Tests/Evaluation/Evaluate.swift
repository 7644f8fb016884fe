import ArgumentParser

/// Tells in figures how good the detectors are; it has no opinion and is no test.
@main
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "What the detectors find in files, and documents of people who do not exist to try them on.",
        subcommands: [ScanCommand.self, InventCommand.self],
        defaultSubcommand: ScanCommand.self
    )
}
