internal import Glibc
internal import HostFacts
internal import StorageModel

/// A line on the terminal that tells how far counting has come; silent when nobody watches.
final class SurveyProgress {
    private let isShown: Bool
    private let width: Int
    private var lastShown: Int64 = 0
    private var hasWritten = false

    init(_ terminal: TerminalFacts) {
        isShown = terminal.errorIsTerminal
        width = max(20, terminal.width ?? 80)
    }

    /// Shows the counts, at most ten times a second.
    func report(_ totals: SurveyTotals) -> Bool {
        guard isShown else { return true }
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        let tenths = Int64(now.tv_sec) * 10 + Int64(now.tv_nsec) / 100_000_000
        guard tenths != lastShown else { return true }
        lastShown = tenths
        hasWritten = true
        let line = "counting: \(totals.files) files, \(totals.folders) folders, \(ByteSize(bytes: totals.bytes))"
        Output.progress("\r\u{1B}[K" + line.prefix(width - 1))
        return true
    }

    /// Removes the line.
    func clear() {
        if hasWritten { Output.progress("\r\u{1B}[K") }
    }
}
