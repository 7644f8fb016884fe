internal import FileScanning
internal import HostFacts
internal import StorageModel

/// A line on the terminal that tells how far a scan has come; silent when nobody watches.
struct ScanProgressLine {
    private let isShown: Bool
    private let width: Int
    /// What there is to read, when it was counted before.
    private let total: (files: Int, bytes: UInt64)?
    private let start = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?

    init(_ terminal: TerminalFacts, total: (files: Int, bytes: UInt64)?) {
        isShown = terminal.errorIsTerminal
        width = max(20, terminal.width ?? 80)
        self.total = total
    }

    /// Shows the counts, at most ten times a second.
    mutating func show(_ progress: ScanProgress) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < .milliseconds(100) { return }
        lastShown = now
        let seconds = max((now - start).seconds, 0.001)
        let rate = Double(progress.bytes) / seconds
        var line = "\(progress.files) files, \(ByteSize(bytes: progress.bytes)), \(ByteSize(bytes: UInt64(rate)))/s"
        if let total, total.bytes > 0 {
            let share = min(1, Double(progress.bytes) / Double(total.bytes))
            let filled = Int(share * 20)
            line = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled) + " " + line
            if rate > 0, seconds > 2 {
                line += ", \(Int((Double(total.bytes) * (1 - share) / rate).rounded())) s left"
            }
        }
        if progress.withFindings > 0 { line += ", \(progress.withFindings) with findings" }
        Output.progress("\r\u{1B}[K" + line.prefix(width - 1))
    }

    /// Removes the line.
    func clear() {
        if isShown, lastShown != nil { Output.progress("\r\u{1B}[K") }
    }
}
