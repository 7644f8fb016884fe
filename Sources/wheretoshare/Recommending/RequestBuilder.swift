internal import HostFacts
internal import StorageModel

/// Turns options into a request: names become ids, files are counted, and what this machine knows is added.
struct RequestBuilder {
    let inventory: Inventory
    let world: World
    let options: RequestOptions
    let wording: Wording

    /// The request, or everything that is wrong with the options.
    func request() throws(CommandProblem) -> Request {
        var problems = CommandProblems()
        let asker = problems.noting { () throws(CommandProblem) in try self.asker() } ?? Asker()
        var question = Question(
            audience: audience(&problems),
            action: problems.noting { () throws(CommandProblem) in try self.action() } ?? .share)
        question.asker = asker
        question.declaredLevel = declaredLevel(&problems)
        question.tags = tags(&problems)
        question.facets = facets(&problems)
        var request = Request(
            question: question, networkBecause: .assumed, kinds: [], problems: [], mountPoints: [:])
        if let network = problems.noting({ () throws(CommandProblem) in try self.network() }) {
            request.question.network = network.id
            request.networkBecause = network.because
        }
        // Counting files takes its time, so that what is wrong without them is told first.
        try problems.end()
        if options.file.isEmpty {
            try addDeclaredSize(to: &request)
        } else {
            try addFiles(to: &request)
        }
        return request
    }

    // MARK: People

    private func audience(_ problems: inout CommandProblems) -> [AudienceMember] {
        let groups = NameTable<Group>(inventory)
        var members: [AudienceMember] = []
        var known: Set<AudienceMember> = []
        func add(_ member: AudienceMember?) {
            if let member, known.insert(member).inserted { members.append(member) }
        }
        for name in options.group {
            add(problems.noting { () throws(CommandProblem) in .group(try groups.find(name)) })
        }
        for name in options.user { add(problems.noting { () throws(CommandProblem) in try colleague(name) }) }
        if options.internal { add(.internal) }
        for address in options.external { add(problems.noting { () throws(CommandProblem) in try stranger(address) }) }
        if options.anyone { add(.anyone) }
        let isNobodyNamed = options.group.isEmpty && options.user.isEmpty && options.external.isEmpty && members.isEmpty
        if options.publish || (isNobodyNamed && options.action == .publish) { add(.publish) }
        if isNobodyNamed, members.isEmpty {
            problems.note(
                CommandProblem(
                    what: "nobody is named who should receive it",
                    why: "the right place depends on the people",
                    next: "add --group NAME, --user NAME, --internal, --external, --anyone or --publish", status: .usage
                ))
        }
        return members
    }

    private func colleague(_ name: String) throws(CommandProblem) -> AudienceMember {
        try refuseUnprintable(name, "--user")
        return .user(name, groups: world.account(name).flatMap(inventoryGroups))
    }

    private func stranger(_ address: String) throws(CommandProblem) -> AudienceMember {
        guard address != RequestOptions.nobodyInParticular else { return .external(nil) }
        try refuseUnprintable(address, "--external")
        return .external(address)
    }

    /// Names go into answers, messages and tickets, where they must be what they look like.
    private func refuseUnprintable(_ name: String, _ option: String) throws(CommandProblem) {
        let isOdd = name.unicodeScalars.contains { !$0.isVisible }
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

    private func declaredLevel(_ problems: inout CommandProblems) -> LevelID? {
        // Naming a level can raise what was said before, never lower it.
        let order = inventory.vocabulary.levels.map(\.id)
        let table = NameTable<Level>(inventory)
        let named = options.level.compactMap { name in
            problems.noting { () throws(CommandProblem) in try table.find(name) }
        }
        return named.max { order.firstIndex(of: $0) ?? 0 < order.firstIndex(of: $1) ?? 0 }
    }

    private func tags(_ problems: inout CommandProblems) -> [TagClaim] {
        let table = NameTable<Tag>(inventory)
        var claims: [TagClaim] = []
        for name in options.contains {
            guard let tag = problems.noting({ () throws(CommandProblem) in try table.find(name) }),
                !claims.contains(where: { $0.tag == tag })
            else {
                continue
            }
            claims.append(TagClaim(tag, because: .declared))
        }
        return claims
    }

    private func facets(_ problems: inout CommandProblems) -> [FacetID: String] {
        let table = NameTable<Facet>("facet", inventory.vocabulary.facets.map { ($0.id, []) })
        var values: [FacetID: String] = [:]
        for text in options.facet {
            guard let (id, value) = problems.noting({ () throws(CommandProblem) in try facet(text, table) }) else {
                continue
            }
            if let other = values[id], other != value {
                problems.note(
                    CommandProblem(
                        what: "the facet '\(id)' is given twice", why: "it cannot be both '\(other)' and '\(value)'",
                        next: "leave one of them out", status: .usage))
            }
            values[id] = value
        }
        return values
    }

    private func facet(_ text: String, _ table: NameTable<Facet>) throws(CommandProblem) -> (FacetID, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 2 else {
            throw CommandProblem(
                what: "'\(text.shownOnOneLine)' is not a facet with its value", why: "it has no '='",
                next: "write --facet NAME=VALUE", status: .usage)
        }
        let id = try table.find(parts[0])
        let accepted = inventory.vocabulary.facets.first { $0.id == id }?.values ?? []
        guard accepted.contains(parts[1]) else {
            throw CommandProblem(
                what: "'\(parts[1].shownOnOneLine)' is not a value of the facet '\(id)'",
                why: "the inventory accepts: \(accepted.joined(separator: ", "))", next: "use one of them")
        }
        return (id, parts[1])
    }

    // MARK: Where from

    private func network() throws(CommandProblem) -> (id: NetworkID?, because: Request.NetworkGround) {
        if let name = options.from { return (try NameTable<Network>(inventory).find(name), .declared) }
        if let detected = NetworkDetection(inventory).network(of: world.addresses()) { return (detected, .detected) }
        return (inventory.fallbackNetwork, .assumed)
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
            throw CommandProblem(error)
        }
        request.question.bytes = survey.totals.bytes
        request.question.largestFileBytes = survey.totals.largestFile
        request.question.files = survey.totals.files
        request.folders = survey.totals.folders
        request.kinds = kinds(survey.extensions)
        request.problems = problems(survey.problems)
        request.dataName = survey.paths.first.flatMap(name)
        request.otherPaths = max(0, survey.paths.count - 1)
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

    /// The name of a given path; that of the folder it leads to, where it only points there.
    private func name(_ path: GivenPath) -> String? {
        guard let name = path.path.components.last else { return nil }
        let shown = HostPath(bytes: name).description
        guard [".", ".."].contains(shown) else { return shown }
        return path.canonical?.components.last.map { HostPath(bytes: $0).description }
    }
}
