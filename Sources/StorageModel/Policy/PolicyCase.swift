/// An expected answer: a question and what has to be true of its decision.
public struct PolicyCase: Hashable, Sendable {
    /// Its name; unique.
    public var name: String
    /// What is asked.
    public var question: Question
    /// What has to be true.
    public var expectation: Expectation

    /// Puts the parts together.
    public init(name: String, question: Question, expectation: Expectation) {
        self.name = name
        self.question = question
        self.expectation = expectation
    }
}

/// What has to be true of a decision; nil and empty parts are not looked at.
public struct Expectation: Hashable, Sendable {
    /// How it ends.
    public var outcome: Outcome?
    /// The method that comes first.
    public var recommended: MethodID?
    /// The share that the recommended method uses.
    public var share: ShareID?
    /// The obligations of the recommended method, exactly these and with these values.
    public var obligations: [ObligationID: ObligationValue]?
    /// Methods that have to be among the alternatives.
    public var alternatives: [MethodID]
    /// Methods that must be neither recommended nor an alternative.
    public var excluded: [MethodID]
    /// Methods that have to be forbidden, by exactly these rules.
    public var forbidden: [MethodID: [RuleID]]
    /// Steps that the recommended method has to have, in this order.
    public var steps: [PartID]
    /// Notes (of rules) and warnings that the recommended method has to have.
    public var notes: [String]

    /// An expectation of nothing, to be narrowed.
    public init() {
        alternatives = []
        excluded = []
        forbidden = [:]
        steps = []
        notes = []
    }
}
