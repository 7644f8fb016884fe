import SensitiveContent
import StorageModel
import Testing

/// Every detector finds what its file says, and leaves alone what its file says.
struct ExampleTests {
    @Test func everyDetectorHasItsFileAndEveryFileItsDetector() {
        let detectors = Set(DetectorSet.standardDescriptions.map(\.id.text))
        #expect(detectors.symmetricDifference(ExampleFile.all.keys) == [])
        #expect(ExampleFile.all.filter { $0.key != $0.value.id }.map(\.key) == [])
    }

    @Test func filesAndDetectorsAgreeOnTheTag() {
        for description in DetectorSet.standardDescriptions {
            #expect(ExampleFile.all[description.id.text]?.tag == description.tag.text, "\(description.id)")
        }
    }

    @Test func everyFileHasExamplesInBothLanguagesAndLevelsOfItsOwn() {
        for (id, file) in ExampleFile.all.sorted(by: { $0.key < $1.key }) {
            #expect(!file.examples.isEmpty && !file.counterExamples.isEmpty && !file.source.isEmpty, "\(id)")
            let known = Set(Confidence.allCases.map(\.rawValue))
            #expect(Set(file.levels.keys).isSubset(of: known), "\(id)")
            let expected = Set(file.examples.map(\.expect))
            #expect(expected.isSubset(of: Set(file.levels.keys)), "\(id): a level without words")
        }
    }

    @Test(arguments: ExampleFile.all.keys.sorted())
    func examplesAreFound(id: String) throws {
        let file = try #require(ExampleFile.all[id])
        for example in file.examples {
            let text = String(repeating: example.text, count: example.times ?? 1)
            let found = scan(text, as: passageForm(example.form)).confidence(of: DetectorID(id))
            #expect(found?.rawValue == example.expect, "\(id): \(example.text)")
        }
    }

    @Test(arguments: ExampleFile.all.keys.sorted())
    func counterExamplesAreLeftAlone(id: String) throws {
        let file = try #require(ExampleFile.all[id])
        for example in file.counterExamples {
            let text = String(repeating: example.text, count: example.times ?? 1)
            let summary = scan(text, as: passageForm(example.form))
            let found = summary.confidence(of: DetectorID(id))
            switch example.atMost {
            case "none": #expect(found == nil, "\(id): \(example.text)")
            case "sample":
                #expect(found == nil, "\(id): \(example.text)")
                #expect(summary.sampleValues[DetectorID(id)] != nil, "\(id): \(example.text)")
            default:
                let most = try #require(Confidence(rawValue: example.atMost))
                #expect(found.map { $0 <= most } ?? true, "\(id): \(example.text)")
            }
        }
    }
}
