import SensitiveContent
import Testing

struct ConfidenceTests {
    @Test func confidencesRiseFromTopicToCertain() {
        #expect(Confidence.allCases.sorted() == [.topic, .possible, .likely, .certain])
    }
}
