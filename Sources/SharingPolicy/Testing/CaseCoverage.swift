public import StorageModel

/// How much of a policy its cases touch.
public struct CaseCoverage: Hashable, Sendable {
    /// The rules that some case's answer names.
    public var rules: Set<RuleID>
    /// The rules that no case's answer names, by id.
    public var untouchedRules: [RuleID]
    /// The methods that no case recommends, by id.
    public var neverRecommended: [MethodID]
    /// The methods that no case excludes, by id.
    public var neverExcluded: [MethodID]
    /// The combinations of audience kind, level and action that some case asks about, and how many there are.
    public var cells: (touched: Int, all: Int) { (cellsTouched, cellsInAll) }

    var cellsTouched: Int
    var cellsInAll: Int
    var ruleCount: Int

    /// The part of the rules that some answer names, 0 to 1.
    public var share: Double { ruleCount == 0 ? 1 : Double(ruleCount - untouchedRules.count) / Double(ruleCount) }
}

extension CompiledPolicy {
    /// Measures what the answers of cases name.
    public func coverage(of results: [CaseResult]) -> CaseCoverage {
        struct Cell: Hashable {
            let kind: AudienceKind
            let level: LevelID
            let action: Action
        }
        let decisions = results.compactMap(\.decision)
        let named = decisions.reduce(into: Set<RuleID>()) { $0.formUnion($1.namedRules) }
        let recommended = Set(decisions.compactMap(\.recommended?.method))
        let excluded = Set(decisions.flatMap(\.excluded).map(\.method))
        let cells = Set(
            decisions.map { decision in
                Cell(
                    kind: decision.question.asked.audience.map(\.kind).max() ?? .publish,
                    level: decision.question.level, action: decision.question.asked.action)
            })
        return CaseCoverage(
            rules: named, untouchedRules: rules.map(\.rule.id).filter { !named.contains($0) },
            neverRecommended: methods.map(\.id).filter { !recommended.contains($0) },
            neverExcluded: methods.map(\.id).filter { !excluded.contains($0) },
            cellsTouched: cells.count,
            cellsInAll: AudienceKind.allCases.count * inventory.vocabulary.levels.count * Action.allCases.count,
            ruleCount: rules.count)
    }
}
