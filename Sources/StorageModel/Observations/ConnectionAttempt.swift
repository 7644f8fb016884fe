/// What came of opening a TCP connection to one address.
public struct ConnectionAttempt: Hashable, Sendable {
    /// How an attempt ended.
    public enum Outcome: Hashable, Sendable {
        /// The connection stands.
        case connected
        /// A reset came back at once, or an ICMP "port unreachable": the two look the same from here.
        case refused
        /// Nothing came back within the deadline.
        case noAnswer
        /// A router or firewall said no, in an ICMP message (RFC 792, RFC 4443).
        case rejected(Rejection)
        /// Nobody on the local network answers for the address (RFC 826): the host is off, or the address unused.
        case hostUnreachable
        /// This computer has no route to the address.
        case noRoute
        /// A rule on this computer forbids the connection.
        case forbiddenHere
        /// Anything else, as an error number of the operating system.
        case failed(errno: Int32)
    }

    /// The kinds of ICMP messages that end an attempt.
    public enum Rejection: String, CaseIterable, Sendable {
        /// Communication is administratively prohibited (ICMP type 3 codes 9, 10 and 13; ICMPv6 type 1 codes 1, 5, 6).
        case administrativelyProhibited = "administratively-prohibited"
        /// The host cannot be reached, says a router (type 3 code 1; ICMPv6 type 1 code 3).
        case hostUnreachable = "host-unreachable"
        /// The network cannot be reached, says a router (type 3 code 0; ICMPv6 type 1 code 0).
        case networkUnreachable = "network-unreachable"
        /// Nothing listens, says the host itself (type 3 code 3; ICMPv6 type 1 code 4).
        case portUnreachable = "port-unreachable"
        /// Another code.
        case other
    }

    /// The address that was tried.
    public var address: IPAddress
    /// The port that was tried.
    public var port: UInt16
    /// How it ended.
    public var outcome: Outcome
    /// How long it took.
    public var duration: Duration
    /// How many segments this computer had to send again while it was used (RFC 9293 section 3.8.1); 0 when not known.
    public var retransmissions: Int

    /// Puts the parts together.
    public init(
        address: IPAddress, port: UInt16, outcome: Outcome, duration: Duration, retransmissions: Int = 0
    ) {
        self.address = address
        self.port = port
        self.outcome = outcome
        self.duration = duration
        self.retransmissions = retransmissions
    }
}
