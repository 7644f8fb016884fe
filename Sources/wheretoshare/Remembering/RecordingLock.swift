internal import CheckHistory

/// The right to record, or why there is none.
///
/// That another run records already ends the command; a folder that cannot be written does not, since the check itself
/// still has something to say.
final class RecordingLock {
    /// Why nothing can be recorded; nil when it can.
    let problem: CommandProblem?
    private var lock: HistoryLock?

    init(_ path: String) throws(CommandProblem) {
        do {
            lock = try HistoryFile.lock(path)
            problem = nil
        } catch {
            guard error.kind != .busy else { throw CommandProblem(error) }
            lock = nil
            problem = CommandProblem(error)
        }
    }
}
