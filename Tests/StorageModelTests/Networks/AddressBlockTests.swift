import StorageModel
import TestKit
import Testing

@Suite struct AddressBlockTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.0.0.0", "10.255.255.255"), ("0.0.0.0/0", "0.0.0.0", "255.255.255.255"),
        ("192.0.2.7/32", "192.0.2.7", "192.0.2.7"), ("192.0.2.6/31", "192.0.2.6", "192.0.2.7"),
        ("2001:db8::/32", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("::1/128", "::1", "::1"),
        ("fe80::/10", "fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ])
    func reads(_ text: String, _ first: String, _ last: String) throws {
        let block = try AddressBlock(parsing: text)
        #expect(block.description == text)
        #expect(block.first.description == first)
        #expect(block.last.description == last)
        #expect(block.contains(block.first))
        #expect(block.contains(block.last))
    }

    @Test(arguments: [
        (
            "10.0.0.0",
            "'10.0.0.0' is not a block of IP addresses: it has no '/' and no prefix length; "
                + "for this one address write 10.0.0.0/32"
        ),
        (
            "10.1.2.3/8",
            "'10.1.2.3/8' is not a block of IP addresses: the address has bits set after the first 8; "
                + "for the block around it write 10.0.0.0/8"
        ),
        (
            "10.0.0.0/33",
            "'10.0.0.0/33' is not a block of IP addresses: '33' is not a prefix length from 0 to 32; "
                + "write the number of shared bits, such as 10.0.0.0/8"
        ),
        (
            "10.0.0.0/255.0.0.0",
            "'10.0.0.0/255.0.0.0' is not a block of IP addresses: '255.0.0.0' is not a prefix length from 0 to 32; "
                + "write the number of shared bits, such as 10.0.0.0/8"
        ),
        (
            "2001:db8::/129",
            "'2001:db8::/129' is not a block of IP addresses: '129' is not a prefix length from 0 to 128; "
                + "write the number of shared bits, such as 2001:db8::/32"
        ),
        (
            "campus",
            "'campus' is not a block of IP addresses: it is not written in numbers; "
                + "write it such as 10.0.0.0/8 or 2001:db8::/32"
        ),
    ])
    func explainsWhatIsNoBlock(_ text: String, _ message: String) {
        let error = #expect(throws: AddressNotationError.self) { try AddressBlock(parsing: text) }
        #expect(error?.description == message)
        #expect(AddressBlock(text) == nil)
    }

    @Test(arguments: [
        "", "/", "/8", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.0 /8",
        "10.0.0.0/8 ", "10.0.0.0/٨", "::/1000", "::1/127", "10.0.0.0/99999999999999999999999",
    ])
    func refuses(_ text: String) {
        #expect(AddressBlock(text) == nil)
    }

    @Test func aBlockAroundAnAddressLeavesOffTheRest() throws {
        let address = try IPAddress(parsing: "10.1.2.3")
        #expect(AddressBlock(around: address, prefixLength: 8)?.description == "10.0.0.0/8")
        #expect(AddressBlock(around: address, prefixLength: 0)?.description == "0.0.0.0/0")
        #expect(AddressBlock(around: address, prefixLength: 32) == AddressBlock(address))
        #expect(AddressBlock(around: address, prefixLength: 33) == nil)
        #expect(AddressBlock(around: address, prefixLength: -1) == nil)
    }

    @Test func familiesDoNotMix() throws {
        let everyIPv4 = try AddressBlock(parsing: "0.0.0.0/0")
        let everyIPv6 = try AddressBlock(parsing: "::/0")
        #expect(!everyIPv4.contains(IPAddress(ipv6: 1)))
        #expect(!everyIPv6.contains(IPAddress(ipv4: 1)))
        #expect(!everyIPv4.overlaps(everyIPv6))
        #expect(!everyIPv6.contains(try AddressBlock(parsing: "10.0.0.0/8")))
    }

    @Test func aBlockSortsBeforeTheBlocksInside() {
        let sorted = ["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "11.0.0.0/8", "::/0", "2001:db8::/32"]
            .compactMap { AddressBlock($0) }
        #expect(sorted.count == 7)
        #expect(sorted.reversed().sorted() == sorted)
    }

    // Compared with the definition, bit by bit.
    @Test func containsWhatSharesItsPrefix() {
        let seed: UInt64 = 0x4632
        var random = SeededGenerator(seed: seed)
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let block = anyBlock(&random)
            let address = anyAddress(near: block, &random)
            let width = block.family.bitWidth
            let shares =
                address.family == block.family
                && (0..<block.prefixLength).allSatisfy { bit in
                    (address.bits ^ block.first.bits) >> (width - 1 - bit) & 1 == 0
                }
            let holds =
                block.contains(address) == shares
                && (block.first <= address && address <= block.last) == shares
                && AddressBlock(block.description) == block
            if !holds { wrong.append("\(block) and \(address)") }
        }
        #expect(wrong == [], "seed \(seed)")
    }

    @Test func blocksAreNestedOrApart() {
        let seed: UInt64 = 0x4291
        var random = SeededGenerator(seed: seed)
        var nested = 0
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let one = anyBlock(&random)
            let near = anyAddress(near: one, &random)
            let length = Int.random(in: 0...near.family.bitWidth, using: &random)
            guard let two = AddressBlock(around: near, prefixLength: length) else { continue }
            let holds =
                one.overlaps(two) == two.overlaps(one)
                && one.overlaps(two) == (one.contains(two) || two.contains(one))
                && one.contains(two) == (one.contains(two.first) && one.contains(two.last))
                && (one.contains(two) && two.contains(one)) == (one == two)
                && (!one.contains(two) || one == two || one < two)
            if !holds { wrong.append("\(one) and \(two)") }
            nested += one.overlaps(two) ? 1 : 0
        }
        #expect(wrong == [], "seed \(seed)")
        #expect(nested > 1_000)
    }

    private func anyAddress(_ random: inout SeededGenerator) -> IPAddress {
        if Bool.random(using: &random) { return IPAddress(ipv4: random.next()) }
        return IPAddress(ipv6: UInt128(random.next() as UInt64) << 64 | UInt128(random.next() as UInt64))
    }

    private func anyBlock(_ random: inout SeededGenerator) -> AddressBlock {
        let address = anyAddress(&random)
        let length = Int.random(in: 0...address.family.bitWidth, using: &random)
        return AddressBlock(around: address, prefixLength: length) ?? AddressBlock(address)
    }

    /// Any address, or one that differs from the block's first in a single bit, where mistakes hide.
    private func anyAddress(near block: AddressBlock, _ random: inout SeededGenerator) -> IPAddress {
        let flipped = block.first.bits ^ (UInt128(1) << Int.random(in: 0..<block.family.bitWidth, using: &random))
        switch (Int.random(in: 0..<4, using: &random), block.family) {
        case (0, _): return anyAddress(&random)
        case (1, _): return block.last
        case (_, .ipv4): return IPAddress(ipv4: UInt32(truncatingIfNeeded: flipped))
        case (_, .ipv6): return IPAddress(ipv6: flipped)
        }
    }
}
