import StorageModel
import Testing

@Suite struct NetworkInterfaceTests {
    private func interface(
        _ address: String, _ neighbours: String, kind: InterfaceKind = .ethernet, isUp: Bool = true,
        hasCarrier: Bool = true
    ) throws -> NetworkInterface {
        NetworkInterface(
            name: "x", kind: kind, isUp: isUp, hasCarrier: hasCarrier, largestPacket: 1_500,
            addresses: [
                .init(address: try IPAddress(parsing: address), neighbours: try AddressBlock(parsing: neighbours))
            ])
    }

    @Test func aVPNInUseIsATunnelWithAnAddress() throws {
        #expect(try interface("198.18.0.9", "198.18.0.1/32", kind: .tunnel(.tun)).looksLikeVPN)
        #expect(try !interface("198.18.0.9", "198.18.0.1/32", kind: .tunnel(.tun), isUp: false).looksLikeVPN)
        #expect(try !interface("198.18.0.9", "198.18.0.1/32", kind: .tunnel(.tun), hasCarrier: false).looksLikeVPN)
        #expect(try !interface("fe80::9", "fe80::/64", kind: .tunnel(.wireguard)).looksLikeVPN)
        #expect(try !interface("198.18.0.9", "198.18.0.0/24").looksLikeVPN)
    }

    @Test func aNeighbourIsClaimedByTheClosestNetwork() throws {
        let server = try IPAddress(parsing: "192.168.1.11")
        var home = try interface("192.168.1.50", "192.168.0.0/16")
        #expect(home.neighbourhood(of: server) == AddressBlock("192.168.0.0/16"))
        home.addresses += try interface("192.168.1.51", "192.168.1.0/24").addresses
        #expect(home.neighbourhood(of: server) == AddressBlock("192.168.1.0/24"))
        #expect(home.neighbourhood(of: try IPAddress(parsing: "10.0.0.1")) == nil)
        home.isUp = false
        #expect(home.neighbourhood(of: server) == nil)
        #expect(
            try interface("127.0.0.1", "127.0.0.0/8", kind: .loopback).neighbourhood(of: IPAddress(ipv4: 0x7F00_0002))
                == nil)
    }

    @Test func kindsHaveStableWords() {
        let kinds: [InterfaceKind] =
            [.ethernet, .wireless, .mobile, .loopback, .other] + InterfaceKind.Tunnel.allCases.map { .tunnel($0) }
        #expect(
            kinds.map(\.id) == [
                "ethernet", "wireless", "mobile", "loopback", "other", "tun", "tap", "wireguard", "ppp", "ipsec",
                "encapsulated",
            ])
        #expect(kinds.map(\.isTunnel) == [false, false, false, false, false, true, true, true, true, true, true])
    }
}

@Suite struct KerberosValueTests {
    @Test func theRealmsServersAreConfiguredOrLookedUp() {
        var configuration = KerberosConfiguration(realms: [.init(name: "A", servers: ["dc1:88"]), .init(name: "B")])
        #expect(configuration.servers(ofRealm: "A") == .configured(["dc1:88"]))
        #expect(configuration.servers(ofRealm: "B") == .lookedUp(["_kerberos._udp.B", "_kerberos._tcp.B"]))
        configuration.looksUpServers = false
        #expect(configuration.servers(ofRealm: "B") == .nowhere)
        #expect(configuration.servers(ofRealm: "a") == .nowhere)
    }

    @Test(arguments: [
        ("nas.lab.example", HostRealm.asked(fallback: "LAB.EXAMPLE")), ("nas", .asked(fallback: nil)),
        ("a.sub.ist.example", .configured("IST", by: "ist.example")), ("", .asked(fallback: nil)),
        (".", .asked(fallback: nil)),
    ])
    func aHostsRealmIsItsDomains(_ host: String, _ realm: HostRealm) {
        let configuration = KerberosConfiguration(domainRealms: ["ist.example": "IST"])
        #expect(configuration.realm(ofHost: host) == realm)
    }

    @Test func aTicketCountsFromItsStartToItsEnd() {
        let ticket = KerberosTicket(
            service: "krbtgt/A", realm: "A", start: 100, end: 200, renewUntil: 500, encryptionType: 18)
        #expect(
            [99, 100, 199, 200, 300].map { ticket.state(at: $0) } == [.notYetValid, .valid, .valid, .expired, .expired])
    }

    @Test func theGrantingTicketIsTheLatestOfTheOwnRealm() {
        func ticket(_ service: String, _ realm: String, _ end: Int64) -> KerberosTicket {
            KerberosTicket(service: service, realm: realm, start: 0, end: end, encryptionType: 18)
        }
        let held = HeldTickets(
            principal: "anna", realm: "A",
            tickets: [
                ticket("krbtgt/B", "A", 900), ticket("krbtgt/A", "A", 100), ticket("krbtgt/A", "A", 300),
                ticket("krbtgt/A", "A", 200), ticket("krbtgt/A", "B", 950),
            ])
        #expect(held.grantingTicket?.end == 300)
    }
}

@Suite struct SMBClientSettingsTests {
    @Test(
        arguments: [
            (nil, nil, ["2.0.2", "2.1", "3.0", "3.0.2", "3.1.1"], false),
            ("SMB3_00", nil, ["3.0", "3.0.2", "3.1.1"], false),
            ("NT1", "smb2", ["2.0.2", "2.1"], false), ("LANMAN1", "NT1", [], true), ("SMB3", "SMB2_02", [], false),
            ("Default", "default", ["2.0.2", "2.1", "3.0", "3.0.2", "3.1.1"], false), ("SMB4", nil, nil, false),
        ] as [(String?, String?, [String]?, Bool)])
    func knowsWhatIsSpoken(_ oldest: String?, _ newest: String?, _ dialects: [String]?, _ isOnlySMB1: Bool) {
        let settings = SMBClientSettings(oldestProtocol: oldest, newestProtocol: newest)
        #expect(settings.dialects?.map(\.description) == dialects)
        #expect(settings.speaksOnlySMB1 == isOnlySMB1)
    }
}

@Suite struct HostReadingTests {
    @Test func aFactIsKnownOrHasAReason() {
        #expect(HostReading.known(7).value == 7 && HostReading.known(7).obstacle == nil)
        #expect(
            HostReading<Int>.unknown(.deadline).value == nil
                && HostReading<Int>.unknown(.deadline).obstacle == .deadline)
    }
}
