internal import Diagnosis
internal import StorageModel

/// What a check has to say, in the words of one language.
struct CheckWording {
    let wording: Wording

    /// What is said of one target that is not healthy.
    struct Account: Hashable {
        /// What is wrong, as a headline.
        var title: String
        /// What was seen.
        var why: String
        /// What to do next.
        var next: String
        /// Who has to act.
        var who: String

        var lines: [String] { [title, why, next, who].filter { !$0.isEmpty } }
    }

    /// What is said of a target.
    func account(of entry: CheckReport.Entry) -> Account {
        let observation = entry.observation
        if let need = entry.needsVPN { return outside(need) }
        if observation.cause == nil, let refusal = refusalElsewhere(observation) { return spared(after: refusal) }
        if observation.isOfMount, observation.verdict == .unknown { return unasked(observation) }
        let best = observation.cause.map(advice)
        let others = observation.alternatives.map { advice(on: $0).title }
        let doubt = others.isEmpty ? "" : wording(.checkOrElse, wording.list(others, joinedBy: .or))
        return Account(
            title: best?.title ?? wording(.checkNotUnderstood),
            why: [evidence(of: observation), doubt].filter { !$0.isEmpty }.joined(separator: "; "),
            next: ([observation.cause.map(next) ?? wording(.checkAskWithEvidence)] + repair(of: observation))
                .joined(separator: " "),
            who: observation.cause.map { owner($0.owner) } ?? "")
    }

    /// What is said of places that outside nobody reaches without the VPN.
    private func outside(_ need: NeedOfVPN) -> Account {
        let network = need.network.map { wording.texts[.networks, $0] }
        let place =
            network.map { wording.say("this computer is on '\($0)'", "dieser Rechner ist im Netz „\($0)“") }
            ?? wording.say(
                "this computer is on a network that nobody knows", "dieser Rechner ist in einem unbekannten Netz")
        let ways =
            need.openWays.isEmpty
            ? ""
            : wording.say("; from here you reach ", "; von hier erreichbar: ") + need.openWays.joined(separator: ", ")
        return Account(
            title: wording.say(
                "You are outside: connect the VPN first", "Sie sind außerhalb: zuerst das VPN verbinden"),
            why: place
                + wording.say(
                    ", from where these places cannot be reached; whether the servers are well cannot be seen from here",
                    ", von dem aus diese Orte nicht erreichbar sind; wie es den Servern geht, sieht man von hier nicht")
                + ways,
            next: advice(on: .vpnDown).person + " " + wording.say("Then check again.", "Dann noch einmal prüfen."),
            who: owner(.user))
    }

    /// What is said of a mount that could not be asked.
    private func unasked(_ observation: Observation) -> Account {
        let seen = observation.steps.last.map { "\(stage($0.stage)): \(self.seen($0))" } ?? ""
        return Account(title: wording(.mountUnasked), why: seen, next: wording(.mountUnaskedNext), who: "")
    }

    /// The command that mends a mount.
    private func repair(of observation: Observation) -> [String] {
        observation.steps.flatMap(\.evidence).filter { $0.name == "repair" }.map { wording(.mountRepair, $0.value) }
    }

    /// What is said of a place that was spared a sign-in.
    private func spared(after refusal: Cause) -> Account {
        Account(
            title: wording(.checkSpared), why: "\(stage(.auth)): \(advice(on: refusal).title) (\(refusal.rawValue))",
            next: wording(.checkSparedNext), who: owner(refusal.owner))
    }

    /// Why the account was refused at another place, so that it was not tried at this one.
    private func refusalElsewhere(_ observation: Observation) -> Cause? {
        observation.steps.lazy.filter { $0.state == .notChecked }.flatMap(\.evidence)
            .first { $0.name == "refusedFor" }.flatMap { Cause(rawValue: $0.value) }
    }

    /// What to do about a cause: where people can help themselves, first what they do, then what the helpdesk does.
    private func next(on cause: Cause) -> String {
        let advice = advice(on: cause)
        return cause.owner == .user ? "\(advice.person) \(advice.helpdesk)" : advice.helpdesk
    }

    /// What people are told about a cause.
    func advice(on cause: Cause) -> CauseAdvice { cause.advice(in: wording.language) }

    /// The step that did not work, and what was seen of it.
    private func evidence(of observation: Observation) -> String {
        guard let step = observation.steps.first(where: { $0.state == .fail || $0.state == .warn }) else { return "" }
        let seen = self.seen(step)
        return seen.isEmpty ? stage(step.stage) : "\(stage(step.stage)): \(seen)"
    }

    /// What was seen of a step; a reason why it was not tried says as much.
    private func seen(_ step: Observation.Step) -> String {
        let seen = EvidenceWording(wording: wording).sentence(step)
        return seen.isEmpty ? step.evidence.first { $0.name == "because" }?.value ?? "" : seen
    }

    /// The name of a step.
    func stage(_ stage: Stage) -> String {
        switch stage {
        case .dns: wording(.stageDNS)
        case .tcp: wording(.stageTCP)
        case .negotiate: wording(.stageNegotiate)
        case .tls: wording(.stageTLS)
        case .http: wording(.stageHTTP)
        case .rdp: wording(.stageRDP)
        case .auth: wording(.stageAuth)
        case .tree: wording(.stageTree)
        case .stat: wording(.stageStat)
        case .list: wording(.stageList)
        case .read: wording(.stageRead)
        case .write: wording(.stageWrite)
        case .space: wording(.stageSpace)
        }
    }

    /// Who has to act.
    func owner(_ owner: Owner) -> String {
        switch owner {
        case .user: wording(.ownerUser)
        case .helpdesk: wording(.ownerHelpdesk)
        case .network: wording(.ownerNetwork)
        case .identity: wording(.ownerIdentity)
        case .storage: wording(.ownerStorage)
        }
    }

    /// How many targets have a verdict.
    func count(_ number: Int, _ verdict: Verdict) -> String {
        let text = wording.number(number)
        return switch verdict {
        case .healthy: wording(.countHealthy, text)
        case .degraded: wording(.countDegraded, text)
        case .failed: wording(.countFailed, text)
        case .unknown: wording(.countUnknown, text)
        }
    }

    /// A verdict in a word.
    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .healthy: wording(.verdictHealthy)
        case .degraded: wording(.verdictDegraded)
        case .failed: wording(.verdictFailed)
        case .unknown: wording(.verdictUnknown)
        }
    }
}

extension Observation {
    /// Whether it is about a path on this computer, and not about a place of the inventory.
    var isOfMount: Bool { target.hasPrefix("/") }
}
