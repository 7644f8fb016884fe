internal import Glibc
internal import HostFacts
internal import StorageModel

/// What goes to the two outputs.
///
/// The result goes to standard output alone; everything else to standard error.
enum Output {
    /// Makes sure that no file which is opened later is taken for one of the three standard ones.
    ///
    /// A closed one is opened for reading only, so that writing to it is still an error.
    static func fillClosedDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = unsafe open("/dev/null", O_RDONLY)
        }
    }

    /// Prints a result.
    ///
    /// A reader who has gone away has seen enough: the command goes on and ends with its own status.
    /// - Throws: A problem when a part of the result is missing.
    static func result(_ text: String) throws(CommandProblem) {
        guard let number = write(text.endingItsLine, to: STDOUT_FILENO) ?? lateProblem(), number.rawValue != EPIPE
        else {
            return
        }
        let isClosed = number.rawValue == EBADF
        let next =
            switch number.rawValue {
            case EBADF: "let it be written to a terminal, a pipe or a file that is open for writing"
            case EFBIG: "raise the limit (ulimit -f), or let it be written to a pipe"
            case ENOSPC, EDQUOT: "free some space, or let it be written somewhere else"
            default: "let it be written somewhere else"
            }
        throw CommandProblem(
            what: "the result could not be written, or not all of it",
            why: isClosed ? "standard output is closed, or not open for writing" : number.description, next: next,
            status: .unknown)
    }

    /// Prints something about the result; how much it matters is said by its first word, unless it is given.
    static func remark(_ text: String, _ gravity: Gravity? = nil) {
        // Names that people or files bring along must not command the terminal.
        let shown = text.shownOnItsLines.endingItsLine
        let isSorted = JournalStream.isBehindStandardError()
        _ = write(isSorted ? (gravity ?? Gravity(of: text)).marking(shown) : shown, to: STDERR_FILENO)
    }

    /// Prints without a line end, for progress on a terminal.
    static func progress(_ text: String) {
        _ = write(text, to: STDERR_FILENO)
    }

    /// Why not everything could be written; nil when it was.
    private static func write(_ text: String, to descriptor: CInt) -> ErrorNumber? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
                continue
            }
            let number = ErrorNumber.last
            switch number.rawValue {
            case EINTR: break
            case EAGAIN:
                // Whoever shares the descriptor made it non-blocking; wait for the reader as a blocking write would.
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&wanted, 1, -1)
            default: return number
            }
        }
        return nil
    }

    /// What a network file system reports only when a file is closed; standard output itself stays open.
    private static func lateProblem() -> ErrorNumber? {
        let copy = dup(STDOUT_FILENO)
        return copy >= 0 && close(copy) != 0 ? .last : nil
    }
}

extension String {
    /// The text with a line end after it, if it has none.
    fileprivate var endingItsLine: String { utf8.last == UInt8(ascii: "\n") ? self : self + "\n" }
}
