internal import StorageModel

/// The way from here to the server.
extension Weighing {
    /// What a person outside sees whose own network uses the server's addresses, or whose provider has one for every name.
    private static let seenOfStrangers: Set<Cause> = [.tcpRefused, .notSMB, .wrongServer]
    /// What a route that does not lead into the tunnel looks like.
    private static let seenBesideTunnel: Set<Cause> = [
        .hostUnreachable, .noRoute, .tcpDropped, .tcpRejected, .tcpRefused, .port445Blocked, .notSMB, .wrongServer,
        .splitTunnel, .addressOverlap,
    ]

    mutating func hearPath() {
        hearNames()
        guard let stage = evidence.failedStage, stage <= .negotiate else { return }
        hearOtherPlaces()
        hearRoutes()
        hearFirewall()
        guard evidence.needsInside else { return }
        switch evidence.standing {
        case .inside(let network): hearInside(network)
        case .outside(let network): hearOutside(network)
        case .unknown: break
        }
    }

    /// A file server that answers says that the door is open, and nothing of the way to another one.
    private mutating func hearOtherPlaces() {
        guard let witness = evidence.witnesses.first(where: { $0.isReached && $0.isBehindSameDoor }) else { return }
        ruleOut(.port445Blocked, by: .answers(target: witness.target))
        if evidence.needsInside { dismiss(.vpnDown, by: .answers(target: witness.target)) }
    }

    private mutating func hearRoutes() {
        guard let situation = evidence.situation, evidence.failedStage == .tcp else { return }
        let forbidden = situation.routes.first { route in
            [.known(.prohibited), .known(.blackhole)].contains(route.outcome)
                && evidence.sickAddresses.contains(route.address)
        }
        if let forbidden { settle(on: .clientFirewall, by: .routeForbids(forbidden.address)) }
    }

    private mutating func hearFirewall() {
        guard let rules = evidence.situation?.firewall.value?.rules, evidence.failedStage == .tcp else { return }
        if cause == .clientFirewall, let rule = rules.first {
            support(with: .firewallRule(rule))
        } else if let rule = rules.first(where: { $0.fit == .certain }) {
            settle(on: .clientFirewall, by: .firewallRule(rule))
        }
    }

    private mutating func hearInside(_ network: NetworkID) {
        let tunnel = evidence.situation?.virtualNetworks?.first
        hearNoTunnel()
        dismiss(.vpnDown, by: tunnel.map { .tunnelUp(interface: $0.name) } ?? .onInsideNetwork(network))
        guard let tunnel, let suspect = cause, Self.seenBesideTunnel.contains(suspect) else { return }
        for address in evidence.sickAddresses {
            guard let path = evidence.situation?.routes.first(where: { $0.address == address })?.path else { continue }
            let leaves = Witness.routeLeaves(
                address, interface: path.interface, kind: path.kind, gateway: path.gateway)
            if path.kind.isTunnel || path.interface == tunnel.name {
                dismiss(.splitTunnel, by: leaves)
                dismiss(.addressOverlap, by: leaves)
            } else if let claim = claim(on: address) {
                settle(on: .addressOverlap, by: claim)
            } else {
                settle(on: .splitTunnel, by: leaves)
            }
            return
        }
    }

    private mutating func hearOutside(_ network: NetworkID?) {
        hearNoTunnel()
        guard let suspect = cause, Cause.seenWithoutVPN.union(Self.seenOfStrangers).contains(suspect) else { return }
        // A computer without any connection has another trouble first.
        let others = evidence.witnesses + evidence.gateways
        if evidence.gateways.contains(where: { $0.verdict == .failed }), !others.contains(where: \.isReached),
            [.noRoute, .dnsNoAnswer].contains(suspect)
        {
            rivalsVanish(by: .nothingAnswers(count: others.count))
            return
        }
        let isReachedAnyway = evidence.witnesses.contains { $0.isReached && $0.isBehindSameDoor }
        if let claim = evidence.sickAddresses.lazy.compactMap(claim).first {
            settle(on: .addressOverlap, by: claim)
            admit(.vpnDown)
        } else if !isReachedAnyway {
            let witness = evidence.situation?.virtualNetworks?.isEmpty == true ? Witness.noTunnel : nil
            if Self.seenOfStrangers.contains(suspect) {
                admit(.vpnDown)
            } else {
                settle(on: .vpnDown, by: witness ?? .onOutsideNetwork(network))
                if witness != nil { support(with: .onOutsideNetwork(network)) }
            }
            if let gateway = evidence.gateways.first(where: \.isReached) {
                support(with: .gatewayAnswers(gateway.target))
            }
        }
    }

    /// Where no tunnel is up, none leads past the place.
    private mutating func hearNoTunnel() {
        if evidence.situation?.virtualNetworks?.isEmpty == true { ruleOut(.splitTunnel, by: .noTunnel) }
    }

    private mutating func rivalsVanish(by witness: Witness) {
        for rival in rivals { dismiss(rival, by: witness) }
        support(with: witness)
    }

    /// The local network, tunnels aside, that takes an address to be a neighbour's.
    private func claim(on address: IPAddress) -> Witness? {
        guard let interface = evidence.situation?.localNetworks(claiming: address)?.first,
            let neighbours = interface.neighbourhood(of: address)
        else { return nil }
        return .claimedLocally(address, interface: interface.name, neighbours: neighbours)
    }

    // MARK: Names

    private mutating func hearNames() {
        guard let names = evidence.situation?.names,
            let suspect = cause, [.dnsNameUnknown, .dnsInternalOnly, .dnsNoAnswer, .dnsWrongAddress].contains(suspect)
        else { return }
        let addresses = evidence.sighting.lookup?.addresses ?? []
        if evidence.sighting.lookup?.isFromHostsFile == true,
            let entry = names.hostsEntries.value?.first(where: { addresses.contains($0.address) })
        {
            if suspect == .dnsWrongAddress {
                settle(on: .dnsWrongAddress, by: .hostsFile(line: entry.line, entry.address))
            }
            return
        }
        if names.sources.value?.asksNameServers == false { return support(with: .asksNoNameServers) }
        let settings = names.settingsBehind?.value ?? names.settings.value
        if let settings, !settings.servers.isEmpty { support(with: .asksNameServers(settings.servers)) }
    }
}

extension Observation {
    /// Whether its port answered.
    var isReached: Bool { steps.contains { $0.stage == .tcp && [.ok, .warn].contains($0.state) } }

    /// Whether it is a file server, which is behind the same door as others.
    fileprivate var isBehindSameDoor: Bool { steps.contains { $0.stage == .negotiate } }
}
