internal import ArgumentParser
internal import CheckHistory
internal import HostFacts
internal import StorageModel

/// The command `history`, which tells what checks found over time, or merges what others did.
struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Tell what changed, since when, and how often.",
        discussion: """
            EXAMPLES
              $ wheretoshare history
              $ wheretoshare history istsmb3/bioimaging --since 2026-10-01
              $ wheretoshare history import outside-1.sqlite

            Without 'import', 'show' is meant.

            \(ExitStatus.help)
            """,
        subcommands: [HistoryShow.self, HistoryImport.self], defaultSubcommand: HistoryShow.self)
}

/// The command `history show`.
struct HistoryShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tell what changed, since when, and how often.",
        discussion: """
            Tells what `check --record` recorded: what broke and recovered, how much of the time places could be used, what runs \
            full, what got slower, and from where a run is missing. With targets, each with its days and causes.

            EXAMPLES
              $ wheretoshare history
              $ wheretoshare history istsmb3/bioimaging --since 2026-10-01
              $ wheretoshare history --since 2026-01-01 --format csv > availability.csv

            EXIT STATUS
              0   everything is well by the last look
              1   something is not, or a run is missing
              2   the inventory or the input cannot be used
              3   there is no history, or it cannot be read
              64  the command line was not understood
            """)

    @Argument(
        help: ArgumentHelp("What to tell of; everything without it.", valueName: "target"),
        completion: .custom { _, _, _ in Completions.targets() })
    var targets: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "From when on: a day, or 'yesterday'; default: yesterday, with targets 30 days.", valueName: "day"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp("Only what was seen from there.", valueName: "name"))
    var vantage: String?

    @Option(name: .long, help: "The form of the result.")
    var format: HistoryFormat = .text

    @OptionGroup var place: HistoryPlace

    @OptionGroup(title: "General") var common: CommonOptions

    func run() throws {
        let world = World.current()
        let inventory = try common.readInventory(world)
        let begin = try DayArgument.begin(of: since, default: targets.isEmpty ? -1 : -30, world.today)
        let history = try place.open(world)
        let wanted = try wanted(history)
        try place.refuse(unknown: vantage, in: history)
        let view = try place.reading {
            () throws(HistoryError) in
            try HistoryView(
                history, targets: wanted, vantage: vantage, since: begin, now: .now,
                missingHours: inventory.checks.missingHours)
        }
        switch format {
        case .text:
            let report = HistoryReport(
                view: view, words: HistoryText(wording: common.wording(inventory, world)),
                width: common.width(world.terminal), isColored: common.isColored(world.terminal))
            try Output.result(report.text)
        case .json: try Output.result(try JSON.encode(HistoryDocument(view)))
        case .csv: try Output.result(HistoryDocument(view).table)
        }
        try view.exitStatus.end()
    }

    /// The places that are meant: a system stands for itself and all shares on it.
    private func wanted(_ history: HistoryFile) throws(CommandProblem) -> Set<String>? {
        guard !targets.isEmpty else { return nil }
        let known = try place.reading { () throws(HistoryError) in Set(try history.standings().map(\.target)) }
        var wanted: Set<String> = []
        for target in targets {
            let found = known.filter { $0 == target || $0.hasPrefix(target + "/") }
            guard !found.isEmpty else {
                let near = didYouMean(target, among: known.sorted())
                throw CommandProblem(
                    what: "nothing is recorded of '\(target.shownOnOneLine)'",
                    why: "no run in '\(history.path)' looked at a place of this name",
                    next: near.isEmpty
                        ? "wheretoshare history --format csv lists what there is"
                        : "did you mean \(near.prefix(3).map { "'\($0)'" }.joined(separator: " or "))?")
            }
            wanted.formUnion(found)
        }
        return wanted
    }
}

/// Where the history is that a command reads.
struct HistoryPlace: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The history; default: $STATE_DIRECTORY/history.sqlite, that of your account, or of the service.",
            valueName: "file"),
        completion: .file())
    var history: String?

    /// Opens it to read in.
    func open(_ world: World) throws(CommandProblem) -> HistoryFile {
        let path = HistoryLocation.forReading(named: history, in: world)
        return try reading { () throws(HistoryError) in
            try HistoryFile.openForReading(path ?? HistoryFile.fileName)
        }
    }

    /// Refuses a vantage that nothing came from, which is most likely misspelled.
    func refuse(unknown vantage: String?, in history: HistoryFile) throws(CommandProblem) {
        guard let vantage else { return }
        let known = try reading { () throws(HistoryError) in try history.vantages().map(\.vantage) }
        guard !known.contains(vantage) else { return }
        let near = didYouMean(vantage, among: known)
        let names = (near.isEmpty ? known : near).prefix(5).map { "'\($0.shownOnOneLine)'" }
        throw CommandProblem(
            what: "no run came from '\(vantage.shownOnOneLine)'", why: "'\(history.path)' has none of this vantage",
            next: near.isEmpty
                ? "it has runs from \(names.joined(separator: ", "))"
                : "did you mean \(names.joined(separator: " or "))?",
            status: .usage)
    }

    /// Runs what reads a history.
    func reading<Value>(_ body: () throws(HistoryError) -> Value) throws(CommandProblem) -> Value {
        do throws(HistoryError) {
            return try body()
        } catch {
            throw CommandProblem(error)
        }
    }
}

/// A day on the command line.
enum DayArgument {
    /// The beginning of a day by the local clock.
    /// - Parameters:
    ///   - text: A day, `yesterday` or `today`; nil for the default.
    ///   - days: How many days from today the default is.
    ///   - today: Today.
    /// - Returns: The moment at which it begins.
    /// - Throws: When the text is no day.
    static func begin(of text: String?, default days: Int, _ today: CalendarDate) throws(CommandProblem) -> Moment {
        let day: CalendarDate
        switch text {
        case nil: day = today.adding(days: days)
        case "yesterday": day = today.adding(days: -1)
        case "today": day = today
        case .some(let text):
            guard let named = CalendarDate(text) else {
                throw CommandProblem(
                    what: "'\(text.shownOnOneLine)' is not a day",
                    why: "a day is written like 2026-11-22 and must exist; 'yesterday' and 'today' are words for two",
                    next: "correct --since", status: .usage)
            }
            day = named
        }
        guard day <= today else {
            throw CommandProblem(
                what: "there is nothing from '\(day)' on", why: "it is after today, \(today)", next: "correct --since",
                status: .usage)
        }
        let start = Moment(day)
        return start.adding(seconds: -Int64(start.localSecondsFromUTC))
    }
}

/// The forms of a history.
enum HistoryFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}
