/// Why the table of what should be mounted could not be read.
public struct MountPlanError: ExplainedError, Hashable {
    /// Where the table should be.
    public let path: HostPath

    private let failure: BoundedFile.Failure

    init(path: HostPath, failure: BoundedFile.Failure) {
        self.path = path
        self.failure = failure
    }

    /// What happened.
    public var what: String { "the table of file systems '\(path)' could not be read" }

    /// Why it happened.
    public var why: String { failure.why }

    /// What to do next.
    public var next: String { "let everybody read it: chmod 644 '\(path)'" }
}
