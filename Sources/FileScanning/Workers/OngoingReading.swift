internal import ScanWire
internal import SensitiveContent
internal import Synchronization

/// A file that is being read: what the worker has told so far, and who waits for the end.
final class OngoingReading: Sendable {
    /// What came of it.
    enum Outcome: Sendable {
        case told(gaps: [CoverageGap], findings: [Finding], reading: DocumentReading?)
        /// The worker was gone before it began.
        case notBegun
        /// No worker can be had; the reason is in words.
        case noWorker(String)
    }

    private struct State {
        var gaps: [CoverageGap] = []
        var findings: [Finding] = []
        var hasBegun = false
        var outcome: Outcome?
        var reply: CheckedContinuation<Outcome, Never>?
    }

    /// The open file; whoever waits for the end closes it.
    let file: Int32
    let order: ScanOrder
    /// How long it may take.
    let deadline: Duration
    private let state = Mutex(State())

    init(file: Int32, order: ScanOrder, deadline: Duration) {
        self.file = file
        self.order = order
        self.deadline = deadline
    }

    /// Waits for the end.
    func end(of start: (OngoingReading) -> Void) async -> Outcome {
        await withCheckedContinuation { reply in
            // It may have been called off before.
            let early = state.withLock { state in
                if state.outcome == nil { state.reply = reply }
                return state.outcome
            }
            if let early { reply.resume(returning: early) } else { start(self) }
        }
    }

    /// The worker has the order.
    func begin() { state.withLock { $0.hasBegun = true } }

    func note(_ finding: Finding) { state.withLock { $0.findings.append(finding) } }

    func note(_ gap: CoverageGap) { state.withLock { $0.gaps.append(gap) } }

    /// The worker is done.
    func finish(_ reading: DocumentReading) {
        end { .told(gaps: $0.gaps, findings: $0.findings, reading: reading) }
    }

    /// The worker did not come to the end.
    /// - Returns: Whether that was news.
    @discardableResult
    func lose(_ reason: CoverageGap.Reason, _ detail: String? = nil) -> Bool {
        end { state in
            guard state.hasBegun else { return .notBegun }
            // Findings come at the end, so what there is is not all.
            return .told(gaps: state.gaps + [CoverageGap(reason, detail: detail)], findings: [], reading: nil)
        }
    }

    /// No worker can be had.
    func giveUp(_ why: String) { end { _ in .noWorker(why) } }

    @discardableResult
    private func end(_ outcome: (State) -> Outcome) -> Bool {
        let (reply, result) = state.withLock { state -> (CheckedContinuation<Outcome, Never>?, Outcome?) in
            guard state.outcome == nil else { return (nil, nil) }
            let result = outcome(state)
            state.outcome = result
            defer { state.reply = nil }
            return (state.reply, result)
        }
        guard let result else { return false }
        reply?.resume(returning: result)
        return true
    }
}
