import FoundationEssentials
import InventoryFiles
import TestKit
import Testing

/// One bad inventory for each message, and the whole report compared.
@Suite struct BadInventoryTests {
    @Test(arguments: Fixtures.bad)
    func reportIsAsExpected(name: String) throws {
        let bad = try BadInventory(name)
        let report = try #require(try bad.report(), "the inventory was read without problems")
        let isRecording = environmentValue("RECORD_SNAPSHOTS") == "1"
        if let complaint = isRecording ? bad.expected.record(report) : bad.expected.compare(report) {
            Issue.record(Comment(rawValue: complaint))
        }
        for phrase in ["failed to", "invalid", "an error occurred", "optional("] {
            #expect(!report.lowercased().contains(phrase))
        }
    }

    @Test func everyCodeHasAFixture() throws {
        let reports = try Fixtures.bad.map {
            try String(contentsOfFile: BadInventory($0).expected.path, encoding: .utf8)
        }
        let told = Set(
            reports.flatMap { $0.split(separator: "\n") }.filter { $0.hasPrefix("  code: ") }.map { $0.dropFirst(8) })
        // More problems than are listed would make a fixture of a thousand lines; they have a test of their own.
        let codes = InventoryProblem.Code.allCases.filter { $0 != .tooManyProblems }
        let missing = codes.map(\.rawValue).filter { !told.contains(Substring($0)) }
        #expect(missing.isEmpty)
    }

    @Test func everyFixtureIsWhole() throws {
        #expect(Fixtures.bad.count >= 40)
        for name in Fixtures.bad {
            let files = try FileManager.default.contentsOfDirectory(atPath: BadInventory(name).folder)
            #expect(files.sorted() == ["change.patch", "expected.txt"], "in \(name)")
        }
    }
}
