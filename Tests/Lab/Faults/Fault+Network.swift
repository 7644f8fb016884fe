/// Faults of the way between client and server.
extension Fault {
    static var networkFaults: [Fault] {
        [noRoute(), hostUnreachable(), dropped()] + Rejection.allCases.map { rejected($0) }
            + ClientBlock.allCases.map { clientFirewall($0) }
            + [smbPortBlocked(), blackHole(), packetLoss(), slowLink(), halfOpen()]
    }

    /// The client has no route to the server.
    public static func noRoute(_ server: LabHost = .nas02) -> Fault {
        // 'throw' ends the search in this table, and there is no other that has a route.
        Fault(
            "no-route", cause: "no-route", at: server, "the client has no route to it",
            .route(.campus, "throw \(server.address)/32"))
    }

    /// The server's cable is pulled out.
    public static func hostUnreachable(_ server: LabHost = .nas02) -> Fault {
        let forget = "ip -n \(LabHost.campus.rawValue) neigh flush all"
        return Fault(
            "host-unreachable", cause: "host-unreachable", at: server, "its cable is pulled out",
            Change(
                apply: "ip link set to-\(server.rawValue) nomaster; \(forget)",
                undo: "ip link set to-\(server.rawValue) master \(server.network); \(forget)"))
    }

    /// A firewall drops connections to a port without a word.
    public static func dropped(_ server: LabHost = .nas02, port: Int = 445) -> Fault {
        Fault(
            "tcp-dropped", cause: "tcp-dropped", at: server, "a firewall drops what goes to port \(port)",
            .filter(server, .input, "tcp dport \(port) drop"))
    }

    /// How a firewall says no.
    public enum Rejection: String, Sendable, CaseIterable {
        case adminProhibited = "admin-prohibited"
        case hostUnreachable = "host-unreachable"
        case noRoute = "no-route"
        case portUnreachable = "port-unreachable"
        case reset = "reset"
    }

    /// A firewall rejects connections.
    public static func rejected(_ rejection: Rejection, _ server: LabHost = .nas02) -> Fault {
        let kind = rejection == .reset ? "tcp reset" : "icmpx type \(rejection.rawValue)"
        // What looks like a closed port is one, for all that can be seen from outside.
        let cause = rejection == .reset || rejection == .portUnreachable ? "tcp-refused" : "tcp-rejected"
        return Fault(
            "\(cause)-\(rejection.rawValue)", cause: cause, at: server, "a firewall rejects it with \(kind)",
            .filter(server, .input, "meta l4proto tcp tcp dport 445 reject with \(kind)"))
    }

    /// How a client keeps its own programs from a server.
    public enum ClientBlock: String, Sendable, CaseIterable {
        case prohibitRoute = "prohibit"
        case blackholeRoute = "blackhole"
        case drop = "drop"
        case reject = "reject"
    }

    /// A rule of the client itself stands in the way.
    public static func clientFirewall(_ block: ClientBlock, _ server: LabHost = .nas02) -> Fault {
        let change: Change =
            switch block {
            case .prohibitRoute, .blackholeRoute: .route(.campus, "\(block.rawValue) \(server.address)/32")
            case .drop, .reject:
                .filter(.campus, .output, "ip daddr \(server.address) tcp dport 445 \(block.rawValue)")
            }
        return Fault(
            "client-firewall-\(block.rawValue)", cause: "client-firewall", at: server,
            "the client's own rules say \(block.rawValue)", change)
    }

    /// Port 445 is closed on the way, port 139 is not.
    public static func smbPortBlocked(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "port-445-blocked", cause: "port-445-blocked", at: server, "port 445 is dropped, port 139 answers",
            .settings(server, "[global]", "smb ports = 445 139"),
            .filter(server, .input, "tcp dport 445 drop"))
    }

    /// Large packets vanish without a word: to sign in and to read the canary work, to list the share `public` does not.
    public static func blackHole(_ server: LabHost = .nas02, above bytes: Int = 1000) -> Fault {
        Fault(
            "mtu-black-hole", cause: "mtu-black-hole", at: server, "packets of more than \(bytes) bytes vanish",
            .filter(server, .input, "tcp dport 445 meta length > \(bytes) drop"),
            .filter(.campus, .input, "ip saddr \(server.address) tcp sport 445 meta length > \(bytes) drop"))
    }

    /// Some packets vanish.
    public static func packetLoss(_ server: LabHost = .nas02, percent: Int = 30) -> Fault {
        let rule = "numgen random mod 100 < \(percent) drop"
        return Fault(
            "packet-loss", cause: "packet-loss", at: server, "of \(percent) % of all packets nothing is seen again",
            .filter(server, .input, "tcp dport 445 \(rule)"),
            .filter(.campus, .input, "ip saddr \(server.address) tcp sport 445 \(rule)"))
    }

    /// The line is slow.
    public static func slowLink(_ server: LabHost = .nas02, kilobits: Int = 32) -> Fault {
        let limit = "root tbf rate \(kilobits)kbit burst 1600 latency 2s"
        let host = server.rawValue
        return Fault(
            "slow-link", cause: "slow-link", at: server, "the line to it has \(kilobits) kbit/s",
            Change(
                apply: "tc qdisc add dev to-\(host) \(limit); tc -n \(host) qdisc add dev e0 \(limit)",
                undo: """
                    tc qdisc del dev to-\(host) root 2>/dev/null || true
                    tc -n \(host) qdisc del dev e0 root 2>/dev/null || true
                    """))
    }

    /// Connections are made, but nothing is let through them.
    public static func halfOpen(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "half-open", cause: "half-open", at: server, "connections are made, but nothing passes",
            .filter(server, .input, "tcp dport 445 meta length > 100 drop"))
    }
}
