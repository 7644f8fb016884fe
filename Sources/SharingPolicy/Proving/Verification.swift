public import StorageModel

/// What asking every question showed.
public struct VerificationReport: Hashable, Sendable {
    /// How many questions there are, all facets multiplied.
    public var questions: Int
    /// How many classes of questions they fall into that the policy can tell apart.
    public var classes: Int
    /// How many of those classes mean something.
    public var meaningfulClasses: Int
    /// How many judgements were made: a method in a class of questions.
    public var judgements: Int
    /// Broken promises; an empty list is the proof.
    public var violations: [Violation]
    /// `forbid` rules that change no answer today and are marked as guardrails.
    public var guardrails: [RuleID]
    /// Methods that no question recommends.
    public var neverRecommended: [MethodID]
    /// How many questions end in each way.
    public var outcomes: [Outcome: Int]
}

/// A promise that some question breaks.
public struct Violation: Hashable, Sendable {
    /// What was checked.
    public enum Check: String, CaseIterable, Sendable {
        /// A promise of the inventory.
        case invariant
        /// One more tag or a higher level never opens a method nor loosens an obligation.
        case contentMonotonicity = "content-monotonicity"
        /// A more open audience never loosens an obligation of a method that serves both.
        case audienceMonotonicity = "audience-monotonicity"
        /// Every question that means something has an answer or a rule that says why not.
        case completeness
        /// Every rule changes some answer.
        case deadRule = "dead-rule"
        /// The order of rules, systems and groups changes no answer.
        case determinism
        /// The rules that an answer names are enough to give it.
        case explanation
        /// Every obligation that can be demanded has a step in every language.
        case missingStep = "missing-step"
    }

    /// What was checked.
    public var check: Check
    /// The rule, invariant, method or obligation that it is about.
    public var subject: String
    /// What is wrong, in one sentence.
    public var sentence: String
    /// The questions, in few patterns; empty when it is about no question.
    public var patterns: [FacetPattern]
    /// One of the questions.
    public var example: Question?
}

extension CompiledPolicy {
    /// Asks every question and checks every promise, or only some.
    ///
    /// The cost grows with the number of classes of questions, times the number of methods.
    public func verify(_ checks: Set<Violation.Check> = Set(Violation.Check.allCases)) -> VerificationReport {
        let space = QuestionSpace([self])
        var findings = ViolationCollector(space)
        var survey = RuleSurvey(self)
        var judgementCount = 0
        let sheet = AnswerSheet(self, space) { question, situation, judgements in
            judgementCount += judgements.count
            survey.see(self, situation, judgements)
            checkInvariants(question, situation, judgements, &findings)
        }
        if checks.contains(.contentMonotonicity) { checkContentMonotonicity(sheet, space, &findings) }
        if checks.contains(.audienceMonotonicity) { checkAudienceMonotonicity(sheet, space, &findings) }
        if checks.contains(.completeness) { checkCompleteness(sheet, &findings) }
        if checks.contains(.determinism) { checkDeterminism(sheet, space, &findings) }
        if checks.contains(.explanation) { checkExplanations(sheet, space, &findings) }
        let violations = (findings.violations + missingSteps(survey) + deadRules(survey)).filter {
            checks.contains($0.check)
        }
        var outcomes: [Outcome: Int] = [:]
        for question in 0..<space.count where !sheet.isMeaningless(question) {
            outcomes[sheet.outcomes[question], default: 0] += space.weight(space.place(question))
        }
        let recommended = Set(sheet.best)
        return VerificationReport(
            questions: space.questionCount, classes: space.count,
            meaningfulClasses: judgementCount / max(1, methods.count), judgements: judgementCount,
            violations: violations,
            guardrails: rules.indices.filter { !survey.isAlive[$0] && rules[$0].rule.isGuardrail }
                .map { rules[$0].rule.id },
            neverRecommended: methods.indices.filter { !recommended.contains(Int16($0)) }.map { methods[$0].id },
            outcomes: outcomes)
    }
}

extension AnswerSheet {
    /// The number of the best method; nil where none is allowed.
    func bestMethod(_ question: Int) -> Int? { best[question] >= 0 ? Int(best[question]) : nil }
}

extension Decision {
    /// Every rule that the answer names.
    public var namedRules: Set<RuleID> {
        var named = Set(referrals)
        for candidate in [recommended].compactMap({ $0 }) + alternatives {
            named.formUnion(candidate.reasons + candidate.notes + candidate.liftedRules)
            named.formUnion(candidate.obligations.flatMap(\.rules) + candidate.prerequisites.flatMap(\.rules))
        }
        for cause in excluded.flatMap(\.causes) {
            switch cause {
            case .rule(let id): named.insert(id)
            case .lacks(_, let rules), .contradictory(_, let rules): named.formUnion(rules)
            default: break
            }
        }
        return named
    }
}
