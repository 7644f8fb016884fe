public import StorageModel

/// Looks at many targets at the same time: each server once, and then the shares on it.
///
/// A target that does not answer costs its own deadline and nobody else's: all servers are asked together, and only
/// visits with an account queue, two at a time for each server.
public struct Sweep: Sendable {
    /// Visits a share with an account, within a time that begins when the visit does.
    public typealias Visitor = @Sendable (_ target: SweepTarget, _ limit: Duration) async -> ShareVisit

    private let probe: ServerProbe
    private let limits: ProbeLimits
    private let deadline: Duration
    private let visitor: Visitor?

    /// Servers beyond this number wait for others to be done; it bounds memory, not speed.
    private static let mostServers = 4_096

    /// Puts the parts together.
    /// - Parameters:
    ///   - loop: What waits for the sockets.
    ///   - limits: How long each step before the sign-in may take.
    ///   - deadline: How long looking at one target may take, not counting the time it waits for its turn.
    ///   - visitor: Who visits shares; nil when nobody signs in.
    public init(
        on loop: EventLoop, within limits: ProbeLimits = ProbeLimits(), deadline: Duration, visitor: Visitor? = nil
    ) {
        probe = ServerProbe(on: loop)
        self.limits = limits
        self.deadline = deadline
        self.visitor = visitor
    }

    /// Looks at all targets.
    /// - Parameters:
    ///   - targets: What to look at.
    ///   - report: Is told each sighting as soon as it is complete, with the target's place in the list, from one task at
    ///     a time.
    public func run(
        _ targets: [SweepTarget], report: (_ place: Int, _ sighting: Sighting) async -> Void
    ) async {
        await run(targets) { place, sighting in
            await report(place, sighting)
            return true
        }
    }

    /// Looks at all targets until enough was seen; what is still under way then is called off.
    /// - Parameters:
    ///   - targets: What to look at.
    ///   - wantsMore: Is told each sighting as soon as it is complete, with the target's place in the list, from one task
    ///     at a time, and says whether the others are still wanted.
    public func run(
        _ targets: [SweepTarget], whileWanted wantsMore: (_ place: Int, _ sighting: Sighting) async -> Bool
    ) async {
        var placesByServer: [SweepTarget.Server: [Int]] = [:]
        var servers: [SweepTarget.Server] = []
        for (place, target) in targets.enumerated() {
            if placesByServer[target.server] == nil { servers.append(target.server) }
            placesByServer[target.server, default: []].append(place)
        }
        await withTaskGroup(of: [(Int, Sighting)].self) { group in
            var waiting = servers[...]
            var isUnderway = 0
            // Each server is a task; each visit is one of its own, so that a share is reported when it is done.
            func begin() {
                while isUnderway < Self.mostServers, let server = waiting.popFirst() {
                    let places = placesByServer[server] ?? []
                    isUnderway += 1
                    group.addTask { await look(at: places.map { ($0, targets[$0]) }, on: server) }
                }
            }
            begin()
            while let sightings = await group.next() {
                isUnderway -= 1
                begin()
                for (place, sighting) in sightings {
                    guard let visitor, isWorthAVisit(targets[place], after: sighting) else {
                        guard await wantsMore(place, sighting) else { return group.cancelAll() }
                        continue
                    }
                    isUnderway += 1
                    group.addTask {
                        var sighting = sighting
                        sighting.visit = await visitor(targets[place], deadline)
                        return [(place, sighting)]
                    }
                }
            }
        }
    }

    /// What is seen of a server before anybody signs in, the same for all targets on it.
    private func look(
        at targets: [(Int, SweepTarget)], on server: SweepTarget.Server
    ) async -> [(Int, Sighting)] {
        guard let service = targets.first?.1.service else { return [] }
        let sighting = await probe.sighting(
            of: server.host, speaking: service, reaching: server.reach, within: limits, until: .now + deadline)
        return targets.map { ($0.0, sighting) }
    }

    /// Whether somebody should sign in: it is wanted, was not done, and a server was there that can be spoken to.
    private func isWorthAVisit(_ target: SweepTarget, after sighting: Sighting) -> Bool {
        guard sighting.visit == nil, target.share != nil, let last = target.stages.max(), last >= .auth else {
            return false
        }
        return sighting.greetings.contains { $0.greeting != nil }
    }
}
