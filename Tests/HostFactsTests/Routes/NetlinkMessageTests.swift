import StorageModel
import TestKit
import Testing

@testable import HostFacts

@Suite struct NetlinkMessageTests {
    private static let seed: UInt64 = 0x0E71_5EED

    @Test func readsBackWhatItWrites() throws {
        let first = NetlinkMessage.question(
            26, flags: 1, sequence: 7, fixed: [2, 32, 0, 0], attributes: [(1, [198, 51, 100, 11]), (27, [6])])
        let second = NetlinkMessage.question(18, flags: 769, sequence: 8, fixed: [])
        let messages = try #require(NetlinkMessage.messages(in: (first + second)[...]))
        #expect(messages.map(\.type) == [26, 18])
        #expect(messages.map(\.flags) == [1, 769])
        #expect(messages.map(\.sequence) == [7, 8])
        let attributes = try #require(messages.first).attributes(after: 4)
        #expect(attributes[1].map { Array($0) } == [198, 51, 100, 11])
        #expect(attributes.number(27, as: UInt8.self) == 6)
        #expect(attributes.number(27, as: UInt32.self) == nil)
        #expect(attributes[2] == nil)
    }

    @Test func refusesLengthsThatCannotBe() {
        var message = NetlinkMessage.question(26, flags: 1, sequence: 7, fixed: [1, 2, 3, 4])
        #expect(NetlinkMessage.messages(in: message.dropLast()) == nil)
        message[0] = 15
        #expect(NetlinkMessage.messages(in: message[...]) == nil)
        #expect(NetlinkMessage.messages(in: [1, 2, 3]) == nil)
    }

    // Whatever comes in the kernel's place is read as far as it goes, without a crash.
    @Test func survivesAnyDamage() {
        var random = SeededGenerator(seed: Self.seed)
        let sample =
            NetlinkMessage.question(
                16, flags: 2, sequence: 1, fixed: [0, 0, 1, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
                attributes: [(3, Array("eth0\0".utf8)), (18, [9, 0, 1, 0] + Array("veth\0".utf8) + [0, 0, 0])])
            + NetlinkMessage.question(
                20, flags: 2, sequence: 1, fixed: [2, 24, 0, 0, 2, 0, 0, 0], attributes: [(1, [10, 0, 0, 1])])
            + NetlinkMessage.question(
                24, flags: 0, sequence: 1, fixed: [2, 32, 0, 0, 254, 0, 0, 1, 0, 0, 0, 0],
                attributes: [(4, [2, 0, 0, 0]), (5, [10, 0, 0, 2]), (8, [8, 0, 2, 0, 176, 4, 0, 0])])
        var understood = 0
        for _ in 0..<10_000 {
            var bytes = sample
            for _ in 0..<random.below(6) { damage(&bytes, &random) }
            for message in NetlinkMessage.messages(in: bytes[...]) ?? [] {
                if InterfaceReader.interface(in: message, deviceType: { _ in nil }) != nil { understood += 1 }
                if InterfaceReader.address(in: message) != nil { understood += 1 }
                if RouteReader.outcome(in: message, [:]) != nil { understood += 1 }
            }
        }
        #expect(understood > 5_000, "seed \(Self.seed)")
    }
}
