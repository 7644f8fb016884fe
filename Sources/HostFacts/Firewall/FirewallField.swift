internal import StorageModel

/// Something about a connection that a firewall's rule may ask for.
enum FirewallField {
    case destination(IPAddress.Family)
    case source(IPAddress.Family)
    case destinationPort
    case transport
    case interface
    case family
    case state
    case user
    /// Something that only other protocols than TCP have.
    case foreign

    private static let otherProtocols: Set = [
        "udp", "udplite", "sctp", "dccp", "icmp", "icmpv6", "igmp", "ah", "esp", "comp", "arp", "gre", "gretap",
        "vxlan",
        "geneve",
    ]

    /// The field that nftables calls so (libnftables-json(5), expressions); nil for all others.
    init?(_ kind: String, _ value: JSONValue) {
        switch (kind, value["key"]?.text, value["protocol"]?.text, value["field"]?.text) {
        case ("payload", _, "tcp", "dport"), ("payload", _, "th", "dport"): self = .destinationPort
        case ("payload", _, "ip", "daddr"): self = .destination(.ipv4)
        case ("payload", _, "ip6", "daddr"): self = .destination(.ipv6)
        case ("payload", _, "ip", "saddr"): self = .source(.ipv4)
        case ("payload", _, "ip6", "saddr"): self = .source(.ipv6)
        case ("payload", _, "ip", "protocol"), ("payload", _, "ip6", "nexthdr"), ("meta", "l4proto", _, _):
            self = .transport
        case ("meta", "oifname", _, _), ("meta", "oif", _, _): self = .interface
        case ("meta", "nfproto", _, _), ("meta", "protocol", _, _): self = .family
        case ("meta", "skuid", _, _): self = .user
        case ("ct", "state", _, _): self = .state
        case ("payload", _, let name?, _) where Self.otherProtocols.contains(name): self = .foreign
        default: return nil
        }
    }

    /// Whether the connection has it at all: a rule that asks for more never fits, whatever it compares with.
    func exists(in connection: OutgoingConnection) -> Bool {
        switch self {
        case .destination(let family), .source(let family): family == connection.address.family
        case .foreign: false
        default: true
        }
    }

    /// Whether it is a certain value.
    func fit(_ connection: OutgoingConnection, _ value: String) -> PacketFilter.Fit {
        switch self {
        case .destination(let family): return Self.fit(connection.address, family, value)
        case .source(let family):
            guard let source = connection.source else { return .unknown }
            return Self.fit(source, family, value)
        case .destinationPort:
            guard let port = UInt16(value) ?? Self.ports[value] else { return .unknown }
            return .init(port == connection.port)
        case .transport: return .init(value == "tcp" || value == "6")
        case .interface:
            guard let interface = connection.interface else { return .unknown }
            return .init(value.last == "*" ? interface.hasPrefix(value.dropLast()) : interface == value)
        case .family:
            let names = connection.address.family == .ipv4 ? ["ipv4", "ip"] : ["ipv6", "ip6"]
            return .init(names.contains(value))
        // The first packet of a connection is always new to the firewall.
        case .state: return .init(value.lowercased() == "new")
        case .user: return UInt32(value).map { .init($0 == connection.userID) } ?? .unknown
        case .foreign: return .no
        }
    }

    /// Whether it is a value between two.
    func fit(_ connection: OutgoingConnection, from first: String, to last: String) -> PacketFilter.Fit {
        switch self {
        case .destination(let family):
            guard connection.address.family == family else { return .no }
            guard let first = IPAddress(first), let last = IPAddress(last) else { return .unknown }
            return .init(first <= connection.address && connection.address <= last)
        case .destinationPort:
            guard let first = UInt16(first), let last = UInt16(last) else { return .unknown }
            return .init(first <= connection.port && connection.port <= last)
        case .user:
            guard let first = UInt32(first), let last = UInt32(last) else { return .unknown }
            return .init(first <= connection.userID && connection.userID <= last)
        default: return .unknown
        }
    }

    private static func fit(_ address: IPAddress, _ family: IPAddress.Family, _ value: String) -> PacketFilter.Fit {
        guard address.family == family else { return .no }
        if let wanted = IPAddress(value) { return .init(wanted == address) }
        let parts = value.split(separator: "/")
        guard parts.count == 2, let first = IPAddress(String(parts[0])) else { return .unknown }
        if let length = Int(parts[1]) {
            return AddressBlock(around: first, prefixLength: length).map { .init($0.contains(address)) } ?? .unknown
        }
        // iptables writes masks that have no length as addresses.
        guard let mask = IPAddress(String(parts[1])), mask.family == family, first.family == family else {
            return .unknown
        }
        return .init(first.bits & mask.bits == address.bits & mask.bits)
    }

    /// The names of services (IANA) that matter to a check of file servers.
    private static let ports: [String: UInt16] = [
        "microsoft-ds": 445, "netbios-ssn": 139, "https": 443, "http": 80, "ms-wbt-server": 3389, "ssh": 22,
    ]
}
