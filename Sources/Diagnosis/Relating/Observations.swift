public import StorageModel

/// The observations of one run from one place, which know more together than each alone.
///
/// A second target is a witness: what still works on the same server, or over the same line, cannot be what is wrong.
public struct Observations: Hashable, Sendable {
    /// The observations, in the order of the run.
    public var all: [Observation]

    /// Puts the observations of one run together.
    public init(_ all: [Observation]) {
        self.all = all
    }

    /// Causes that lie between here and everything else, when all systems fail alike.
    private static let causesHere: Set<Cause> = [
        .clientFirewall, .dnsInternalOnly, .dnsNoAnswer, .noRoute, .tcpDropped, .tcpRejected,
    ]

    /// Of those, the ones that a VPN would change.
    private static let causesOutside: Set<Cause> = [.dnsInternalOnly, .noRoute, .tcpDropped, .tcpRejected]

    /// Each observation in the light of the others, in the same order; verdicts and steps' states stay what they are.
    public func relating() -> [Observation] {
        let shared = causeOfAll
        let witnesses = Witnesses(all)
        return all.map { observation in
            var observation = observation
            switch observation.cause {
            case .tcpDropped, .port445Blocked: weighBlockedPort(&observation, witnesses)
            case .backendHung: weighHungServer(&observation, witnesses)
            default: break
            }
            if let shared, observation.cause == shared { blameThisPlace(&observation, witnesses) }
            return observation
        }
    }

    /// The one cause for which all systems fail, of two at least; nil when there is none.
    private var causeOfAll: Cause? {
        let judged = all.filter { $0.verdict != .unknown }
        guard Set(judged.map(\.system)).count > 1, let cause = judged.first?.cause, Self.causesHere.contains(cause),
            judged.allSatisfy({ $0.verdict == .failed && $0.cause == cause })
        else { return nil }
        return cause
    }

    /// When everything fails alike, no single server is to blame.
    private func blameThisPlace(_ observation: inout Observation, _ witnesses: Witnesses) {
        observation.alternatives.removeAll { $0 == .hostUnreachable || $0 == .addressOverlap }
        if let cause = observation.cause, Self.causesOutside.contains(cause) {
            observation.alternatives.removeAll { $0 == .vpnDown }
            observation.alternatives.insert(.vpnDown, at: 0)
        }
        observation.witness("shared", "all \(witnesses.bySystem.count) systems fail the same way from here")
    }

    /// A port that another server answers on is not blocked for all.
    private func weighBlockedPort(_ observation: inout Observation, _ witnesses: Witnesses) {
        guard observation.cause == .port445Blocked || observation.alternatives.contains(.port445Blocked) else { return }
        guard let witness = witnesses.answeringOn445.first(where: { $0.system != observation.system }) else { return }
        observation.cause = .tcpDropped
        observation.alternatives.removeAll { $0 == .port445Blocked }
        observation.witness("ruledOut", "\(Cause.port445Blocked.rawValue): \(witness.target) answers on port 445")
    }

    /// One share that hangs is the storage behind it; all shares that hang are the server.
    private func weighHungServer(_ observation: inout Observation, _ witnesses: Witnesses) {
        let siblings = witnesses.siblings(of: observation)
        if let witness = siblings.first(where: { $0.has(.ok, at: .stat) || $0.has(.ok, at: .list) }) {
            guard observation.alternatives.contains(.serverHung) else { return }
            observation.alternatives.removeAll { $0 == .serverHung }
            observation.witness("ruledOut", "\(Cause.serverHung.rawValue): \(witness.target) answers")
        } else if !siblings.isEmpty, observation.alternatives.contains(.serverHung),
            siblings.allSatisfy({ $0.cause == .backendHung && $0.alternatives.contains(.serverHung) })
        {
            observation.cause = .serverHung
            observation.alternatives = [.backendHung]
            observation.witness("shared", "all \(siblings.count + 1) shares of \(observation.system) hang")
        }
    }
}

/// The observations that say something about others, sorted once, because a run may have thousands.
private struct Witnesses {
    /// Those with a verdict, by their system.
    let bySystem: [Substring: [Observation]]
    /// The first two systems' that answer on port 445; one of them is another system than any given one.
    let answeringOn445: [Observation]

    init(_ all: [Observation]) {
        bySystem = Dictionary(grouping: all.lazy.filter { $0.verdict != .unknown }, by: \.system)
        var answering: [Observation] = []
        for observation in all where answering.count < 2 && observation.answersOn445 {
            if answering.first?.system != observation.system { answering.append(observation) }
        }
        answeringOn445 = answering
    }

    /// The others on the same system.
    func siblings(of observation: Observation) -> [Observation] {
        (bySystem[observation.system] ?? []).filter { $0.target != observation.target }
    }
}

extension Observation {
    /// The part of the target before the slash: the system.
    fileprivate var system: Substring { target.prefix { $0 != "/" } }

    fileprivate var answersOn445: Bool {
        steps.contains { $0.stage == .tcp && $0.state == .ok && $0.evidence.contains(Evidence("port", "445")) }
    }

    fileprivate func has(_ state: StageState, at stage: Stage) -> Bool {
        steps.contains { $0.stage == stage && $0.state == state }
    }

    /// Adds what another target showed to the step that did not work.
    fileprivate mutating func witness(_ name: String, _ value: String) {
        guard let index = steps.firstIndex(where: { $0.state == .fail }) else { return }
        if let known = steps[index].evidence.firstIndex(where: { $0.name == name }) {
            steps[index].evidence[known].value += "; " + value
        } else {
            steps[index].evidence.append(Evidence(name, value))
        }
    }
}
