internal import ArgumentParser
internal import HostFacts
internal import SharingPolicy
internal import StorageModel

/// The command `explain ID`, which replays an answer from its id.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show a kept answer again, with its reasons, and whether it would be the same today.",
        discussion: """
            EXAMPLES
              $ wheretoshare explain WTS-7F3A91C2
              $ wheretoshare explain WTS-7F3A91C2 --ticket --lang de
              $ wheretoshare explain WTD-19C0

            A diagnosis (WTD-…) is shown as it was made; the place is not looked at again.

            \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("The id from the answer's last line.", valueName: "id"))
    var id: String

    @Flag(name: .long, help: "Print a ticket in Markdown instead, without names of people and files.")
    var ticket = false

    @Flag(name: .long, help: "Add texts that are ready to send.")
    var messages = false

    @Option(name: .long, help: "The form of the answer.")
    var format: ResultFormat = .text

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if messages, DiagnosisStore.id(id) != nil {
            throw ValidationError("--messages is for answers; a diagnosis has none.")
        }
        try refuseTicket(ticket, with: [("--format json", format == .json), ("--messages", messages)])
    }

    func run() throws {
        let world = World.current()
        guard let folders = world.folders else {
            throw CommandProblem(
                what: "there is no place where answers could be kept", why: "this account has no home folder",
                next: "set HOME or XDG_STATE_HOME")
        }
        if let diagnosis = DiagnosisStore.id(id) { return try tell(diagnosis, folders, world) }
        let kept = try DecisionStore(folders).document(id.count == 8 ? "WTS-" + id.uppercased() : id.uppercased())
        let inventory = try common.readInventory(world)
        let wording = common.wording(inventory, world)
        let replay = try Replay(kept, inventory, wording, world)
        switch format {
        case .json: try Output.result(try JSON.encode(kept))
        case .text:
            let shown = replay.isExact ? replay.document ?? kept : kept
            let text = RecommendationText(
                document: shown, wording: wording, width: common.width(world.terminal),
                isColored: common.isColored(world.terminal))
            // An answer of another inventory cannot be put into words again; its ticket leaves them out.
            let told = replay.isExact ? replay.nameless : nil
            try Output.result(
                ticket
                    ? TicketText(document: told ?? kept, wording: wording, isNameless: told != nil).markdown
                    : ExplanationText(text: text).full(withMessages: messages))
        }
        for line in replay.remarks { Output.remark(line) }
        try ExitStatus(kept).end()
    }
}

extension Explain {
    /// Tells a kept diagnosis again, in the language that is asked for.
    private func tell(_ id: String, _ folders: StateFolders, _ world: World) throws {
        let kept = try DiagnosisStore(folders).diagnosis(id)
        guard let page = kept.page(in: common.lang?.lowercased() ?? world.terminal.language ?? "") else { return }
        try Output.result(format == .json ? page.document : ticket ? page.ticket : page.text)
        try (ExitStatus(rawValue: kept.exitStatus) ?? .unknown).end()
    }
}

/// A kept answer, decided again under the present inventory.
struct Replay {
    /// The new answer; nil when the question means nothing any more.
    let document: RecommendationDocument?
    /// The new answer without names of people and files.
    let nameless: RecommendationDocument?
    /// Whether inventory and answer are the same as then.
    let isExact: Bool
    /// What changed, in sentences.
    let remarks: [String]

    init(_ kept: RecommendationDocument, _ inventory: Inventory, _ wording: Wording, _ world: World) throws {
        let isSameInventory = inventory.revision == kept.inventory.revision
        let day = (isSameInventory ? CalendarDate(kept.date) : nil) ?? world.today
        let policy = CompiledPolicy(inventory, today: day)
        let request = Request(kept)
        let computer = OperatingSystem(rawValue: kept.question.on) ?? .linux
        let answer = try? Answer(policy, wording, request, on: computer, world)
        let again = answer?.document.knowing(kept.checked, wording)
        document = again
        nameless = try? answer?.withoutNames().knowing(kept.checked, wording)
        let isSame =
            again?.outcome == kept.outcome && again?.recommended?.method == kept.recommended?.method
            && again?.recommended?.obligations.map(\.id) == kept.recommended?.obligations.map(\.id)
        isExact = isSameInventory && again?.id == kept.id
        var remarks: [String] = []
        if !isSameInventory {
            remarks.append(wording(.replayRevision, kept.inventory.revision, inventory.revision))
        }
        remarks.append(
            isSame
                ? wording(.replaySame)
                : wording(.replayDiffers, again?.recommended?.name ?? wording(again == nil ? .outcomeAsk : .noWay)))
        self.remarks = remarks
    }
}

extension Request {
    /// The request that a kept answer was given to.
    init(_ kept: RecommendationDocument) {
        let asked = kept.question
        let members = asked.audience.map { member -> AudienceMember in
            switch AudienceKind(rawValue: member.kind) {
            case .group: .group(GroupID(member.id ?? ""))
            case .user: .user(member.id ?? "", groups: member.groups?.map { GroupID($0) })
            case .external: .external(member.id)
            case .internal: .internal
            case .publish: .publish
            case .anyone, nil: .anyone
            }
        }
        var question = Question(audience: members, action: Action(rawValue: asked.action) ?? .share)
        question.declaredLevel = asked.declaredLevel.map { LevelID($0) }
        question.tags = asked.tags.compactMap { claim in
            guard let ground = TagClaim.Ground(rawValue: claim.because), ground != .assumed else { return nil }
            return TagClaim(TagID(claim.id), because: ground, files: claim.files)
        }
        question.inspection = Inspection(rawValue: asked.inspection) ?? .none
        question.bytes = asked.bytes
        question.largestFileBytes = asked.largestFileBytes
        question.files = asked.files
        question.network = NetworkID(asked.network)
        question.asker = Asker(account: asked.asker, groups: asked.askerGroups?.map { GroupID($0) })
        question.facets = Dictionary(uniqueKeysWithValues: asked.facets.map { (FacetID($0.key), $0.value) })
        question.lyingOn = asked.lyingOn.map { ShareID($0) }
        var points: [ShareID: String] = [:]
        for way in [kept.recommended].compactMap({ $0 }) + kept.alternatives {
            if let share = way.share, let point = way.live.mountedAt { points[ShareID(share)] = point }
        }
        if let place = kept.alreadyThere, let point = place.mountedAt { points[ShareID(place.share)] = point }
        self.init(
            question: question, networkBecause: NetworkGround(rawValue: asked.networkBecause) ?? .declared,
            dataName: asked.data, otherPaths: asked.otherPaths, folders: asked.folders, kinds: asked.kinds,
            problems: kept.problems, scan: kept.scan, mountPoints: points, pathInsideShare: asked.pathInsideShare)
    }
}
