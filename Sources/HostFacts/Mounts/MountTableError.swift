/// Why the list of mounts could not be read.
public struct MountTableError: ExplainedError, Hashable {
    /// Where the list should be.
    public let path: HostPath

    private let failure: BoundedFile.Failure

    init(path: HostPath, failure: BoundedFile.Failure) {
        self.path = path
        self.failure = failure
    }

    /// What happened.
    public var what: String { "the list of mounted file systems in '\(path)' could not be read" }

    /// Why it happened.
    public var why: String { failure.why }

    /// What to do next.
    public var next: String { "check that /proc is mounted and that this program may read it" }
}
