import Glibc
import StorageModel
import Testing

@testable import HostFacts

/// What the kernel says of an address.
private func outcome(_ address: String) -> HostReading<Route.Outcome>? {
    guard let address = IPAddress(address) else { return nil }
    return RouteReader.routes(to: [address], port: 445, until: .now + .seconds(20)).first?.outcome
}

/// Makes an interface `home`, with another at the other end of its cable.
private func plugInHome() {
    run("ip link add home type veth peer name far && ip link set home up && ip link set far up")
}

@Suite struct RouteReaderTests {
    // A home network with a router, a VPN that one network is led into, and what routes can say in place of a way.
    @Test(.enabled(if: mayMakeNetworks, "networks of one's own are not permitted here"))
    func tellsWhereAPacketWouldGo() async {
        await #expect(processExitsWith: .success) {
            useOwnNetwork()
            plugInHome()
            run("ip addr add 203.0.113.50/24 dev home")
            run("ip route add default via 203.0.113.1")
            run("ip tuntap add mode tun name vpn7 && ip addr add 198.18.0.9 peer 198.18.0.1 dev vpn7")
            run("ip link set vpn7 mtu 1300 up && ip route add 198.51.100.0/24 dev vpn7 mtu 1200")
            run("ip route add unreachable 198.51.100.64 && ip route add prohibit 198.51.100.65")
            run("ip route add blackhole 198.51.100.66 && ip route add throw 198.51.100.67")
            run("ip route add 198.51.100.68 via inet6 fe80::1 dev home")
            let source = IPAddress("203.0.113.50")
            let router = Route.Path(
                interface: "home", kind: .ethernet, gateway: IPAddress("203.0.113.1"), source: source)
            #expect(outcome("198.51.101.1") == .known(.path(router)))
            let neighbour = Route.Path(interface: "home", kind: .ethernet, source: source)
            #expect(outcome("203.0.113.77") == .known(.path(neighbour)))
            let tunnel = Route.Path(
                interface: "vpn7", kind: .tunnel(.tun), source: IPAddress("198.18.0.9"), largestPacket: 1200)
            #expect(outcome("198.51.100.11") == .known(.path(tunnel)))
            #expect(outcome("198.51.100.64") == .known(.unreachable))
            #expect(outcome("198.51.100.65") == .known(.prohibited))
            #expect(outcome("198.51.100.66") == .known(.blackhole))
            #expect(outcome("198.51.100.67") == .known(Route.Outcome.none))
            let strange = Route.Path(interface: "home", kind: .ethernet, gateway: IPAddress("fe80::1"), source: source)
            #expect(outcome("198.51.100.68") == .known(.path(strange)))
            // Without rules the kernel keeps its own addresses in the main table, else in one of their own.
            let own = Route.Path(interface: "lo", kind: .loopback, source: source)
            #expect(outcome("203.0.113.50") == .known(.thisComputer(own)))
        }
    }

    // VPN programs lead traffic by rules, into a table of their own, and some only for some ports.
    @Test(.enabled(if: mayMakeNetworks, "networks of one's own are not permitted here"))
    func followsRules() async {
        await #expect(processExitsWith: .success) {
            useOwnNetwork()
            plugInHome()
            run("ip addr add 203.0.113.50/24 dev home")
            run("ip route add default via 203.0.113.1")
            run("ip tuntap add mode tun name vpn7 && ip link set vpn7 up")
            run("ip route add 198.51.100.0/24 dev vpn7 table 220")
            run("ip rule add ipproto tcp dport 445 lookup 220")
            let address = try IPAddress(parsing: "198.51.100.11")
            func path(port: UInt16) -> Route.Path? {
                RouteReader.routes(to: [address], port: port, until: .now + .seconds(20)).first?.path
            }
            let shares = try #require(path(port: 445))
            #expect(shares.interface == "vpn7" && shares.table == 220)
            let web = try #require(path(port: 443))
            #expect(web.interface == "home" && web.table == 254)
        }
    }

    @Test(.enabled(if: mayMakeNetworks, "networks of one's own are not permitted here"))
    func tellsOfSixAsOfFour() async {
        await #expect(processExitsWith: .success) {
            useOwnNetwork()
            #expect(outcome("2001:db8::11") == .known(Route.Outcome.none))
            #expect(outcome("198.51.100.11") == .known(Route.Outcome.none))
            plugInHome()
            run("ip -6 addr add 2001:db8:1::50/64 dev home nodad")
            run("ip -6 route add default via 2001:db8:1::1")
            run("ip -6 route add unreachable 2001:db8::64 && ip -6 route add prohibit 2001:db8::65")
            run("ip -6 route add blackhole 2001:db8::66")
            let router = Route.Path(
                interface: "home", kind: .ethernet, gateway: IPAddress("2001:db8:1::1"),
                source: IPAddress("2001:db8:1::50"))
            #expect(outcome("2001:db8::11") == .known(.path(router)))
            #expect(outcome("2001:db8::64") == .known(.unreachable))
            #expect(outcome("2001:db8::65") == .known(.prohibited))
            #expect(outcome("2001:db8::66") == .known(.blackhole))
        }
    }

    @Test func anAnswerThatComesTooLateIsNone() throws {
        let address = try IPAddress(parsing: "127.0.0.1")
        let routes = RouteReader.routes(to: [address], port: 445, until: .now - .seconds(1))
        // The kernel answers at once, so that there may be an answer even then.
        let outcome = try #require(routes.first).outcome
        #expect(outcome.obstacle == .deadline || outcome.value != nil)
    }
}
