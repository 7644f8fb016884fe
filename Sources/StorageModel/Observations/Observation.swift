/// What one check of one target found, judged: the unit of reports, history and alerts.
public struct Observation: Hashable, Sendable {
    /// One step with what became of it.
    public struct Step: Hashable, Sendable {
        /// The step.
        public var stage: Stage
        /// What became of it.
        public var state: StageState
        /// How long it took; nil when it was not tried.
        public var duration: Duration?
        /// What was seen, as names and values; texts of strangers are escaped.
        public var evidence: [Evidence]

        /// Puts the parts together.
        public init(stage: Stage, state: StageState, duration: Duration? = nil, evidence: [Evidence] = []) {
            self.stage = stage
            self.state = state
            self.duration = duration
            self.evidence = evidence
        }
    }

    /// One thing that was seen.
    public struct Evidence: Hashable, Sendable {
        /// What it is, such as `ntStatus` or `address`; in camel case, for JSON.
        public var name: String
        /// The value, in words that may be shown.
        public var value: String

        /// Puts the parts together.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The storage behind a folder.
    public struct Space: Hashable, Sendable {
        /// The size, in bytes.
        public var size: UInt64
        /// What is free for the account that asked, in bytes.
        public var free: UInt64

        /// Puts the parts together.
        public init(size: UInt64, free: UInt64) {
            self.size = size
            self.free = free
        }
    }

    /// What was checked: `system`, `system/share` or a gateway's name.
    public var target: String
    /// How it does.
    public var verdict: Verdict
    /// What is wrong; nil when nothing is, or when nobody knows.
    public var cause: Cause?
    /// Other causes that would look the same from here; empty when the cause is certain.
    public var alternatives: [Cause]
    /// The steps, in order.
    public var steps: [Step]
    /// What the server told about itself.
    public var server: ServerGreeting?
    /// Whether messages were encrypted while an account was signed in; nil when nobody signed in.
    public var isEncrypted: Bool?
    /// The space, when it was asked for.
    public var space: Space?

    /// Puts the parts together.
    public init(
        target: String, verdict: Verdict, cause: Cause? = nil, alternatives: [Cause] = [], steps: [Step] = [],
        server: ServerGreeting? = nil, isEncrypted: Bool? = nil, space: Space? = nil
    ) {
        self.target = target
        self.verdict = verdict
        self.cause = cause
        self.alternatives = alternatives
        self.steps = steps
        self.server = server
        self.isEncrypted = isEncrypted
        self.space = space
    }
}
