/// What an account met on a share: sign-in, opening the share, and what can be done in its folder.
public struct ShareVisit: Hashable, Sendable {
    /// One step of a visit.
    public struct Step: Hashable, Sendable {
        /// The step.
        public var stage: Stage
        /// How it ended.
        public var outcome: Outcome
        /// How long it took.
        public var duration: Duration

        /// Puts the parts together.
        public init(stage: Stage, outcome: Outcome, duration: Duration) {
            self.stage = stage
            self.outcome = outcome
            self.duration = duration
        }
    }

    /// How a step ended.
    public enum Outcome: Hashable, Sendable {
        /// It worked.
        case done
        /// The server, or the library in its name, answered with a status.
        case refused(NTStatus)
        /// It did not work, and no status is known; the error number of the library's call.
        case failed(errno: Int32)
        /// The file that was read does not hold what the inventory says.
        case otherContent
        /// What was written could not be removed again; the text is its name in the folder.
        case leftBehind(String)
        /// The folder is a link to a server that cannot be reached (MS-DFSC); the text names it when it is known.
        case deadLink(String)
    }

    /// How a visit ended.
    public enum Ending: Hashable, Sendable {
        /// All steps that were asked for were tried, or one failed and hid the rest.
        case finished
        /// The deadline passed during this step, and the visitor was ended.
        case deadlineExceeded(Stage)
        /// The visitor crashed during this step; the number of the signal that ended it, or 0.
        case crashed(Stage, signal: Int32)
        /// The visitor could not start, or spoke out of turn; the text says why.
        case notPossible(String)
        /// It was not tried, since this account's sign-in was already refused in this run with this status.
        case spared(NTStatus)
    }

    /// The steps that ended, in order.
    public var steps: [Step]
    /// How the visit ended.
    public var ending: Ending
    /// Whether the library says that messages are encrypted; nil when it was not known.
    public var isEncrypted: Bool?
    /// The size of the storage behind the folder, in bytes; nil when it was not asked for or not told.
    public var sizeBytes: UInt64?
    /// What is free of it for this account, in bytes.
    public var freeBytes: UInt64?
    /// What the sign-in library said about a ticket, in its own words without names; nil when it said nothing.
    public var ticketRemark: String?
    /// Whether it signs in with Kerberos tickets, and not with a password over NTLM; nil when that is not known.
    public var usesTickets: Bool?

    /// Puts the parts together.
    public init(
        steps: [Step], ending: Ending, isEncrypted: Bool? = nil, sizeBytes: UInt64? = nil, freeBytes: UInt64? = nil,
        ticketRemark: String? = nil, usesTickets: Bool? = nil
    ) {
        self.steps = steps
        self.ending = ending
        self.isEncrypted = isEncrypted
        self.sizeBytes = sizeBytes
        self.freeBytes = freeBytes
        self.ticketRemark = ticketRemark
        self.usesTickets = usesTickets
    }
}
