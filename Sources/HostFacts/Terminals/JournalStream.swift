import Glibc

/// Whether what a program prints goes to the journal of systemd.
public enum JournalStream {
    /// The environment variable that names the stream.
    public static let variableName = "JOURNAL_STREAM"

    /// Whether a descriptor is the stream with this name: its device and its inode, as in `JOURNAL_STREAM` (systemd.exec(5)).
    ///
    /// The variable alone says little: whoever redirects the output of a program in a unit leaves it as it is.
    public static func isBehind(_ descriptor: CInt, named name: String?) -> Bool {
        guard let name else { return false }
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { return false }
        return name == "\(facts.st_dev):\(facts.st_ino)"
    }

    /// Whether standard error goes to the journal.
    public static func isBehindStandardError() -> Bool {
        isBehind(STDERR_FILENO, named: ProcessEnvironment.variables(named: [variableName])[variableName])
    }
}
