internal import Diagnosis
internal import Probing
internal import StorageModel

/// One run of checks: probes look, the diagnosis judges, and what was found is put in order.
struct CheckRun {
    var targets: [CheckTarget]
    /// Who signs in; nil when nobody does.
    var signIn: SignIn?
    var deadline: Duration
    /// Whether visits have to be over by the deadline as well, and not only each step before and each visit for itself.
    var coversVisits = false
    /// How many shares are visited at the same time.
    var parallel: Int
    var vantage: Vantage

    /// One target with what was seen of it, judged by itself.
    struct Seen {
        var sighting: Sighting
        var observation: Observation
        /// When it was complete.
        var at: Moment
    }

    /// Looks at all targets, and judges each in the light of the others.
    func report(institution: String, progress: CheckProgress) async throws -> CheckReport {
        let start = ContinuousClock.now
        let seen = try await look(progress: progress) { _, _ in true }
        var entries = zip(targets, seen).compactMap { target, seen in
            seen.map { CheckReport.Entry(system: target.system, observation: $0.observation, at: $0.at) }
        }
        for (place, observation) in Observations(entries.map(\.observation)).relating().enumerated() {
            entries[place].observation = observation
        }
        return CheckReport(
            entries: entries, vantage: vantage, institution: institution,
            duration: ContinuousClock.now - start, endedAt: .now)
    }

    /// Looks at all targets until enough was seen.
    /// - Parameters:
    ///   - progress: Is told of each target.
    ///   - wantsMore: Is told what was seen of each target, with its place in the list, and says whether the others are
    ///     still wanted.
    /// - Returns: What was seen of each target, in their order; nil for those that were called off.
    /// - Throws: A problem that keeps everything from being looked at.
    func look(progress: CheckProgress, whileWanted wantsMore: (Int, Seen) -> Bool) async throws -> [Seen?] {
        let end = ContinuousClock.now + deadline
        let loop = try Self.eventLoop()
        let pool = try await startedPool()
        let visitor = pool.map { self.visitor(with: $0, until: end) }
        let interruption = Interruption(on: loop) { [pool, progress] in
            await pool?.end()
            progress.clear()
        }
        let sweep = Sweep(on: loop, deadline: deadline, visitor: visitor)
        var seen: [Seen?] = targets.map { _ in nil }
        var progress = progress
        progress.begin()
        await sweep.run(targets.map(\.sweepTarget)) { place, sighting in
            let observation = targets[place].expectation.observation(of: sighting, at: Moment.now.secondsSince1970)
            let one = Seen(sighting: sighting, observation: observation, at: .now)
            seen[place] = one
            progress.add(observation)
            return wantsMore(place, one)
        }
        await pool?.end()
        await interruption.end()
        progress.clear()
        return seen
    }

    /// Visits shares; a visit that is called off ends at once, with all others, because nobody wants to know any more.
    private func visitor(with pool: VisitPool, until end: ContinuousClock.Instant) -> Sweep.Visitor {
        let isBounded = coversVisits
        return { target, limit in
            guard let share = target.share else { return ShareVisit(steps: [], ending: .finished) }
            let rest = isBounded ? max(.seconds(1), end - .now) : limit
            return await withTaskCancellationHandler {
                await pool.visit(VisitRequest(target, share), within: rest)
            } onCancel: {
                Task { await pool.end() }
            }
        }
    }

    /// The processes that visit shares, begun; nil when nobody signs in.
    private func startedPool() async throws -> VisitPool? {
        guard let signIn else { return nil }
        if let obstacle = VisitPool.obstacle {
            throw CommandProblem(
                what: "no share can be signed in to", why: obstacle.why, next: obstacle.next, status: .unknown)
        }
        let pool = VisitPool(
            program: try SiblingProgram.path(of: "wheretoshare-smb", which: "signs in to shares"),
            signIn: signIn, limit: parallel)
        await pool.warmUp(for: targets.count { $0.sweepTarget.share != nil })
        return pool
    }
}

extension CheckRun {
    /// What waits for the sockets.
    private static func eventLoop() throws(CommandProblem) -> EventLoop {
        do {
            return try EventLoop()
        } catch {
            throw CommandProblem(
                what: "nothing can be checked", why: "\(error)",
                next: "raise the limit of open files (ulimit -n, or LimitNOFILE= of a service) to 1024",
                status: .unknown)
        }
    }
}

extension VisitRequest {
    /// The visit that a target asks for.
    init(_ target: SweepTarget, _ share: Share) {
        self.init(
            server: target.host, port: target.service.effectivePort, share: share.name.value, folder: share.folder,
            check: share.check, stages: target.stages.filter { $0 > .stat },
            requiresEncryption: target.service.promise.requiresEncryption)
    }
}
