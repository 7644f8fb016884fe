internal import StorageModel

extension AccessCase {
    /// The one root cause, or that there is none, with what speaks for it and against others.
    ///
    /// The first step that did not work is where the cause lies; what this computer, other places and the inventory know
    /// tells apart what looks the same there. A later step is never called well because an earlier one explains it. The
    /// answer depends on the evidence alone.
    public func diagnosis() -> AccessDiagnosis {
        var weighing = Weighing(self)
        weighing.hearPath()
        weighing.hearSignIn()
        weighing.hearRights()
        weighing.hearMounts()
        weighing.hearClient()
        weighing.hearHistory()
        var observation = observation
        observation.cause = weighing.cause
        observation.alternatives = weighing.rivals
        let seemed = self.observation.cause
        return AccessDiagnosis(
            outcome: outcome(weighing), observation: observation, seemed: seemed == weighing.cause ? nil : seemed,
            support: weighing.support + mountWitnesses(weighing), ruledOut: weighing.ruledOut)
    }

    private func outcome(_ weighing: Weighing) -> AccessDiagnosis.Outcome {
        if case .notGranted = access {
            if isOpened { return .worksAgainstInventory }
            if let cause = weighing.cause, Weighing.denials.contains(cause) { return .deniedAsIntended }
        }
        switch observation.verdict {
        case .failed: return .broken
        case .healthy, .degraded: return weighing.cause == nil || weighing.cause == observation.cause ? .works : .broken
        case .unknown:
            if weighing.cause != nil, weighing.cause != observation.cause { return .broken }
            return observation.steps.contains { $0.state == .fail } || workingMount == nil ? .undecided : .works
        }
    }

    /// Whether the person's own sign-in opened the share.
    private var isOpened: Bool {
        observation.steps.contains { $0.stage == .list && [.ok, .warn].contains($0.state) }
    }

    /// A mount of the place that answers, so that it can be used by whoever mounted it.
    private var workingMount: Observation? { mounts.first { $0.verdict == .healthy } }

    private func mountWitnesses(_ weighing: Weighing) -> [Witness] {
        guard weighing.cause == nil, let workingMount else { return [] }
        return [.mountAnswers(path: workingMount.target)]
    }
}
