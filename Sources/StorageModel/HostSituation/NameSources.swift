/// Where this computer looks for hosts' names, and in which order (nsswitch.conf(5), line `hosts`).
public struct NameSources: Hashable, Sendable {
    /// The services as they are written, such as `files`, `resolve` and `dns`, without what to do after each.
    public var services: [String]

    /// Puts the parts together.
    public init(services: [String]) {
        self.services = services
    }

    /// What the C library does when there is no such line or file (glibc 2.35 and later).
    public static let standard = NameSources(services: ["files", "dns"])

    /// Whether this computer's own table of hosts is asked before any name server.
    public var asksHostsFileFirst: Bool {
        guard let files = services.firstIndex(of: "files") else { return false }
        let askers = ["dns", "resolve", "mdns", "mdns4", "mdns6"]
        guard let network = services.firstIndex(where: askers.contains) else { return true }
        return files < network
    }

    /// Whether name servers are asked at all.
    public var asksNameServers: Bool { services.contains("dns") || services.contains("resolve") }
}
