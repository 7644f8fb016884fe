internal import Synchronization
internal import StorageModel

/// Looks at one server as far as anybody can without signing in: its name, its ports, and what answers there.
struct ServerProbe: Sendable {
    private let loop: EventLoop
    private let resolver: NameResolver
    private let knocking = Places(count: Turn.count)

    /// Probes on a loop.
    init(on loop: EventLoop) {
        self.loop = loop
        resolver = NameResolver(on: loop)
    }

    /// Looks up the name, opens a connection to every address, and speaks to whatever answers.
    /// - Parameters:
    ///   - host: The host's name or address.
    ///   - service: What should answer there.
    ///   - reach: How far to go.
    ///   - limits: How long each step may take.
    ///   - deadline: When all of it has to be over.
    /// - Returns: What was seen; nothing is judged.
    func sighting(
        of host: String, speaking service: Service, reaching reach: ProbeReach = .answers, within limits: ProbeLimits,
        until deadline: ContinuousClock.Instant
    ) async -> Sighting {
        let lookup = await resolver.lookUp(host, until: min(deadline, .now + limits.lookup))
        var sighting = Sighting(lookup: IPAddress(host) == nil ? lookup : nil)
        guard reach > .lookup else { return sighting }
        var service = service
        if reach == .connections {
            service.port = service.effectivePort
            service.kind = .tcp
        }
        let spoken = service
        let addresses = lookup.addresses.prefix(limits.addresses)
        let visits = await withTaskGroup(of: (Int, AddressVisit).self, returning: [AddressVisit].self) { group in
            for (place, address) in addresses.enumerated() {
                group.addTask {
                    (place, await visit(address, speaking: spoken, within: limits, until: deadline))
                }
            }
            var visits: [Int: AddressVisit] = [:]
            for await (place, visit) in group { visits[place] = visit }
            return addresses.indices.compactMap { visits[$0] }
        }
        for visit in visits {
            sighting.connections += visit.connections
            if let greeting = visit.greeting { sighting.greetings.append(greeting) }
        }
        sighting.remoteDesktop = visits.lazy.compactMap(\.remoteDesktop).first
        if [.seafile, .tls].contains(service.kind), !lookup.addresses.isEmpty {
            sighting.web = await WebProbe().answer(
                of: host, speaking: service, at: visits.first(where: \.isConnected)?.connections.first?.address,
                until: min(deadline, .now + limits.web))
        }
        return sighting
    }

    /// What one address gave.
    private struct AddressVisit {
        var connections: [ConnectionAttempt]
        var greeting: GreetingAttempt?
        var remoteDesktop: RemoteDesktopAnswer?

        var isConnected: Bool { connections.first?.outcome == .connected }
    }

    private func visit(
        _ address: IPAddress, speaking service: Service, within limits: ProbeLimits,
        until deadline: ContinuousClock.Instant
    ) async -> AddressVisit {
        let port = service.effectivePort
        let arrival = ContinuousClock.now
        let turn = try? await Turn(among: knocking)
        let start = ContinuousClock.now
        // Waiting for one's turn costs nobody else time, and not oneself either.
        let deadline = deadline + (start - arrival)
        defer { turn?.end() }
        // A filter of port 445 alone leaves the port of NetBIOS open. It is asked while the other has a last chance.
        async let neighbour: ConnectionAttempt? =
            service.kind == .smb && port == 445
            ? witness(
                address, 139, from: start + (limits.connection - limits.witness),
                until: min(deadline, start + limits.connection)) : nil
        var attempt = ConnectionAttempt(address: address, port: port, outcome: .connected, duration: .zero)
        var greeting: GreetingAttempt?
        var remoteDesktop: RemoteDesktopAnswer?
        do {
            let connection = try await connection(
                to: address, port, on: turn, until: min(deadline, start + limits.connection))
            attempt.duration = .now - start
            async let _: Void? = turn?.end(after: Turn.longPatience)
            let until = min(deadline, .now + limits.greeting)
            switch service.kind {
            case .smb:
                let begin = ContinuousClock.now
                let outcome = await Greeting.outcome(over: connection, until: until)
                greeting = GreetingAttempt(address: address, outcome: outcome, duration: .now - begin)
            case .rdp: remoteDesktop = await RemoteDesktopGreeting.answer(over: connection, until: until)
            case .seafile, .tls, .tcp: break
            }
            attempt.retransmissions = connection.retransmissions
        } catch {
            attempt.outcome = error.outcome
            attempt.duration = .now - start
        }
        var visit = AddressVisit(connections: [attempt], greeting: greeting, remoteDesktop: remoteDesktop)
        guard service.kind == .smb else { return visit }
        if let outcome = greeting?.outcome, [.closed, .reset].contains(outcome),
            await isSMB1Only(address, port, within: limits, until: deadline)
        {
            visit.greeting?.outcome = .smb1Only
        }
        if attempt.outcome == .noAnswer, let neighbour = await neighbour { visit.connections.append(neighbour) }
        return visit
    }

    /// Opens a connection, and lets others have a turn while it takes long.
    private func connection(
        to address: IPAddress, _ port: UInt16, on turn: Turn?, until deadline: ContinuousClock.Instant
    ) async throws(ConnectionFailure) -> Connection {
        async let _: Void? = turn?.end(after: Turn.patience)
        return try await Connection.open(to: address, port: port, on: loop, until: deadline)
    }

    /// Asks what tells a server of SMB 1 alone, which hangs up on SMB 2, from others that hang up.
    private func isSMB1Only(
        _ address: IPAddress, _ port: UInt16, within limits: ProbeLimits, until deadline: ContinuousClock.Instant
    ) async -> Bool {
        do {
            let connection = try await Connection.open(
                to: address, port: port, on: loop, until: min(deadline, .now + limits.connection))
            return await Greeting.isSMB1Only(over: connection, until: min(deadline, .now + limits.greeting))
        } catch {
            return false
        }
    }

    /// Whether another port answers; nil when nobody wants to know any more before its time has come.
    private func witness(
        _ address: IPAddress, _ port: UInt16, from begin: ContinuousClock.Instant,
        until deadline: ContinuousClock.Instant
    ) async -> ConnectionAttempt? {
        do { try await Task.sleep(until: begin, clock: .continuous) } catch { return nil }
        let start = ContinuousClock.now
        var attempt = ConnectionAttempt(address: address, port: port, outcome: .connected, duration: .zero)
        do {
            _ = try await Connection.open(to: address, port: port, on: loop, until: deadline)
        } catch {
            attempt.outcome = error.outcome
        }
        attempt.duration = .now - start
        return attempt
    }
}

extension ConnectionFailure {
    /// What came of the attempt; a cancelled one had no answer.
    fileprivate var outcome: ConnectionAttempt.Outcome {
        switch self {
        case .outcome(let outcome): outcome
        case .cancelled: .noAnswer
        }
    }
}
