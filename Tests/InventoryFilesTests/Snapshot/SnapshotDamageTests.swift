import Glibc
import StorageModel
import TestKit
import Testing

@testable import InventoryFiles

@Suite("Damaged snapshots")
struct SnapshotDamageTests {
    @Test("are refused at every length short of the whole", .timeLimit(.minutes(20)))
    func truncations() {
        let bytes = encoded(SampleInventory.full)
        for length in bytes.indices {
            #expect(throws: SnapshotDamaged.self) { try decoded(Array(bytes[..<length])) as Inventory }
        }
    }

    /// The seed of this run, written to standard error; `SNAPSHOT_SEED=n` repeats a run.
    private static let seed: UInt64 = {
        let chosen = environmentValue("SNAPSHOT_SEED").flatMap { UInt64($0) }
        let seed = chosen ?? UInt64.random(in: .min ... .max)
        // Written at once and unbuffered, so that it is there even when a change ends the process.
        let notice = Array("snapshot mutations: SNAPSHOT_SEED=\(seed)\n".utf8)
        _ = unsafe notice.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
        return seed
    }()

    /// Four parts of 5,000 changes, so that they run at the same time.
    @Test(
        "are refused or read as another inventory, after 20,000 random changes", .timeLimit(.minutes(20)),
        arguments: 0..<4 as Range<UInt64>)
    func mutations(part: UInt64) throws {
        var source = SeededNumbers(seed: Self.seed &+ part)
        let original = encoded(SampleInventory.full)
        var accepted = 0
        for _ in 0..<5000 {
            let bytes = mutated(original, using: &source)
            do throws(SnapshotDamaged) {
                let inventory: Inventory = try decoded(bytes)
                accepted += 1
                // Whatever is accepted is an inventory like any other.
                let again: Inventory = try decoded(encoded(inventory))
                #expect(again == inventory, "SNAPSHOT_SEED=\(Self.seed)")
            } catch {
                #expect(error.position <= bytes.count, "SNAPSHOT_SEED=\(Self.seed)")
            }
        }
        // Both happen, or the changes are not worth their time: many only touch a letter of a text.
        #expect((25..<4975).contains(accepted), "SNAPSHOT_SEED=\(Self.seed)")
    }

    /// Bytes that no encoder writes, each with what is found wrong first.
    private static let hostile: [(name: String, bytes: [UInt8], finding: SnapshotDamaged.Finding)] = [
        ("nothing at all", [], .endsEarly),
        ("a table of 2^63 texts", [UInt8](repeating: 0x80, count: 9) + [1], .countBeyondEnd),
        ("a text of 2^62 bytes", [1] + [UInt8](repeating: 0x80, count: 8) + [0x40], .countBeyondEnd),
        ("a text one byte too long", [1, 3, 0x61, 0x62], .countBeyondEnd),
        ("an array of 2^35 texts", [0, 0x80, 0x80, 0x80, 0x80, 0x80, 1], .countBeyondEnd),
        ("an array of one text more than bytes", [1, 0, 3, 0, 0], .countBeyondEnd),
        ("a number of 65 bits", [0] + [UInt8](repeating: 0xFF, count: 9) + [2], .numberOutOfRange),
        ("a number of eleven bytes", [0] + [UInt8](repeating: 0x80, count: 10) + [1], .numberOutOfRange),
        ("a number with a needless byte", [0x80, 0], .numberOutOfRange),
        ("a number that is cut off", [0, 0x80], .endsEarly),
        ("a text that is not in the table", [1, 0, 1, 1], .noSuchText),
        ("a stray continuation byte", [1, 1, 0x80, 0], .notUTF8),
        ("a surrogate", [1, 3, 0xED, 0xA0, 0x80, 0], .notUTF8),
        ("an overlong slash", [1, 2, 0xC0, 0xAF, 0], .notUTF8),
        ("a byte after the end", [1, 0, 1, 0, 0], .leftoverBytes),
    ]

    @Test("announce what they do not have", arguments: hostile.indices)
    func hostileBytes(index: Int) {
        let (name, bytes, finding) = Self.hostile[index]
        let error = #expect(throws: SnapshotDamaged.self, "\(name)") { try decoded(bytes) as [String] }
        #expect(error?.finding == finding, "\(name)")
    }

    @Test("have values that their types do not have")
    func valuesOutOfRange() {
        func finding<Value: Storable>(_ bytes: [UInt8], _ type: Value.Type) -> SnapshotDamaged.Finding? {
            do throws(SnapshotDamaged) {
                _ = try decoded(bytes) as Value
                return nil
            } catch {
                return error.finding
            }
        }
        #expect(finding([0, 2], Bool.self) == .unknownNumber)
        #expect(finding([0, 2], Int?.self) == .unknownNumber)
        #expect(finding([0, 3], Basis.self) == .unknownNumber)
        #expect(finding([0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1], Basis.self) == .unknownNumber)
        #expect(finding([0, 4], Obligation.Kind.self) == .unknownNumber)
        #expect(finding([0, 2], Prerequisite.Witness.self) == .unknownNumber)
        #expect(finding([0, 4], ObligationValue.self) == .unknownNumber)
        #expect(finding([0, 6], AudienceMember.self) == .unknownNumber)
        #expect(finding([0, 5], Invariant.Promise.self) == .unknownNumber)
        #expect(finding([0, 5, 0], IPAddress.self) == .unknownNumber)
        #expect(finding([0, 4, 0x80, 0x80, 0x80, 0x80, 0x10], IPAddress.self) == .numberOutOfRange)
        // 10.0.0.1/8 has bits after its prefix; a prefix of 33 bits is longer than an IPv4 address.
        #expect(finding([0, 4, 0x81, 0x80, 0x80, 0x50, 16], AddressBlock.self) == .unknownNumber)
        #expect(finding([0, 4, 0, 66], AddressBlock.self) == .unknownNumber)
        #expect(finding([0, 4, 0, 1], AddressBlock.self) == .unknownNumber)
    }

    @Test("have a key twice, even in two spellings")
    func repeatedKeys() {
        let same: [UInt8] = [1, 1, 0x61, 2, 0, 0, 0, 0]
        #expect(throws: SnapshotDamaged(finding: .repeatedKey, position: 8)) {
            try decoded(same) as [String: String]
        }
        let accented: [UInt8] = [2, 2, 0xC3, 0xA9, 3, 0x65, 0xCC, 0x81, 2, 0, 0, 1, 1]
        #expect(throws: SnapshotDamaged(finding: .repeatedKey, position: 13)) {
            try decoded(accented) as [String: String]
        }
    }

    @Test("are described by what and where")
    func descriptions() {
        let damaged = SnapshotDamaged(finding: .notUTF8, position: 17)
        #expect("\(damaged)" == "a text is not UTF-8 (at byte 17)")
    }

    /// One to four changes at random places.
    private func mutated(_ original: [UInt8], using source: inout SeededNumbers) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &source) {
            let place = Int.random(in: bytes.indices, using: &source)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &source))
            switch Int.random(in: 0..<8, using: &source) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &source)
            case 1: bytes[place] = .random(in: .min ... .max, using: &source)
            case 2: bytes[place] &+= 1
            case 3: bytes.removeSubrange(place..<end)
            case 4: bytes.insert(contentsOf: bytes[place..<end], at: .random(in: bytes.indices, using: &source))
            case 5: bytes.replaceSubrange(place..<end, with: [UInt8](repeating: 0xFF, count: 9) + [1])
            case 6: bytes.insert(0x80, at: place)
            default: bytes.swapAt(place, .random(in: bytes.indices, using: &source))
            }
        }
        return bytes
    }
}

/// The numbers of SplitMix64 (Steele, Lea and Flood, 2014), the same for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
