/// Faults of names and addresses.
extension Fault {
    static var nameFaults: [Fault] {
        [
            nameUnknown(), internalOnly(), resolverSilent(), resolverDead(), resolverGone(), resolverFailing(),
            staleAddress(), partlyDead(), ipv6Broken(), wrongServer(),
        ]
    }

    /// The name server does not know the server's name.
    public static func nameUnknown(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "dns-name-unknown", cause: "dns-name-unknown", at: server, "the name server does not know its name",
            Change(
                apply: "change_names resolver \(server.name) </dev/null", undo: "restore_names resolver"))
    }

    /// The client asks the world's name server instead of the campus's.
    public static func internalOnly(_ client: LabHost = .campus) -> Fault {
        Fault(
            "dns-internal-only", cause: "dns-internal-only", at: .nas02, "the client asks the world's name server",
            .file(client, "resolv.conf", "nameserver \(LabHost.world.address)"))
    }

    /// The name server never answers.
    public static func resolverSilent() -> Fault {
        Fault(
            "dns-no-answer-silent", cause: "dns-no-answer", at: .resolver, "the name server is silent",
            .filter(.resolver, .input, "udp dport 53 drop", "tcp dport 53 drop"))
    }

    /// Nothing listens where the name server was.
    public static func resolverDead() -> Fault {
        Fault(
            "dns-no-answer-dead", cause: "dns-no-answer", at: .resolver, "no name server runs on its host",
            Change(apply: "stop_names resolver", undo: "stop_names resolver; start_names resolver"))
    }

    /// The client asks a name server whose host does not exist.
    public static func resolverGone(_ client: LabHost = .campus) -> Fault {
        Fault(
            "dns-no-answer-gone", cause: "dns-no-answer", at: .resolver, "the name server's host does not exist",
            .file(client, "resolv.conf", "nameserver \(LabHost.unusedAddress)"))
    }

    /// The name server answers that it could not find out.
    public static func resolverFailing() -> Fault {
        Fault(
            "dns-no-answer-servfail", cause: "dns-no-answer", at: .resolver, "the name server answers SERVFAIL",
            Change(
                apply: "answer_names resolver servfail",
                undo: "end_daemon $lab/hosts/resolver/fault-names; stop_names resolver; start_names resolver"))
    }

    /// The name leads to an address that nobody has.
    public static func staleAddress(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "dns-wrong-address", cause: "dns-wrong-address", at: server, "its name leads to an address of old",
            .addresses(of: server, LabHost.unusedAddress))
    }

    /// The name leads to two addresses, and nobody has one of them.
    public static func partlyDead(_ server: LabHost = .nas02) -> Fault {
        Fault(
            "address-partly-dead", cause: "address-partly-dead", at: server, "one of its two addresses is dead",
            .addresses(of: server, server.address, LabHost.unusedAddress))
    }

    /// The server answers by IPv4 alone, although it has an IPv6 address.
    public static func ipv6Broken() -> Fault {
        Fault(
            "ipv6-broken", cause: "ipv6-broken", at: .istsmb3, "IPv6 to it is dropped",
            .filter(.istsmb3, .input, "ip6 nexthdr tcp drop"))
    }

    /// A line in the client's hosts file leads to another server.
    public static func wrongServer(_ server: LabHost = .nas02, answeredBy other: LabHost = .archive3) -> Fault {
        Fault(
            "wrong-server", cause: "wrong-server", at: server, "its name leads to \(other.rawValue), by the hosts file",
            .file(.campus, "hosts", "127.0.0.1 localhost\n\(other.address) \(server.name) \(server.rawValue)"))
    }
}
