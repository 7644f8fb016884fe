import StorageModel

/// Finds conditions whose tests exclude each other, so that no method and question fulfil all of them.
struct ConditionSense {
    let condition: Condition
    let place: Place
    /// What has the condition, such as `rule`.
    let subject: String
    /// Whether methods have to be able to do what is asked; promises and guardrails are about what must not become
    /// possible.
    let needsAbleMethods: Bool

    init(_ condition: Condition, place: Place, subject: String, needsAbleMethods: Bool = false) {
        self.condition = condition
        self.place = place
        self.subject = subject
        self.needsAbleMethods = needsAbleMethods
    }

    /// Tells the first reason for which nothing fulfils the condition.
    func run(_ draft: Draft, _ reading: Reading) {
        guard let reason = methodReason(draft, reading) ?? levelReason(draft, reading) ?? groupReason else { return }
        reading.tell(
            .neverMatches, at: place, "this \(subject) never applies: \(reason)",
            accepted: "a condition that some question and some method can fulfil",
            next: "widen one of the tests, or remove the \(subject)")
    }

    /// Why no method can be meant.
    private func methodReason(_ draft: Draft, _ reading: Reading) -> String? {
        guard condition.namesMethod, let methods = draft.allMethods(reading.names) else { return nil }
        let ids = methods.keys.sorted()
        let byMethod = condition.method?.accepted(of: ids) ?? ids
        let bySystem =
            condition.system.map { test in byMethod.filter { !test.accepted(of: [$0.system]).isEmpty } } ?? byMethod
        if bySystem.isEmpty {
            // A test that excludes everything by itself is told by itself.
            guard condition.method != nil, condition.system != nil, !byMethod.isEmpty else { return nil }
            return "no method passes both the test of the method and the test of the system"
        }
        guard needsAbleMethods else { return nil }
        let able = bySystem.compactMap { methods[$0] }
        if let kinds = condition.audience?.accepted(of: AudienceKind.allCases), !kinds.isEmpty,
            !able.contains(where: { !Set($0.reach.audience).isDisjoint(with: kinds) })
        {
            return "\(bySystem.map(\.text).listing) cannot reach \(kinds.map(\.rawValue).alternatives)"
        }
        if let actions = condition.action?.accepted(of: Action.allCases), !actions.isEmpty,
            !able.contains(where: { !Set($0.actions).isDisjoint(with: actions) })
        {
            return "\(bySystem.map(\.text).listing) cannot be used to \(actions.map(\.rawValue).alternatives)"
        }
        return nil
    }

    /// Why no data can be meant: a tag brings its level, and what is known of a level is never above it.
    private func levelReason(_ draft: Draft, _ reading: Reading) -> String? {
        guard let scale = draft.allLevels(reading.names), let vocabulary = draft.vocabulary, let level = condition.level
        else { return nil }
        guard let highest = level.accepted(of: scale).last, let limit = scale.firstIndex(of: highest) else {
            return nil
        }
        if let wanted = condition.tags?.hasAnyOf {
            let levels = vocabulary.tags.filter { wanted.contains($0.id) }.compactMap { scale.firstIndex(of: $0.level) }
            if let least = levels.min(), least > limit {
                return
                    "such a tag brings at least the level \(scale[least]), and the test of the level ends at \(highest)"
            }
        }
        if let known = condition.knownLevel?.accepted(of: scale).first, let least = scale.firstIndex(of: known),
            least > limit
        {
            return "the known level is \(known) or more, and the level, which is never below it, ends at \(highest)"
        }
        return nil
    }

    /// Why no group can be meant: a group in the audience makes it at least as open as a group.
    private var groupReason: String? {
        guard condition.groupKind != nil, let kinds = condition.audience?.accepted(of: AudienceKind.allCases) else {
            return nil
        }
        guard let widest = kinds.last, widest < .group else { return nil }
        return "it tests the kind of a group, and an audience of \(widest.rawValue) has no group"
    }
}
