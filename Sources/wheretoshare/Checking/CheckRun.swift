internal import Diagnosis
internal import Probing
internal import StorageModel

/// One run of checks: probes look, the diagnosis judges, and what was found is put in order.
struct CheckRun {
    var targets: [CheckTarget]
    /// Who signs in; nil when nobody does.
    var signIn: SignIn?
    var deadline: Duration
    /// How many shares are visited at the same time.
    var parallel: Int
    var vantage: Vantage

    /// Looks at all targets, and judges each in the light of the others.
    func report(institution: String, progress: CheckProgress) async throws -> CheckReport {
        let start = ContinuousClock.now
        let loop = try Self.eventLoop()
        var pool: VisitPool?
        var visitor: Sweep.Visitor?
        if let signIn {
            if let obstacle = VisitPool.obstacle {
                throw CommandProblem(
                    what: "no share can be signed in to", why: obstacle.why, next: obstacle.next, status: .unknown)
            }
            let visits = VisitPool(
                program: try SiblingProgram.path(of: "wheretoshare-smb", which: "signs in to shares"),
                signIn: signIn, limit: parallel)
            pool = visits
            await visits.warmUp(for: targets.count { $0.sweepTarget.share != nil })
            visitor = { target, limit in
                guard let share = target.share else { return ShareVisit(steps: [], ending: .finished) }
                return await visits.visit(VisitRequest(target, share), within: limit)
            }
        }
        let interruption = Interruption(on: loop) { [pool, progress] in
            await pool?.end()
            progress.clear()
        }
        let sweep = Sweep(on: loop, deadline: deadline, visitor: visitor)
        var entries: [CheckReport.Entry?] = targets.map { _ in nil }
        var progress = progress
        progress.begin()
        await sweep.run(targets.map(\.sweepTarget)) { place, sighting in
            let entry = CheckReport.Entry(
                system: targets[place].system,
                observation: targets[place].expectation.observation(
                    of: sighting, at: Moment.now.secondsSince1970), at: .now)
            entries[place] = entry
            progress.add(entry.observation)
        }
        await pool?.end()
        await interruption.end()
        progress.clear()
        var complete = entries.compactMap(\.self)
        for (place, observation) in Observations(complete.map(\.observation)).relating().enumerated() {
            complete[place].observation = observation
        }
        return CheckReport(
            entries: complete, vantage: vantage, institution: institution,
            duration: ContinuousClock.now - start, endedAt: .now)
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
