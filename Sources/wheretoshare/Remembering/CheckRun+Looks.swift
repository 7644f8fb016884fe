internal import CheckHistory
internal import Diagnosis
internal import StorageModel

extension CheckRun {
    /// A report with all looks at what was looked at more than once, by target.
    struct Looked {
        var report: CheckReport
        var looks: [String: [Look]]
    }

    /// Looks at all targets, and at those that do not work again, so that a blip is not taken for a fault.
    ///
    /// A place counts as down when as many looks as the policy says found it down; no more looks are taken than it needs to
    /// know. Whoever was turned away at the sign-in is not sent there again, since that can lock the account.
    func looked(
        institution: String, policy: CheckPolicy, progress: (Int) -> CheckProgress
    ) async throws -> Looked {
        let start = ContinuousClock.now
        var seen = try await look(progress: progress(targets.count)) { _, _ in true }
        var looks: [Int: [Look]] = [:]
        for number in 1..<max(1, policy.looks) {
            let open = targets.indices.filter { place in
                seen[place].map { $0.observation.isWorthAnotherLook || looks[place] != nil } ?? false
                    && !Self.isDecided(looks[place] ?? seen[place].map { [Look($0)] } ?? [], policy)
            }
            guard !open.isEmpty else { break }
            try await Task.sleep(for: .seconds(policy.pauseSeconds))
            var again = self
            again.targets = open.map { targets[$0] }
            let next = try await again.look(progress: progress(open.count)) { _, _ in true }
            for (place, next) in zip(open, next) {
                guard let next, let before = seen[place] else { continue }
                if number == 1 || looks[place] == nil { looks[place] = [Look(before)] }
                looks[place, default: []].append(Look(next))
                seen[place] = Self.telling(looks[place] ?? [], before, next, policy)
            }
        }
        var entries = zip(targets, seen).compactMap { target, seen in
            seen.map { CheckReport.Entry(system: target.system, observation: $0.observation, at: $0.at) }
        }
        for (place, observation) in Observations(entries.map(\.observation)).relating().enumerated() {
            entries[place].observation = observation
        }
        let named = looks.map { (targets[$0.key].expectation.target, $0.value) }
        return Looked(
            report: CheckReport(
                entries: entries, vantage: vantage, institution: institution, duration: ContinuousClock.now - start,
                endedAt: .now),
            looks: Dictionary(named) { first, _ in first })
    }

    /// Whether more looks would change nothing.
    private static func isDecided(_ looks: [Look], _ policy: CheckPolicy) -> Bool {
        let failing = looks.count { $0.verdict == .failed }
        let left = policy.looks - looks.count
        return failing >= policy.failingLooks || failing + left < policy.failingLooks
    }

    /// What counts after another look: the last look that says what most say.
    private static func telling(_ looks: [Look], _ before: Seen, _ next: Seen, _ policy: CheckPolicy) -> Seen {
        let isDown = looks.count { $0.verdict == .failed } >= policy.failingLooks
        if isDown { return next.observation.verdict == .failed ? next : before }
        return next.observation.verdict == .failed && before.observation.verdict != .failed ? before : next
    }
}

extension Look {
    fileprivate init(_ seen: CheckRun.Seen) {
        self.init(at: seen.at, verdict: seen.observation.verdict, cause: seen.observation.cause)
    }
}

extension Observation {
    /// Whether another look may find it working.
    fileprivate var isWorthAnotherLook: Bool {
        verdict == .failed && !steps.contains { $0.stage == .auth && $0.state == .fail }
    }
}
