internal import StorageModel

/// The rules of a firewall as far as one connection is concerned, and a walk through them.
struct PacketFilter {
    /// Whether a condition fits the connection.
    enum Fit: Hashable {
        case no
        case unknown
        case yes

        /// Both conditions together.
        func and(_ other: Fit) -> Fit {
            if self == .no || other == .no { return .no }
            return self == .yes && other == .yes ? .yes : .unknown
        }

        /// The opposite.
        var negated: Fit {
            switch self {
            case .no: .yes
            case .unknown: .unknown
            case .yes: .no
            }
        }

        init(_ fits: Bool) { self = fits ? .yes : .no }
    }

    /// What a rule does.
    enum Effect: Hashable {
        case accept
        case stop(FirewallRule.Verdict)
        case jump(String)
        case goTo(String)
        case giveBack
        /// It may do anything.
        case unknown
    }

    /// One thing that a rule does when it fits; rules that do several by a table of verdicts are several of these.
    struct Rule: Hashable {
        var handle: Int?
        var fit: Fit
        var effect: Effect
    }

    /// A list of rules.
    struct Chain: Hashable {
        var family: String
        var table: String
        var name: String
        var rules: [Rule] = []
        /// Where the chain stands among those through which each connection goes; nil for one that rules jump to.
        var priority: Int?
        /// What it does when no rule decides; nil for accepting.
        var policy: FirewallRule.Verdict?
    }

    private struct Name: Hashable {
        var family: String
        var table: String
        var chain: String
    }

    private enum Ending {
        case undecided
        case accepted
        case stopped
    }

    private static let deepest = 16
    private static let mostSteps = 50_000

    private let source: LocalFirewall.Source
    private let chains: [Chain]
    private let places: [Name: Int]
    private var steps = 0
    private(set) var found: [FirewallRule] = []
    private(set) var isCutShort = false

    /// - Parameters:
    ///   - source: Who told of the rules.
    ///   - chains: All chains; those with a priority are walked through, the lowest first.
    init(_ source: LocalFirewall.Source, chains: [Chain]) {
        self.source = source
        self.chains = chains
        // Machines that run containers have thousands of chains.
        places = Dictionary(
            chains.enumerated().map { (Name(family: $1.family, table: $1.table, chain: $1.name), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Finds the rules that may stop the connection.
    mutating func walk() {
        let entered = chains.filter { $0.priority != nil }.sorted { ($0.priority ?? 0) < ($1.priority ?? 0) }
        // A chain in which something may have been overlooked says nothing about the next one.
        for chain in entered {
            var isCertain = true
            switch walk(chain, depth: 0, &isCertain) {
            case .stopped: return
            case .accepted: continue
            case .undecided:
                guard let policy = chain.policy else { continue }
                add(chain, nil, policy, isPolicy: true, isCertain: isCertain)
                if isCertain { return }
            }
        }
    }

    /// Walks through a chain.
    /// - Parameters:
    ///   - chain: The chain.
    ///   - depth: How many chains lead here.
    ///   - isCertain: Whether the connection comes here for certain; false as soon as it may have passed already.
    /// - Returns: How it ends, when that is certain.
    private mutating func walk(_ chain: Chain, depth: Int, _ isCertain: inout Bool) -> Ending {
        for rule in chain.rules where rule.fit != .no {
            steps += 1
            guard steps <= Self.mostSteps else {
                isCutShort = true
                isCertain = false
                return .undecided
            }
            let applies = isCertain && rule.fit == .yes
            switch rule.effect {
            case .accept:
                if applies { return .accepted }
                isCertain = false
            case .stop(let verdict):
                add(chain, rule.handle, verdict, isPolicy: false, isCertain: applies)
                if applies { return .stopped }
            case .giveBack:
                if rule.fit == .yes { return .undecided }
                isCertain = false
            case .unknown: isCertain = false
            case .jump(let name), .goTo(let name):
                var isCertainThere = applies
                let ending = follow(name, from: chain, depth: depth, &isCertainThere)
                if ending != .undecided { return ending }
                if applies { isCertain = isCertainThere } else if rule.fit != .yes { isCertain = false }
                if case .goTo = rule.effect, rule.fit == .yes { return .undecided }
            }
        }
        return .undecided
    }

    private mutating func follow(_ name: String, from chain: Chain, depth: Int, _ isCertain: inout Bool) -> Ending {
        let place = places[Name(family: chain.family, table: chain.table, chain: name)]
        guard let place, depth < Self.deepest else {
            if place != nil { isCutShort = true }
            isCertain = false
            return .undecided
        }
        return walk(chains[place], depth: depth + 1, &isCertain)
    }

    private mutating func add(
        _ chain: Chain, _ handle: Int?, _ verdict: FirewallRule.Verdict, isPolicy: Bool, isCertain: Bool
    ) {
        let rule = FirewallRule(
            source: source, family: chain.family, table: chain.table, chain: chain.name, handle: handle,
            isPolicy: isPolicy, verdict: verdict, fit: isCertain ? .certain : .possible)
        if found.count < 200 {
            if !found.contains(rule) { found.append(rule) }
        } else {
            isCutShort = true
        }
    }
}
