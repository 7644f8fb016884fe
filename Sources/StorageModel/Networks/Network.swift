/// A network from which people reach systems, such as the campus or a VPN.
public struct Network: Hashable, Sendable {
    /// Its name.
    public var id: NetworkID
    /// The addresses that computers on it have.
    public var addresses: [Fact<AddressBlock>]
    /// The names of interfaces that computers on it have; `*` at the end stands for any ending.
    public var interfaces: [Fact<String>]
    /// Whether a computer that fits no network is taken to be here; an inventory has exactly one such network.
    public var isFallback: Bool
    /// The front door through which people come to be on it; nil when there is none to knock at.
    public var gateway: Gateway?
    /// Other names that people use for it.
    public var aliases: [String]
    /// Where the network is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: NetworkID, addresses: [Fact<AddressBlock>] = [], interfaces: [Fact<String>] = [],
        isFallback: Bool = false, gateway: Gateway? = nil, aliases: [String] = [], provenance: Provenance
    ) {
        self.id = id
        self.addresses = addresses
        self.interfaces = interfaces
        self.isFallback = isFallback
        self.gateway = gateway
        self.aliases = aliases
        self.provenance = provenance
    }
}
