internal import Diagnosis
internal import HostFacts
internal import Probing
internal import StorageModel

/// Looks for why one place cannot be reached: at the place, at others that are witnesses, and at this computer.
struct DiagnosisRun {
    /// The place.
    var target: CheckTarget
    /// Other shares on the same server, which are visited when somebody signs in.
    var siblings: [CheckTarget]
    /// Other servers.
    var others: [CheckTarget]
    /// The ways into the networks of the inside.
    var gateways: [CheckTarget]
    /// Who signs in; nil when nobody does.
    var signIn: SignIn?
    /// How that is done.
    var signInKind: AccessCase.SignInKind
    /// How long all of it may take.
    var deadline: Duration
    var vantage: Vantage
    /// Reads what this computer knows of itself, for the server's addresses and within a time.
    var situation: @Sendable (SituationQuestion) async -> HostSituation?

    /// More shares say nothing more, and each is a sign-in in the server's log.
    private static let mostSiblings = 2
    /// The part of the time that looking at the place itself may take.
    private static let shareOfPlace = 0.55
    /// How long a visit to another share may take.
    private static let siblingLimit = Duration.seconds(4)
    /// How long the question for a ticket may take; silence of its servers is heard sooner at their port.
    private static let ticketLimit = Duration.seconds(3)
    /// What is kept of the time for putting the answer together.
    private static let reserve = Duration.seconds(1)
    /// How long a server of tickets may take to accept a connection.
    private static let ticketServerLimit = Duration.seconds(2)

    /// What was seen, as evidence; what the inventory expects is not in it yet.
    func evidence(progress: CheckProgress) async throws -> AccessCase {
        let end = ContinuousClock.now + deadline
        let targets = [target] + others + gateways
        // Witnesses that are heard only where the place fails need some of the time.
        let run = CheckRun(
            targets: targets, signIn: signIn, deadline: deadline * Self.shareOfPlace, coversVisits: true, parallel: 2,
            vantage: vantage)
        let seen = try await run.look(progress: progress) { place, seen in
            // When the place itself is well, nobody waits for witnesses.
            place != 0 || seen.observation.verdict != .healthy
        }
        guard let first = seen.first, let own = first else {
            throw CommandProblem(
                what: "'\(target.name)' could not be looked at", why: "the look was called off", next: "try again",
                status: .unknown)
        }
        let failure = own.observation.steps.first { $0.state == .fail }?.stage
        let isTicketRefused = failure == .auth
        async let situation = situation(
            SituationQuestion(
                host: target.expectation.host, addresses: own.sighting.addresses,
                asksForTicket: isTicketRefused && signInKind == .ownTicket,
                limit: max(.seconds(1), min(Self.ticketLimit, end - .now - Self.reserve))))
        let shares = try await siblingsSeen(after: failure, until: end)
        let related = Observations(seen.compactMap { $0?.observation } + shares).relating()
        let gatewayNames = Set(gateways.map(\.name))
        var evidence = AccessCase(
            observation: related[0], sighting: own.sighting,
            witnesses: related.dropFirst().filter { !gatewayNames.contains($0.target) },
            gateways: related.dropFirst().filter { gatewayNames.contains($0.target) }, signIn: signInKind,
            now: Moment.now.secondsSince1970)
        evidence.situation = await situation
        if isTicketRefused, let kerberos = evidence.situation?.kerberos {
            evidence.ticketServers = try await ticketServers(kerberos, until: end)
        }
        return evidence
    }

    /// Visits other shares of the server where that tells something, which is after a sign-in that succeeded.
    ///
    /// An account that was refused is not tried again.
    private func siblingsSeen(after failure: Stage?, until end: ContinuousClock.Instant) async throws -> [Observation] {
        guard let signIn, let failure, failure > .auth, !siblings.isEmpty else { return [] }
        let run = CheckRun(
            targets: Array(siblings.prefix(Self.mostSiblings)), signIn: signIn,
            deadline: max(.seconds(1), min(Self.siblingLimit, end - .now - Self.reserve)), coversVisits: true,
            parallel: 2, vantage: vantage)
        return try await run.look(progress: .silent) { _, _ in true }.compactMap { $0?.observation }
    }

    /// Knocks at the servers that hand out tickets in the account's realm.
    private func ticketServers(
        _ kerberos: KerberosSituation, until end: ContinuousClock.Instant
    ) async throws -> [Observation] {
        guard let configuration = kerberos.configuration.value,
            let realm = kerberos.cache.tickets.value?.realm ?? configuration.defaultRealm
        else { return [] }
        let hosts: [String]
        switch configuration.servers(ofRealm: realm) {
        case .configured(let servers): hosts = servers
        // In a Windows domain its own name has the addresses of all its controllers.
        case .lookedUp: hosts = [realm.lowercased()]
        case .nowhere: hosts = []
        }
        let provenance = target.expectation.service.provenance
        let targets = hosts.prefix(4).map { CheckTarget(ticketServer: $0, provenance) }
        let run = CheckRun(
            targets: targets,
            deadline: min(Self.ticketServerLimit, max(.milliseconds(500), end - .now - Self.reserve / 2)),
            parallel: 1, vantage: vantage)
        return try await run.look(progress: .silent) { _, seen in !seen.observation.steps.allSatisfy { $0.state == .ok }
        }
        .compactMap { $0?.observation }
    }
}

/// What a diagnosis wants to know of this computer.
struct SituationQuestion: Sendable {
    /// The server's name.
    var host: String
    /// Its addresses.
    var addresses: [IPAddress]
    /// Whether a Kerberos ticket for the server is asked for, to hear what the ticket servers say.
    var asksForTicket: Bool
    /// How long the answer may take.
    var limit: Duration
}

extension CheckTarget {
    /// A server that hands out Kerberos tickets, as it is written in the configuration: a host, and a port after a colon
    /// where it is not 88 (RFC 4120 section 7.2.3.1).
    fileprivate init(ticketServer text: String, _ provenance: Provenance) {
        let parts = text.split(separator: ":")
        let isHostAndPort = parts.count == 2
        let host = isHostAndPort ? String(parts[0]) : text
        let port = isHostAndPort ? UInt16(parts[1]) ?? 88 : 88
        let service = Service(kind: .tcp, port: port, provenance: provenance)
        let stages: [Stage] = IPAddress(host) == nil ? [.dns, .tcp] : [.tcp]
        self.init(
            system: nil,
            expectation: Diagnosis.Expectation(target: text, host: host, service: service, stages: stages),
            sweepTarget: SweepTarget(host: host, service: service, stages: Set(stages)))
    }
}

extension Sighting {
    /// The addresses that were tried, each once.
    fileprivate var addresses: [IPAddress] {
        connections.map(\.address).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
