import InventedDocuments
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Of each kind of document that the institute's guideline names, 95 in 100 are recognized, in each language.
struct DocumentRecallSlowTests {
    private static let seed: UInt64 = .random(in: 0...UInt64.max)
    private static let documents = 200

    @Test(arguments: InventedDocument.Profile.allCases, Tongue.allCases)
    func documentsAreRecognized(profile: InventedDocument.Profile, language: Tongue) {
        var dice = Dice(seed: Self.seed)
        var missed: [String] = []
        for _ in 0..<Self.documents {
            let document = InventedDocument.make(profile, language, &dice)
            let summary = scan(
                document.content.text, as: document.separator.map { .table(separator: $0) } ?? .prose)
            let found = profile.detectors.compactMap { summary.confidence(of: DetectorID($0)) }.max()
            if (found ?? .topic) < .likely {
                missed.append("--- \(found.map(\.rawValue) ?? "none")\n\(document.content.text)")
            }
        }
        print(
            "\(profile.rawValue) \(language.rawValue): \(Self.documents - missed.count) of \(Self.documents), seed \(Self.seed)"
        )
        #expect(
            missed.count * 20 <= Self.documents,
            "seed \(Self.seed), \(profile.rawValue) \(language.rawValue): \(missed.count) missed\n\(missed.prefix(4).joined(separator: "\n"))"
        )
    }
}
