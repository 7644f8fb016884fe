internal import ArgumentParser
internal import Glibc
internal import HostFacts
internal import InventoryFiles
internal import StorageModel

/// The program: commands parse, call one library function and render; they never decide.
@main
struct WhereToShare: AsyncParsableCommand {
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

    func run() async throws { try await options.answer() }

    static func main() async {
        // A reader that goes away and a file that may not grow are seen by the failing write instead.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // The runtime tells syslog of each thread whose priority it may not raise, as nobody but root may; it is no news.
        _ = unsafe setenv("LIBDISPATCH_LOG", "NO", 0)
        Output.fillClosedDescriptors()
        let arguments = RequestOptions.spellingOutExternal(ProgramArguments.current())
        do {
            var command = try CommandRouter.command(for: arguments)
            if var slow = command as? any AsyncParsableCommand {
                try await slow.run()
            } else {
                try command.run()
            }
        } catch {
            Glibc.exit(CommandRouter.status(afterTelling: error, about: arguments))
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
        subcommands: [
            Recommend.self, WhyNot.self, Explain.self, Scan.self, Check.self, History.self, Report.self, Mounts.self,
            Diagnose.self, InventoryCommand.self, PolicyCommand.self, AskPlace.self, AskAccount.self,
        ])

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
        let command = try parsed(arguments)
        try RepeatedOptions.refuse(in: arguments, of: command)
        if isNamed(in: arguments) { return command }
        let isOwn = command is WhereToShare
        // `help COMMAND` and the like are none of ours.
        guard !isOwn, arguments.first?.hasPrefix("-") == true, let name = names.first(where: { arguments.contains($0) })
        else { return command }
        throw CommandProblem(
            what: "the command '\(name)' has to come first", why: "options before it would not reach it",
            next: "write: wheretoshare \(name) …, and its options after it", status: .usage)
    }

    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        func parse(_ arguments: [String]) throws -> any ParsableCommand {
            isNamed(in: arguments) ? try parseAsRoot(arguments) : try WhereToShare.parseAsRoot(arguments)
        }
        do {
            return try parse(arguments)
        } catch {
            // The parser repeats arguments in its messages, where they must not command the terminal.
            let harmless = arguments.map(\.shownOnOneLine)
            if harmless != arguments { _ = try parse(harmless) }
            throw error
        }
    }

    /// The status to end with, after saying what is wrong; help is a result and goes where results go.
    static func status(afterTelling error: any Error, about arguments: [String]) -> Int32 {
        switch error {
        case let problem as CommandProblem:
            Output.remark(problem.description, .error)
            return plugin(of: arguments, couldNot: "\(problem.what): \(problem.why)") ?? problem.status.rawValue
        case let unusable as InventoryUnusable:
            Output.remark(unusable.description, .error)
            let last = unusable.description.split(separator: "\n").last ?? ""
            return plugin(of: arguments, couldNot: String(last)) ?? ExitStatus.unusable.rawValue
        case let explained as any ExplainedError:
            return status(afterTelling: CommandProblem(explained), about: arguments)
        default:
            break
        }
        let isNamed = isNamed(in: arguments)
        let text = isNamed ? fullMessage(for: error) : WhereToShare.fullMessage(for: error)
        let code = isNamed ? exitCode(for: error) : WhereToShare.exitCode(for: error)
        guard !text.isEmpty else { return code.rawValue }
        guard code.isSuccess else {
            Output.remark(text, .error)
            let first = text.split(separator: "\n").first ?? ""
            return plugin(of: arguments, couldNot: String(first)) ?? code.rawValue
        }
        do {
            try Output.result(text)
            return code.rawValue
        } catch {
            return status(afterTelling: error, about: arguments)
        }
    }

    /// The status of a plugin that could not do its job, after saying so where Nagios looks; nil when none was asked for.
    ///
    /// Nagios takes status 2 for a place that is down, and does not read standard error.
    private static func plugin(of arguments: [String], couldNot why: String) -> Int32? {
        guard isNamed(in: arguments), NagiosText.isAskedFor(by: arguments) else { return nil }
        try? Output.result(NagiosText.unknown(why))
        return 3
    }
}
