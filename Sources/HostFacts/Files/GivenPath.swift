/// A path that a person gave to a survey, and what came of it.
public struct GivenPath: Hashable, Sendable {
    /// What a path leads to.
    public enum Kind: Hashable, Sendable {
        /// A regular file.
        case file
        /// A folder.
        case folder
        /// A socket, a FIFO or a device.
        case special
    }

    /// What came of a given path.
    public enum Outcome: Hashable, Sendable {
        /// It was counted.
        case counted(Kind)
        /// It was counted before, as another given path or inside one.
        case alreadyCounted(Kind)
        /// The survey was cancelled before it.
        case notReached(Kind)
        /// Nothing can be told of it.
        case unusable(GivenPathError)
    }

    /// The path as it was given.
    public let path: HostPath

    /// The absolute path without symbolic links, `.` and `..`; nil when the path is unusable.
    public let canonical: HostPath?

    /// Whether the given path is a symbolic link; the survey looked at what it leads to.
    public let isSymbolicLink: Bool

    /// What came of it.
    public internal(set) var outcome: Outcome
}
