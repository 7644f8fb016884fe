internal import Glibc

/// The right to record in a history, which one run has at a time; it ends with the process, however that ends.
public struct HistoryLock: ~Copyable {
    private let descriptor: CInt

    /// Takes the right.
    /// - Throws: `HistoryError` with the kind `busy` when another run has it.
    public init(for path: String) throws(HistoryError) {
        let file = path + ".lock"
        descriptor = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let number = errno
            throw HistoryError(
                kind: number == ENOSPC || number == EDQUOT ? .full : .noAccess,
                what: "nothing can be recorded in the history '\(path)'",
                why: "'\(file)' cannot be created: \(unsafe String(cString: strerror(number)))",
                next: "make its folder yours and free some space, or name another file with --history")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw HistoryError(
                kind: .busy, what: "another run records in the history '\(path)' at the moment",
                why: "two runs at once would get in each other's way",
                next: "wait for it to end; if runs overlap every time, start them less often")
        }
    }

    /// Gives the right up.
    public consuming func release() {}

    deinit { close(descriptor) }
}
