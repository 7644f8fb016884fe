/// A statement of policy: when its condition holds for a method and a question, its effect counts.
///
/// The order of rules means nothing. Its reason is the text with its id.
public struct Rule: Hashable, Sendable {
    /// What a rule does.
    public enum Effect: String, CaseIterable, Sendable {
        /// The method may be used, unless something forbids it.
        case permit
        /// The method must not be used, whatever permits it.
        case forbid
        /// The method may be used only with these obligations.
        case require
        /// The method should be used with these obligations; people may waive them.
        case suggest
        /// Among allowed methods this one comes earlier; the greatest weight counts.
        case prefer
        /// The method must not be used before the contact has been asked.
        case ask
        /// Where no method is allowed, the contact is the answer; the condition names no method.
        case refer
        /// The answer says something more.
        case note
    }

    /// Its name.
    public var id: RuleID
    /// What it does.
    public var effect: Effect
    /// When it applies.
    public var when: Condition
    /// What it demands; only for `require` and `suggest`.
    public var obligations: [ObligationID: ObligationValue]
    /// How strongly it prefers, 1 to 100; only for `prefer`.
    public var weight: Int
    /// Whether it may be redundant today because it guards against a later, wider permission; only for `forbid`.
    public var isGuardrail: Bool
    /// Where the rule is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: RuleID, effect: Effect, when: Condition, obligations: [ObligationID: ObligationValue] = [:],
        weight: Int = 0, isGuardrail: Bool = false, provenance: Provenance
    ) {
        self.id = id
        self.effect = effect
        self.when = when
        self.obligations = obligations
        self.weight = weight
        self.isGuardrail = isGuardrail
        self.provenance = provenance
    }
}

/// A combination of facets that means nothing, so that no answer is owed to it.
public struct Impossibility: Hashable, Sendable {
    /// Names the text that tells people why, and what to ask instead.
    public var id: PartID
    /// When a question is of this kind; names no method.
    public var when: Condition

    /// Puts the parts together.
    public init(id: PartID, when: Condition) {
        self.id = id
        self.when = when
    }
}

/// A promise about every answer, proved by asking every question.
public struct Invariant: Hashable, Sendable {
    /// What has to hold for each method that the condition selects.
    public enum Promise: Hashable, Sendable {
        /// The method is never allowed.
        case neverAllowed
        /// When the method is allowed, these obligations are demanded (or suggested, when that is enough).
        case carries([ObligationID], suggestionIsEnough: Bool)
        /// When the method is allowed, the answer has these steps.
        case hasSteps([PartID])
        /// When the method is allowed, the answer has none of these steps.
        case lacksSteps([PartID])
        /// When the condition (which names no method) holds, the outcome is one of these.
        case outcome([Outcome])
    }

    /// Its name, which also tells what it promises.
    public var id: RuleID
    /// What it promises, in words, for reports.
    public var title: String
    /// For which questions and methods.
    public var when: Condition
    /// What has to hold.
    public var promise: Promise
    /// Where the promise is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(id: RuleID, title: String, when: Condition, promise: Promise, provenance: Provenance) {
        self.id = id
        self.title = title
        self.when = when
        self.promise = promise
        self.provenance = provenance
    }
}

/// A waiver that lifts one rule for a time.
public struct Exemption: Hashable, Sendable {
    /// Its name.
    public var id: PartID
    /// The rule that it lifts; a `forbid` or an `ask`.
    public var lifts: RuleID
    /// For which questions and methods.
    public var when: Condition
    /// Who allowed it.
    public var grantedBy: String
    /// Why.
    public var reason: String
    /// The last day on which it counts.
    public var until: CalendarDate

    /// Puts the parts together.
    public init(id: PartID, lifts: RuleID, when: Condition, grantedBy: String, reason: String, until: CalendarDate) {
        self.id = id
        self.lifts = lifts
        self.when = when
        self.grantedBy = grantedBy
        self.reason = reason
        self.until = until
    }
}

/// How a question ends.
public enum Outcome: String, CaseIterable, Sendable {
    /// There is a way, and nothing to do but use it.
    case allowed
    /// There is a way, with obligations.
    case allowedWithConditions = "allowed-with-conditions"
    /// The policy forbids every way.
    case notAllowed = "not-allowed"
    /// No way is known without asking the contact.
    case ask
}
