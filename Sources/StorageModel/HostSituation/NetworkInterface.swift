/// A network interface of this computer, with its addresses.
public struct NetworkInterface: Hashable, Sendable {
    /// An address of an interface.
    public struct Address: Hashable, Sendable {
        /// The address of this computer.
        public var address: IPAddress
        /// The addresses that the interface takes to be its neighbours'; on a tunnel often just one.
        public var neighbours: AddressBlock

        /// Puts the parts together.
        public init(address: IPAddress, neighbours: AddressBlock) {
            self.address = address
            self.neighbours = neighbours
        }
    }

    /// The name, such as `eth0`.
    public var name: String
    /// What it is.
    public var kind: InterfaceKind
    /// Whether it is switched on.
    public var isUp: Bool
    /// Whether it has a connection, such as a cable that is plugged in, or a program behind a tunnel.
    public var hasCarrier: Bool
    /// The largest packet that fits, in bytes.
    public var largestPacket: Int
    /// The addresses, in the kernel's order.
    public var addresses: [Address]

    /// Puts the parts together.
    public init(
        name: String, kind: InterfaceKind, isUp: Bool, hasCarrier: Bool, largestPacket: Int, addresses: [Address]
    ) {
        self.name = name
        self.kind = kind
        self.isUp = isUp
        self.hasCarrier = hasCarrier
        self.largestPacket = largestPacket
        self.addresses = addresses
    }

    /// Whether it looks like a VPN in use: a tunnel that is on, is connected and has an address beyond its own link.
    public var looksLikeVPN: Bool {
        kind.isTunnel && isUp && hasCarrier && addresses.contains { !$0.address.isLinkLocal }
    }

    /// The local network that claims an address as a neighbour's; nil when the interface has none that does.
    ///
    /// A file server that seems to be a neighbour on a home network is one whose addresses the home uses as well.
    public func neighbourhood(of address: IPAddress) -> AddressBlock? {
        guard isUp, kind != .loopback else { return nil }
        return addresses.map(\.neighbours).filter { $0.contains(address) }.max { $0.prefixLength < $1.prefixLength }
    }
}
