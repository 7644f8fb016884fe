import FoundationEssentials
import InventoryFiles
import TestKit

/// The folders of this target's fixtures.
enum Fixtures {
    static let folder = "\(repositoryRoot)/Tests/InventoryFilesTests/Fixtures"

    /// A small inventory without problems that has every key of the format at least once.
    static let base = "\(folder)/base"

    /// The names of the bad inventories.
    static let bad: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/bad")
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }()

    /// The base inventory, read into memory.
    static func baseSource() throws -> InventorySource { try loadedBase.get() }

    private static let loadedBase = Result { try InventoryFolder.load(at: base) }
}

extension TemporaryFolder {
    /// Writes the files of an inventory.
    func write(_ files: [InventorySource.File]) throws {
        for file in files { try write(bytes: file.bytes, to: file.path) }
    }
}
