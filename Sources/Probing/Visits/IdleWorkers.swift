/// The processes that have no visit to make, and the visits that would rather wait a moment for one than start another.
///
/// Starting a process takes as long as several visits to servers that answer at once; with those, few are enough. A visit
/// that waits in vain starts one.
struct IdleWorkers {
    typealias Number = Int

    private var idle: [VisitWorker] = []
    private var waiting: [(number: Number, taker: CheckedContinuation<VisitWorker?, Never>)] = []
    private var next: Number = 0

    /// Takes one; nil when there is none.
    mutating func take() -> VisitWorker? { idle.popLast() }

    /// Gives one back, to whoever has waited longest.
    mutating func giveBack(_ worker: VisitWorker) {
        guard !waiting.isEmpty else { return idle.append(worker) }
        waiting.removeFirst().taker.resume(returning: worker)
    }

    /// Waits for one.
    /// - Returns: The number to give up with.
    mutating func join(_ taker: CheckedContinuation<VisitWorker?, Never>) -> Number {
        next += 1
        waiting.append((next, taker))
        return next
    }

    /// Stops waiting, if it still does.
    mutating func giveUp(_ number: Number) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).taker.resume(returning: nil)
    }

    /// Forgets the processes, and lets nobody wait any more.
    mutating func dissolve() {
        idle = []
        for (_, taker) in waiting { taker.resume(returning: nil) }
        waiting = []
    }
}
