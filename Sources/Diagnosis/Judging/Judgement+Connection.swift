internal import StorageModel

/// The connections, one per address.
extension Judgement {
    /// A connection that took longer was asked for twice: the first try is repeated after one second (RFC 6298 section 2).
    private static let resent = Duration.seconds(1)
    /// A connection is one way there and back; one that takes longer makes every folder slow.
    private static let slow = Duration.milliseconds(500)

    /// One packet gets lost now and then; more of the dozen that a greeting takes do not.
    private static let noticeableLoss = 2

    /// Whether nothing that was said on a connection was acknowledged: it stands, and nothing passes.
    func isUnheard(_ attempt: GreetingAttempt) -> Bool {
        attempt.outcome == .silent
            && attempts.contains { $0.address == attempt.address && $0.retransmissions >= Self.noticeableLoss }
    }

    /// The port of NetBIOS, which is knocked at where port 445 does not answer (RFC 1002 section 4.3).
    private static let netBIOSPort: UInt16 = 139

    /// The attempts on the service itself.
    private var attempts: [ConnectionAttempt] { sighting.connections.filter { !isWitness($0) } }

    /// The attempts on the port of NetBIOS, which only tell causes apart.
    private var witnesses: [ConnectionAttempt] { sighting.connections.filter(isWitness) }

    private func isWitness(_ attempt: ConnectionAttempt) -> Bool {
        attempt.port == Self.netBIOSPort && expectation.service.effectivePort != Self.netBIOSPort
    }

    /// What knocking at the port of NetBIOS came to, at addresses whose own port does not answer; the best of several.
    private var witness: ConnectionAttempt.Outcome? {
        let silent = Set(attempts.filter { $0.outcome == .noAnswer }.map(\.address))
        let outcomes = witnesses.filter { silent.contains($0.address) }.map(\.outcome)
        return outcomes.first { $0 == .connected } ?? outcomes.first { $0 == .refused } ?? outcomes.first
    }

    var connectionFinding: Finding? {
        guard let furthest = attempts.max(by: { $0.outcome.reach < $1.outcome.reach }) else { return nil }
        var evidence = [
            Evidence("port", String(furthest.port)), Evidence("addresses", attempts.map(\.address).listed),
        ]
        let words = attempts.map(\.outcome.word)
        if Set(words).count == 1 {
            evidence.append(Evidence("outcome", words[0]))
        } else {
            let pairs = zip(attempts, words).map { "\($0.address) \($1)" }
            evidence.append(Evidence("outcomes", pairs.prefix(8).joined(separator: ", ")))
        }
        switch furthest.outcome {
        case .connected: return reachedFinding(evidence)
        case .rejected(let rejection): evidence.append(Evidence("icmp", rejection.rawValue))
        case .failed(let errno): evidence.append(Evidence("errno", String(errno)))
        default: break
        }
        if let witness { evidence.append(Evidence("port139", witness.word)) }
        guard var suspicion = suspicion(of: furthest.outcome) else {
            return .broken(nil, furthest.duration, evidence)
        }
        let others = attempts.filter { $0.outcome != .noRoute }.compactMap { self.suspicion(of: $0.outcome)?.cause }
        suspicion = Suspicion(suspicion.cause, or: suspicion.alternatives + others)
        return .broken(suspicion, furthest.duration, evidence)
    }

    /// What an attempt that did not connect means; nil when nobody knows.
    private func suspicion(of outcome: ConnectionAttempt.Outcome) -> Suspicion? {
        let usual: [Cause] = expectation.service.effectivePort == 445 ? [.port445Blocked] : []
        return switch outcome {
        case .connected, .failed: nil
        case .refused, .rejected(.portUnreachable): Suspicion(.tcpRefused)
        case .noAnswer where witness == .connected: Suspicion(.port445Blocked)
        // The server is there, and so is the way to it.
        case .noAnswer where witness == .refused: Suspicion(.tcpDropped, or: usual)
        case .noAnswer: Suspicion(.tcpDropped, or: usual + [.splitTunnel, .hostUnreachable])
        case .rejected(.administrativelyProhibited), .rejected(.other): Suspicion(.tcpRejected)
        // Firewalls, too, say so of what they do not let through.
        case .rejected(.hostUnreachable): Suspicion(.hostUnreachable, or: [.tcpRejected])
        case .rejected(.networkUnreachable): Suspicion(.noRoute, or: [.tcpRejected])
        // The address is searched for on the own network: at home it may be a neighbour's.
        case .hostUnreachable: Suspicion(.hostUnreachable, or: [.addressOverlap])
        case .noRoute: Suspicion(.noRoute, or: [.vpnDown])
        case .forbiddenHere: Suspicion(.clientFirewall)
        }
    }

    /// What connections mean of which one at least stands.
    private func reachedFinding(_ evidence: [Evidence]) -> Finding {
        let connected = attempts.filter { $0.outcome == .connected }
        let fastest = connected.map(\.duration).min()
        // A computer without the one version of the Internet Protocol loses nothing where the other works.
        let missingFamilies: Set<IPAddress.Family> = Set(attempts.map(\.address.family)).filter { family in
            attempts.filter { $0.address.family == family }.allSatisfy { $0.outcome == .noRoute }
        }
        let dead = attempts.filter { $0.outcome != .connected && !missingFamilies.contains($0.address.family) }
        if !dead.isEmpty {
            let evidence = evidence + [Evidence("dead", dead.map(\.address).listed)]
            let isSixAlone = dead.allSatisfy { $0.address.family == .ipv6 }
            let isFourAlone = connected.allSatisfy { $0.address.family == .ipv4 }
            return .flawed(
                Suspicion(isSixAlone && isFourAlone ? .ipv6Broken : .addressPartlyDead), fastest, evidence)
        }
        let slowest = connected.map(\.duration).max() ?? .zero
        if slowest >= Self.resent {
            return .flawed(Suspicion(.packetLoss, or: [.slowLink, .serverConnectionLimit]), slowest, evidence)
        }
        let resent = connected.map(\.retransmissions).max() ?? 0
        if resent >= Self.noticeableLoss, !sighting.greetings.contains(where: isUnheard) {
            let evidence = evidence + [Evidence("retransmissions", String(resent))]
            return .flawed(Suspicion(.packetLoss, or: [.slowLink]), slowest, evidence)
        }
        if let fastest, fastest >= Self.slow {
            return .flawed(Suspicion(.slowLink, or: [.packetLoss]), fastest, evidence)
        }
        return .fine(fastest, evidence)
    }
}

extension ConnectionAttempt.Outcome {
    /// How far from here an attempt came to its end; the furthest tells most.
    fileprivate var reach: Int {
        switch self {
        case .noRoute: 0
        case .failed: 1
        case .forbiddenHere: 2
        case .hostUnreachable: 3
        case .noAnswer: 4
        case .rejected(.portUnreachable): 6
        case .rejected: 5
        case .refused: 6
        case .connected: 7
        }
    }

    /// The outcome in one word.
    fileprivate var word: String {
        switch self {
        case .connected: "connected"
        case .refused: "refused"
        case .noAnswer: "no-answer"
        case .rejected: "rejected"
        case .hostUnreachable: "host-unreachable"
        case .noRoute: "no-route"
        case .forbiddenHere: "forbidden-here"
        case .failed: "error"
        }
    }
}
