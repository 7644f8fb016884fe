internal import StorageModel

/// What SMB servers say before anybody signs in.
extension Judgement {
    var greetingFinding: Finding? {
        let attempts = sighting.greetings
        guard let furthest = attempts.max(by: { $0.outcome.reach < $1.outcome.reach }) else { return nil }
        guard furthest.greeting != nil else {
            // A server that hangs still has a kernel that acknowledges what arrives.
            let isUnheard = isUnheard(furthest)
            return .broken(
                isUnheard ? Suspicion(.halfOpen, or: [.packetLoss]) : suspicion(of: furthest.outcome),
                furthest.duration,
                [Evidence("address", furthest.address.description)] + furthest.outcome.evidence)
        }
        for attempt in attempts {
            guard let greeting = attempt.greeting, recognises(greeting) == false else { continue }
            return .broken(
                Suspicion(.wrongServer), attempt.duration,
                [Evidence("address", attempt.address.description)] + evidence(of: greeting) + promisedIdentity)
        }
        return agreedFinding(furthest)
    }

    /// Whether a server is the promised one; nil when nothing was promised that it told.
    func recognises(_ greeting: ServerGreeting) -> Bool? {
        if let promised = promise.serverGUID, promised != greeting.serverGUID { return false }
        let told = [greeting.netBIOSName, greeting.dnsName].compactMap { $0?.folded }
        if !promise.serverNames.isEmpty, !told.isEmpty {
            return promise.serverNames.contains { told.contains($0.folded) }
        }
        return promise.serverGUID == nil ? nil : true
    }

    /// What a greeting that did not succeed means; nil when nobody knows.
    private func suspicion(of outcome: GreetingAttempt.Outcome) -> Suspicion? {
        switch outcome {
        case .greeted: nil
        case .silent: Suspicion(.serverHung, or: [.halfOpen])
        // Whether a close arrives as such or as a reset depends on what the server had read until then.
        case .closed, .reset: Suspicion(.serverConnectionLimit, or: [.networkNotAllowed, .notSMB])
        case .notSMB: Suspicion(.notSMB)
        case .smb1Only: Suspicion(.smb1Only)
        case .noCommonDialect: Suspicion(.clientDialectTooOld)
        case .turnedAway: Suspicion(.networkNotAllowed)
        case .refused(let status): StatusTable.greeting[status]
        case .unreadable: Suspicion(.notSMB, or: [.networkNotAllowed])
        }
    }

    /// Holds what the servers told against the other promises; the gravest flaw first.
    private func agreedFinding(_ attempt: GreetingAttempt) -> Finding {
        let flaws = greetings.map(flaws(of:))
        let silent = sighting.greetings.filter { $0.greeting == nil }
        // The greeting that is shown is one with a flaw, if any has one.
        let index = flaws.firstIndex { !$0.isEmpty } ?? 0
        var evidence = evidence(of: greetings[index])
        var suspicions = flaws.flatMap(\.self)
        if !silent.isEmpty {
            evidence.append(Evidence("dead", silent.map(\.address).listed))
            let causes = silent.compactMap { suspicion(of: $0.outcome)?.cause }
            suspicions.append(Suspicion(.addressPartlyDead, or: causes))
        }
        guard let first = suspicions.first else { return .fine(attempt.duration, evidence) }
        return .flawed(first, attempt.duration, evidence)
    }

    /// What is weaker than promised about a server, the gravest first.
    private func flaws(of greeting: ServerGreeting) -> [Suspicion] {
        var flaws: [Suspicion] = []
        if promise.requiresEncryption, greeting.cipher == nil { flaws.append(Suspicion(.encryptionUnavailable)) }
        if let least = promise.leastDialect, greeting.dialect < least { flaws.append(Suspicion(.weakerThanPromised)) }
        if promise.requiresSigning == true, !greeting.requiresSigning { flaws.append(Suspicion(.weakerThanPromised)) }
        if let skew = greeting.clockSkewSeconds, skew.magnitude >= ClockSkew.noticeable {
            flaws.append(Suspicion(.clockSkew))
        }
        return flaws
    }

    /// What a server told, as evidence.
    private func evidence(of greeting: ServerGreeting) -> [Evidence] {
        var evidence = [
            Evidence("dialect", greeting.dialect.description),
            Evidence("signing", greeting.requiresSigning ? "required" : "optional"),
            Evidence("encryption", greeting.cipher?.shown ?? "none"),
            Evidence("guid", greeting.serverGUID.description),
        ]
        if let name = greeting.dnsName ?? greeting.netBIOSName { evidence.append(Evidence("name", name.shown)) }
        let mechanisms = (greeting.offersKerberos ? ["Kerberos"] : []) + (greeting.offersNTLM ? ["NTLM"] : [])
        evidence.append(Evidence("signIn", mechanisms.isEmpty ? "none" : mechanisms.joined(separator: ", ")))
        if let skew = greeting.clockSkewSeconds { evidence.append(Evidence("skewSeconds", ClockSkew.text(skew))) }
        return evidence
    }

    private var promisedIdentity: [Evidence] {
        var evidence: [Evidence] = []
        if let guid = promise.serverGUID { evidence.append(Evidence("promisedGUID", guid.description)) }
        if !promise.serverNames.isEmpty {
            evidence.append(Evidence("promisedNames", promise.serverNames.joined(separator: ", ").shown))
        }
        return evidence
    }
}

extension GreetingAttempt.Outcome {
    /// How much like SMB an answer is; the likest tells most.
    fileprivate var reach: Int {
        switch self {
        case .silent: 0
        case .reset: 1
        case .closed: 2
        case .notSMB: 3
        case .unreadable: 4
        case .turnedAway: 5
        case .smb1Only: 6
        case .noCommonDialect: 7
        case .refused: 8
        case .greeted: 9
        }
    }

    /// What was answered, as evidence.
    fileprivate var evidence: [Observation.Evidence] {
        func outcome(_ word: String) -> Observation.Evidence { Observation.Evidence("outcome", word) }
        return switch self {
        case .greeted: [outcome("greeted")]
        case .silent: [outcome("no-answer")]
        case .closed: [outcome("closed")]
        case .reset: [outcome("reset")]
        case .notSMB(let service): [outcome("not-smb"), Observation.Evidence("looksLike", service.shown)]
        case .smb1Only: [outcome("smb1-only")]
        case .noCommonDialect: [outcome("no-common-dialect")]
        case .turnedAway: [outcome("turned-away")]
        case .refused(let status): [outcome("refused")] + status.evidence
        case .unreadable(let error): [outcome("unreadable"), Observation.Evidence("error", error.shown)]
        }
    }
}

extension NTStatus {
    /// The name, when there is one, and the number.
    var evidence: [Observation.Evidence] {
        let number = Observation.Evidence("ntStatus", hexadecimal)
        return name.map { [number, Observation.Evidence("ntName", $0)] } ?? [number]
    }
}

extension String {
    /// The name of a host as it is compared: in small letters, without the dot at the end.
    var folded: String {
        let small = lowercased()
        return small.hasSuffix(".") ? String(small.dropLast()) : small
    }
}
