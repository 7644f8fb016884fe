/// What became of a program that a test ran.
public struct ProgramRun: Sendable, Equatable {
    /// How a program came to its end.
    public enum Ending: Sendable, Equatable, CustomStringConvertible {
        /// It ended by itself, with this exit status.
        case exited(Int32)
        /// A signal with this number ended it.
        case signaled(Int32)
        /// It was still running at its deadline and was killed, with everything it had started.
        case overran(Duration)

        /// The ending in words.
        public var description: String {
            switch self {
            case .exited(let status): "exit status \(status)"
            case .signaled(let number): "ended by signal \(number)"
            case .overran(let deadline): "killed: still running after \(deadline)"
            }
        }
    }

    /// How it ended.
    public let ending: Ending
    /// What it wrote to standard output; bytes that are no UTF-8 became U+FFFD.
    public let stdout: String
    /// What it wrote to standard error; bytes that are no UTF-8 became U+FFFD.
    public let stderr: String

    /// A run with its result, as a test would have it.
    public init(ending: Ending, stdout: String, stderr: String) {
        self.ending = ending
        self.stdout = stdout
        self.stderr = stderr
    }

    /// The exit status; nil when the program did not end by itself.
    public var exitStatus: Int32? {
        if case .exited(let status) = ending { status } else { nil }
    }
}
