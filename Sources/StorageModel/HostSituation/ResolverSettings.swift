/// What this computer's resolver is told to ask (resolv.conf(5)).
public struct ResolverSettings: Hashable, Sendable {
    /// The name servers, in the order in which they are asked.
    ///
    /// Where the file names none, the resolver asks this computer itself.
    public var servers: [IPAddress]
    /// The domains that are tried behind a name without enough dots, in order.
    public var searchDomains: [String]
    /// The options as they are written, such as `timeout:1` and `rotate`.
    public var options: [String]
    /// Lines that name a server in a way that the resolver does not understand, counted from 1.
    public var unusableLines: [Int]

    /// Puts the parts together.
    public init(
        servers: [IPAddress] = [], searchDomains: [String] = [], options: [String] = [], unusableLines: [Int] = []
    ) {
        self.servers = servers
        self.searchDomains = searchDomains
        self.options = options
        self.unusableLines = unusableLines
    }

    /// How many servers the C library asks; those after them are never asked (`MAXNS`).
    public static let mostServers = 3

    /// Whether a service on this computer answers in the name servers' place, such as systemd-resolved or dnsmasq.
    public var asksThisComputer: Bool { !servers.isEmpty && servers.allSatisfy(\.isLoopback) }
}
