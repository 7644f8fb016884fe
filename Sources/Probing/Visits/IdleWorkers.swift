/// The processes that have no visit to make, and the visits that would rather wait a moment for one than start another.
///
/// Starting a process takes as long as several visits to servers that answer at once; with those, few are enough. A visit
/// that waits in vain starts one.
struct IdleWorkers {
    typealias Number = Int

    private var idle: [VisitWorker] = []
    private var waiting: [(number: Number, server: String, taker: CheckedContinuation<VisitWorker?, Never>)] = []
    private var next: Number = 0

    /// Takes one, if possible one that has a connection to a server; nil when there is none.
    ///
    /// So no server has more connections from here than it has had visits at once.
    mutating func take(for server: String) -> VisitWorker? {
        guard let place = idle.lastIndex(where: { $0.server == server }) else { return idle.popLast() }
        return idle.remove(at: place)
    }

    /// Gives one back: to a visit to the server of its last one, else to whoever has waited longest.
    /// - Parameters:
    ///   - worker: The process.
    ///   - isWanted: Whether another visit to its server is about to come; nobody else takes its connection away then.
    mutating func giveBack(_ worker: VisitWorker, isWanted: Bool = false) {
        let place = waiting.firstIndex { $0.server == worker.server } ?? (isWanted ? nil : waiting.indices.first)
        guard let place else { return idle.append(worker) }
        waiting.remove(at: place).taker.resume(returning: worker)
    }

    /// Waits for one.
    /// - Returns: The number to give up with.
    mutating func join(for server: String, _ taker: CheckedContinuation<VisitWorker?, Never>) -> Number {
        next += 1
        waiting.append((next, server, taker))
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
        for (_, _, taker) in waiting { taker.resume(returning: nil) }
        waiting = []
    }
}
