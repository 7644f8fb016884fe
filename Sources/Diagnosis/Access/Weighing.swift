internal import StorageModel

/// The cause that is held for true while witnesses are heard.
struct Weighing {
    let evidence: AccessCase
    /// The cause; nil when there is none, or when nobody knows.
    private(set) var cause: Cause?
    /// What would look the same.
    private(set) var rivals: [Cause]
    private(set) var support: [Witness] = []
    private(set) var ruledOut: [AccessDiagnosis.RuledOut] = []

    init(_ evidence: AccessCase) {
        self.evidence = evidence
        cause = evidence.observation.cause
        rivals = evidence.observation.alternatives
    }

    /// Whether a cause is still possible.
    func suspects(_ suspect: Cause) -> Bool { cause == suspect || rivals.contains(suspect) }

    /// A witness names the cause: nothing else is possible any more.
    mutating func settle(on settled: Cause, by witness: Witness) {
        if suspects(settled) {
            for other in [cause].compactMap(\.self) + rivals where other != settled { note(other, witness) }
        }
        ruledOut.removeAll { $0.cause == settled }
        if cause != settled { support = [] }
        cause = settled
        rivals = []
        support(with: witness)
    }

    /// A witness makes a cause likelier than the one held so far, which stays possible.
    mutating func prefer(_ better: Cause, by witness: Witness) {
        guard cause != better else { return support(with: witness) }
        rivals.removeAll { $0 == better }
        if let cause { rivals.insert(cause, at: 0) }
        cause = better
        support(with: witness)
    }

    /// A witness adds a possibility.
    mutating func admit(_ rival: Cause) {
        if !suspects(rival) { rivals.append(rival) }
    }

    /// A witness speaks against a cause; the likeliest rival takes its place.
    ///
    /// A cause without rivals stays: something has to be wrong, and nothing else is known that could be.
    mutating func ruleOut(_ suspects: Cause..., by witness: Witness) {
        for suspect in suspects {
            if cause == suspect {
                guard let next = rivals.first else { continue }
                cause = next
                rivals.removeFirst()
                note(suspect, witness)
            } else if rivals.contains(suspect) {
                rivals.removeAll { $0 == suspect }
                note(suspect, witness)
            }
        }
    }

    /// A witness speaks against what people would think of first, whether or not the check did.
    mutating func dismiss(_ suspect: Cause, by witness: Witness) {
        guard cause != suspect else { return }
        rivals.removeAll { $0 == suspect }
        note(suspect, witness)
    }

    mutating func support(with witness: Witness) {
        if !support.contains(witness) { support.append(witness) }
    }

    private mutating func note(_ suspect: Cause, _ witness: Witness) {
        guard !ruledOut.contains(where: { $0.cause == suspect }) else { return }
        ruledOut.append(.init(suspect, by: witness))
    }
}

extension AccessCase {
    /// The first step that did not work; nil when all did that were tried.
    var failedStage: Stage? { observation.steps.first { $0.state == .fail }?.stage }

    /// The addresses that did not let anybody in, as far as they were tried; else all of them.
    var sickAddresses: [IPAddress] {
        let tried = sighting.connections.filter { $0.outcome != .connected }.map(\.address)
        return tried.isEmpty ? sighting.connections.map(\.address) : tried
    }

    /// The first greeting of a server.
    var greeting: ServerGreeting? { sighting.greetings.lazy.compactMap(\.greeting).first }
}
