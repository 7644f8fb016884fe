import Glibc
import StorageModel
import Testing

@testable import HostFacts

@Suite struct InterfaceReaderTests {
    @Test(.enabled(if: mayMakeNetworks, "networks of one's own are not permitted here"))
    func readsInterfacesWithTheirAddresses() async {
        await #expect(processExitsWith: .success) {
            useOwnNetwork()
            run(
                "ip link add home type veth peer name far && ip addr add 192.168.1.50/24 dev home && ip link set home up"
            )
            run("ip link set far up && ip -6 addr add 2001:db8::7/64 dev home nodad")
            run("ip tuntap add mode tun name vpn7 && ip addr add 198.18.0.9 peer 198.18.0.1/32 dev vpn7")
            run("ip link set vpn7 mtu 1300 up && ip tuntap add mode tap name vm0 && ip link add br7 type bridge")
            let all = try #require(InterfaceReader.all(until: .now + .seconds(20)).value)
            func interface(_ name: String) throws -> NetworkInterface {
                try #require(all.first { $0.name == name })
            }
            let home = try interface("home")
            #expect(home.kind == .ethernet && home.isUp && home.hasCarrier && home.largestPacket == 1500)
            #expect(home.addresses.contains { "\($0.address) \($0.neighbours)" == "192.168.1.50 192.168.1.0/24" })
            #expect(home.addresses.contains { "\($0.address) \($0.neighbours)" == "2001:db8::7 2001:db8::/64" })
            #expect(home.neighbourhood(of: try IPAddress(parsing: "192.168.1.7")) != nil)
            #expect(home.neighbourhood(of: try IPAddress(parsing: "192.168.2.7")) == nil)
            let tunnel = try interface("vpn7")
            #expect(tunnel.kind == .tunnel(.tun) && tunnel.isUp && tunnel.largestPacket == 1300)
            #expect(tunnel.addresses.map { "\($0.address) \($0.neighbours)" } == ["198.18.0.9 198.18.0.1/32"])
            // No program has opened the tunnel's other end.
            #expect(!tunnel.hasCarrier && !tunnel.looksLikeVPN)
            #expect(try interface("vm0").kind == .tunnel(.tap))
            #expect(try interface("br7").kind == .other)
            #expect(try !interface("br7").isUp)
            let loop = try interface("lo")
            #expect(loop.kind == .loopback && loop.isUp)
            #expect(loop.neighbourhood(of: try IPAddress(parsing: "127.0.0.9")) == nil)
        }
    }

    @Test func readsThisMachine() throws {
        let all = try #require(InterfaceReader.all(until: .now + .seconds(20)).value)
        let loop = try #require(all.first { $0.kind == .loopback })
        #expect(loop.addresses.contains { $0.address == IPAddress(ipv4: 0x7F00_0001) })
    }

    private static let links: [(UInt16, String?, String?, InterfaceKind)] = [
        (772, nil, nil, .loopback), (1, nil, nil, .ethernet), (1, nil, "wlan", .wireless),
        (1, nil, "wwan", .mobile), (1, nil, "bridge", .other), (1, "veth", nil, .ethernet), (1, "vlan", nil, .ethernet),
        (1, "ifb", nil, .other), (1, "bridge", nil, .other), (1, "tun", nil, .tunnel(.tap)),
        (0xFFFE, "tun", nil, .tunnel(.tun)), (0xFFFE, nil, nil, .tunnel(.tun)),
        (0xFFFE, "wireguard", nil, .tunnel(.wireguard)),
        (512, "ppp", nil, .tunnel(.ppp)), (512, nil, nil, .tunnel(.ppp)), (0xFFFE, "xfrm", nil, .tunnel(.ipsec)),
        (768, "vti", nil, .tunnel(.ipsec)), (768, "ipip", nil, .tunnel(.encapsulated)),
        (776, nil, nil, .tunnel(.encapsulated)), (1, "gretap", nil, .tunnel(.encapsulated)), (519, nil, nil, .mobile),
        (803, nil, nil, .wireless), (1, "vxlan", nil, .other), (32, nil, nil, .other),
    ]

    @Test(arguments: links)
    func knowsWhatAnInterfaceIs(_ hardware: UInt16, _ driver: String?, _ type: String?, _ kind: InterfaceKind) {
        #expect(LinkKind(hardware: hardware, driver: driver, deviceType: { type }).kind == kind)
    }

    @Test func readsWhatADriverSays() {
        let text = Array("INTERFACE=wlan0\nDEVTYPE=wlan\nIFINDEX=3\n".utf8)
        #expect(InterfaceReader.deviceType(inEvent: text) == "wlan")
        #expect(InterfaceReader.deviceType(inEvent: Array("INTERFACE=eth0\n".utf8)) == nil)
    }
}
