/// What this computer knows of itself, as far as it decides whether one target can be reached and used from here.
///
/// It is evidence, not a judgement, and holds nothing secret: no keys, no passwords, no tickets' contents. Names and texts
/// that others chose are as they were read; escape them before showing them.
public struct HostSituation: Hashable, Sendable {
    /// Where packets for each of the target's addresses would go, in the order of the addresses.
    public var routes: [Route]
    /// The network interfaces.
    public var interfaces: HostReading<[NetworkInterface]>
    /// How names are looked up.
    public var names: NameResolution
    /// How this computer and the account stand with Kerberos.
    public var kerberos: KerberosSituation
    /// The account that is asked about.
    public var account: HostReading<HostAccountLookup>
    /// What this computer's own firewall may do.
    public var firewall: HostReading<LocalFirewall>
    /// How this computer's clients of file servers are set up.
    public var smbClient: SMBClientSituation
    /// How the clock stands.
    public var clock: ClockSituation

    /// Puts the parts together.
    public init(
        routes: [Route], interfaces: HostReading<[NetworkInterface]>, names: NameResolution,
        kerberos: KerberosSituation, account: HostReading<HostAccountLookup>, firewall: HostReading<LocalFirewall>,
        smbClient: SMBClientSituation, clock: ClockSituation
    ) {
        self.routes = routes
        self.interfaces = interfaces
        self.names = names
        self.kerberos = kerberos
        self.account = account
        self.firewall = firewall
        self.smbClient = smbClient
        self.clock = clock
    }

    /// The interfaces that look like a VPN in use; nil when the interfaces are not known.
    public var virtualNetworks: [NetworkInterface]? { interfaces.value?.filter(\.looksLikeVPN) }

    /// The interfaces, tunnels aside, that take an address to be a neighbour's; nil when the interfaces are not known.
    public func localNetworks(claiming address: IPAddress) -> [NetworkInterface]? {
        interfaces.value?.filter { !$0.kind.isTunnel && $0.neighbourhood(of: address) != nil }
    }
}
