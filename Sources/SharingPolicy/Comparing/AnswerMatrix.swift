public import StorageModel

/// The answers for every sort of audience, level and network, so that prose can never contradict the rules.
public struct AnswerMatrix: Hashable, Sendable {
    /// One answer.
    public struct Cell: Hashable, Sendable {
        /// How the question ends; nil when it means nothing.
        public var outcome: Outcome?
        /// The method that comes first; nil where none is allowed.
        public var method: MethodID?
        /// What it demands, without prerequisites.
        public var obligations: [Commitment]
        /// The prerequisites that the sender has not met on that network.
        public var unmet: [ObligationID]
    }

    /// What is done.
    public var action: Action
    /// The audiences, one a row.
    public var audiences: [[AudienceMember]]
    /// The levels, the least sensitive first.
    public var levels: [LevelID]
    /// The networks.
    public var networks: [NetworkID]
    /// The answers by row, then level, then network.
    public var cells: [[[Cell]]]
}

extension CompiledPolicy {
    /// Answers for audiences of every sort (or the given ones) at every level on every network.
    public func matrix(action: Action, audiences: [[AudienceMember]]? = nil) -> AnswerMatrix {
        let rows = audiences ?? sortsOfAudience()
        let levels = inventory.vocabulary.levels.map(\.id)
        let networks = inventory.networks.map(\.id)
        let cells = rows.map { audience in
            levels.map { level in
                networks.map { network -> AnswerMatrix.Cell in
                    var question = Question(audience: audience, action: action)
                    question.declaredLevel = level
                    question.network = network
                    guard let (understood, situation) = try? resolveMeaningful(question) else {
                        return AnswerMatrix.Cell(outcome: nil, method: nil, obligations: [], unmet: [])
                    }
                    let decision = plainDecision(understood, situation)
                    return AnswerMatrix.Cell(
                        outcome: decision.outcome, method: decision.recommended?.method,
                        obligations: decision.recommended?.obligations ?? [],
                        unmet: (decision.recommended?.prerequisites ?? []).filter {
                            $0.party == .sender && $0.met == .no
                        }
                        .map(\.obligation))
                }
            }
        }
        return AnswerMatrix(action: action, audiences: rows, levels: levels, networks: networks, cells: cells)
    }

    private func sortsOfAudience() -> [[AudienceMember]] {
        let groups = QuestionSpace.representativeGroups(self).map { [AudienceMember.group($0)] }
        let common = QuestionSpace.groupsInCommon(self).map { $0.map { AudienceMember.group($0) } }
        let strangers = groups.count > 1 ? [[groups[0][0], groups[groups.count - 1][0]]] : []
        let rest: [[AudienceMember]] = [
            [.user("colleague", groups: nil)], [.internal], [.external(nil)], [.anyone], [.publish],
        ]
        return groups + common + strangers.filter { !common.contains($0) } + rest
    }
}
