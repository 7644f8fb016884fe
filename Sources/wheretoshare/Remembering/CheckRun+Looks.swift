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
        let rule = LookRule(failing: policy.failingLooks, of: policy.looks)
        var seen = try await look(progress: progress(targets.count)) { _, _ in true }
        var all: [Int: [Seen]] = [:]
        for (place, seen) in seen.enumerated() where seen?.observation.isWorthAnotherLook ?? false {
            all[place] = seen.map { [$0] }
        }
        while true {
            let open = all.filter { !rule.isDecided($0.value.map(\.observation.verdict)) }.keys.sorted()
            guard !open.isEmpty else { break }
            try await Task.sleep(for: .seconds(policy.pauseSeconds))
            var again = self
            again.targets = open.map { targets[$0] }
            let next = try await again.look(progress: progress(open.count)) { _, _ in true }
            for (place, next) in zip(open, next) {
                // A look that was called off would be called off again.
                guard let next else {
                    all[place] = nil
                    continue
                }
                all[place, default: []].append(next)
            }
        }
        for (place, looks) in all {
            if let one = rule.telling(looks.map(\.observation.verdict)) { seen[place] = looks[one] }
        }
        var entries = zip(targets, seen).compactMap { target, seen in
            seen.map { CheckReport.Entry(system: target.system, observation: $0.observation, at: $0.at) }
        }
        for (place, observation) in Observations(entries.map(\.observation)).relating().enumerated() {
            entries[place].observation = observation
        }
        let named = all.filter { $0.value.count > 1 }
            .map { (targets[$0.key].expectation.target, $0.value.map { Look($0) }) }
        return Looked(
            report: CheckReport(
                entries: entries, vantage: vantage, institution: institution, duration: ContinuousClock.now - start,
                endedAt: .now),
            looks: Dictionary(named) { first, _ in first })
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
