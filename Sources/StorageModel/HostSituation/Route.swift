/// Where this computer would send a packet for an address; nothing is sent to find out.
public struct Route: Hashable, Sendable {
    /// The way a packet would take.
    public struct Path: Hashable, Sendable {
        /// The name of the interface through which it leaves.
        public var interface: String
        /// What the interface is.
        public var kind: InterfaceKind
        /// The router that it is handed to; nil when the address is taken to be a neighbour's, or is behind a tunnel.
        public var gateway: IPAddress?
        /// The address of this computer from which it would come; nil when the kernel does not tell.
        public var source: IPAddress?
        /// The number of the table that has the route: 254 is the main one, and VPN programs often use their own.
        public var table: UInt32
        /// The largest packet that fits on this way, in bytes, where the route says so; nil for the interface's.
        public var largestPacket: Int?

        /// Puts the parts together.
        public init(
            interface: String, kind: InterfaceKind, gateway: IPAddress? = nil, source: IPAddress? = nil,
            table: UInt32 = 254, largestPacket: Int? = nil
        ) {
            self.interface = interface
            self.kind = kind
            self.gateway = gateway
            self.source = source
            self.table = table
            self.largestPacket = largestPacket
        }
    }

    /// What the kernel says of the address.
    public enum Outcome: Hashable, Sendable {
        /// A packet would leave this way.
        case path(Path)
        /// The address is one of this computer's own.
        case thisComputer(Path)
        /// No route leads there (ENETUNREACH).
        case none
        /// A route says that the address cannot be reached (EHOSTUNREACH).
        case unreachable
        /// A route forbids it (EACCES).
        case prohibited
        /// A route lets packets vanish (EINVAL).
        case blackhole
    }

    /// The address.
    public var address: IPAddress
    /// What is known of the way there.
    public var outcome: HostReading<Outcome>

    /// Puts the parts together.
    public init(address: IPAddress, outcome: HostReading<Outcome>) {
        self.address = address
        self.outcome = outcome
    }

    /// The way; nil when there is none or none is known.
    public var path: Path? {
        switch outcome {
        case .known(.path(let path)), .known(.thisComputer(let path)): path
        default: nil
        }
    }
}
