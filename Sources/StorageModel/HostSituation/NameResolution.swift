/// How this computer finds the addresses of names.
public struct NameResolution: Hashable, Sendable {
    /// Where it looks, and in which order.
    public var sources: HostReading<NameSources>
    /// Which name servers it asks.
    public var settings: HostReading<ResolverSettings>
    /// Which servers a service on this computer asks in turn; nil when no such service is asked.
    public var settingsBehind: HostReading<ResolverSettings>?
    /// The lines of its own table of hosts that name the host in question.
    public var hostsEntries: HostReading<[HostsEntry]>

    /// Puts the parts together.
    public init(
        sources: HostReading<NameSources>, settings: HostReading<ResolverSettings>,
        settingsBehind: HostReading<ResolverSettings>? = nil, hostsEntries: HostReading<[HostsEntry]>
    ) {
        self.sources = sources
        self.settings = settings
        self.settingsBehind = settingsBehind
        self.hostsEntries = hostsEntries
    }
}
