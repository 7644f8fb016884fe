internal import StorageModel

/// Gathers the questions that break each promise, to be told in few patterns.
struct ViolationCollector {
    private struct Key: Hashable {
        let check: Violation.Check
        let subject: String
        let sentence: String
    }

    private let space: QuestionSpace
    private var questions: [Key: [Int]] = [:]

    init(_ space: QuestionSpace) { self.space = space }

    mutating func add(_ check: Violation.Check, _ subject: String, _ sentence: String, _ question: Int?) {
        let key = Key(check: check, subject: subject, sentence: sentence)
        questions[key, default: []] += question.map { [$0] } ?? []
    }

    var violations: [Violation] {
        questions.map { key, numbers in
            let unique = Set(numbers).sorted()
            return Violation(
                check: key.check, subject: key.subject, sentence: key.sentence,
                patterns: space.patterns(covering: unique),
                example: unique.first.map { space.question(space.place($0)) })
        }.sorted { ($0.check.rawValue, $0.subject, $0.sentence) < ($1.check.rawValue, $1.subject, $1.sentence) }
    }
}
