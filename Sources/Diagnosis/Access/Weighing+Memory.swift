internal import StorageModel

/// What recorded checks saw from elsewhere.
extension Weighing {
    /// What lies on the way of one person or one computer, so that another vantage would not have it.
    private static let ofThisComputer: Set<Cause> = [
        .clientFirewall, .vpnDown, .splitTunnel, .addressOverlap, .port445Blocked,
    ]

    /// What fails on the inside for a reason that is possible here fails for that reason here, too.
    ///
    /// That it worked elsewhere hours ago proves nothing, and decides nothing.
    mutating func hearMemories() {
        guard evidence.observation.verdict == .failed else { return }
        for memory in evidence.memories where memory.verdict == .failed && memory.isInside {
            guard let seen = memory.cause, suspects(seen), !Self.ofThisComputer.contains(seen) else { continue }
            let witness = Witness.failsFrom(memory.vantage, since: memory.since)
            prefer(seen, by: witness)
            for rival in rivals where Self.ofThisComputer.contains(rival) { ruleOut(rival, by: witness) }
        }
    }
}
