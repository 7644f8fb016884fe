internal import StorageModel

/// What one step of a check comes to.
struct Finding: Hashable, Sendable {
    /// What became of the step.
    var state: StageState
    /// What is wrong; nil when nothing is, or when nobody knows.
    var suspicion: Suspicion?
    /// How long the step took.
    var duration: Duration?
    /// What was seen; no name appears twice.
    var evidence: [Observation.Evidence]

    /// The step did what it should.
    static func fine(_ duration: Duration?, _ evidence: [Observation.Evidence] = []) -> Self {
        Self(state: .ok, suspicion: nil, duration: duration, evidence: evidence)
    }

    /// The step worked, with a flaw.
    static func flawed(
        _ suspicion: Suspicion, _ duration: Duration?, _ evidence: [Observation.Evidence] = []
    ) -> Self {
        Self(state: .warn, suspicion: suspicion, duration: duration, evidence: evidence)
    }

    /// The step did not work; without a suspicion nobody knows why.
    static func broken(
        _ suspicion: Suspicion?, _ duration: Duration?, _ evidence: [Observation.Evidence] = []
    ) -> Self {
        Self(state: .fail, suspicion: suspicion, duration: duration, evidence: evidence)
    }

    /// The step was not tried, or this program broke while it tried.
    static func unchecked(
        _ reason: String, _ suspicion: Suspicion? = nil, _ evidence: [Observation.Evidence] = []
    ) -> Self {
        Self(
            state: .notChecked, suspicion: suspicion, duration: nil,
            evidence: [Observation.Evidence("because", reason)] + evidence)
    }

    /// The step as it is reported.
    func step(_ stage: Stage) -> Observation.Step {
        Observation.Step(stage: stage, state: state, duration: duration, evidence: evidence)
    }
}
