internal import StorageModel

/// The judgement of every method in every class of questions, kept small.
struct AnswerSheet: Sendable {
    /// What a policy says of one method: the state, and the number of its demands in ``demandSets``.
    struct Entry: Hashable, Sendable {
        var state: Judgement.State
        var demands: UInt32
    }

    let methodCount: Int
    /// By question, then method.
    private(set) var entries: [Entry]
    /// The number of the best method by question; -1 where none is allowed, -2 where the question means nothing.
    private(set) var best: [Int16]
    /// For questions without an allowed method: whether a rule says so.
    private(set) var isExplained: [Bool]
    private(set) var outcomes: [Outcome]
    private(set) var demandSets: [Demands]

    static let meaningless: Int16 = -2

    /// Asks everything; the closure sees each judgement as it is made.
    init(
        _ policy: CompiledPolicy, _ space: QuestionSpace,
        seeing: (_ question: Int, _ situation: Situation, _ judgements: [Judgement]) -> Void = { _, _, _ in }
    ) {
        methodCount = policy.methods.count
        let nothing = Entry(state: .cannot, demands: 0)
        entries = Array(repeating: nothing, count: space.count * methodCount)
        best = Array(repeating: Self.meaningless, count: space.count)
        isExplained = Array(repeating: true, count: space.count)
        outcomes = Array(repeating: .ask, count: space.count)
        demandSets = [Demands(count: policy.obligations.count)]
        var numbers: [Demands: UInt32] = [demandSets[0]: 0]
        let situations = SituationSource(policy, space)
        var judgements: [Judgement] = []
        for question in 0..<space.count {
            guard let situation = situations.situation(space.place(question)), !policy.isImpossible(situation) else {
                continue
            }
            judgements.removeAll(keepingCapacity: true)
            for method in 0..<methodCount {
                let judgement = policy.judge(method, in: situation)
                var number: UInt32 = 0
                if judgement.state.isAllowed {
                    if let known = numbers[judgement.demands] {
                        number = known
                    } else {
                        number = UInt32(demandSets.count)
                        demandSets.append(judgement.demands)
                        numbers[judgement.demands] = number
                    }
                }
                entries[question * methodCount + method] = Entry(state: judgement.state, demands: number)
                judgements.append(judgement)
            }
            let best = policy.rank(judgements).first
            self.best[question] = Int16(best ?? -1)
            if let best {
                outcomes[question] = policy.outcome(judgements[best], in: situation)
            } else {
                let isReferred = !policy.referrals(in: situation).isEmpty
                outcomes[question] = policy.outcome(ofUnanswered: judgements, isReferred: isReferred)
                isExplained[question] = isReferred || judgements.contains { $0.state == .forbidden || $0.state == .ask }
            }
            seeing(question, situation, judgements)
        }
    }

    subscript(question: Int, method: Int) -> Entry { entries[question * methodCount + method] }

    func isMeaningless(_ question: Int) -> Bool { best[question] == Self.meaningless }

    /// Whether both sheets give every question the same answer.
    func agrees(with other: AnswerSheet) -> Bool {
        guard best == other.best, outcomes == other.outcomes, entries.count == other.entries.count else { return false }
        return zip(entries, other.entries).allSatisfy { ours, theirs in
            ours.state == theirs.state && demandSets[Int(ours.demands)] == other.demandSets[Int(theirs.demands)]
        }
    }
}

/// Puts situations together from parts that are resolved once.
struct SituationSource: Sendable {
    private let people: [PeopleSituation?]
    private let actions: [Action]
    private let contents: [ContentSituation?]
    private let networks: [Int?]
    private let volumes: [QuestionSpace.Volume]
    private let facets: [[Int]?]

    init(_ policy: CompiledPolicy, _ space: QuestionSpace) {
        people = space.people.map { try? policy.people($0.value.audience, asker: $0.value.asker, lyingOn: nil) }
        actions = space.actions
        contents = space.contents.map { policy.situation(of: $0.value) }
        networks = space.networks.map { policy.numbering.networks[$0.value] }
        volumes = space.volumes.map(\.value)
        facets = space.facets.map { policy.facetNumbers($0.value) }
    }

    /// The situation at a place; nil when the policy does not know one of its names.
    func situation(_ place: QuestionSpace.Place) -> Situation? {
        guard let people = people[place.people], let content = contents[place.content],
            let network = networks[place.network], let facets = facets[place.facet]
        else { return nil }
        let volume = volumes[place.volume]
        return Situation(
            people: people, action: actions[place.action], content: content, network: network,
            bytes: volume.bytes, largestFileBytes: volume.bytes, files: volume.files, facetValues: facets)
    }
}

extension CompiledPolicy {
    /// Whether an allowed way comes with conditions.
    func outcome(_ judgement: Judgement, in situation: Situation) -> Outcome {
        for (number, demand) in judgement.demands.values.enumerated() {
            guard let demand else { continue }
            switch obligations[number].prerequisite?.witness {
            case nil: if demand.isRequired { return .allowedWithConditions }
            case .account: break
            case .networks(let networks):
                if obligations[number].prerequisite?.parties.contains(.sender) == true,
                    !networks.contains(inventory.networks[situation.network].id)
                {
                    return .allowedWithConditions
                }
            }
        }
        return .allowed
    }
}
