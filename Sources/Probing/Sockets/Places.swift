internal import Synchronization

/// A limited number of places; whoever finds none waits, first come, first served.
final class Places: Sendable {
    private struct State {
        var free: Int
        var lastTicket = 0
        var queue: [Int: CheckedContinuation<Bool, Never>] = [:]
        /// The oldest ticket that may still be in the queue.
        var oldest = 1
    }

    private let state: Mutex<State>

    /// So many places, at least one.
    init(count: Int) {
        state = Mutex(State(free: max(1, count)))
    }

    /// Takes a place, to be given back with `give()`.
    /// - Throws: when the task is cancelled; then no place was taken.
    func take() async throws(CancellationError) {
        let ticket: Int? = state.withLock { state in
            if state.free > 0 {
                state.free -= 1
                return nil
            }
            state.lastTicket += 1
            return state.lastTicket
        }
        guard let ticket else { return }
        let isTaken = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if state.free > 0 {
                        state.free -= 1
                        return true
                    }
                    state.queue[ticket] = continuation
                    // A later ticket can have been queued, and even served, before this one.
                    state.oldest = min(state.oldest, ticket)
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            state.withLock { $0.queue.removeValue(forKey: ticket) }?.resume(returning: false)
        }
        guard isTaken else { throw CancellationError() }
    }

    /// Gives a place back, to the one who waits longest if there is one.
    func give() {
        let next: CheckedContinuation<Bool, Never>? = state.withLock { state in
            while !state.queue.isEmpty, state.oldest <= state.lastTicket {
                defer { state.oldest += 1 }
                if let next = state.queue.removeValue(forKey: state.oldest) { return next }
            }
            state.free += 1
            return nil
        }
        next?.resume(returning: true)
    }

    /// How many places nobody has.
    var freeCount: Int { state.withLock { $0.free } }
}
