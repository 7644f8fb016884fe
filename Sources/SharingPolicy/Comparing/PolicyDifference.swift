public import StorageModel

/// How the answers of two policies differ for one method, in few patterns of questions.
public struct PolicyDifference: Hashable, Sendable {
    /// What changed.
    public enum Change: String, CaseIterable, Sendable {
        /// The method was not open and now is.
        case newlyAllowed = "newly-allowed"
        /// The method was open and no longer is.
        case newlyForbidden = "newly-forbidden"
        /// The method stays open, with less demanded.
        case loosened
        /// The method stays open, with more demanded.
        case tightened
        /// The method is recommended now and was not.
        case recommended = "recommendation-changed"
    }

    /// What changed.
    public var change: Change
    /// For which method.
    public var method: MethodID
    /// For which questions.
    public var patterns: [FacetPattern]
    /// How many questions.
    public var questionCount: Int
}

extension CompiledPolicy {
    /// Asks both policies every question of this one and tells what differs, by change and method.
    ///
    /// A question that the old policy has no words for counts as one to which it allowed nothing.
    public func differences(from old: CompiledPolicy) -> [PolicyDifference] {
        let space = QuestionSpace([self, old])
        let new = AnswerSheet(self, space)
        let before = AnswerSheet(old, space)
        struct Key: Hashable {
            let change: PolicyDifference.Change
            let method: Int
        }
        var questions: [Key: [Int]] = [:]
        for question in 0..<space.count where !new.isMeaningless(question) || !before.isMeaningless(question) {
            for method in methods.indices {
                let now = new[question, method]
                let oldMethod = old.methodNumbers[methods[method].id]
                let then = oldMethod.map { before[question, $0] }
                switch (then?.state.isAllowed ?? false, now.state.isAllowed) {
                case (false, true): questions[Key(change: .newlyAllowed, method: method), default: []].append(question)
                case (true, false):
                    questions[Key(change: .newlyForbidden, method: method), default: []].append(question)
                case (true, true):
                    let nowDemands = demands(new.demandSets[Int(now.demands)])
                    let thenDemands = old.demands(before.demandSets[Int(then?.demands ?? 0)])
                    if nowDemands == thenDemands { break }
                    let isStricter = covers(nowDemands, thenDemands)
                    let change: PolicyDifference.Change = isStricter ? .tightened : .loosened
                    questions[Key(change: change, method: method), default: []].append(question)
                case (false, false): break
                }
            }
            if let best = new.bestMethod(question),
                before.bestMethod(question).map({ old.methods[$0].id }) != methods[best].id
            {
                questions[Key(change: .recommended, method: best), default: []].append(question)
            }
        }
        let gone = old.methods.filter { methodNumbers[$0.id] == nil }.map {
            PolicyDifference(change: .newlyForbidden, method: $0.id, patterns: [], questionCount: 0)
        }
        return questions.map { key, numbers in
            PolicyDifference(
                change: key.change, method: methods[key.method].id, patterns: space.patterns(covering: numbers),
                questionCount: numbers.reduce(0) { $0 + space.weight(space.place($1)) })
        }.sorted { ($0.change.rawValue, $0.method) < ($1.change.rawValue, $1.method) } + gone
    }

    /// The questions to which a method is recommended, open or closed, in few patterns.
    public func questions(
        inWhich method: MethodID, is status: MethodStatus
    ) -> [FacetPattern] {
        guard let number = methodNumbers[method] else { return [] }
        let space = QuestionSpace([self])
        let sheet = AnswerSheet(self, space)
        let matching = (0..<space.count).filter { question in
            guard !sheet.isMeaningless(question) else { return false }
            let state = sheet[question, number].state
            return switch status {
            case .recommended: sheet.bestMethod(question) == number
            case .allowed: state.isAllowed
            case .forbidden: state == .forbidden
            case .notPermitted: state == .notPermitted
            case .cannot: state == .cannot
            case .unsupported: state == .unsupported || state == .contradictory
            case .ask: state == .ask
            }
        }
        return space.patterns(covering: matching)
    }

    /// The questions that end in one way, in few patterns.
    public func questions(endingIn outcome: Outcome) -> [FacetPattern] {
        let space = QuestionSpace([self])
        let sheet = AnswerSheet(self, space)
        return space.patterns(
            covering: (0..<space.count).filter { !sheet.isMeaningless($0) && sheet.outcomes[$0] == outcome })
    }

    private func demands(_ demands: Demands) -> [ObligationID: NamedDemand] {
        var named: [ObligationID: NamedDemand] = [:]
        for (number, demand) in demands.values.enumerated() {
            guard let demand else { continue }
            named[obligations[number].id] = NamedDemand(
                value: numbering.value(of: demand.value, kind: obligationKinds[number]), isRequired: demand.isRequired)
        }
        return named
    }

    private func covers(_ new: [ObligationID: NamedDemand], _ old: [ObligationID: NamedDemand]) -> Bool {
        old.allSatisfy { id, demand in new[id].map { $0.isAtLeastAsStrict(as: demand) } ?? false }
    }
}

/// What may be asked of a method in a question.
public enum MethodStatus: String, CaseIterable, Sendable {
    /// It comes first.
    case recommended
    /// It is open.
    case allowed
    /// A rule forbids it.
    case forbidden
    /// No rule permits it.
    case notPermitted = "not-permitted"
    /// It cannot do it.
    case cannot
    /// It lacks what is demanded.
    case unsupported
    /// The contact has to be asked first.
    case ask
}

/// A demand by name, comparable between two vocabularies.
struct NamedDemand: Hashable {
    let value: ObligationValue
    let isRequired: Bool

    func isAtLeastAsStrict(as other: NamedDemand) -> Bool {
        guard isRequired || !other.isRequired else { return false }
        return switch (value, other.value) {
        case (.flag, .flag): true
        case (.atMost(let ours), .atMost(let theirs)): ours <= theirs
        case (.atLeast(let ours), .atLeast(let theirs)): ours >= theirs
        case (.oneOf(let ours), .oneOf(let theirs)): Set(ours).isSubset(of: theirs)
        default: false
        }
    }
}
