internal import SharingPolicy
internal import StorageModel

/// Patterns of questions as they are printed: schema `wheretoshare.questions/1`.
struct PatternDocument: Codable {
    var schema = "wheretoshare.questions/1"
    var questions: Int
    var patterns: [Pattern]

    init(_ patterns: [FacetPattern]) {
        questions = patterns.reduce(0) { $0 + $1.questionCount }
        self.patterns = patterns.map(Pattern.init)
    }

    /// One pattern; null stands for every value of the facet.
    struct Pattern: Codable {
        @OrNull var audiences: [String]? = nil
        @OrNull var actions: [String]? = nil
        @OrNull var contents: [String]? = nil
        @OrNull var networks: [String]? = nil
        @OrNull var sizes: [String]? = nil
        @OrNull var facets: [String]? = nil
        var questions: Int

        init(_ pattern: FacetPattern) {
            audiences = pattern.audiences
            actions = pattern.actions?.map(\.rawValue)
            contents = pattern.contents
            networks = pattern.networks?.map(\.text)
            sizes = pattern.sizes
            facets = pattern.facets
            questions = pattern.questionCount
        }

        /// The pattern in one line; long lists are cut.
        var line: String {
            let parts = [
                ("audience", audiences), ("action", actions), ("content", contents), ("network", networks),
                ("size", sizes),
                ("facet", facets),
            ].compactMap { name, values in
                values.map { values in
                    let shown = values.prefix(4).joined(separator: ", ")
                    return "\(name): \(shown)\(values.count > 4 ? " and \(values.count - 4) more" : "")"
                }
            }
            return (parts.isEmpty ? "every question" : parts.joined(separator: "; ")) + " (\(questions))"
        }
    }
}

/// A verification as it is printed: schema `wheretoshare.verification/1`.
struct VerificationDocument: Codable {
    var schema = "wheretoshare.verification/1"
    var institution: String
    var revision: String
    var questions: Int
    var classes: Int
    var meaningfulClasses: Int
    var judgements: Int
    var outcomes: [String: Int]
    var violations: [Problem]
    var guardrails: [String]
    var neverRecommended: [String]

    struct Problem: Codable {
        var check: String
        var subject: String
        var sentence: String
        /// What to do about it.
        var next: String
        var patterns: [PatternDocument.Pattern]
    }

    init(_ report: VerificationReport, _ inventory: Inventory) {
        institution = inventory.institution.id
        revision = inventory.revision
        questions = report.questions
        classes = report.classes
        meaningfulClasses = report.meaningfulClasses
        judgements = report.judgements
        outcomes = Dictionary(
            report.outcomes.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
        violations = report.violations.map {
            Problem(
                check: $0.check.rawValue, subject: $0.subject, sentence: $0.sentence, next: $0.check.next,
                patterns: $0.patterns.map(PatternDocument.Pattern.init))
        }
        guardrails = report.guardrails.map(\.text)
        neverRecommended = report.neverRecommended.map(\.text)
    }

    func text(_ isVerbose: Bool) -> String {
        var lines = [
            "\(questions) questions in \(classes) classes, \(meaningfulClasses) of them meaningful; \(judgements) judgements",
            "answers: " + outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "),
        ]
        for problem in violations {
            lines.append("violation of \(problem.check): \(problem.subject): \(problem.sentence)")
            let shown = isVerbose ? problem.patterns[...] : problem.patterns.prefix(3)
            lines += shown.map { "  - \($0.line)" }
            if shown.count < problem.patterns.count {
                lines.append("  - \(problem.patterns.count - shown.count) more patterns: -v")
            }
            lines.append("  next: \(problem.next)")
        }
        if !guardrails.isEmpty {
            lines.append("guardrails that change nothing today: \(guardrails.joined(separator: ", "))")
        }
        if !neverRecommended.isEmpty { lines.append("never recommended: \(neverRecommended.joined(separator: ", "))") }
        lines.append(violations.count == 1 ? "1 violation" : "\(violations.count) violations")
        return lines.joined(separator: "\n")
    }
}

extension Violation.Check {
    /// What to do about a violation.
    fileprivate var next: String {
        switch self {
        case .invariant:
            "tighten the rules that allow it, or correct the promise, in policy/*.yaml; then verify again"
        case .contentMonotonicity:
            "let the rules hold for more sensitive content, too (at-least instead of any-of); then verify again"
        case .audienceMonotonicity:
            "demand the same of the more open audience, too (at-least instead of any-of); then verify again"
        case .completeness:
            "add a rule that permits a method for these questions, or one that refers them; then verify again"
        case .deadRule:
            "correct or remove the rule, or mark it as a guardrail if it forbids; then verify again"
        case .determinism, .explanation:
            "report this as a fault of wheretoshare, with the inventory if you may share it"
        case .missingStep:
            "add the step, and its words to texts/*.yaml in every language; then verify again"
        }
    }
}

/// A comparison of two policies as it is printed: schema `wheretoshare.policy-diff/1`.
struct DifferenceDocument: Codable {
    var schema = "wheretoshare.policy-diff/1"
    var oldRevision: String
    var newRevision: String
    var changes: [Change]

    struct Change: Codable {
        var change: String
        var method: String
        var questions: Int
        var patterns: [PatternDocument.Pattern]
    }

    init(_ differences: [PolicyDifference], old: String, new: String) {
        oldRevision = old
        newRevision = new
        changes = differences.map {
            Change(
                change: $0.change.rawValue, method: $0.method.text, questions: $0.questionCount,
                patterns: $0.patterns.map(PatternDocument.Pattern.init))
        }
    }

    var text: String {
        guard !changes.isEmpty else { return "No answer differs (\(oldRevision) → \(newRevision))." }
        return changes.flatMap { change -> [String] in
            let heading = "\(change.change): \(change.method) (\(change.questions) questions)"
            let more = change.patterns.count - 6
            return [heading] + change.patterns.prefix(6).map { "  - \($0.line)" }
                + (more > 0 ? ["  - \(more) more patterns: --format json"] : [])
        }.joined(separator: "\n")
    }
}
