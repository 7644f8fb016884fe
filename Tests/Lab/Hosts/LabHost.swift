/// A host of the lab, with a network and a name of its own.
public enum LabHost: String, Sendable, CaseIterable {
    /// A file server; the only host that has an IPv6 address in the name servers.
    case istsmb3
    /// A file server.
    case archive3
    /// A file server, and the one that most faults are injected into.
    case nas02
    /// A file server.
    case cluster
    /// The domain controller, once the directory runs.
    case dc1
    /// A file server that is a member of the domain, once the directory runs.
    case filer
    /// The computer that people reach by Remote Desktop, once that runs.
    case terminal
    /// The campus's name server, which knows all names.
    case resolver
    /// A client on the campus.
    case campus
    /// A colleague's client on the campus, which holds what others want.
    case desk
    /// The router between the campus and the world, which lets no file sharing in.
    case firewall
    /// A client outside the campus.
    case outside
    /// The name server that clients outside ask, which knows none of the internal names.
    case world

    /// The file servers.
    public static let servers: [LabHost] = [.istsmb3, .archive3, .nas02, .cluster]

    /// The IPv4 address; the router's is the one on the campus.
    public var address: String {
        switch self {
        case .firewall: "198.51.100.1"
        case .resolver: "198.51.100.10"
        case .istsmb3: "198.51.100.11"
        case .archive3: "198.51.100.12"
        case .nas02: "198.51.100.13"
        case .cluster: "198.51.100.14"
        case .dc1: "198.51.100.15"
        case .filer: "198.51.100.20"
        case .terminal: "198.51.100.30"
        case .campus: "198.51.100.50"
        case .desk: "198.51.100.51"
        case .world: "203.0.113.10"
        case .outside: "203.0.113.50"
        }
    }

    /// The IPv6 address; nil outside the campus, which has none.
    public var address6: String? {
        guard isOnCampus, let number = address.split(separator: ".").last else { return nil }
        return "fd00:51:100::\(number)"
    }

    /// The whole name.
    public var name: String { "\(rawValue).\(isInDirectory ? LabDirectory.dnsDomain : LabHost.domain)" }

    /// Whether the directory knows its name, and nobody else does.
    public var isInDirectory: Bool { self == .dc1 || self == .filer }

    /// Whether it is a file server.
    public var isServer: Bool { LabHost.servers.contains(self) }

    /// The part that all names end with.
    public static let domain = "lab.example"

    /// An address on the campus that no host has.
    public static let unusedAddress = "198.51.100.99"

    /// The campus's IPv4 addresses.
    public static let campusBlock = "198.51.100.0/24"

    /// The campus's IPv6 addresses.
    public static let campusBlock6 = "fd00:51:100::/64"

    /// Whether it is on the campus.
    public var isOnCampus: Bool { self != .outside && self != .world }

    /// The switch it is connected to, which is a bridge in the sandbox's own network.
    var network: String { isOnCampus ? "lan" : "wan" }

    /// Where its packets for other networks go; nil for the router.
    var gateway: String? {
        switch self {
        case .firewall: nil
        case .outside, .world: LabHost.gatewayOutside
        default: LabHost.firewall.address
        }
    }

    /// The name server it asks.
    var nameServer: LabHost { isOnCampus ? .resolver : .world }

    /// The router's address outside the campus.
    public static let gatewayOutside = "203.0.113.1"
}
