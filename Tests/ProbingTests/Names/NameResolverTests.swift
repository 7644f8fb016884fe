import StorageModel
import Testing

@testable import Probing

/// What needs name servers is asked in the lab; here is what every computer knows.
@Suite struct NameResolverTests {
    @Test func thisComputerIsInItsOwnTable() async throws {
        let resolver = NameResolver(on: try EventLoop())
        let lookup = await resolver.lookUp("localhost", until: .now + patience)
        #expect(lookup.addresses.contains(IPAddress(ipv4: 0x7F00_0001)))
        #expect(lookup.isFromHostsFile)
    }

    @Test(arguments: ["198.51.100.7", "2001:db8::7"])
    func anAddressIsItsOwnAnswer(text: String) async throws {
        let resolver = NameResolver(on: try EventLoop())
        let lookup = await resolver.lookUp(text, until: .now + patience)
        #expect(lookup.answer == .addresses([try #require(IPAddress(text))]))
        #expect(!lookup.isFromHostsFile)
    }

    @Test(arguments: ["", ".", "a..example.org", String(repeating: "x", count: 64) + ".example.org", "a b.example.org"])
    func whatIsNoHostNameHasNoAddresses(name: String) async throws {
        let resolver = NameResolver(on: try EventLoop())
        #expect(await resolver.lookUp(name, until: .now + .milliseconds(500)).addresses.isEmpty)
    }

    /// Both questions are answered one by one; together they mean what says most.
    @Test func twoAnswersMeanWhatSaysMost() throws {
        let address = try #require(IPAddress("198.51.100.7"))
        func meaning(_ first: Int32, _ second: Int32, isServed: Bool = true) -> NameLookup.Answer {
            NameLookup.Answer(
                .init(status: first, addresses: first == 0 ? [address] : []), .init(status: second, addresses: []),
                hasNameServers: isServed)
        }
        let (noData, serverFailure, notFound, refused, connectionRefused, timeOut) =
            (1, 3, 4, 6, 11, 12)
            as (
                Int32, Int32, Int32, Int32, Int32, Int32
            )
        #expect(meaning(0, timeOut) == .addresses([address]))
        #expect(meaning(noData, noData) == .noAddress)
        #expect(meaning(noData, serverFailure) == .serverFailure)
        #expect(meaning(notFound, timeOut) == .unknownName)
        #expect(meaning(refused, refused) == .refused)
        #expect(meaning(connectionRefused, connectionRefused) == .refused)
        #expect(meaning(connectionRefused, connectionRefused, isServed: false) == .noServer)
        #expect(meaning(timeOut, noData) == .noAnswer)
    }
}
