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

            Without a command, 'recommend' is meant.

            \(ExitStatus.help)
            """,
        version: ProgramVersion.release,
        subcommands: CommandRouter.configuration.subcommands)

    @OptionGroup var options: RecommendOptions

    func run() throws { try options.answer() }

    static func main() {
        // A reader that goes away is seen by the failing write instead.
        signal(SIGPIPE, SIG_IGN)
        let arguments = RequestOptions.spellingOutExternal(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try CommandRouter.command(for: arguments)
            try command.run()
        } catch let problem as CommandProblem {
            Output.remark(problem.description)
            exit(withError: ExitCode(problem.status.rawValue))
        } catch let unusable as InventoryUnusable {
            Output.remark(unusable.description)
            exit(withError: ExitCode(ExitStatus.unusable.rawValue))
        } catch {
            CommandRouter.end(arguments, because: error)
        }
    }
}

/// Finds the command that arguments name.
///
/// The program has options of its own, so that help, man page and shells show them where people type them. The parser
/// would let it take options that follow a command's name, too; so a command that is named first is parsed without them,
/// and one that is named later is refused.
struct CommandRouter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wheretoshare", version: ProgramVersion.release,
        subcommands: [Recommend.self, WhyNot.self, Explain.self, InventoryCommand.self, PolicyCommand.self])

    private static let mostArguments = 4_000

    /// Whether the first argument is a command.
    private static func isNamed(in arguments: [String]) -> Bool {
        names.contains(arguments.first ?? "")
    }

    private static var names: [String] { configuration.subcommands.map { $0._commandName } }

    /// The command, ready to run.
    static func command(for arguments: [String]) throws -> any ParsableCommand {
        // The parser's time grows with the square of their number.
        guard arguments.count <= mostArguments else {
            throw CommandProblem(
                what: "there are \(arguments.count) arguments", why: "no more than \(mostArguments) are read",
                next: "name the folder instead of every file in it", status: .usage)
        }
        if isNamed(in: arguments) { return try parseAsRoot(arguments) }
        let command = try WhereToShare.parseAsRoot(arguments)
        let isOwn = command is WhereToShare
        // `help COMMAND` and the like are none of ours.
        guard !isOwn, arguments.first?.hasPrefix("-") == true, let name = names.first(where: { arguments.contains($0) })
        else { return command }
        throw CommandProblem(
            what: "the command '\(name)' has to come first", why: "options before it would not reach it",
            next: "write: wheretoshare \(name) …, and its options after it", status: .usage)
    }

    /// Ends the program with what the parser says is wrong.
    static func end(_ arguments: [String], because error: any Error) -> Never {
        isNamed(in: arguments) ? exit(withError: error) : WhereToShare.exit(withError: error)
    }
}
