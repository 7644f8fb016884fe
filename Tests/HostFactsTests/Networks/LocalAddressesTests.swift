import HostFacts
import StorageModel
import Testing

@Suite struct LocalAddressesTests {
    private func addresses(_ pairs: (String, String)...) -> [LocalAddress] {
        pairs.compactMap { interface, text in
            IPAddress(text).map { LocalAddress(interface: interface, address: $0) }
        }
    }

    @Test func leavesOutWhatSaysNothingAboutTheNetwork() {
        let all = addresses(
            ("lo", "127.0.0.1"), ("lo", "::1"), ("eth0", "fe80::1"), ("eth0", "169.254.3.4"), ("eth0", "2001:db8::7"),
            ("tun0", "10.8.0.2"), ("eth0", "192.0.2.7"), ("eth0", "192.0.2.7"))
        func shown(_ kinds: LocalAddresses.Kinds) -> [String] {
            LocalAddresses(all, including: kinds).addresses.map { "\($0.interface) \($0.address)" }
        }
        #expect(shown([]) == ["eth0 192.0.2.7", "eth0 2001:db8::7", "tun0 10.8.0.2"])
        #expect(shown(.loopback).suffix(3) == ["lo 127.0.0.1", "lo ::1", "tun0 10.8.0.2"])
        #expect(shown(.linkLocal).prefix(2) == ["eth0 169.254.3.4", "eth0 192.0.2.7"])
        #expect(shown([.loopback, .linkLocal]).count == 7)
    }

    @Test func readsThisMachine() throws {
        let all = try LocalAddresses.current(including: [.loopback, .linkLocal])
        #expect(all.addresses.contains(LocalAddress(interface: "lo", address: IPAddress(ipv4: 0x7F00_0001))))
        let some = try LocalAddresses.current()
        #expect(some.addresses.allSatisfy { !$0.address.isLoopback && !$0.address.isLinkLocal })
        #expect(Set(some.addresses).isSubset(of: all.addresses))
    }
}
