import Glibc
import StorageModel
import TestKit
import Testing

@testable import InventoryFiles

@Suite("The inventory cache trusts no file that it may not have written: it")
struct InventoryCacheTrustTests {
    private let revision = CachedFile.revision
    private let inventory = SampleInventory.full

    @Test("passes over a file of any shorter length")
    func truncated() throws {
        try withCache { cache, folder in
            let whole = CachedFile.sealed(SampleInventory.bare)
            for length in stride(from: 0, to: whole.count, by: 7) {
                try CachedFile.plant(Array(whole[..<length]), in: folder)
                #expect(cache.load(revision: revision) == nil, "\(length) bytes")
            }
            try CachedFile.plant(whole, in: folder)
            #expect(cache.load(revision: revision) == SampleInventory.bare)
        }
    }

    @Test("passes over a file with one bit turned, wherever it is")
    func turnedBits() throws {
        try withCache { cache, folder in
            let whole = CachedFile.sealed(SampleInventory.bare)
            for place in Array(0..<60) + Array(stride(from: 60, to: whole.count, by: 97)) {
                var bytes = whole
                bytes[place] ^= 0x10
                try CachedFile.plant(bytes, in: folder)
                let expected =
                    place < 8
                    ? "the first bytes are not those of a snapshot (at byte 0)"
                    : "the digest is not that of the bytes (at byte 8)"
                #expect(
                    obstacle(cache, revision) == "'\(CachedFile.name)' is not used: \(expected)", "byte \(place)")
            }
        }
    }

    @Test("passes over a file that others may write to, and replaces it", arguments: [0o620, 0o602, 0o666] as [mode_t])
    func writableByOthers(mode: mode_t) throws {
        try withCache { cache, folder in
            cache.store(inventory, revision: revision)
            try #require(unsafe chmod(folder.at(CachedFile.name), mode) == 0)
            #expect(
                obstacle(cache, revision)
                    == "'\(CachedFile.name)' is not used: others may write to it (mode \(String(mode, radix: 8)))")
            cache.store(inventory, revision: revision)
            #expect(cache.load(revision: revision) == inventory)
        }
    }

    @Test("passes over a link, and replaces it without touching what it leads to")
    func link() throws {
        try withCache { cache, folder in
            let target = try folder.write(bytes: CachedFile.sealed(inventory), to: "elsewhere")
            try #require(unsafe chmod(target, 0o600) == 0)
            try #require(unsafe symlink(target, folder.at(CachedFile.name)) == 0)
            #expect(cache.load(revision: revision) == nil)
            cache.store(SampleInventory.bare, revision: revision)
            #expect(cache.load(revision: revision) == SampleInventory.bare)
            #expect(try CachedFile.standing(folder.at(CachedFile.name)).kind == S_IFREG)
            #expect(try CachedFile.standing(target).length == CachedFile.sealed(inventory).count)
        }
    }

    @Test("passes over a named pipe without waiting for a writer", .timeLimit(.minutes(20)))
    func namedPipe() throws {
        try withCache { cache, folder in
            try #require(unsafe mkfifo(folder.at(CachedFile.name), 0o600) == 0)
            #expect(obstacle(cache, revision) == "'\(CachedFile.name)' is not used: it is not a plain file")
            cache.store(inventory, revision: revision)
            #expect(cache.load(revision: revision) == inventory)
        }
    }

    @Test("passes over a file of another account, and replaces it", .onlyForRoot)
    func foreignFile() throws {
        try withCache { cache, folder in
            cache.store(inventory, revision: revision)
            try #require(unsafe chown(folder.at(CachedFile.name), 65_534, 65_534) == 0)
            #expect(
                obstacle(cache, revision)
                    == "'\(CachedFile.name)' is not used: it belongs to the account 65534, not to 0")
            cache.store(inventory, revision: revision)
            #expect(cache.load(revision: revision) == inventory)
        }
    }

    @Test("neither reads nor writes in a folder of another account", .onlyForRoot)
    func foreignFolder() throws {
        try withCache { cache, folder in
            cache.store(inventory, revision: revision)
            try #require(unsafe chown(folder.path, 65_534, 65_534) == 0)
            let reason = "the folder '\(folder.path)' is not used: it belongs to the account 65534, not to 0"
            #expect(obstacle(cache, revision) == reason)
            #expect(cache.store(inventory, revision: revision) == .notStored(because: reason))
        }
    }

    @Test("neither reads nor writes in a folder that others may write to, and leaves its permissions alone")
    func openFolder() throws {
        try withCache { cache, folder in
            cache.store(inventory, revision: revision)
            try #require(unsafe chmod(folder.path, 0o1777) == 0)
            let reason = "the folder '\(folder.path)' is not used: others may write to it (mode 1777)"
            #expect(obstacle(cache, revision) == reason)
            #expect(cache.store(inventory, revision: revision) == .notStored(because: reason))
            #expect(try CachedFile.standing(folder.path).permissions == 0o1777)
        }
    }

    @Test("neither reads nor writes through a link in place of the folder", arguments: ["link", "link/", "link//"])
    func linkedFolder(name: String) throws {
        try withCache { cache, folder in
            try #require(unsafe symlink(folder.path, folder.at("link")) == 0)
            let linked = InventoryCache(folder: folder.at(name), programVersion: "1.0")
            cache.store(inventory, revision: revision)
            #expect(linked.load(revision: revision) == nil)
            let reason = "the folder '\(folder.at("link"))' cannot be opened: Not a directory"
            #expect(linked.store(inventory, revision: revision) == .notStored(because: reason))
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// What every account's own files show is tested for all accounts in ``FileStandingTests``.
    fileprivate static var onlyForRoot: Self { .enabled(if: geteuid() == 0, "only root can give files away") }
}
