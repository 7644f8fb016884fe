internal import ArgumentParser
internal import Glibc
internal import InventoryFiles

/// The program: commands parse, call one library function and render; they never decide.
@main
struct WhereToShare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wheretoshare",
        abstract: "Tell where people should share data, and how to do it safely.",
        discussion: """
            EXAMPLES
              $ wheretoshare --group bioimaging --file results/
              $ wheretoshare --external reviewer@example.org --file cv.pdf --contains personal

            Without a command, 'recommend' is meant; its options: wheretoshare recommend --help

            \(ExitStatus.help)
            """,
        version: ProgramVersion.release,
        subcommands: [Recommend.self, WhyNot.self, Explain.self, InventoryCommand.self, PolicyCommand.self],
        defaultSubcommand: Recommend.self)

    static func main() {
        // A reader that goes away is seen by the failing write instead.
        signal(SIGPIPE, SIG_IGN)
        do {
            let arguments = RequestOptions.spellingOutExternal(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let problem as CommandProblem {
            Output.remark(problem.description)
            exit(withError: ExitCode(problem.status.rawValue))
        } catch let unusable as InventoryUnusable {
            Output.remark(unusable.description)
            exit(withError: ExitCode(ExitStatus.unusable.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
