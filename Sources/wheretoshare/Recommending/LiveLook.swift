internal import Diagnosis
internal import HostFacts
internal import Probing
internal import StorageModel

/// Looks whether the places of an answer work just now, within a few seconds.
struct LiveLook {
    /// How long each of the two steps may take: finding the servers, and visiting the shares.
    private static let limit: Duration = .seconds(3)

    let inventory: Inventory
    let world: World
    /// Who signs in; nil when nobody does, so that servers are checked up to their greeting.
    let signIn: SignIn?

    /// The places of a document, as they are now; those that cannot be checked are left out.
    func places(of document: RecommendationDocument) async throws -> [RecommendationDocument.CheckedPlace] {
        let network = NetworkDetection(inventory).network(of: world.addresses())
        let plan = CheckPlan(signsIn: signIn != nil, writes: false, only: nil)
        let list = CheckTargets(inventory, plan, today: world.today, seenFrom: network)
        var targets: [CheckTarget] = []
        for name in Set(document.waysThatAreOpen.map { signIn == nil ? $0.system : $0.place }).sorted() {
            // Ways without a server of ours, such as mail, have nothing to look at.
            guard let found = try? list.named([name]) else { continue }
            targets += found.filter { $0.name == name && !targets.contains($0) }
        }
        guard !targets.isEmpty else { return [] }
        let run = CheckRun(
            targets: targets, signIn: signIn, deadline: Self.limit, parallel: 8,
            vantage: Vantage(name: HostName.current, network: network))
        let report = try await run.report(
            institution: inventory.institution.id, progress: CheckProgress(world.terminal, total: targets.count))
        let refusal = report.entries.lazy.map(\.observation).first { $0.failsAtSignIn }?.cause
        return report.entries.map { entry in
            // An account that was refused at one place is not tried at the others, and would be refused there.
            let isSpared = refusal != nil && entry.observation.verdict == .unknown
            return .init(
                target: entry.observation.target, verdict: (isSpared ? .failed : entry.observation.verdict).rawValue,
                checkedAt: entry.at.description, cause: (isSpared ? refusal : entry.observation.cause)?.rawValue,
                freeBytes: entry.observation.space?.free)
        }
    }
}

extension Observation {
    /// Whether the account was refused, which is no fault of the server.
    fileprivate var failsAtSignIn: Bool {
        guard let owner = cause?.owner, ![.storage, .network].contains(owner) else { return false }
        return steps.contains { $0.stage == .auth && $0.state == .fail }
    }
}

extension RecommendationDocument {
    /// The best way, the other open ones and those for parts of the audience.
    var waysThatAreOpen: [Way] {
        [recommended].compactMap(\.self) + alternatives + split.compactMap(\.recommended)
    }

    /// The answer in the light of what was seen of its places.
    ///
    /// The policy alone says which place is right, so the best way stays; where it does not work, the first other way
    /// that does is named for the meantime. Other ways that do not work count as closed.
    func knowing(_ places: [CheckedPlace], _ wording: Wording) -> RecommendationDocument {
        let byTarget = Dictionary(places.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
        func seen(_ way: Way) -> Way {
            var way = way
            guard let place = byTarget[way.place] ?? byTarget[way.system] else { return way }
            way.live.checkedAt = place.checkedAt
            way.live.freeBytes = place.freeBytes ?? byTarget[way.system]?.freeBytes
            // Before somebody has connected the VPN, that nothing answers says nothing about the place.
            guard place.verdict != Verdict.failed.rawValue || !way.isBehindClosedDoor else { return way }
            way.live.verdict = place.verdict
            way.live.cause = place.cause
            way.live.since = place.since
            return way
        }
        var document = self
        document.checked = places
        document.recommended = recommended.map(seen)
        document.split = split.map { part in
            var part = part
            part.recommended = part.recommended.map(seen)
            return part
        }
        let others = alternatives.map(seen)
        document.alternatives = others.filter { !$0.isDown }
        document.excluded += others.filter(\.isDown).map { way in
            .init(
                method: way.method, name: way.name, state: "down",
                because: [.init(text: LiveText(wording).down(way))], wouldNeed: nil)
        }
        if let best = document.recommended, best.isDown || best.hasTooLittleRoom(for: question.bytes) {
            document.meanwhile = document.substitute.map {
                .init(method: $0.method, share: $0.share, name: $0.name)
            }
        }
        return document
    }

    /// The first other way with room that was seen to work; else one of which nothing bad is known.
    private var substitute: Way? {
        let roomy = alternatives.filter { !$0.hasTooLittleRoom(for: question.bytes) }
        let working = [Verdict.healthy, .degraded].map(\.rawValue)
        return roomy.first { working.contains($0.live.verdict) } ?? roomy.first
    }
}

extension RecommendationDocument.Way {
    /// What is checked of it when somebody signs in: its share, else its system.
    var place: String { share ?? system }

    /// Whether it was seen not to work, and not because of something that the asker has to do.
    var isDown: Bool { live.verdict == Verdict.failed.rawValue && !isClosedToAsker }

    /// Whether it was seen not to work because of something that the asker has to do.
    var isClosedToAsker: Bool {
        live.verdict == Verdict.failed.rawValue
            && live.cause.flatMap(Cause.init(rawValue:)).map { $0.owner == .user } ?? false
    }

    /// Whether the sender has to do something before the place can be reached.
    var isBehindClosedDoor: Bool {
        prerequisites.contains { $0.who == Party.sender.rawValue && $0.met == "no" }
    }

    /// Whether the data are larger than what is free.
    func hasTooLittleRoom(for bytes: UInt64?) -> Bool {
        guard let free = live.freeBytes, let bytes else { return false }
        return bytes > free
    }
}
