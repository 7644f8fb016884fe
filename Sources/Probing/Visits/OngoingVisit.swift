internal import StorageModel
internal import Synchronization
internal import WorkerWire

/// A visit that is under way: what is known of it so far, and who waits for its end.
final class OngoingVisit: Sendable {
    /// What came of a visit.
    struct Made: Sendable {
        let visit: ShareVisit
        /// Whether the worker can make another one.
        let workerStays: Bool
    }

    private struct State {
        var visit = ShareVisit(steps: [], ending: .finished)
        var stage: Stage?
        var hasBegun = false
        var writes: String?
        var reply: CheckedContinuation<Made?, Never>?
        var isOver = false
        var watchdog: Task<Void, Never>?
        var isCalledOff = false
    }

    /// What the worker is told.
    let frame: [UInt8]
    /// How long it may take.
    let deadline: Duration
    private let hear: @Sendable (ShareVisit.Step) -> Void
    private let state = Mutex(State())

    /// Puts the parts together; `hear` is called with each step that ends.
    init(frame: [UInt8], deadline: Duration, hear: @escaping @Sendable (ShareVisit.Step) -> Void) {
        self.frame = frame
        self.deadline = deadline
        self.hear = hear
    }

    /// Waits for the end; nil when the worker was gone before it began.
    func end(of start: (OngoingVisit) -> Void) async -> Made? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { reply in
                state.withLock { $0.reply = reply }
                start(self)
            }
        } onCancel: {
            callOff()
        }
    }

    /// Ends the visit early.
    func callOff() {
        let watchdog = state.withLock { state in
            state.isCalledOff = true
            return state.watchdog
        }
        watchdog?.cancel()
    }

    /// Starts the watchdog, which calls at the deadline, or when the visit is called off.
    func watch(_ kill: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        let watchdog = Task {
            try? await Task.sleep(for: deadline)
            if late() { await kill() }
        }
        let isCalledOff = state.withLock { state in
            state.watchdog = watchdog
            return state.isCalledOff
        }
        if isCalledOff { watchdog.cancel() }
        return watchdog
    }

    /// Takes what the worker tells.
    /// - Returns: Whether the worker can make another visit; nil as long as this one goes on.
    func note(_ event: VisitEvent) -> Bool? {
        if case .ended(let step) = event { hear(step) }
        state.withLock { state in
            switch event {
            case .ready: break
            case .began(let stage):
                state.stage = stage
                state.hasBegun = true
            case .ended(let step): state.visit.steps.append(step)
            case .encryption(let isOn): state.visit.isEncrypted = isOn
            case .space(let size, let free): (state.visit.sizeBytes, state.visit.freeBytes) = (size, free)
            case .ticketRemark(let text): state.visit.ticketRemark = text
            case .writing(let name): state.writes = name
            case .finished, .notPossible: break
            }
        }
        switch event {
        case .finished(let staysAlive):
            end(workerStays: staysAlive) { _ in .finished }
            return staysAlive
        case .notPossible(let reason):
            end(workerStays: true) { _ in .notPossible(reason) }
            return true
        default: return nil
        }
    }

    /// The worker's process is gone.
    /// - Parameter signal: What ended it; 0 when it ended by itself.
    func lose(signal: Int32) {
        if state.withLock({ $0.hasBegun }) {
            end { .crashed($0, signal: signal) }
        } else {
            reply(with: nil)
        }
    }

    /// The visit cannot go on, for reasons that are not the server's.
    func giveUp(_ reason: String) { end { _ in .notPossible(reason) } }

    /// The deadline passed, or the visit was called off.
    /// - Returns: Whether it had not ended before.
    private func late() -> Bool {
        if state.withLock({ $0.isCalledOff }) { return end { _ in .notPossible("the visit was called off") } }
        // Whoever makes the visit stops the watchdog when the worker is gone, too.
        return !Task.isCancelled && end { .deadlineExceeded($0) }
    }

    /// Ends the visit, unless it has ended.
    @discardableResult
    private func end(workerStays: Bool = false, _ ending: (Stage) -> ShareVisit.Ending) -> Bool {
        let visit = state.withLock { state -> ShareVisit? in
            guard !state.isOver else { return nil }
            state.visit.ending = ending(state.stage ?? .auth)
            // Nobody knows how far it came with its file: better to look for it in vain than to leave it.
            if state.visit.ending != .finished, state.stage == .write, let name = state.writes,
                state.visit.steps.last?.stage != .write
            {
                state.visit.steps.append(ShareVisit.Step(stage: .write, outcome: .leftBehind(name), duration: .zero))
            }
            return state.visit
        }
        guard let visit else { return false }
        return reply(with: Made(visit: visit, workerStays: workerStays))
    }

    @discardableResult
    private func reply(with made: Made?) -> Bool {
        let (waiter, wasOver) = state.withLock { state in
            let wasOver = state.isOver
            state.isOver = true
            let waiter = state.reply
            state.reply = nil
            return (waiter, wasOver)
        }
        waiter?.resume(returning: made)
        return !wasOver
    }
}
