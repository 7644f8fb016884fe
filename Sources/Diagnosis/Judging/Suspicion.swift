internal import StorageModel

/// A cause, with what would look the same from here.
struct Suspicion: Hashable, Sendable {
    /// What is most likely wrong.
    var cause: Cause
    /// What else could be, the likelier first; empty when the cause is certain.
    var alternatives: [Cause]

    /// Suspects one thing, and with less weight others; the cause itself and repeats are left off the others.
    init(_ cause: Cause, or alternatives: [Cause] = []) {
        self.cause = cause
        self.alternatives = []
        for alternative in alternatives where alternative != cause && !self.alternatives.contains(alternative) {
            self.alternatives.append(alternative)
        }
    }

    /// Causes that are nothing but waiting in vain, which a line that loses packets explains as well.
    private static let silences: Set<Cause> = [
        .accountsNotVerifiable, .backendHung, .halfOpen, .mtuBlackHole, .serverHung, .slowLink, .tcpDropped,
    ]

    /// The suspicion in the light of a flaw that an earlier step showed.
    func explained(by flaw: Suspicion?) -> Suspicion {
        guard let flaw, flaw.cause == .packetLoss, Self.silences.contains(cause) else { return self }
        return Suspicion(.packetLoss, or: [cause] + alternatives)
    }
}
