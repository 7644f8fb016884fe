public import StorageModel

extension Expectation {
    /// Judges what was seen, and adds what the person's computer showed where nobody looked.
    ///
    /// What was seen counts more than what was shown: an error explains the first step that it can be about and that was
    /// not seen to work, and none when an earlier one was seen not to. Of several errors the first that fits counts.
    /// - Parameters:
    ///   - sighting: What was seen.
    ///   - errors: What the computer showed, the most telling first.
    ///   - now: The time, in seconds since 1970.
    /// - Returns: The judgement, with the steps that were asked for and the one that the error is about.
    public func observation(of sighting: Sighting, reported errors: [ReportedError], at now: Int64) -> Observation {
        var observation = observation(of: sighting, at: now)
        guard !observation.steps.contains(where: { $0.state == .fail }) else { return observation }
        let last = observation.steps.last { [.ok, .warn].contains($0.state) }?.stage
        for error in errors {
            let open = error.meanings.filter { meaning in last.map { meaning.stage > $0 } ?? true }
            guard let first = open.first else { continue }
            let suspicion = Suspicion(first.cause, or: open.dropFirst().prefix(Self.mostRivals).map(\.cause))
            let finding = Finding.broken(suspicion, nil, [Observation.Evidence("reported", error.name)])
            observation.steps.removeAll { $0.stage == first.stage }
            let place = observation.steps.firstIndex { $0.stage > first.stage } ?? observation.steps.endIndex
            observation.steps.insert(finding.step(first.stage), at: place)
            for later in observation.steps.indices.dropFirst(place + 1) {
                let because = first.stage.becauseItFailed(finding)
                observation.steps[later] = Finding.unchecked(because).step(observation.steps[later].stage)
            }
            observation.verdict = .failed
            observation.cause = suspicion.cause
            observation.alternatives = suspicion.alternatives
            break
        }
        return observation
    }

    /// More possibilities help nobody.
    private static let mostRivals = 6
}
