internal import StorageModel

extension CompiledPolicy {
    /// A separate way for people with and without an account, and for each group, where that is better than one way for
    /// all.
    ///
    /// Better means less exposure or an answer where the whole has none; never offered when the whole is served as
    /// well.
    func split(_ understood: UnderstoodQuestion, whole: Decision) -> [SplitPart] {
        let asked = understood.asked
        guard asked.audience.count > 1 else { return [] }
        let inside = asked.audience.filter(\.kind.hasAccount)
        let outside = asked.audience.filter { !$0.kind.hasAccount }
        let byAccount = [inside, outside].filter { !$0.isEmpty }
        let parts = byAccount.count > 1 ? byAccount : asked.audience.map { [$0] }
        let answers = parts.compactMap { part -> SplitPart? in
            var question = asked
            question.audience = part
            guard let (narrowed, situation) = try? resolveMeaningful(question) else { return nil }
            let decision = plainDecision(narrowed, situation)
            return SplitPart(audience: part, outcome: decision.outcome, recommended: decision.recommended)
        }
        guard answers.count == parts.count else { return [] }
        guard let one = whole.recommended, let exposure = methodNumbers[one.method].map({ methods[$0].exposure }) else {
            return answers.contains { $0.recommended != nil } ? answers : []
        }
        let allServed = answers.allSatisfy { $0.recommended != nil }
        let isLessExposed = answers.contains { part in
            part.recommended.flatMap { methodNumbers[$0.method] }.map { methods[$0].exposure < exposure } ?? false
        }
        return allServed && isLessExposed ? answers : []
    }
}
