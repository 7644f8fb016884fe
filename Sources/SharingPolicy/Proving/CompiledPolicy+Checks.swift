internal import StorageModel

/// The single checks of a verification.
extension CompiledPolicy {
    func checkInvariants(
        _ question: Int, _ situation: Situation, _ judgements: [Judgement], _ findings: inout ViolationCollector
    ) {
        for invariant in invariants where invariant.condition.accepts(situation) {
            if case .outcome(let accepted) = invariant.invariant.promise {
                let best = rank(judgements).first
                let outcome =
                    best.map { self.outcome(judgements[$0], in: situation) }
                    ?? outcome(ofUnanswered: judgements, isReferred: !referrals(in: situation).isEmpty)
                if !accepted.contains(outcome) {
                    findings.add(.invariant, invariant.invariant.id.text, "\(invariant.invariant.title)", question)
                }
                continue
            }
            for method in methods.indices where invariant.methods[method] && judgements[method].state.isAllowed {
                if !keeps(invariant.invariant.promise, methods[method], judgements[method]) {
                    findings.add(
                        .invariant, invariant.invariant.id.text,
                        "\(invariant.invariant.title): broken by \(methods[method].id)", question)
                }
            }
        }
    }

    private func keeps(_ promise: Invariant.Promise, _ method: Method, _ judgement: Judgement) -> Bool {
        func demand(_ id: ObligationID) -> Demand? { obligationNumbers[id].flatMap { judgement.demands.values[$0] } }
        func hasStep(_ id: PartID) -> Bool {
            method.steps.contains { step in
                step.id == id && (step.obligation.map { demand($0) != nil } ?? true)
            }
        }
        return switch promise {
        case .neverAllowed: false
        case .carries(let obligations, let suggestionIsEnough):
            obligations.allSatisfy { id in
                demand(id).map { $0.isRequired || suggestionIsEnough } ?? false
            }
        case .hasSteps(let steps): steps.allSatisfy(hasStep)
        case .lacksSteps(let steps): !steps.contains(where: hasStep)
        case .outcome: true
        }
    }

    func checkContentMonotonicity(
        _ sheet: AnswerSheet, _ space: QuestionSpace, _ findings: inout ViolationCollector
    ) {
        for question in 0..<space.count where !sheet.isMeaningless(question) {
            var place = space.place(question)
            let content = place.content
            for step in space.contentSteps where step.from == content {
                place.content = step.to
                let stricter = space.index(place)
                guard !sheet.isMeaningless(stricter) else { continue }
                for method in methods.indices {
                    let before = sheet[question, method]
                    let after = sheet[stricter, method]
                    guard after.state.isAllowed else { continue }
                    if !before.state.isAllowed {
                        findings.add(
                            .contentMonotonicity, methods[method].id.text,
                            "more sensitive content opens the method", stricter)
                    } else if before.demands != after.demands,
                        !sheet.demandSets[Int(after.demands)].isAtLeastAsStrict(
                            as: sheet.demandSets[Int(before.demands)], kinds: obligationKinds)
                    {
                        findings.add(
                            .contentMonotonicity, methods[method].id.text,
                            "more sensitive content loosens an obligation", stricter)
                    }
                }
            }
        }
    }

    /// Compares audiences by what conditions see of them; audiences that look alike to all conditions have the same
    /// obligations.
    func checkAudienceMonotonicity(
        _ sheet: AnswerSheet, _ space: QuestionSpace, _ findings: inout ViolationCollector
    ) {
        let conditions = allConditions
        let situations = space.people.map { try? people($0.value.audience, asker: $0.value.asker, lyingOn: nil) }
        var looks: [[Bool]: [Int]] = [:]
        for (number, situation) in situations.enumerated() {
            guard let situation else { continue }
            let bits = AudienceKind.allCases.map { $0.openness == situation.openness }
            looks[bits + conditions.map { $0.accepts(situation) }, default: []].append(number)
        }
        let sets = looks.values.map { numbers in (openness: situations[numbers[0]]?.openness ?? 0, numbers: numbers) }
            .sorted { ($0.openness, $0.numbers[0]) < ($1.openness, $1.numbers[0]) }
        let rest = space.count / max(1, space.people.count)
        func allowed(_ people: [Int], _ offset: Int, _ method: Int) -> (question: Int, demands: UInt32)? {
            for number in people {
                let question = number * rest + offset
                let entry = sheet[question, method]
                if entry.state.isAllowed { return (question, entry.demands) }
            }
            return nil
        }
        for offset in 0..<rest {
            for method in methods.indices {
                let answers = sets.map { allowed($0.numbers, offset, method) }
                for (narrow, before) in answers.enumerated() {
                    guard let before else { continue }
                    for (wide, after) in answers.enumerated() where sets[wide].openness > sets[narrow].openness {
                        guard let after, after.demands != before.demands else { continue }
                        if !sheet.demandSets[Int(after.demands)].isAtLeastAsStrict(
                            as: sheet.demandSets[Int(before.demands)], kinds: obligationKinds)
                        {
                            findings.add(
                                .audienceMonotonicity, methods[method].id.text,
                                "a more open audience loosens an obligation", after.question)
                        }
                    }
                }
            }
        }
    }

    func checkCompleteness(_ sheet: AnswerSheet, _ findings: inout ViolationCollector) {
        for (question, isExplained) in sheet.isExplained.enumerated() where !isExplained {
            findings.add(.completeness, "policy", "no way is allowed, and no rule says why", question)
        }
    }

    func checkDeterminism(
        _ sheet: AnswerSheet, _ space: QuestionSpace, _ findings: inout ViolationCollector
    ) {
        var shuffled = inventory
        var generator = SplitMix(state: 20_261_122)
        shuffled.rules.shuffle(using: &generator)
        shuffled.systems.shuffle(using: &generator)
        shuffled.groups.shuffle(using: &generator)
        let other = AnswerSheet(CompiledPolicy(shuffled, today: today), space)
        if !sheet.agrees(with: other) {
            findings.add(.determinism, "policy", "another order of rules, systems or groups changes an answer", nil)
        }
    }

    /// Decides a sample again with nothing but the rules that the answer names.
    func checkExplanations(
        _ sheet: AnswerSheet, _ space: QuestionSpace, _ findings: inout ViolationCollector
    ) {
        let sampleSize = 150
        let stride = max(1, space.count / sampleSize)
        for question in Swift.stride(from: 0, to: space.count, by: stride) where !sheet.isMeaningless(question) {
            let asked = space.question(space.place(question))
            guard let decision = try? decide(asked) else { continue }
            let named = decision.namedRules
            let less = CompiledPolicy(inventory, today: today, rules: inventory.rules.filter { named.contains($0.id) })
            guard let again = try? less.decide(asked), again.recommended == decision.recommended,
                again.outcome == decision.outcome
            else {
                findings.add(.explanation, "policy", "the rules that the answer names do not give it", question)
                continue
            }
            if decision.recommended?.method != sheet.bestMethod(question).map({ methods[$0].id }) {
                findings.add(.explanation, "policy", "the full decision and the fast one differ", question)
            }
        }
    }

    func deadRules(_ survey: RuleSurvey) -> [Violation] {
        rules.indices.filter { !survey.isAlive[$0] && !rules[$0].rule.isGuardrail }.map { number in
            Violation(
                check: .deadRule, subject: rules[number].rule.id.text, sentence: "removing the rule changes no answer",
                patterns: [], example: nil)
        }
    }

    func missingSteps(_ survey: RuleSurvey) -> [Violation] {
        methods.indices.flatMap { method -> [Violation] in
            survey.demanded[method].sorted().flatMap { number -> [Violation] in
                let obligation = obligations[number]
                let steps = methods[method].steps.filter { $0.obligation == obligation.id }.map(\.id)
                let named = obligation.prerequisite == nil ? steps : [PartID("need-\(obligation.id)")]
                return inventory.institution.languages.compactMap { language -> Violation? in
                    let entries = inventory.texts(in: language).entries[.steps] ?? [:]
                    guard named.isEmpty || named.contains(where: { entries[$0.text] == nil }) else { return nil }
                    return Violation(
                        check: .missingStep, subject: "\(methods[method].id)",
                        sentence: "'\(obligation.id)' can be demanded, but no step tells people in \(language) how",
                        patterns: [], example: nil)
                }
            }
        }
    }
}

/// A small generator of pseudo-random numbers, so that shuffling is the same everywhere (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
