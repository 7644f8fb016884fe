public import StorageModel

extension Expectation {
    /// Judges what a check saw: what became of each step, and the one thing that is wrong.
    ///
    /// The first step that did not work hides all later ones, whatever was seen of them: they are consequences, or
    /// belong to another server. What only looks odd degrades the target, and the first such thing is named. The
    /// answer depends on the arguments alone.
    /// - Parameters:
    ///   - sighting: What was seen.
    ///   - now: The time of the check, in seconds since 1970; certificates are held against it.
    /// - Returns: The judgement, with the steps that were asked for.
    public func observation(of sighting: Sighting, at now: Int64) -> Observation {
        let judgement = Judgement(expectation: self, sighting: sighting, now: now)
        var observation = Observation(target: target, verdict: .unknown)
        observation.server = sighting.greetings.lazy.compactMap(\.greeting).first
        if observation.server?.clockSkewSeconds?.isFinite == false { observation.server?.clockSkewSeconds = nil }
        var flaw: Suspicion?
        var hindrance: (finding: Finding, because: String)?
        var isComplete = !stages.isEmpty
        for stage in Stage.allCases where stage <= stages.max() ?? .dns {
            let isAsked = stages.contains(stage)
            if let hindrance {
                if isAsked { observation.steps.append(Finding.unchecked(hindrance.because).step(stage)) }
                continue
            }
            guard let finding = judgement.finding(at: stage) else {
                if isAsked {
                    isComplete = false
                    observation.steps.append(Finding.unchecked("nothing was seen of it").step(stage))
                }
                continue
            }
            if isAsked { observation.steps.append(finding.step(stage)) }
            switch finding.state {
            case .ok: break
            case .warn: if isAsked { flaw = flaw ?? finding.suspicion }
            case .fail, .notChecked: hindrance = (finding, stage.becauseItFailed(finding))
            }
            if stage == .auth, finding.state == .ok || finding.state == .warn {
                observation.isEncrypted = sighting.visit?.isEncrypted
            }
        }
        if hindrance == nil, let size = sighting.visit?.sizeBytes, let free = sighting.visit?.freeBytes {
            observation.space = Observation.Space(size: size, free: free)
        }
        let suspicion: Suspicion?
        switch hindrance?.finding {
        case let finding?:
            suspicion = finding.suspicion.map { $0.explained(by: flaw) }
            observation.verdict = finding.state == .fail && suspicion != nil ? .failed : .unknown
        case nil:
            suspicion = isComplete ? flaw : nil
            observation.verdict = isComplete ? (flaw == nil ? .healthy : .degraded) : .unknown
        }
        observation.cause = suspicion?.cause
        observation.alternatives = suspicion?.alternatives ?? []
        return observation
    }
}

extension Stage {
    /// Why what comes after this step was not checked.
    func becauseItFailed(_ finding: Finding) -> String {
        if finding.state == .notChecked {
            return switch finding.suspicion?.cause {
            case .probeCrashed: "the check itself broke off"
            case .deadlineExceeded: "the check ran out of time"
            default: self >= .auth ? "nobody signed in" : "the connection was not opened again"
            }
        }
        return switch self {
        case .dns:
            switch finding.suspicion?.cause {
            case .dnsNoAnswer: "no name server answered"
            case .dnsWrongAddress: "the name leads to another address"
            default: "the name was not found"
            }
        case .tcp: "the server was not reached"
        case .negotiate:
            finding.suspicion?.cause == .wrongServer ? "another server answers" : "no SMB session can begin"
        case .tls: "there is no protected connection"
        case .http: "the page did not come"
        case .rdp: "Remote Desktop did not answer"
        case .auth: "the sign-in did not succeed"
        case .tree: "the share was not opened"
        case .stat: "the folder was not reached"
        case .list: "the folder was not listed"
        case .read: "the file was not read"
        case .write: "nothing was written"
        case .space: "the space is not known"
        }
    }
}
