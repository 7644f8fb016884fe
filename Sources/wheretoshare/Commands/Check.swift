internal import ArgumentParser
internal import Diagnosis
internal import HostFacts
internal import Probing
internal import StorageModel

/// The command `check`, which looks whether everything is reachable and usable.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check whether places are reachable and usable, and name what is wrong.",
        discussion: """
            A target is a system, system/share, group:NAME for all shares of a group, or gateway:NETWORK for the way into a \
            network; without one, everything in the inventory is checked. Without --credentials nobody signs in, and \
            servers are checked up to the greeting.

            EXAMPLES
              $ wheretoshare check
              $ wheretoshare check istsmb3/bioimaging --credentials ~/.wheretoshare-credentials
              $ wheretoshare check --record --jitter 60 --credentials /etc/wheretoshare/check.keytab
              $ wheretoshare check --credentials /etc/wheretoshare/check.keytab --format prometheus \
            --output /var/lib/prometheus/node-exporter/wheretoshare.prom

            EXIT STATUS
              0   everything is healthy
              1   something is not
              2   the inventory, the credentials or the input cannot be used
              3   nothing is known to be broken, but something could not be checked
              64  the command line was not understood
            With --format nagios: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
            """)

    @Argument(
        help: ArgumentHelp("What to check; everything without it.", valueName: "target"),
        completion: .custom { _, _, _ in Completions.targets() })
    var targets: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Sign in with this: a file with username=, password= and domain=, a Kerberos ticket cache or a keytab.",
            valueName: "file"),
        completion: .file())
    var credentials: String?

    @Option(name: .long, help: ArgumentHelp("How long one place may take, in seconds.", valueName: "s"))
    var deadline: Double = 20

    @Option(name: .long, help: ArgumentHelp("How many shares are visited at the same time.", valueName: "n"))
    var parallel: Int = 8

    @Option(
        name: .customLong("only-stage"),
        help: ArgumentHelp("Check only this step and those it depends on; repeatable.", valueName: "step"))
    var onlyStage: [Stage] = []

    @Flag(name: .long, help: "Also write, read again and delete a file where the inventory allows it.")
    var write = false

    @Option(
        name: .long, help: ArgumentHelp("What to call this computer; default: its host name.", valueName: "name"))
    var vantage: String?

    @Option(name: .long, help: "The form of the result.")
    var format: CheckFormat = .text

    @Option(
        name: .long,
        help: ArgumentHelp("Write the result to this file, which is replaced in one step.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "Put the run into the history, after looking again at what does not work; one run at a time."))
    var record = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --record: wait up to so many seconds, at random, before the run.", valueName: "s"))
    var jitter: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The history; default: $STATE_DIRECTORY/history.sqlite, or that of your account.", valueName: "file"),
        completion: .file())
    var history: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        guard deadline.isFinite, (0.1...3_600).contains(deadline) else {
            throw ValidationError("--deadline takes seconds from 0.1 to 3600.")
        }
        guard (1...64).contains(parallel) else { throw ValidationError("--parallel takes a number from 1 to 64.") }
        if credentials == nil, let stage = onlyStage.first(where: { $0 >= .auth }) {
            throw ValidationError(
                "--only-stage \(stage.rawValue) needs --credentials, because somebody has to sign in.")
        }
        if let vantage, vantage.isEmpty { throw ValidationError("--vantage takes a name that is not empty.") }
        if !record, jitter != nil || history != nil {
            throw ValidationError("\(jitter != nil ? "--jitter" : "--history") goes together with --record.")
        }
        guard (0...3_600).contains(jitter ?? 0) else {
            throw ValidationError("--jitter takes seconds from 0 to 3600.")
        }
        if write, credentials == nil {
            throw ValidationError("--write needs --credentials, because somebody has to sign in.")
        }
    }

    func run() async throws {
        if credentials != nil { OwnMemory.hide() }
        let world = World.current()
        let inventory = try common.readInventory(world)
        let words = CheckWording(wording: common.wording(inventory, world))
        let result = try output.map(ResultFile.init)
        let run = try checkRun(of: inventory, world)
        if record { return try await recordedRun(run, of: inventory, words, result, world) }
        var report = try await run.report(
            institution: inventory.institution.id, progress: CheckProgress(world.terminal, total: run.targets.count))
        report.markWhatNeedsVPN(inventory)
        try ReportPrinting(report: report, words: words, format: format)
            .end(common: common, terminal: world.terminal, result: result)
    }

    /// A run that goes into the history.
    ///
    /// That it cannot is told after its result, and hides nothing of it.
    private func recordedRun(
        _ run: CheckRun, of inventory: Inventory, _ words: CheckWording, _ result: ResultFile?, _ world: World
    ) async throws {
        let path = try HistoryLocation.find(named: history, in: world)
        let record = CheckRecord(path: path, inventory: inventory, wording: words.wording, today: world.today)
        let lock = try RecordingLock(path)
        let wait = jitter ?? inventory.checks.jitterSeconds
        if wait > 0 { try await Task.sleep(for: .milliseconds(Int.random(in: 0...wait * 1_000))) }
        let begun = Moment.now
        let looked = try await run.looked(institution: inventory.institution.id, policy: inventory.checks) { count in
            CheckProgress(world.terminal, total: count)
        }
        let problem = lock.problem ?? record.record(looked, begunAt: begun)
        var report = looked.report
        report.markWhatNeedsVPN(inventory)
        try ReportPrinting(report: report, words: words, format: format)
            .end(common: common, terminal: world.terminal, result: result, unless: problem)
        withExtendedLifetime(lock) {}
    }

    /// The run that was asked for.
    private func checkRun(of inventory: Inventory, _ world: World) throws -> CheckRun {
        let plan = CheckPlan(
            signsIn: credentials != nil, writes: write, only: onlyStage.isEmpty ? nil : Set(onlyStage))
        let network = NetworkDetection(inventory).network(of: world.addresses())
        let list = CheckTargets(inventory, plan, today: world.today, seenFrom: network)
        let targets = targets.isEmpty ? list.all : try list.named(targets)
        guard !targets.isEmpty else {
            throw CommandProblem(
                what: "there is nothing to check", why: "no system or network of this inventory says how it answers",
                next: "add 'service:' to a system; wheretoshare inventory schema systems tells its keys")
        }
        return CheckRun(
            targets: targets, signIn: try credentials.map(SignInFile.forCommand),
            deadline: .seconds(deadline), parallel: parallel,
            vantage: Vantage(name: vantage ?? HostName.current, network: network))
    }
}

extension SignInFile {
    /// Reads a file that was named on the command line.
    static func forCommand(_ path: String) throws(CommandProblem) -> SignIn {
        do {
            return try read(path)
        } catch {
            throw CommandProblem(what: error.what, why: error.explanation, next: error.next)
        }
    }
}

/// The forms of what `check` finds.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, nagios, prometheus, junit
}
