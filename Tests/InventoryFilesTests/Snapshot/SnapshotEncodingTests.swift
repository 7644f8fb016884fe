import StorageModel
import Testing

@testable import InventoryFiles

@Suite("The encoding of snapshots")
struct SnapshotEncodingTests {
    /// The SHA-256 of the sample's encoding in each format version.
    ///
    /// A line is never changed once a release has used it.
    private static let goldenDigests: [UInt32: String] = [
        1: "89acca93259d4699b84dfb85632181985bcd68d7591d85ae9dee222f992ff67b",
        2: "158ea692b785d4b852993b0f44b9f0156466746e90b42ca7deb52f06b81d90b6",
        3: "b134967c5e6c7521c8c43b23fca05921136272345cf957099d78992cf7d5b13b",
    ]

    @Test("gives back what was stored", arguments: ["full", "bare"])
    func roundTrip(sample: String) throws {
        let inventory = sample == "full" ? SampleInventory.full : SampleInventory.bare
        let bytes = encoded(inventory)
        let decodedInventory: Inventory = try decoded(bytes)
        #expect(decodedInventory == inventory)
        // Equal strings can be spelled with different bytes; these are not.
        #expect(encoded(decodedInventory) == bytes)
    }

    @Test("has the same bytes every time, whatever the order of insertion")
    func isDeterministic() {
        let bytes = encoded(SampleInventory.full)
        for _ in 0..<5 { #expect(encoded(SampleInventory.full) == bytes) }
        let keys = (0..<100).map { "key-\($0)" }
        let upward = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
        var downward: [String: String] = Dictionary(minimumCapacity: 1000)
        for key in keys.reversed() { downward[key] = key }
        #expect(encoded(upward) == encoded(downward))
    }

    @Test("changes only together with its version")
    func goldenDigest() {
        let bytes = encoded(SampleInventory.full)
        let digest = SealedSnapshot.digest(of: bytes[...]).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let version = InventoryCache.formatVersion
        #expect(
            Self.goldenDigests[version] == digest,
            """
            the encoding of the sample is no longer that of format version \(version): raise InventoryCache.formatVersion \
            to \(version + 1) and add this line to goldenDigests: \(version + 1): "\(digest)"
            """)
        #expect(Self.goldenDigests.keys.sorted() == Array(1...version), "each format version has one line")
        #expect(Set(Self.goldenDigests.values).count == Self.goldenDigests.count, "two versions have one encoding")
    }

    @Test("keeps the bytes of texts that are equal as strings")
    func exactTexts() throws {
        let composed = "caf\u{E9}"
        let decomposed = "cafe\u{301}"
        #expect(composed == decomposed)
        let texts: [String] = try decoded(encoded([composed, decomposed, composed]))
        #expect(texts.map { Array($0.utf8) } == [composed, decomposed, composed].map { Array($0.utf8) })
    }

    @Test("stores a repeated text once")
    func sharedTexts() {
        let long = String(repeating: "x", count: 1000)
        #expect(encoded(Array(repeating: long, count: 50)).count < 1000 + 60)
    }

    @Test(
        "stores numbers of every size",
        arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 32, .max >> 1, .max - 1, .max] as [UInt64])
    func numbers(number: UInt64) throws {
        #expect(try decoded(encoded(number)) == number)
        for signed in [Int(truncatingIfNeeded: number), -Int(truncatingIfNeeded: number >> 1)] {
            #expect(try decoded(encoded(signed)) == signed)
        }
    }

    @Test("stores address blocks of every length", arguments: [IPAddress(ipv4: .max), IPAddress(ipv6: .max)])
    func addressBlocks(address: IPAddress) throws {
        for length in 0...address.family.bitWidth {
            let block = try #require(AddressBlock(around: address, prefixLength: length))
            #expect(try decoded(encoded(block)) == block)
        }
    }
}

/// The bytes of a value.
func encoded(_ value: some Storable) -> [UInt8] {
    var encoder = SnapshotEncoder()
    encoder.store(value)
    return encoder.finished()
}

/// The value in bytes that hold nothing else.
func decoded<Value: Storable>(_ bytes: [UInt8]) throws(SnapshotDamaged) -> Value {
    var decoder = try SnapshotDecoder(bytes)
    let value: Value = try decoder.read()
    try decoder.finish()
    return value
}
