import FoundationEssentials
import InventoryFiles
import StorageModel
import TestKit
import Testing

@testable import InventoryFiles

/// `docs/inventory.md` says what the code does.
@Suite struct InventoryDocumentationTests {
    private static let document = Result { try repositoryText("docs/inventory.md") }

    @Test(arguments: FileKind.allCases)
    func everyKeyIsNamed(kind: FileKind) throws {
        let document = try Self.document.get()
        let missing = try recordKeys(of: kind).filter { key in
            // As a word of its own in code, such as `key`, `key: true` or `{key: [a]}`.
            !["`\(key)`", "`\(key):", "{\(key):", "\n\(key):", " \(key):"].contains { document.contains($0) }
        }
        #expect(missing.isEmpty)
    }

    @Test func everyCodeIsNamed() throws {
        let document = try Self.document.get()
        #expect(InventoryProblem.Code.allCases.filter { !document.contains("`\($0.rawValue)`") }.isEmpty)
    }

    @Test func everyPlaceholderIsNamed() throws {
        let document = try Self.document.get()
        #expect(Placeholder.allCases.filter { !document.contains("`{\($0.rawValue)}`") }.isEmpty)
    }

    @Test func theErrorIsARealOne() throws {
        let report = try #require(try BadInventory("unknown-key").report())
        let problem = try #require(report.split(separator: "\n\n").first)
        #expect(try Self.document.get().contains("```\n\(problem)\n```"))
    }

    @Test func examplesAreYAML() throws {
        let blocks = try Self.document.get().split(separator: "```yaml\n").dropFirst()
        #expect(blocks.count >= 7)
        for block in blocks {
            let text = try #require(block.split(separator: "```").first)
            let result = YAMLDocument.read(InventorySource.File(path: "example", text: String(text)))
            #expect(throws: Never.self) { try result.get() }
        }
    }
}
