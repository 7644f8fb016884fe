import Diagnosis
import StorageModel
import Testing

/// One row of a table: what was seen, and what has to be said of it.
struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var expectation = Samples.expectation()
    var sighting: Sighting
    var verdict: Verdict
    var cause: Cause?
    var alternatives: [Cause] = []
    /// The step that is not as it should be.
    var stage: Stage
    var state: StageState

    var testDescription: String { name }

    /// A target that cannot be used.
    static func failed(
        _ name: String, _ cause: Cause, or alternatives: [Cause] = [], at stage: Stage,
        _ expectation: Diagnosis.Expectation, _ sighting: Sighting
    ) -> Self {
        Self(
            name: name, expectation: expectation, sighting: sighting, verdict: .failed, cause: cause,
            alternatives: alternatives, stage: stage, state: .fail)
    }

    /// A target that can be used, with a flaw.
    static func degraded(
        _ name: String, _ cause: Cause, or alternatives: [Cause] = [], at stage: Stage,
        _ expectation: Diagnosis.Expectation, _ sighting: Sighting
    ) -> Self {
        Self(
            name: name, expectation: expectation, sighting: sighting, verdict: .degraded, cause: cause,
            alternatives: alternatives, stage: stage, state: .warn)
    }

    /// A target of which nobody knows what is wrong.
    static func unknown(
        _ name: String, _ cause: Cause? = nil, at stage: Stage, _ state: StageState,
        _ expectation: Diagnosis.Expectation, _ sighting: Sighting
    ) -> Self {
        Self(
            name: name, expectation: expectation, sighting: sighting, verdict: .unknown, cause: cause, stage: stage,
            state: state)
    }

    /// A file server that cannot be used.
    static func failed(
        _ name: String, _ cause: Cause, or alternatives: [Cause] = [], at stage: Stage, _ sighting: Sighting
    ) -> Self {
        failed(name, cause, or: alternatives, at: stage, Samples.expectation(), sighting)
    }

    /// A file server that can be used, with a flaw.
    static func degraded(
        _ name: String, _ cause: Cause, or alternatives: [Cause] = [], at stage: Stage, _ sighting: Sighting
    ) -> Self {
        degraded(name, cause, or: alternatives, at: stage, Samples.expectation(), sighting)
    }

    /// A file server of which nobody knows what is wrong.
    static func unknown(
        _ name: String, _ cause: Cause? = nil, at stage: Stage, _ state: StageState, _ sighting: Sighting
    ) -> Self {
        unknown(name, cause, at: stage, state, Samples.expectation(), sighting)
    }

    /// Judges the sighting, and compares everything that the row says.
    func check() {
        let observation = expectation.observation(of: sighting, at: Samples.now)
        #expect(observation.target == expectation.target)
        #expect(observation.verdict == verdict)
        #expect(observation.cause == cause)
        #expect(observation.alternatives == alternatives)
        #expect(observation.steps.map(\.stage) == expectation.stages.sorted())
        for step in observation.steps {
            if step.stage < stage {
                #expect(step.state == .ok, "\(step.stage)")
            } else if step.stage == stage {
                #expect(step.state == state, "\(step.stage)")
            } else if state == .warn {
                #expect(step.state == .ok, "\(step.stage)")
            } else {
                #expect(step.state == .notChecked, "\(step.stage)")
                #expect(step.evidence.first?.name == "because", "\(step.stage)")
            }
        }
    }
}
