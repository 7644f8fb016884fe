import Glibc
import StorageModel
import TestKit
import Testing

@testable import InventoryFiles

/// Runs a body with a cache of program version 1.0 and the folder that it keeps its files in.
func withCache(_ body: (InventoryCache, TemporaryFolder) throws -> Void) throws {
    try withTemporaryFolder { folder in
        try body(InventoryCache(folder: folder.path, programVersion: "1.0"), folder)
    }
}

/// Why a cache gives nothing back; nil when it does.
func obstacle(_ cache: InventoryCache, _ revision: String) -> String? {
    do throws(CacheObstacle) {
        _ = try cache.read(revision: revision)
        return nil
    } catch {
        return error.description
    }
}

/// Files as the cache keeps them, made and looked at without it.
enum CachedFile {
    /// The revision that most tests use.
    static let revision = "00c0ffee"
    /// The name of its file.
    static let name = name(of: revision)

    /// The name of the file of a revision.
    static func name(of revision: String) -> String { "inventory-\(InventoryCache.formatVersion)-\(revision).snapshot" }

    /// The bytes that the cache keeps for an inventory.
    static func sealed(_ inventory: Inventory, format: UInt32 = InventoryCache.formatVersion) -> [UInt8] {
        SealedSnapshot.seal(inventory, SnapshotStamp(format: format, program: "1.0", revision: revision))
    }

    /// Writes a file where the cache looks for a revision, as private as the cache would.
    @discardableResult
    static func plant(_ bytes: [UInt8], in folder: TemporaryFolder, revision: String = revision) throws -> String {
        let path = try folder.write(bytes: bytes, to: InventoryCache.fileName(revision: revision))
        try #require(unsafe chmod(path, 0o600) == 0)
        return path
    }

    /// Makes a file look as if it had been written so long ago.
    static func age(_ path: String, seconds: Int) throws {
        var time = timespec()
        try #require(unsafe clock_gettime(CLOCK_REALTIME, &time) == 0)
        time.tv_sec -= seconds
        try #require(unsafe utimensat(AT_FDCWD, path, [time, time], 0) == 0)
    }

    /// What the system says of a file; of a link itself where it is one.
    static func standing(_ path: String) throws -> FileStanding {
        var status = stat()
        try #require(unsafe lstat(path, &status) == 0, "\(path)")
        return FileStanding(status)
    }

    /// The names of everything in a folder, in alphabetical order.
    static func names(in folder: String) throws -> [String] {
        guard let stream = unsafe opendir(folder) else { throw TestKitError("'\(folder)' cannot be listed") }
        defer { _ = unsafe closedir(stream) }
        var names: [String] = []
        while let record = unsafe readdir(stream) {
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let bytes = unsafe UnsafeRawPointer(record).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let name = unsafe String(cString: bytes)
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
