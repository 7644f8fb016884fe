import FoundationEssentials
import SensitiveContent
import StorageModel
import TestKit
import Testing
import Yams

/// Documents that somebody wrote by hand, all of people who do not exist, hold what `expected.yaml` says.
struct HandWrittenTests {
    private static let folder = "Tests/SensitiveContentTests/Documents"

    private static let expected: [String: [String: String]] =
        (try? YAMLDecoder().decode(
            [String: [String: String]].self, from: repositoryText(folder + "/expected.yaml"))) ?? [:]

    @Test func everyDocumentIsExpectedToHoldSomethingOrNothing() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/" + Self.folder)
        #expect(Set(names).subtracting(["expected.yaml"]) == Set(Self.expected.keys))
        #expect(Self.expected.count >= 40)
    }

    @Test(arguments: expected.keys.sorted())
    func documentsHoldWhatIsExpected(name: String) throws {
        let text = try repositoryText("\(Self.folder)/\(name)")
        let separator: UInt8 = text.prefix { $0 != "\n" }.contains(";") ? 0x3B : 0x2C
        let summary = scan(text, as: name.hasSuffix(".csv") ? .table(separator: separator) : .prose)
        let wanted = Self.expected[name] ?? [:]
        for (detector, least) in wanted.sorted(by: { $0.key < $1.key }) {
            let least = try #require(Confidence(rawValue: least))
            let found = summary.confidence(of: DetectorID(detector))
            #expect(found.map { $0 >= least } ?? false, "\(name): \(detector) is \(found?.rawValue ?? "none")")
        }
        if wanted.isEmpty { #expect(summary.detectors(atLeast: .likely) == [], "\(name)") }
    }
}
