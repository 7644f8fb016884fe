internal import Synchronization

/// One's turn to knock at a door: a place among those that wait for an answer at the same time.
///
/// What looks like a thousand servers may be one that has a thousand addresses, and a server that lets newcomers wait
/// in a queue drops those for whom the queue has no room. Their kernel tries again after a second, and so a burst of
/// our own would look like a bad line. Whoever lets us wait long is not busy with us, and keeps nobody else waiting.
final class Turn: Sendable {
    /// How many knock at the same time; a queue of 50 is the shortest that file servers are known to have.
    static let count = 48
    /// After so long without a connection the other end is far or silent, and our knocking fills no queue there.
    static let patience = Duration.milliseconds(5)
    /// After so long without a greeting a server hangs, or has much else to do.
    static let longPatience = Duration.milliseconds(500)

    private let places: Places
    private let isOver = Mutex(false)

    /// Waits for a place.
    /// - Throws: when the task is cancelled; then there is no turn.
    init(among places: Places) async throws(CancellationError) {
        try await places.take()
        self.places = places
    }

    deinit { end() }

    /// Lets the next one knock; only the first call counts.
    func end() {
        let isFirst = isOver.withLock { isOver in
            defer { isOver = true }
            return !isOver
        }
        if isFirst { places.give() }
    }

    /// Lets the next one knock after some time, unless the task is cancelled before.
    func end(after patience: Duration) async {
        do { try await Task.sleep(for: patience) } catch { return }
        end()
    }
}
