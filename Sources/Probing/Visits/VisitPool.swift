internal import Glibc
internal import ProcessLimits
public import StorageModel
internal import WorkerWire

/// Visits shares in processes of their own, several at a time, each with a deadline of its own.
///
/// A server that hangs, a sign-in service that does not answer and a process that crashes cost their own visit and no
/// other. The processes are kept for many visits: starting one costs more than a visit does. A server has at most two
/// connections from here at once, and an account is not tried again after it was refused.
///
/// Whoever makes a pool ends it; ``with(program:signIn:limit:_:)`` does so by itself.
public actor VisitPool {
    /// How a visit that waited goes on.
    private enum Admission {
        case admitted
        case spared(NTStatus)
        case calledOff
    }

    /// How long a first sign-in may take until visits to other servers stop waiting for it.
    private static let patience = Duration.seconds(1)

    /// How long a visit waits for a process that is there until it starts one.
    private static let startPatience = Duration.milliseconds(60)

    /// How many processes are started at the beginning; more follow where visits have to wait.
    private static let firstWorkers = 4

    private let program: String
    private let limit: Int
    private let account: Account
    private let usesTickets: Bool
    private var queue: VisitQueue
    private var signInGuard: SignInGuard
    private var waiters: [VisitQueue.Number: CheckedContinuation<Admission, Never>] = [:]
    private var isEnded = false

    private var folder: RunFolder?
    private var homes = 0
    private var idle = IdleWorkers()
    private var workers: [ObjectIdentifier: VisitWorker] = [:]
    private var ongoing: [ObjectIdentifier: OngoingVisit] = [:]

    /// Makes a pool; no process is started before the first visit.
    /// - Parameters:
    ///   - program: The path of `wheretoshare-smb`.
    ///   - signIn: What all visits sign in with; without it none is possible.
    ///   - limit: How many processes there may be at once.
    public init(program: String, signIn: SignIn?, limit: Int) {
        self.program = program
        self.limit = limit
        account = Account(signIn)
        queue = VisitQueue(places: limit, placesPerServer: 2)
        let usesPassword = if case .password = signIn { true } else { false }
        usesTickets = signIn != nil && !usesPassword
        signInGuard = SignInGuard(usesPassword: usesPassword)
        // Writing to a process that is gone has to be an error, not the end of this one.
        signal(SIGPIPE, SIG_IGN)
        // Each process takes several descriptors, and some start before there is an event loop.
        DescriptorLimit.raised()
    }

    /// Makes a pool for the time of a body, and ends it however the body ends.
    public static func with<Result: Sendable>(
        program: String, signIn: SignIn?, limit: Int, _ body: (VisitPool) async throws -> Result
    ) async rethrows -> Result {
        let pool = VisitPool(program: program, signIn: signIn, limit: limit)
        do {
            let result = try await body(pool)
            await pool.end()
            return result
        } catch {
            await pool.end()
            throw error
        }
    }

    /// Why no share could be visited now, and what to do about it; nil when one could.
    public static var obstacle: (why: String, next: String)? {
        DescriptorLimit.raised()
        return StartPermit.refusal.map { ($0.why, $0.next) }
    }

    /// Starts a few processes before anybody needs one, because their start takes longer than a visit.
    /// - Parameter visits: How many visits are to come.
    public func warmUp(for visits: Int) {
        for _ in 0..<min(visits, Self.firstWorkers, limit) {
            // What is in the way of it, the first visit tells.
            guard let worker = try? startWorker() else { return }
            idle.giveBack(worker)
        }
    }

    /// Visits a share.
    /// - Parameters:
    ///   - request: What to visit.
    ///   - deadline: How long the visit may take from its beginning; it may have to wait for its turn before that.
    /// - Returns: How far it came. It comes at the deadline at the latest, whatever the server does.
    public func visit(_ request: VisitRequest, within deadline: Duration) async -> ShareVisit {
        var visit = await admittedVisit(request, within: deadline)
        visit.usesTickets = usesTickets
        return visit
    }

    private func admittedVisit(_ request: VisitRequest, within deadline: Duration) async -> ShareVisit {
        let server = request.serverKey
        let order: VisitOrder
        do {
            order = VisitOrder(request, signIn: try await prepared(within: deadline), deadline: deadline)
        } catch {
            return ShareVisit(steps: [], ending: .notPossible(error.text))
        }
        guard order.frame.count <= WireFrame.limit else {
            return ShareVisit(steps: [], ending: .notPossible("the names in what was asked for are too long"))
        }
        switch await admission(to: server) {
        case .spared(let status): return ShareVisit(steps: [], ending: .spared(status))
        case .calledOff: return ShareVisit(steps: [], ending: .notPossible(Self.calledOff))
        case .admitted: return await make(order, at: server, within: deadline)
        }
    }

    /// Ends all processes and removes what the pool has written; visits that are under way are called off.
    public func end() async {
        isEnded = true
        for waiter in waiters.values { waiter.resume(returning: .calledOff) }
        waiters = [:]
        idle.dissolve()
        for visit in ongoing.values { visit.callOff() }
        for worker in workers.values { worker.dismiss() }
        await account.end()
        for worker in Array(workers.values) { await worker.end() }
        workers = [:]
        idle.dissolve()
        folder?.remove()
        folder = nil
    }

    private static let calledOff = "the visit was called off"

    private func prepared(within deadline: Duration) async throws(VisitProblem) -> VisitOrder.SignIn {
        guard !isEnded else { throw VisitProblem(Self.calledOff) }
        return try await account.prepared(in: try runFolder(), within: deadline)
    }

    private func runFolder() throws(VisitProblem) -> RunFolder {
        if let folder { return folder }
        let made = try RunFolder()
        folder = made
        return made
    }

    /// Makes a visit that has its place.
    private func make(_ order: VisitOrder, at server: String, within deadline: Duration) async -> ShareVisit {
        // A process may have ended while nobody looked. It has not done anything then, and another one is asked once.
        for _ in 0..<2 {
            let worker: VisitWorker
            do {
                worker = try await takeWorker(for: server)
            } catch {
                leave(server)
                return ShareVisit(steps: [], ending: .notPossible(error.text))
            }
            let visit = OngoingVisit(frame: order.frame, deadline: deadline) { step in
                guard step.stage == .auth, step.outcome == .done else { return }
                Task { await self.signInEnded(at: server, .done) }
            }
            ongoing[ObjectIdentifier(visit)] = visit
            worker.server = server
            let made = await worker.make(visit)
            ongoing[ObjectIdentifier(visit)] = nil
            guard let made else {
                await lose(worker)
                continue
            }
            if let step = made.visit.steps.first(where: { $0.stage == .auth }) { signInEnded(at: server, step.outcome) }
            if made.workerStays, !isEnded {
                idle.giveBack(worker, isWanted: queue.servers.contains(server))
                leave(server)
            } else {
                // The place stays taken until the process is gone, and its connection with it.
                Task {
                    await lose(worker)
                    leave(server)
                }
            }
            return made.visit
        }
        leave(server)
        return ShareVisit(steps: [], ending: .notPossible("the program '\(program)' ended before it began"))
    }

    private func takeWorker(for server: String) async throws(VisitProblem) -> VisitWorker {
        if let worker = idle.take(for: server) { return worker }
        if !workers.isEmpty, let worker = await nextIdle(for: server) { return worker }
        return try startWorker()
    }

    private func startWorker() throws(VisitProblem) -> VisitWorker {
        guard !isEnded else { throw VisitProblem(Self.calledOff) }
        homes += 1
        let worker = VisitWorker(program: program, home: try runFolder().makeFolder("worker-\(homes)"))
        workers[ObjectIdentifier(worker)] = worker
        return worker
    }

    /// Waits a moment for a process that has made its visit.
    private func nextIdle(for server: String) async -> VisitWorker? {
        await withCheckedContinuation { taker in
            let number = idle.join(for: server, taker)
            Task {
                try? await Task.sleep(for: Self.startPatience)
                idle.giveUp(number)
            }
        }
    }

    private func lose(_ worker: VisitWorker) async {
        worker.dismiss()
        await worker.end()
        workers[ObjectIdentifier(worker)] = nil
        RunFolder.remove(path: worker.home)
    }

    /// Waits for a place.
    private func admission(to server: String) async -> Admission {
        let number = queue.join(server)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                guard !isEnded, !Task.isCancelled else {
                    _ = queue.leave(number, server)
                    return waiter.resume(returning: .calledOff)
                }
                waiters[number] = waiter
                admit()
            }
        } onCancel: {
            Task { await self.callOff(number, server) }
        }
    }

    private func callOff(_ number: VisitQueue.Number, _ server: String) {
        guard queue.leave(number, server) else { return }
        waiters.removeValue(forKey: number)?.resume(returning: .calledOff)
    }

    /// Lets begin who may, and spares who would be refused.
    private func admit() {
        for server in queue.servers {
            guard case .spare(let status) = signInGuard.verdict(server) else { continue }
            for number in queue.leaveAll(server) {
                waiters.removeValue(forKey: number)?.resume(returning: .spared(status))
            }
        }
        while let (number, server) = queue.next(where: { signInGuard.verdict($0) == .go }) {
            if signInGuard.begin(server) {
                Task {
                    try? await Task.sleep(for: Self.patience)
                    passOver(server)
                }
            }
            waiters.removeValue(forKey: number)?.resume(returning: .admitted)
        }
    }

    private func passOver(_ server: String) {
        signInGuard.passOver(server)
        admit()
    }

    private func signInEnded(at server: String, _ outcome: ShareVisit.Outcome) {
        signInGuard.signInEnded(server, outcome)
        admit()
    }

    private func leave(_ server: String) {
        queue.giveBack(server)
        signInGuard.end(server)
        admit()
    }
}

extension VisitOrder {
    /// Asks for what a request wants.
    fileprivate init(_ request: VisitRequest, signIn: SignIn, deadline: Duration) {
        self.init(
            server: request.server, port: request.port, share: request.share, folder: request.folder,
            check: request.check, stages: request.stages, signIn: signIn, answerLimit: request.answerLimit,
            requiresEncryption: request.requiresEncryption, lifeLimit: deadline + .seconds(2))
    }
}
