import Glibc
import StorageModel
import TestKit
import Testing

@testable import InventoryFiles

@Suite("The inventory cache")
struct InventoryCacheTests {
    private let revision = CachedFile.revision
    private let inventory = SampleInventory.full

    @Test("gives back what was stored, in a folder and file of this account alone")
    func storeAndLoad() throws {
        try withTemporaryFolder { folder in
            let cache = InventoryCache(folder: folder.at("cache/wheretoshare/"), programVersion: "1.0")
            #expect(cache.load(revision: revision) == nil)
            #expect(cache.store(inventory, revision: revision) == .stored(file: CachedFile.name))
            #expect(cache.load(revision: revision) == inventory)
            #expect(try CachedFile.standing(folder.at("cache")).permissions == 0o700)
            #expect(try CachedFile.standing(folder.at("cache/wheretoshare")).permissions == 0o700)
            let file = try CachedFile.standing(folder.at("cache/wheretoshare/\(CachedFile.name)"))
            #expect(file.permissions == 0o600)
            #expect(try CachedFile.names(in: folder.at("cache/wheretoshare")) == [CachedFile.name])
        }
    }

    @Test("replaces what was stored under the same revision")
    func storeAgain() throws {
        try withCache { cache, _ in
            cache.store(inventory, revision: revision)
            cache.store(SampleInventory.bare, revision: revision)
            #expect(cache.load(revision: revision) == SampleInventory.bare)
        }
    }

    @Test("finds nothing under another revision, not even in a file that was given its name")
    func changedRevision() throws {
        try withCache { cache, folder in
            cache.store(inventory, revision: revision)
            #expect(cache.load(revision: "00c0ffef") == nil)
            let renamed = folder.at(CachedFile.name(of: "00c0ffef"))
            try #require(unsafe rename(folder.at(CachedFile.name), renamed) == 0)
            #expect(obstacle(cache, "00c0ffef")?.contains("by another version or of other sources") == true)
        }
    }

    @Test("finds nothing that another program version stored, and replaces it")
    func changedProgramVersion() throws {
        try withCache { cache, folder in
            cache.store(inventory, revision: revision)
            let newer = InventoryCache(folder: folder.path, programVersion: "1.1")
            #expect(obstacle(newer, revision)?.contains("by another version or of other sources") == true)
            newer.store(SampleInventory.bare, revision: revision)
            #expect(newer.load(revision: revision) == SampleInventory.bare)
            #expect(cache.load(revision: revision) == nil)
        }
    }

    @Test("finds nothing in another format, even under the name of this one")
    func changedFormat() throws {
        try withCache { cache, folder in
            let newer = CachedFile.sealed(inventory, format: InventoryCache.formatVersion + 1)
            try CachedFile.plant(newer, in: folder)
            #expect(obstacle(cache, revision)?.contains("it was written in another format") == true)
        }
    }

    @Test("says why it could not store, and leaves nothing behind")
    func obstacles() throws {
        try withCache { cache, folder in
            try folder.makeFolder(CachedFile.name)
            let reason = "'\(CachedFile.name)' cannot be replaced: Is a directory"
            #expect(cache.store(inventory, revision: revision) == .notStored(because: reason))
            #expect(try CachedFile.names(in: folder.path) == [CachedFile.name])
            #expect(cache.load(revision: revision) == nil)

            let file = try folder.write("", to: "file")
            let below = InventoryCache(folder: "\(file)/cache", programVersion: "1.0")
            #expect(
                below.store(inventory, revision: revision)
                    == .notStored(because: "the folder '\(file)/cache' cannot be made: Not a directory"))
            for path in ["", "/", "//", "a\0b"] {
                let nowhere = InventoryCache(folder: path, programVersion: "1.0")
                #expect(
                    nowhere.store(inventory, revision: revision)
                        == .notStored(because: "'\(path)' is not a folder to keep files in"))
            }
        }
    }

    @Test(
        "takes nothing but digits for a revision",
        arguments: [
            "", "../../etc/passwd", "00/ff", "00FF", "0x1", "abc\0", "é", "١", String(repeating: "0", count: 129),
        ])
    func unusableRevision(revision: String) throws {
        try withCache { cache, folder in
            let reason = "the revision '\(revision)' is not 1 to 128 lower-case hexadecimal digits"
            #expect(cache.store(inventory, revision: revision) == .notStored(because: reason))
            #expect(obstacle(cache, revision) == reason)
            let names = try CachedFile.names(in: folder.path)
            #expect(names.isEmpty)
        }
    }

    @Test("keeps the four newest, and nothing that is not its own is removed")
    func prune() throws {
        try withCache { cache, folder in
            let others = [
                "inventory-0-aa.snapshot.bak", "inventory-1-notes.snapshot", "inventory-x-00.snapshot", "notes.txt",
                "inventory--.snapshot", "inventory-1.snapshot", "inventory-1-00-00.snapshot", ".hidden",
            ]
            for name in others { try CachedFile.age(folder.write("", to: name), seconds: 90_000) }
            try folder.makeFolder(CachedFile.name(of: "99"))
            // Written in another order than the names', one of them by an older format.
            let ages = ["05": 500, "01": 400, "04": 300, "02": 200, "03": 100]
            for (revision, seconds) in ages {
                try CachedFile.age(CachedFile.plant([], in: folder, revision: revision), seconds: seconds)
            }
            try CachedFile.age(folder.write("", to: "inventory-0-06.snapshot"), seconds: 250)
            cache.store(SampleInventory.bare, revision: "00")
            #expect(
                try Set(CachedFile.names(in: folder.path)).subtracting(others) == [
                    CachedFile.name(of: "00"), CachedFile.name(of: "03"), CachedFile.name(of: "02"),
                    "inventory-0-06.snapshot", CachedFile.name(of: "99"),
                ])
            #expect(try Set(CachedFile.names(in: folder.path)).isSuperset(of: others))
        }
    }

    @Test("spares what was just stored, even when the clock went back")
    func pruneAfterClockChange() throws {
        try withCache { cache, folder in
            for revision in ["01", "02", "03", "04", "05"] {
                try CachedFile.age(CachedFile.plant([], in: folder, revision: revision), seconds: -1000)
            }
            cache.store(SampleInventory.bare, revision: "00")
            #expect(cache.load(revision: "00") == SampleInventory.bare)
            #expect(try CachedFile.names(in: folder.path).count == 4)
        }
    }

    @Test("removes what a writer that died left behind, but nothing that may still be written")
    func leftovers() throws {
        try withCache { cache, folder in
            let old = try folder.write("", to: ".\(CachedFile.name(of: "01")).1f.part")
            try CachedFile.age(old, seconds: 4000)
            try CachedFile.age(folder.write("", to: ".\(CachedFile.name(of: "02")).2f.part"), seconds: 3000)
            cache.store(SampleInventory.bare, revision: "00")
            #expect(
                try Set(CachedFile.names(in: folder.path)) == [
                    ".\(CachedFile.name(of: "02")).2f.part", CachedFile.name(of: "00"),
                ])
        }
    }

    @Test("writes each file under a passing name of its own")
    func passingNames() {
        let names = (0..<100).map { _ in InventoryCache.passingName(of: "name") }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasPrefix(".name.") && $0.hasSuffix(".part") })
    }

    @Test("gives back a whole inventory or none while many write at once", .timeLimit(.minutes(20)))
    func concurrentWriters() async throws {
        let first = SampleInventory.full
        let second = SampleInventory.bare
        try await withTemporaryFolder { folder in
            let cache = InventoryCache(folder: folder.at("cache"), programVersion: "1.0")
            await withTaskGroup(of: Void.self) { tasks in
                for writer in 0..<8 {
                    tasks.addTask { @concurrent in
                        for round in 0..<12 {
                            let receipt = cache.store(writer % 2 == 0 ? first : second, revision: "0\(round % 3)")
                            #expect(receipt == .stored(file: CachedFile.name(of: "0\(round % 3)")))
                            let found = cache.load(revision: "0\(round % 3)")
                            #expect(found == first || found == second)
                        }
                    }
                }
            }
            let names = try CachedFile.names(in: folder.at("cache"))
            #expect(Set(names) == [CachedFile.name(of: "00"), CachedFile.name(of: "01"), CachedFile.name(of: "02")])
            #expect(names.count == 3)
        }
    }
}
