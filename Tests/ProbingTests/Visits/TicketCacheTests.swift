import StorageModel
import TestKit
import Testing

@testable import Probing

/// Whose tickets a file holds.
@Suite struct TicketCacheTests {
    /// What MIT Kerberos 1.20 writes at the beginning, with a header of 12 bytes.
    private static let start: [UInt8] =
        [5, 4, 0, 12, 0, 1, 0, 8, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2]
        + [0, 0, 0, 11] + Array("EXAMPLE.ORG".utf8) + [0, 0, 0, 5] + Array("check".utf8) + [0, 0, 0, 4]
        + Array("host".utf8)

    @Test func theOwnerIsRead() {
        let owner = TicketCache.Owner(principal: "check/host", realm: "EXAMPLE.ORG")
        #expect(TicketCache.owner(in: Self.start) == owner)
        #expect(TicketCache.owner(in: Self.start + [1, 2, 3]) == owner)
        #expect(TicketCache.owner(in: [5, 3] + Self.start.dropFirst(16)) == owner)
    }

    @Test func whatIsCutShortHasNone() {
        for length in 0..<Self.start.count {
            #expect(TicketCache.owner(in: Array(Self.start.prefix(length))) == nil)
        }
        #expect(TicketCache.owner(in: Array("[libdefaults]\n".utf8)) == nil)
    }

    @Test func damagedBytesNeverCrash() {
        var dice = SeededGenerator(seed: 11)
        for _ in 0..<10_000 {
            var bytes = Self.start
            for _ in 0...dice.below(4) { bytes[dice.below(bytes.count)] = UInt8(dice.below(256)) }
            _ = TicketCache.owner(in: bytes)
        }
    }

    @Test func anotherKindOfCacheIsExplained() async {
        let pool = VisitPool(program: "/none", signIn: .ticketCache(path: "KEYRING:persistent:0"), limit: 1)
        let visit = await pool.visit(VisitRequest(server: "127.0.0.1", share: "x"), within: .seconds(1))
        await pool.end()
        #expect(
            visit.ending
                == .notPossible(
                    "the tickets are in 'KEYRING:persistent:0', which libsmbclient cannot read; "
                        + "keep them in a file (KRB5CCNAME=FILE:/…)"))
    }
}
