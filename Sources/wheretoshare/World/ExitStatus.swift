internal import ArgumentParser

/// How the program ends, for scripts.
enum ExitStatus: Int32 {
    /// All is well, or a way was found.
    case well = 0
    /// A problem was found, or no way is allowed.
    case problem = 1
    /// The inventory, the policy or the input cannot be used.
    case unusable = 2
    /// It could not be checked.
    case unknown = 3
    /// The command was called in a way that it does not understand.
    case usage = 64

    /// The lines that every help page ends with.
    static let help = """
        EXIT STATUS
          0   well, or a way was found
          1   a problem was found, or no way is allowed
          2   the inventory, the policy or the input cannot be used
          3   could not check
          64  the command line was not understood
        """
}

extension ExitStatus {
    /// Ends the command with this status, if it is not 0.
    func end() throws {
        if self != .well { throw ExitCode(rawValue) }
    }
}
