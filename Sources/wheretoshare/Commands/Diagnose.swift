internal import ArgumentParser
internal import Diagnosis
internal import HostFacts
internal import Probing
internal import StorageModel

/// The command `diagnose`, which says why a person cannot reach a place from here.
struct Diagnose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Say why a place cannot be reached from here: one cause, who acts, what to do.",
        discussion: """
            A target is a system, system/share, or gateway:NETWORK; also what a computer shows, such as \
            '\\\\server\\share', smb://server/share, or the folder of a mount. Looks at the place, at others as witnesses and \
            at this computer. Without --credentials your own Kerberos ticket is used, when there is one; nobody is asked \
            for a password. For somebody else's computer, --script prints what they paste there, and --from-script \
            reads what it printed, or the error that they were shown.

            EXAMPLES
              $ wheretoshare diagnose istsmb3/bioimaging
              $ wheretoshare diagnose istsmb3/bioimaging --as anna --ticket --lang de
              $ wheretoshare diagnose istsmb3/bioimaging --script windows
              $ wheretoshare diagnose --from-script mail.txt

            EXIT STATUS
              0   the place works, or the person is turned away as the inventory wants it
              1   something is wrong
              2   the inventory, the credentials or the input cannot be used
              3   nothing is known to be wrong, but not everything could be tried
              64  the command line was not understood
            """)

    @Argument(
        help: ArgumentHelp("The place that cannot be reached.", valueName: "target"),
        completion: .custom { _, _, _ in Completions.targets() })
    var target: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Print a script that looks from somebody else's computer.", valueName: "system"))
    var script: ScriptSystem?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Diagnose from what the script printed or an error that was shown; - reads it from standard input.",
            valueName: "file"),
        completion: .file())
    var fromScript: String?

    @Option(
        name: .customLong("as"), help: ArgumentHelp("The account in question; default: your own.", valueName: "user"))
    var person: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Sign in with this: a file with username=, password= and domain=, a Kerberos ticket cache or a keytab.",
            valueName: "file"),
        completion: .file())
    var credentials: String?

    @Flag(name: .long, help: "Sign in with nothing, not even your own Kerberos ticket.")
    var noSignIn = false

    @Flag(name: .long, help: "Also write, read again and delete a file where the inventory allows it.")
    var write = false

    @Flag(name: .long, help: "Tell everything: each step, what was ruled out and by what, and this computer's facts.")
    var explain = false

    @Flag(name: .long, help: "Print the text of a ticket, in Markdown.")
    var ticket = false

    @Option(name: .long, help: ArgumentHelp("How long all of it may take, in seconds.", valueName: "s"))
    var deadline: Double = 15

    @Option(
        name: .long, help: ArgumentHelp("What to call this computer; default: its host name.", valueName: "name"))
    var vantage: String?

    @Option(name: .long, help: "The form of the result.")
    var format: ResultFormat = .text

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        guard deadline.isFinite, (2...600).contains(deadline) else {
            throw ValidationError("--deadline takes seconds from 2 to 600.")
        }
        if let vantage, vantage.isEmpty { throw ValidationError("--vantage takes a name that is not empty.") }
        if let person, person.isEmpty { throw ValidationError("--as takes a name that is not empty.") }
        if noSignIn, write {
            throw ValidationError("--write needs somebody who signs in; leave --no-sign-in out.")
        }
        if noSignIn, credentials != nil {
            throw ValidationError("--no-sign-in and --credentials contradict one another.")
        }
        guard fromScript == nil else {
            if script != nil { throw ValidationError("--script and --from-script are two steps: give one of them.") }
            if noSignIn || credentials != nil {
                throw ValidationError("--from-script signs nobody in: leave out --credentials and --no-sign-in.")
            }
            return
        }
        if target == nil { throw ValidationError("Say which place cannot be reached: a target is missing.") }
    }

    func run() async throws {
        if let fromScript { return try diagnosePaste(named: fromScript) }
        let target = target ?? ""
        if let script { return try printScript(for: script, meant: target) }
        let start = ContinuousClock.now
        let world = World.current()
        let inventory = try common.readInventory(world)
        let words = CheckWording(wording: common.wording(inventory, world))
        let run = try diagnosisRun(of: target, inventory, world)
        // A mount that hangs is asked by a process of its own meanwhile.
        let survey = mountSurvey(inventory, world)
        async let mounts = observations(survey, of: run.target.sweepTarget.share?.id)
        var evidence = try await run.evidence(progress: CheckProgress(world.terminal, total: run.count))
        evidence.mounts = await mounts
        expect(&evidence, of: run, inventory, world)
        remember(&evidence, of: run.target.name, from: run.vantage.name, inventory, world)
        var report = report(
            on: evidence, vantage: run.vantage, place: run.target.name, at: .now, since: start)
        report.lastWorked = RememberedPlaces.lastWorked(run.target.name, world)
        try end(report, words, inventory, world)
    }
}

extension Diagnose {
    private func diagnosisRun(of target: String, _ inventory: Inventory, _ world: World) throws -> DiagnosisRun {
        let (signIn, kind) = try account(world)
        if kind != .none { OwnMemory.hide() }
        let network = NetworkDetection(inventory).network(of: world.addresses())
        let plan = CheckPlan(signsIn: signIn != nil, writes: write, only: nil)
        let list = CheckTargets(inventory, plan, today: world.today, seenFrom: network)
        let name = try DiagnosisTarget(inventory: inventory, mounts: world.mounts()).name(meant: target)
        let found = try list.named([name])
        // A server without a share is asked as far as anybody can without signing in.
        let bare = CheckTargets(
            inventory, CheckPlan(signsIn: false, writes: false, only: nil), today: world.today, seenFrom: network)
        let isShare = found.count == 1 && found[0].sweepTarget.share != nil
        let own = isShare || found.count == 1 ? found[0] : try bare.named([name])[0]
        return DiagnosisRun(
            target: own,
            siblings: isShare ? list.all.filter { $0.system == own.system && $0.name != own.name && $0.isVisited } : [],
            others: bare.all.filter { $0.system != nil && $0.system != own.system },
            gateways: bare.all.filter { $0.system == nil && $0.name != own.name },
            signIn: signIn, signInKind: kind, deadline: .seconds(deadline),
            vantage: Vantage(name: vantage ?? HostName.current, network: network),
            situation: situationReader(own))
    }

    /// How long a fact about this computer may take; asking for a ticket may take longer.
    private static let factLimit = Duration.seconds(2)

    /// Reads what this computer knows of itself.
    private func situationReader(_ target: CheckTarget) -> @Sendable (SituationQuestion) async -> HostSituation? {
        let whose = person.map { HostSituationReader.Person.named($0) } ?? .current
        let port = target.expectation.service.effectivePort
        return { question in
            await HostSituationReader(
                host: question.host, addresses: question.addresses, port: port, person: whose,
                asksForTicket: question.asksForTicket,
                deadline: question.asksForTicket ? question.limit : min(question.limit, Self.factLimit),
                accountCommand: AskAccount.words
            ).situation()
        }
    }

    /// How long a mount may take to answer.
    private static let mountLimit = Duration.seconds(3)

    private func mountSurvey(_ inventory: Inventory, _ world: World) -> MountSurvey? {
        guard let table = world.mounts() else { return nil }
        let plan = (try? MountPlan.read(MountPlan.systemPath)) ?? nil
        return .current(table: table, plan: plan, KnownSources(inventory), world, deadline: Self.mountLimit)
    }

    /// What is found of the mounts on this computer in which the place is seen.
    @concurrent
    private func observations(_ survey: MountSurvey?, of share: ShareID?) async -> [Observation] {
        guard let survey, let share else { return [] }
        return survey.observations(of: share)
    }

    /// Who signs in, and how.
    ///
    /// The tickets of whoever runs the program say nothing about another person.
    private func account(_ world: World) throws -> (SignIn?, AccessCase.SignInKind) {
        if let credentials {
            let signIn = try SignInFile.forCommand(credentials)
            if case .password = signIn { return (signIn, .password) }
            return (signIn, .givenTicket)
        }
        guard !noSignIn, person == nil || person == world.account(nil)?.name, let tickets = world.ownTickets else {
            return (nil, .none)
        }
        return (.ticketCache(path: tickets), .ownTicket)
    }

    /// Adds what the inventory expects of the person and the place, and what is mounted here.
    private func expect(_ evidence: inout AccessCase, of run: DiagnosisRun, _ inventory: Inventory, _ world: World) {
        let expectation = AccessExpectation(inventory: inventory)
        evidence.standing = expectation.standing(on: run.vantage.network)
        evidence.needsInside = expectation.needsInside(run.target.system)
        var account: HostAccount?
        if case .found(let found)? = evidence.situation?.account.value { account = found }
        evidence.access = expectation.access(of: account, to: run.target.sweepTarget.share?.id)
    }

    /// Adds how the place did when somebody looked before.
    func remember(
        _ evidence: inout AccessCase, of target: String, from here: String, _ inventory: Inventory, _ world: World
    ) {
        let detection = NetworkDetection(inventory)
        let needsInside = evidence.needsInside
        evidence.earlier = RememberedPlaces.looks(at: target, from: here, world) { network in
            !needsInside || network.map(detection.isInside) ?? false
        }
    }

    func report(
        on evidence: AccessCase, vantage: Vantage, place: String, at: Moment, since start: ContinuousClock.Instant
    ) -> DiagnosisReport {
        return DiagnosisReport(
            evidence: evidence, diagnosis: evidence.diagnosis(), vantage: vantage, at: at,
            duration: ContinuousClock.now - start,
            id: QuotableID.text("WTD", of: "\(place) \(vantage.name) \(at)", bytes: 2), place: place, person: person)
    }

    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    func end(_ report: DiagnosisReport, _ words: CheckWording, _ inventory: Inventory, _ world: World) throws {
        if let folders = world.folders {
            do {
                let problem = DiagnosisStore(folders).keep(try KeptDiagnosis(report, inventory))
                if let problem { throw problem }
            } catch  where common.verbose {
                Output.remark(
                    "note: the diagnosis is not kept, so that 'explain \(report.id)' will not know it: \(error)")
            } catch {}
        }
        let text: String
        if ticket, format == .text {
            text = DiagnosisTicket(report: report, words: words).markdown
        } else if format == .json {
            text = try JSON.encode(DiagnosisDocument(report, words))
        } else {
            text = DiagnosisText(report: report, words: words).text(
                width: common.width(world.terminal), isColored: common.isColored(world.terminal), explained: explain)
        }
        try Output.result(text)
        try report.exitStatus.end()
    }
}

extension DiagnosisRun {
    /// How many places are looked at, at most.
    var count: Int { 1 + min(2, siblings.count) + others.count + gateways.count }
}

extension CheckTarget {
    /// Whether somebody signs in to it.
    var isVisited: Bool { sweepTarget.share != nil }
}
