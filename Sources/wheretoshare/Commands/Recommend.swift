internal import ArgumentParser
internal import HostFacts
internal import Probing
internal import SharingPolicy
internal import StorageModel

/// The command `recommend`, which tells where an audience should receive data.
struct Recommend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend",
        abstract: "Tell where this audience should receive this data, and how.",
        discussion: """
            EXAMPLES
              $ wheretoshare --group bioimaging --file results/
              $ wheretoshare --external reviewer@example.org --file cv.pdf --contains personal --messages

            The answer names the place, what to do first, what is demanded and why, other open ways, and why not elsewhere.
            Content that nobody declared or looked at counts as the most sensitive.

            \(ExitStatus.help)
            """)

    @OptionGroup var options: RecommendOptions

    func run() async throws { try await options.answer() }
}

/// The options of `recommend`, which the program also takes without a command.
struct RecommendOptions: ParsableArguments {
    @OptionGroup(title: "The question") var request: RequestOptions

    @Flag(name: .long, help: "Show every rule, source and closed way.")
    var explain = false

    @Flag(name: .long, help: "Add texts that are ready to send.")
    var messages = false

    @Flag(name: .long, help: "Print a ticket in Markdown instead, without names of people and files.")
    var ticket = false

    @Flag(name: .customLong("no-scan"), help: "Do not look into the files.")
    var noScan = false

    @Flag(name: .long, help: "Look whether the places work right now; takes up to 6 seconds.")
    var live = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --live: sign in with this; default: your Kerberos ticket, where there is one.", valueName: "file"),
        completion: .file())
    var credentials: String?

    @Option(name: .long, help: "The form of the answer.")
    var format: ResultFormat = .text

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        try refuseTicket(
            ticket, with: [("--format json", format == .json), ("--explain", explain), ("--messages", messages)])
        if credentials != nil, !live {
            throw ValidationError("--credentials goes together with --live, because nobody signs in without it.")
        }
    }

    /// Answers the question.
    func answer() async throws {
        if live { OwnMemory.hide() }
        let world = World.current()
        let answer = try await Answer(request, common, world, looksIntoFiles: !noScan)
        let document = (live ? try await lookedAt(answer, world) : remembered(answer, world))
            .knowingMounts(answer.policy.inventory, world)
        let text = RecommendationText(
            document: document, wording: answer.wording, width: common.width(world.terminal),
            isColored: common.isColored(world.terminal))
        switch (format, ticket, explain) {
        case (.json, _, _): try Output.result(try JSON.encode(document))
        case (.text, true, _):
            let nameless = try answer.withoutNames().knowing(document.checked, answer.wording)
            try Output.result(TicketText(document: nameless, wording: answer.wording, isNameless: true).markdown)
        case (.text, false, true): try Output.result(ExplanationText(text: text).full(withMessages: messages))
        case (.text, false, false): try Output.result(text.short(withMessages: messages))
        }
        answer.keep(document, isVerbose: common.verbose)
        try ExitStatus(document).end()
    }
}

extension RecommendOptions {
    /// The answer in the light of what the last recorded run saw.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    private func remembered(_ answer: Answer, _ world: World) -> RecommendationDocument {
        let places = RememberedPlaces.current(world, answer.policy.inventory).places(of: answer.document)
        return places.isEmpty ? answer.document : answer.document.knowing(places, answer.wording)
    }

    /// The answer in the light of what its places do just now.
    private func lookedAt(_ answer: Answer, _ world: World) async throws -> RecommendationDocument {
        let signIn = try credentials.map(SignInFile.forCommand) ?? world.ownTickets.map { .ticketCache(path: $0) }
        let look = LiveLook(inventory: answer.policy.inventory, world: world, signIn: signIn)
        return answer.document.knowing(try await look.places(of: answer.document), answer.wording)
    }
}

/// A ticket is printed instead of everything else, so that what else was asked for would be lost.
func refuseTicket(_ isWanted: Bool, with others: [(name: String, isWanted: Bool)]) throws {
    guard isWanted, let other = others.first(where: \.isWanted) else { return }
    throw ValidationError("--ticket prints a ticket instead of the answer; it does not go together with \(other.name).")
}

extension ExitStatus {
    /// 0 when a way was found, 1 when none is allowed.
    init(_ document: RecommendationDocument) {
        self = document.recommended == nil ? .problem : .well
    }
}

/// A question from the command line with its decision.
struct Answer {
    let policy: CompiledPolicy
    let wording: Wording
    let decision: Decision
    let document: RecommendationDocument
    private let request: Request
    private let computer: OperatingSystem
    private let world: World

    /// Answers what options ask, after looking into the files that they name.
    init(_ options: RequestOptions, _ common: CommonOptions, _ world: World, looksIntoFiles: Bool) async throws {
        let inventory = try common.readInventory(world)
        let wording = common.wording(inventory, world)
        let builder = RequestBuilder(inventory: inventory, world: world, options: options, wording: wording)
        let policy = CompiledPolicy(inventory, today: try world.day(options.onDate))
        var request = try builder.request()
        if looksIntoFiles, !options.file.isEmpty {
            do {
                try await ContentLook(inventory: inventory, world: world)
                    .look(into: &request, at: options.file.map { HostPath(argument: $0) })
            } catch let problem as CommandProblem {
                // An answer without a look is the strict one, and better than none.
                Output.remark("note: the files were not looked into: \(problem.what); \(problem.next)")
            }
        }
        try self.init(policy, wording, request, on: options.on, world)
    }

    init(_ policy: CompiledPolicy, _ wording: Wording, _ request: Request, on computer: OperatingSystem, _ world: World)
        throws
    {
        self.policy = policy
        self.wording = wording
        self.request = request
        self.computer = computer
        self.world = world
        do {
            decision = try policy.decide(request.question)
        } catch {
            throw CommandProblem(error, policy.inventory, wording)
        }
        let writer = RecommendationWriter(policy: policy, wording: wording, request: request, computer: computer)
        var document = writer.document(decision)
        document.id = try DecisionStore.id(of: document)
        self.document = document
    }

    /// The same answer, decided again without names of people and files, under its own id.
    func withoutNames() throws -> RecommendationDocument {
        var nameless = try Answer(policy, wording, request.withoutNames, on: computer, world).document
        nameless.id = document.id
        return nameless
    }

    /// Keeps the answer for `explain`; that it cannot be kept is worth a word only when asked.
    func keep(_ document: RecommendationDocument, isVerbose: Bool) {
        guard let folders = world.folders else {
            if isVerbose { Output.remark("note: the answer is not kept, because there is no home folder") }
            return
        }
        if let problem = DecisionStore(folders).keep(document), isVerbose {
            Output.remark("note: the answer is not kept: \(problem)")
        }
    }
}

extension CommandProblem {
    /// A question that the policy cannot judge, in words.
    init(_ problem: QuestionUnusable, _ inventory: Inventory, _ wording: Wording) {
        switch problem {
        case .meaningless(let id):
            self.init(
                what: "this question has no answer", why: wording.texts[.impossible, id],
                next: "ask it differently; wheretoshare --help shows how")
        case .noAudience:
            self.init(
                what: "nobody is named who should receive it", why: "the right place depends on the people",
                next: "name them")
        case .unknownGroup(let id): self.init(unknown: id.text, "group")
        case .unknownTag(let id): self.init(unknown: id.text, "tag")
        case .unknownLevel(let id): self.init(unknown: id.text, "level")
        case .unknownNetwork(let id): self.init(unknown: id.text, "network")
        case .unknownFacet(let id): self.init(unknown: id.text, "facet")
        case .unknownFacetValue(let id, let value): self.init(unknown: value, "value of the facet \(id)")
        }
    }

    private init(unknown name: String, _ kind: String) {
        self.init(
            what: "'\(name.shownOnOneLine)' is not a \(kind) of this inventory", why: "the inventory does not name it",
            next: "wheretoshare inventory show lists what there is")
    }
}
