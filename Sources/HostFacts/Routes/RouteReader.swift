internal import Glibc
public import StorageModel

/// Asks the kernel which way packets would go; sends nothing to the network (rtnetlink(7), `RTM_GETROUTE`).
public enum RouteReader {
    private typealias Attribute = RouteNetlink.RouteAttribute

    /// The fixed part of a question or answer about a route (`struct rtmsg`).
    private static let fixedLength = 12

    /// The way to each address, for TCP to a port: rules of a VPN may treat ports differently.
    public static func routes(
        to addresses: [IPAddress], port: UInt16, until deadline: ContinuousClock.Instant
    ) -> [Route] {
        let interfaces = InterfaceReader.interfaces(until: deadline)
        return addresses.map { address in
            Route(address: address, outcome: outcome(for: address, port: port, interfaces, until: deadline))
        }
    }

    private static func outcome(
        for address: IPAddress, port: UInt16, _ interfaces: HostReading<[Int32: NetworkInterface]>,
        until deadline: ContinuousClock.Instant
    ) -> HostReading<Route.Outcome> {
        do throws(NetlinkSocket.Failure) {
            var socket = try NetlinkSocket()
            let messages = try socket.ask(
                RouteNetlink.Message.getRoute, all: false, fixed: question(for: address),
                attributes: attributes(for: address, port: port), until: deadline)
            guard let answer = messages.first, let outcome = Self.outcome(in: answer, interfaces.value ?? [:]) else {
                return .unknown(.notUnderstood("the kernel's answer about a route"))
            }
            return .known(outcome)
        } catch {
            if case .refused(let number) = error, let outcome = outcome(of: number) { return .known(outcome) }
            return .unknown(error.obstacle)
        }
    }

    private static func question(for address: IPAddress) -> [UInt8] {
        let family = UInt8(address.family == .ipv4 ? AF_INET : AF_INET6)
        let head: [UInt8] = [family, UInt8(address.family.bitWidth), 0, 0, 0, 0, 0, 0]
        // The table that has the route is told only on request; else it is always the main one.
        return head + NetlinkMessage.bytes(Attribute.namesTable)
    }

    private static func attributes(for address: IPAddress, port: UInt16) -> [(type: UInt16, bytes: [UInt8])] {
        let octets = address.family.bitWidth / 8
        let bytes = (0..<octets).map { UInt8(truncatingIfNeeded: address.bits >> ((octets - 1 - $0) * 8)) }
        return [
            (Attribute.destination, bytes), (Attribute.transport, [UInt8(IPPROTO_TCP)]),
            (Attribute.destinationPort, [UInt8(port >> 8), UInt8(port & 0xFF)]),
        ]
    }

    /// What an error in place of a route means; nil for one that says nothing about the route.
    static func outcome(of error: ErrorNumber) -> Route.Outcome? {
        switch error.rawValue {
        case ENETUNREACH: Route.Outcome.none
        case EHOSTUNREACH: .unreachable
        case EACCES: .prohibited
        case EINVAL: .blackhole
        default: nil
        }
    }

    /// Reads an answer; nil when it is none about a route.
    static func outcome(in message: NetlinkMessage, _ interfaces: [Int32: NetworkInterface]) -> Route.Outcome? {
        guard message.type == RouteNetlink.Message.newRoute, message.payload.count >= fixedLength else { return nil }
        let head = Array(message.payload.prefix(fixedLength))
        let kind = head[7]
        switch kind {
        case RouteNetlink.RouteType.unreachable: return .unreachable
        case RouteNetlink.RouteType.prohibit: return .prohibited
        case RouteNetlink.RouteType.blackhole: return .blackhole
        case RouteNetlink.RouteType.throw: return Route.Outcome.none
        default: break
        }
        let attributes = message.attributes(after: fixedLength)
        guard let index = attributes.number(Attribute.interface, as: Int32.self) else { return nil }
        let interface = interfaces[index]
        let metrics = attributes.nested(Attribute.metrics)
        let path = Route.Path(
            interface: interface?.name ?? "#\(index)", kind: interface?.kind ?? .other,
            gateway: gateway(attributes),
            source: attributes[Attribute.preferredSource].flatMap { IPAddress(octets: $0) },
            table: attributes.number(Attribute.table, as: UInt32.self) ?? UInt32(head[4]),
            largestPacket: metrics.number(Attribute.largestPacket, as: UInt32.self).map { Int($0) })
        return kind == RouteNetlink.RouteType.local ? .thisComputer(path) : .path(path)
    }

    /// The router, which may have an address of the other family (`RTA_VIA`).
    private static func gateway(_ attributes: NetlinkAttributes) -> IPAddress? {
        if let octets = attributes[Attribute.gateway] { return IPAddress(octets: octets) }
        return attributes[Attribute.via].flatMap { IPAddress(octets: $0.dropFirst(2)) }
    }
}

extension IPAddress {
    /// An address from its 4 or 16 octets; nil for another number of them.
    init?(octets: some Collection<UInt8>) {
        switch octets.count {
        case 4: self.init(ipv4: octets.reduce(0) { $0 << 8 | UInt32($1) })
        case 16: self.init(ipv6: octets.reduce(0) { $0 << 8 | UInt128($1) })
        default: return nil
        }
    }
}
