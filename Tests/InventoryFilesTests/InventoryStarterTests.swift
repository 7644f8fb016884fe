import InventoryFiles
import StorageModel
import TestKit
import Testing

@Suite struct InventoryStarterTests {
    private static let source = InventorySource(
        folder: "starter",
        files: InventoryStarter.files.filter { FileKind(path: $0.key) != nil }.map {
            .init(path: $0.key, text: $0.value)
        })

    @Test func itIsReadWithoutProblems() throws {
        let inventory = try InventoryReader.read(Self.source)
        #expect(inventory.institution.id == "example-institute")
        #expect(inventory.systems.map(\.id) == ["cloud", "files"])
        #expect(inventory.groups.contains { $0.id == "example-group" })
    }

    @Test func itIsReadFromAFolderWithItsSchemas() throws {
        try withTemporaryFolder { folder in
            for (path, text) in InventoryStarter.files { try folder.write(text, to: path) }
            _ = try InventoryReader.read(InventoryFolder.load(at: folder.path))
        }
    }

    @Test(arguments: FileKind.allCases)
    func everyKeyIsShownOrExplained(kind: FileKind) throws {
        let text = Self.source.files.filter { FileKind(path: $0.path) == kind }
            .map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ":") }.map(String.init))
        let missing = try recordKeys(of: kind).filter { key in
            // A test may be named in a sentence; everything else is shown with its colon.
            !words.contains("\(key):") && !(kind == .policy && words.contains(key))
        }
        // Provenance is explained where it is used first, in institution.yaml, and conditions in policy/.
        let explainedElsewhere = kind == .institution ? [] : ["paragraph", "review-by"]
        let explainedInPolicy = kind == .exemptions ? try recordKeys(of: .policy) : []
        #expect(missing.subtracting(explainedElsewhere).subtracting(explainedInPolicy).isEmpty)
    }

    @Test func everyFileNamesItsSchema() throws {
        for (path, text) in InventoryStarter.files {
            guard let kind = FileKind(path: path) else { continue }
            let schema = (path.contains("/") ? "../" : "") + InventorySchema.path(for: kind)
            #expect(text.hasPrefix("# yaml-language-server: $schema=\(schema)\n"))
            #expect(InventoryStarter.files[InventorySchema.path(for: kind)] == InventorySchema.document(for: kind))
        }
    }
}
