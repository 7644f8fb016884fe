public import StorageModel

/// Inventories that were read and checked before, kept in a folder of the user's own.
///
/// A kept inventory is found again only under the revision of its sources and by the program version that checked them.
/// A file
/// that is damaged, a link, or that somebody else owns or may write to is passed over as if it were not there.
public struct InventoryCache: Sendable {
    /// The version of the encoding; to be raised with every change of it (the tests notice one).
    public static let formatVersion: UInt32 = 3

    /// How storing ended.
    public enum Receipt: Hashable, Sendable {
        /// The inventory was written to this file of the folder.
        case stored(file: String)
        /// It was not written; the reason is for logs, because people lose nothing but time.
        case notStored(because: String)
    }

    /// How many inventories are kept.
    static let mostKept = 4
    /// A passing file that is older than this was left by a writer that died, in seconds.
    static let longestWriting = 3600

    private let folder: String
    private let programVersion: String

    /// A cache in a folder, which is made on the first ``store(_:revision:)``.
    ///
    /// The program version has to change whenever reading or checking the same sources may give another result.
    public init(folder: String, programVersion: String) {
        self.folder = folder
        self.programVersion = programVersion
    }

    /// The inventory that was stored under this revision; nil when there is none to be trusted.
    ///
    /// The revision names the exact content of the sources, in 1 to 128 lower-case hexadecimal digits.
    public func load(revision: String) -> Inventory? {
        try? read(revision: revision)
    }

    /// Keeps an inventory under the revision of its sources, and drops all but the four newest.
    ///
    /// The folder is made for this account alone when it is missing; one that exists is used only when it belongs to
    /// this
    /// account and nobody else may write to it.
    @discardableResult
    public func store(_ inventory: Inventory, revision: String) -> Receipt {
        do {
            return .stored(file: try write(inventory, revision: revision))
        } catch {
            return .notStored(because: error.description)
        }
    }

    /// The inventory of this revision, or why there is none.
    func read(revision: String) throws(CacheObstacle) -> Inventory {
        let name = try Self.fileName(revision: revision)
        let bytes = try CacheFolder(at: folder).read(name)
        do {
            return try SealedSnapshot.open(bytes, expecting: stamp(revision))
        } catch {
            throw CacheObstacle("'\(name)' is not used: \(error)")
        }
    }

    private func write(_ inventory: Inventory, revision: String) throws(CacheObstacle) -> String {
        let name = try Self.fileName(revision: revision)
        let folder = try CacheFolder(makingIfNeeded: folder)
        let bytes = SealedSnapshot.seal(inventory, stamp(revision))
        guard bytes.count <= FileStanding.mostBytes else {
            throw CacheObstacle("the inventory takes more than \(FileStanding.mostBytes) bytes")
        }
        try folder.write(bytes, as: name, meanwhileAs: Self.passingName(of: name))
        prune(folder, sparing: name)
        return name
    }

    private func stamp(_ revision: String) -> SnapshotStamp {
        SnapshotStamp(format: Self.formatVersion, program: programVersion, revision: revision)
    }
}

extension InventoryCache {
    private static let prefix = "inventory-"
    private static let suffix = ".snapshot"
    private static let passingSuffix = ".part"

    /// The name of the file that an inventory is kept in.
    static func fileName(revision: String) throws(CacheObstacle) -> String {
        // The revision becomes part of a path, so that nothing but digits may be in it.
        guard isRevision(revision) else {
            throw CacheObstacle("the revision '\(revision)' is not 1 to 128 lower-case hexadecimal digits")
        }
        return "\(prefix)\(formatVersion)-\(revision)\(suffix)"
    }

    /// The name that a file has while it is written; another one each time, so that two writers never share a file.
    static func passingName(of name: String) -> String {
        ".\(name).\(String(UInt64.random(in: .min ... .max), radix: 16))\(passingSuffix)"
    }

    /// Whether a file is one of a cache's, of whatever format version.
    private static func isFileName(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
        let middle = name.dropFirst(prefix.count).dropLast(suffix.count)
        let parts = middle.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && UInt32(parts[0]) != nil && isRevision(parts[1])
    }

    private static func isRevision(_ text: some StringProtocol) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Removes what is too old; that something cannot be removed is no reason to complain.
    private func prune(_ folder: borrowing CacheFolder, sparing latest: String) {
        guard let entries = try? folder.entries() else { return }
        let others = entries.filter { Self.isFileName($0.name) && $0.name != latest }
            .sorted { ($0.written, $0.name) > ($1.written, $1.name) }
        for entry in others.dropFirst(Self.mostKept - 1) {
            folder.remove(entry.name)
        }
        guard let now = entries.first(where: { $0.name == latest })?.written.seconds else { return }
        let passing = entries.filter { $0.name.hasPrefix("." + Self.prefix) && $0.name.hasSuffix(Self.passingSuffix) }
        for entry in passing where now - entry.written.seconds > Self.longestWriting {
            folder.remove(entry.name)
        }
    }
}
