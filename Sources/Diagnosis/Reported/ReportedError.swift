public import StorageModel

/// An error that a computer showed to a person, with what it may mean.
///
/// What a system tells people is coarser than what a server told the system: most errors fit several causes, at several
/// steps, and what else was seen has to tell them apart.
public struct ReportedError: Hashable, Sendable {
    /// One thing that an error may mean, and the step at which it would show.
    public struct Meaning: Hashable, Sendable {
        /// The step.
        public var stage: Stage
        /// The cause.
        public var cause: Cause

        /// Puts the parts together.
        public init(_ stage: Stage, _ cause: Cause) {
            self.stage = stage
            self.cause = cause
        }
    }

    /// The error as it is told, such as `53 ERROR_BAD_NETPATH`.
    public var name: String
    /// What it may mean, the likeliest first; never empty.
    public var meanings: [Meaning]

    /// Puts the parts together.
    public init(name: String, meanings: [Meaning]) {
        self.name = name
        self.meanings = meanings
    }

    /// Whether it is about the account, its password or its tickets.
    public var isOfSignIn: Bool { meanings.contains { $0.stage == .auth } }

    init(_ name: String, _ groups: [(stage: Stage, causes: [Cause])]) {
        self.init(
            name: name, meanings: groups.flatMap { stage, causes in causes.map { Meaning(stage, $0) } })
    }
}
