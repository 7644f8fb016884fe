internal import HostFacts
internal import StorageModel

/// Turns options into a request: names become ids, files are counted, and what this machine knows is added.
struct RequestBuilder {
    let inventory: Inventory
    let world: World
    let options: RequestOptions
    let wording: Wording

    /// The request, or what is wrong with the options.
    func request() throws(CommandProblem) -> Request {
        let asker = try asker()
        var question = Question(audience: try audience(), action: try action())
        question.asker = asker
        question.declaredLevel = try declaredLevel()
        question.tags = try tags()
        question.facets = try facets()
        var request = Request(
            question: question, networkBecause: .assumed, kinds: [], problems: [], mountPoints: [:])
        try addNetwork(to: &request)
        if options.file.isEmpty {
            try addDeclaredSize(to: &request)
        } else {
            try addFiles(to: &request)
        }
        return request
    }

    /// The day to decide for.
    func day() throws(CommandProblem) -> CalendarDate {
        guard let text = options.onDate else { return world.today }
        guard let day = CalendarDate(text) else {
            throw CommandProblem(
                what: "'\(text.shownOnOneLine)' is not a day", why: "a day is written like 2026-11-22 and must exist",
                next: "correct --on-date, or leave it out for today", status: .usage)
        }
        return day
    }

    // MARK: People

    private func audience() throws(CommandProblem) -> [AudienceMember] {
        let groups = NameTable<Group>(inventory)
        var members: [AudienceMember] = []
        var known: Set<AudienceMember> = []
        func add(_ member: AudienceMember) {
            if known.insert(member).inserted { members.append(member) }
        }
        for name in options.group { add(.group(try groups.find(name))) }
        for name in options.user {
            try refuseUnprintable(name, "--user")
            add(.user(name, groups: world.account(name).flatMap(inventoryGroups)))
        }
        if options.internal { add(.internal) }
        for address in options.external {
            let isNamed = address != RequestOptions.nobodyInParticular
            if isNamed { try refuseUnprintable(address, "--external") }
            add(.external(isNamed ? address : nil))
        }
        if options.anyone { add(.anyone) }
        if options.publish || (members.isEmpty && options.action == .publish) { add(.publish) }
        guard !members.isEmpty else {
            throw CommandProblem(
                what: "nobody is named who should receive it",
                why: "the right place depends on the people",
                next: "add --group NAME, --user NAME, --internal, --external, --anyone or --publish", status: .usage)
        }
        return members
    }

    /// Names go into answers, messages and tickets, where they must be what they look like.
    private func refuseUnprintable(_ name: String, _ option: String) throws(CommandProblem) {
        let isOdd = name.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
            default: false
            }
        }
        guard name.isEmpty || isOdd || name.count > 254 else { return }
        throw CommandProblem(
            what: "\(option) is not followed by a name or address",
            why: name.isEmpty
                ? "it is empty" : isOdd ? "it has characters that cannot be seen" : "it is longer than any address",
            next: "write the account name or the e-mail address", status: .usage)
    }

    private func asker() throws(CommandProblem) -> Asker {
        if let name = options.asUser { try refuseUnprintable(name, "--as") }
        let account = world.account(options.asUser)
        return Asker(
            account: options.asUser ?? account?.name, groups: account.flatMap(inventoryGroups))
    }

    /// The groups of the inventory that an account belongs to; nil when its machine knows none of them, so that nothing
    /// follows.
    private func inventoryGroups(of account: Account) -> [GroupID]? {
        let names = Set(account.groups)
        let groups = inventory.groups.filter { !names.isDisjoint(with: $0.accountGroups) }.map(\.id)
        return groups.isEmpty ? nil : groups
    }

    // MARK: What and why

    private func action() throws(CommandProblem) -> Action {
        guard options.publish else { return options.action ?? .share }
        guard let action = options.action, action != .publish else { return .publish }
        throw CommandProblem(
            what: "--publish and --action \(action.rawValue) do not go together",
            why: "publishing makes data public for good", next: "leave one of them out", status: .usage)
    }

    private func declaredLevel() throws(CommandProblem) -> LevelID? {
        // Naming a level can raise what was said before, never lower it.
        let levels = inventory.vocabulary.levels.map(\.id)
        var strictest: LevelID?
        for name in options.level {
            let named = try NameTable<Level>(inventory).find(name)
            let isStricter =
                strictest.map { levels.firstIndex(of: $0) ?? 0 < levels.firstIndex(of: named) ?? 0 } ?? true
            if isStricter { strictest = named }
        }
        return strictest
    }

    private func tags() throws(CommandProblem) -> [TagClaim] {
        let table = NameTable<Tag>(inventory)
        var claims: [TagClaim] = []
        for name in options.contains {
            let tag = try table.find(name)
            if !claims.contains(where: { $0.tag == tag }) { claims.append(TagClaim(tag, because: .declared)) }
        }
        return claims
    }

    private func facets() throws(CommandProblem) -> [FacetID: String] {
        let facets = inventory.vocabulary.facets
        let table = NameTable<Facet>("facet", facets.map { ($0.id, []) })
        var values: [FacetID: String] = [:]
        for text in options.facet {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw CommandProblem(
                    what: "'\(text.shownOnOneLine)' is not a facet with its value", why: "it has no '='",
                    next: "write --facet NAME=VALUE", status: .usage)
            }
            let id = try table.find(String(parts[0]))
            let accepted = facets.first { $0.id == id }?.values ?? []
            guard accepted.contains(String(parts[1])) else {
                throw CommandProblem(
                    what: "'\(String(parts[1]).shownOnOneLine)' is not a value of the facet '\(id)'",
                    why: "the inventory accepts: \(accepted.joined(separator: ", "))", next: "use one of them")
            }
            values[id] = String(parts[1])
        }
        return values
    }

    // MARK: Where from

    private func addNetwork(to request: inout Request) throws(CommandProblem) {
        if let name = options.from {
            request.question.network = try NameTable<Network>(inventory).find(name)
            request.networkBecause = .declared
        } else if let detected = NetworkDetection(inventory).network(of: world.addresses()) {
            request.question.network = detected
            request.networkBecause = .detected
        } else {
            request.question.network = inventory.fallbackNetwork
        }
    }

    // MARK: Files

    private func addDeclaredSize(to request: inout Request) throws(CommandProblem) {
        request.mountPoints = places.mountPoints
        if let files = options.files {
            guard files > 0 else {
                throw CommandProblem(
                    what: "--files \(files) is no number of files", why: "it must be at least 1",
                    next: "correct it, or leave it out", status: .usage)
            }
            request.question.files = files
        }
        guard let text = options.size else { return }
        guard let size = ByteSize(text) else {
            throw CommandProblem(
                what: "'\(text.shownOnOneLine)' is not a size",
                why: "a size is a number with a unit: B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB or PiB",
                next: "write it like 20GB", status: .usage)
        }
        request.question.bytes = size.bytes
        // Nobody said how the bytes are spread; all in one file is the hardest to carry.
        request.question.largestFileBytes = size.bytes
    }

    private func addFiles(to request: inout Request) throws(CommandProblem) {
        guard options.size == nil, options.files == nil else {
            throw CommandProblem(
                what: "--file does not go together with --size or --files",
                why: "the size and number of existing files are counted", next: "leave one of them out", status: .usage)
        }
        let progress = SurveyProgress(world.terminal)
        let survey = FileSurvey.survey(options.file.map { HostPath(argument: $0) }, progress: progress.report)
        progress.clear()
        for path in survey.paths {
            guard case .unusable(let error) = path.outcome else { continue }
            throw CommandProblem(what: error.what, why: error.why, next: error.next)
        }
        request.question.bytes = survey.totals.bytes
        request.question.largestFileBytes = survey.totals.largestFile
        request.question.files = survey.totals.files
        request.folders = survey.totals.folders
        request.kinds = kinds(survey.extensions)
        request.problems = problems(survey.problems)
        request.dataName = dataName(survey.paths)
        if survey.problems.count > 0 { request.question.inspection = .none }
        let places = places
        request.mountPoints = places.mountPoints
        let lying = survey.paths.compactMap { $0.canonical }.map(places.share(of:))
        // Only when everything lies on the same share is the question of moving it answered.
        if let first = lying.first, let place = first, lying.allSatisfy({ $0?.share == place.share }) {
            request.question.lyingOn = place.share
            request.pathInsideShare = lying.count == 1 ? place.path : nil
        }
    }

    private var places: MountedShares { MountedShares(inventory, table: world.mounts()) }

    private func kinds(_ counts: ExtensionCounts) -> [RecommendationDocument.Kind] {
        counts.byExtension.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            .init(name: $0.key, count: $0.value)
        }
            + (counts.none > 0 ? [.init(name: "", count: counts.none)] : [])
            + (counts.other > 0 ? [.init(name: "…", count: counts.other)] : [])
    }

    private func problems(_ problems: SurveyProblems) -> [RecommendationDocument.FileProblem] {
        let named = problems.first.map {
            RecommendationDocument.FileProblem(file: $0.path.description, reason: $0.reason.meaning, count: nil)
        }
        let rest = problems.count - problems.first.count
        return named + (rest > 0 ? [.init(file: "…", reason: "more of the same kinds", count: rest)] : [])
    }

    private func dataName(_ paths: [GivenPath]) -> String? {
        guard let first = paths.first, let name = first.path.components.last else { return nil }
        let shown = HostPath(bytes: name).description
        let own =
            [".", ".."].contains(shown)
            ? first.canonical?.components.last.map { HostPath(bytes: $0).description } : shown
        guard let own else { return nil }
        return paths.count == 1 ? own : wording(.namedAndMore, own, wording.number(paths.count - 1))
    }
}
