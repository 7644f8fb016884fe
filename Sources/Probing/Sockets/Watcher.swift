internal import CLinux
internal import Glibc
internal import Synchronization

/// The part of a loop that its thread works on.
///
/// Each wait has a number that is never used again and is what the kernel hands back, so that an event that comes late,
/// for a wait that has ended or a descriptor that was closed, means nothing to anybody.
final class Watcher: Sendable {
    private struct State {
        var waits: [UInt64: CheckedContinuation<WakeReason, Never>] = [:]
        var deadlines = DeadlineHeap()
        /// Until when the thread sleeps unless it is woken; nil while it is awake.
        var sleepsUntil: ContinuousClock.Instant?
        var isStopped = false
    }

    private typealias Wake = (continuation: CheckedContinuation<WakeReason, Never>, reason: WakeReason)

    private let poll: Int32
    private let bell: Int32
    private let state = Mutex(State())
    private let lastID = Atomic<UInt64>(0)

    /// The number that stands for the bell among the numbers of waits.
    private static let bellID: UInt64 = 0

    /// Without any deadline the thread wakes this often, for nothing.
    private static let longestSleep: Duration = .seconds(3_600)

    init() throws(EventLoopError) {
        poll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard poll >= 0 else { throw EventLoopError(step: "make a poll for sockets", errno: errno) }
        bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard bell >= 0 else {
            let number = errno
            close(poll)
            throw EventLoopError(step: "make a wake-up call for sockets", errno: number)
        }
        var event = unsafe epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: Self.bellID))
        guard unsafe epoll_ctl(poll, EPOLL_CTL_ADD, bell, &event) == 0 else {
            let number = errno
            close(poll)
            close(bell)
            throw EventLoopError(step: "watch its own wake-up call", errno: number)
        }
    }

    deinit {
        close(poll)
        close(bell)
    }

    var waitCount: Int { state.withLock { $0.waits.count } }

    func nextID() -> UInt64 {
        lastID.wrappingAdd(1, ordering: .relaxed).newValue
    }

    func begin(
        _ id: UInt64, _ interests: [Interest], until deadline: ContinuousClock.Instant,
        _ continuation: CheckedContinuation<WakeReason, Never>
    ) {
        let mustRing = state.withLock { state in
            state.waits[id] = continuation
            if state.deadlines.count > 1_024, state.deadlines.count > 4 * state.waits.count {
                state.deadlines.keep { state.waits[$0] != nil }
            }
            state.deadlines.insert(DeadlineHeap.Entry(deadline: deadline, wait: id))
            guard let sleepsUntil = state.sleepsUntil, deadline < sleepsUntil else { return false }
            return true
        }
        if mustRing { ring() }
        for interest in interests {
            guard let number = watch(interest, as: id) else { continue }
            end(id, .failed(errno: number))
            return
        }
    }

    func end(_ id: UInt64, _ reason: WakeReason) {
        state.withLock { $0.waits.removeValue(forKey: id) }?.resume(returning: reason)
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        ring()
    }

    /// The thread's work, until `stop()`.
    func run() {
        var events = unsafe [epoll_event](repeating: epoll_event(), count: 256)
        while let sleep = sleepTime() {
            let count = unsafe epoll_wait(poll, &events, Int32(events.count), sleep)
            var woken: [UInt64] = []
            for index in 0..<max(0, Int(count)) { unsafe woken.append(events[index].data.u64) }
            if woken.contains(Self.bellID) { hush() }
            for wake in wakes(for: woken) { wake.continuation.resume(returning: wake.reason) }
        }
        for wake in state.withLock({ Array($0.waits.values) }) { wake.resume(returning: .cancelled) }
    }

    /// How long to sleep, in milliseconds; nil when it is time to end.
    private func sleepTime() -> Int32? {
        state.withLock { state in
            guard !state.isStopped else { return nil }
            while let first = state.deadlines.first, state.waits[first.wait] == nil { state.deadlines.removeFirst() }
            let now = ContinuousClock.now
            let until = min(state.deadlines.first?.deadline ?? now + Self.longestSleep, now + Self.longestSleep)
            state.sleepsUntil = until
            // Rounded up, because waking too early would be for nothing.
            let (seconds, attoseconds) = max(.zero, until - now).components
            return Int32(clamping: seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
        }
    }

    private func wakes(for ids: [UInt64]) -> [Wake] {
        state.withLock { state in
            state.sleepsUntil = nil
            var wakes: [Wake] = []
            for id in ids {
                if let continuation = state.waits.removeValue(forKey: id) { wakes.append((continuation, .ready)) }
            }
            let now = ContinuousClock.now
            while let first = state.deadlines.first, first.deadline <= now {
                state.deadlines.removeFirst()
                if let continuation = state.waits.removeValue(forKey: first.wait) {
                    wakes.append((continuation, .deadline))
                }
            }
            return wakes
        }
    }

    /// Arms a descriptor for one event; nil, or the error number.
    private func watch(_ interest: Interest, as id: UInt64) -> Int32? {
        var events = EPOLLONESHOT.rawValue
        if interest.reads { events |= EPOLLIN.rawValue | EPOLLRDHUP.rawValue }
        if interest.writes { events |= EPOLLOUT.rawValue }
        var event = unsafe epoll_event(events: events, data: epoll_data_t(u64: id))
        if unsafe epoll_ctl(poll, EPOLL_CTL_MOD, interest.descriptor, &event) == 0 { return nil }
        guard errno == ENOENT else { return errno }
        return unsafe epoll_ctl(poll, EPOLL_CTL_ADD, interest.descriptor, &event) == 0 ? nil : errno
    }

    private func ring() {
        eventfd_write(bell, 1)
    }

    private func hush() {
        var count: eventfd_t = 0
        unsafe eventfd_read(bell, &count)
    }
}
