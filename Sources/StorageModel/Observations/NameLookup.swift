/// What looking up a host's name gave.
public struct NameLookup: Hashable, Sendable {
    /// The answer to a look-up.
    public enum Answer: Hashable, Sendable {
        /// The name has these addresses; both families, in the order of the answer, without repeats.
        case addresses([IPAddress])
        /// There is no such name (RFC 8020, NXDOMAIN).
        case unknownName
        /// The name exists, but has no address (RFC 2308 section 2.2, NODATA).
        case noAddress
        /// A name server says that it cannot answer (RFC 1035 section 4.1.1, SERVFAIL).
        case serverFailure
        /// A name server does not want to answer, or nothing listens at its address.
        case refused
        /// No name server answered within the deadline.
        case noAnswer
        /// No name server is configured on this computer, or none can be reached from it.
        case noServer
        /// The answer cannot be read, or the name is no host name.
        case unreadable
    }

    /// The name that was looked up.
    public var name: String
    /// What was answered.
    public var answer: Answer
    /// Whether the answer came from this computer's own table of hosts.
    public var isFromHostsFile: Bool
    /// How long it took.
    public var duration: Duration

    /// Puts the parts together.
    public init(name: String, answer: Answer, isFromHostsFile: Bool = false, duration: Duration) {
        self.name = name
        self.answer = answer
        self.isFromHostsFile = isFromHostsFile
        self.duration = duration
    }

    /// The addresses; empty when there are none.
    public var addresses: [IPAddress] {
        if case .addresses(let addresses) = answer { addresses } else { [] }
    }
}
