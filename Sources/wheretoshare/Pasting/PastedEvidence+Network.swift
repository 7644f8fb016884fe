internal import StorageModel

extension PastedEvidence {
    mutating func readNetwork(_ words: inout FactWords) throws(CommandProblem) -> Bool {
        switch words.fact.key {
        case "resolver":
            let server = try words.address()
            resolver = resolver ?? ResolverSettings()
            resolver?.servers.append(server)
        case "search":
            let domain = try words.next("a domain")
            resolver = resolver ?? ResolverSettings()
            resolver?.searchDomains.append(domain)
        case "hosts-line":
            let line = try words.number()
            let address = try words.address()
            hostsEntries.append(HostsEntry(address: address, names: [words.rest()], line: line))
        case "interface":
            let name = try words.next("a name")
            let kind = try words.one(of: Self.kinds, "a kind")
            let isUp = try words.one(of: ["up": true, "down": false], "a state")
            interfaces = interfaces ?? []
            interfaces?.append(
                NetworkInterface(
                    name: name, kind: kind, isUp: isUp, hasCarrier: isUp, largestPacket: 0, addresses: []))
        case "local":
            let name = try words.next("the name of an interface")
            let (address, block) = try words.block()
            guard let place = interfaces?.lastIndex(where: { $0.name == name }) else {
                throw words.problem("'\(name.shownOnOneLine)' was not introduced by a line 'interface' before")
            }
            interfaces?[place].addresses.append(.init(address: address, neighbours: block))
        case "route": routes.append(try route(&words))
        case "firewall":
            if try words.one(of: ["known": true, "unknown": false], "a state") {
                firewall = LocalFirewall(sources: [.windows], rules: [])
            }
        case "firewall-rule":
            let fit = try words.one(of: ["certain": FirewallRule.Fit.certain, "possible": .possible], "a fit")
            guard firewall != nil else { throw words.problem("a rule stands where none are known") }
            firewall?.rules.append(
                FirewallRule(
                    source: .windows, family: "Windows", table: "outbound", chain: words.rest(), verdict: .drop,
                    fit: fit))
        default: return false
        }
        return true
    }

    private func route(_ words: inout FactWords) throws(CommandProblem) -> Route {
        let address = try words.address()
        let word = try words.next("a state")
        let ends: [String: Route.Outcome] = [
            "none": .none, "unreachable": .unreachable, "prohibited": .prohibited, "blackhole": .blackhole,
        ]
        if let end = ends[word] { return Route(address: address, outcome: .known(end)) }
        switch word {
        case "unknown": return Route(address: address, outcome: .unknown(.missing("the script's answer")))
        case "path":
            let name = try words.next("the name of an interface")
            let kind = interfaces?.first { $0.name == name }?.kind ?? .other
            let gateway = words.option("via").flatMap { IPAddress($0) }
            let source = words.option("from").flatMap { IPAddress($0) }
            return Route(
                address: address,
                outcome: .known(.path(.init(interface: name, kind: kind, gateway: gateway, source: source))))
        default: throw words.problem("'\(word.shownOnOneLine)' is not what a route can be")
        }
    }

    private static let kinds: [String: InterfaceKind] = [
        "ethernet": .ethernet, "wireless": .wireless, "mobile": .mobile, "loopback": .loopback, "other": .other,
        "tun": .tunnel(.tun), "tap": .tunnel(.tap), "wireguard": .tunnel(.wireguard), "ppp": .tunnel(.ppp),
        "ipsec": .tunnel(.ipsec), "encapsulated": .tunnel(.encapsulated),
    ]
}
