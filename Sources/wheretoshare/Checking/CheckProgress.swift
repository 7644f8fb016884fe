internal import HostFacts
internal import StorageModel

/// A line on the terminal that tells how far a run of checks has come; silent when nobody watches.
struct CheckProgress {
    private let isShown: Bool
    private let width: Int
    private let total: Int
    private let start = ContinuousClock.now
    private var done = 0
    private var problems = 0
    private var lastShown: ContinuousClock.Instant?

    /// A display that shows nothing, for what is over in a moment.
    static let silent = CheckProgress()

    private init() {
        isShown = false
        width = 80
        total = 0
    }

    init(_ terminal: TerminalFacts, total: Int) {
        isShown = terminal.errorIsTerminal
        width = max(20, terminal.width ?? 80)
        self.total = total
    }

    /// Counts a target, and shows the counts at most ten times a second.
    mutating func add(_ observation: Observation) {
        done += 1
        if observation.verdict != .healthy { problems += 1 }
        show(last: observation.target)
    }

    /// Shows the counts before anything is done.
    mutating func begin() { show(last: nil) }

    private mutating func show(last target: String?) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
        lastShown = now
        let filled = total == 0 ? 20 : done * 20 / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
        var line =
            "\(bar) \(done)/\(total), \((now - start) / .seconds(1) < 1 ? "0" : "\(Int((now - start).seconds))") s"
        if problems > 0 { line += ", \(problems) not healthy" }
        if let target { line += ": \(target)" }
        Output.progress("\r\u{1B}[K" + line.prefix(width - 1))
    }

    /// Removes the line.
    func clear() {
        if isShown { Output.progress("\r\u{1B}[K") }
    }
}
