import Crypto
import StorageModel

/// An inventory in bytes, with the stamp that it was made under and a digest that shows damage.
///
/// In this order: 8 bytes that name the kind of file, the SHA-256 of everything after it (32 bytes), the format version
/// (4 bytes, highest first), then the table of texts, program version, revision and inventory as ``SnapshotEncoder``
/// writes
/// them. The digest shows accidents, not forgery: that nobody else can write the file is for ``CacheFolder`` to see to.
enum SealedSnapshot {
    private static let magic: [UInt8] = [0x89] + Array("WTSINV\n".utf8)
    private static let digestLength = 32
    private static let formatLength = 4

    /// The bytes of an inventory.
    static func seal(_ inventory: Inventory, _ stamp: SnapshotStamp) -> [UInt8] {
        var encoder = SnapshotEncoder()
        encoder.store(stamp.program, stamp.revision, inventory)
        var covered = formatBytes(of: stamp)
        covered += encoder.finished()
        return magic + digest(of: covered[...]) + covered
    }

    /// The inventory in the bytes, when they are whole and bear exactly this stamp.
    static func open(_ bytes: [UInt8], expecting stamp: SnapshotStamp) throws(SnapshotDamaged) -> Inventory {
        let formatStart = magic.count + digestLength
        let start = formatStart + formatLength
        guard bytes.starts(with: magic) else { throw SnapshotDamaged(finding: .foreign, position: 0) }
        guard bytes.count > start else { throw SnapshotDamaged(finding: .endsEarly, position: bytes.count) }
        guard bytes[magic.count..<formatStart].elementsEqual(digest(of: bytes[formatStart...])) else {
            throw SnapshotDamaged(finding: .wrongDigest, position: magic.count)
        }
        guard bytes[formatStart..<start].elementsEqual(formatBytes(of: stamp)) else {
            throw SnapshotDamaged(finding: .wrongStamp, position: formatStart)
        }
        var decoder = try SnapshotDecoder(bytes, from: start)
        let program: String = try decoder.read()
        let revision: String = try decoder.read()
        guard program == stamp.program, revision == stamp.revision else { throw decoder.damaged(.wrongStamp) }
        let inventory: Inventory = try decoder.read()
        try decoder.finish()
        return inventory
    }

    /// The SHA-256 of bytes.
    static func digest(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var hasher = SHA256()
        unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
        return Array(hasher.finalize())
    }

    private static func formatBytes(of stamp: SnapshotStamp) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: stamp.format >> UInt32($0)) }
    }
}
