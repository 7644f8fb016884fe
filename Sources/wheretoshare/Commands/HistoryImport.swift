internal import ArgumentParser
internal import CheckHistory
internal import HostFacts
internal import StorageModel

/// The command `history import`, which merges what other vantages recorded.
struct HistoryImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Merge what was recorded elsewhere.",
        discussion: """
            A file is the history of another vantage, or what `check --format jsonl` printed there. What is known already changes \
            nothing, so that the same file can be imported every night.

            EXAMPLES
              $ wheretoshare history import outside-1.sqlite
              $ ssh outside-1 wheretoshare check --format jsonl > outside-1.jsonl; wheretoshare history import outside-1.jsonl

            EXIT STATUS
              0   everything is in the history
              2   a file cannot be used
              3   nothing can be recorded
              64  the command line was not understood
            """)

    @Argument(help: ArgumentHelp("What to merge.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The history; default: $STATE_DIRECTORY/history.sqlite, or that of your account.", valueName: "file"),
        completion: .file())
    var history: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func run() throws {
        let world = World.current()
        let inventory = try common.readInventory(world)
        let path = try HistoryLocation.find(named: history, in: world)
        let runs = try files.flatMap { try HistorySource(path: $0, inventory: inventory).runs() }
        let lock = try RecordingLock(path)
        if let problem = lock.problem { throw problem }
        let policy = inventory.checks
        let merging: HistoryFile.Merging
        do throws(HistoryError) {
            let opening = try HistoryFile.openForRecording(path, today: world.today)
            merging = try opening.history.merge(
                runs,
                retention: Retention(observationDays: policy.observationDays, summaryDays: policy.summaryDays))
        } catch {
            throw CommandProblem(error)
        }
        withExtendedLifetime(lock) {}
        let words = HistoryText(wording: common.wording(inventory, world))
        let late =
            merging.late > 0
            ? words.wording.say(", \(merging.late) of them late", ", davon \(merging.late) verspätet") : ""
        try Output.result(
            words.wording.say(
                "\(merging.new) new \(merging.new == 1 ? "run" : "runs")\(late), \(merging.known) known",
                merging.new == 1
                    ? "1 neuer Lauf\(late), \(merging.known) bekannte"
                    : "\(merging.new) neue Läufe\(late), \(merging.known) bekannte"))
    }
}
