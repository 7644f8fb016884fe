/// When a rule, invariant or impossibility applies: all tests must hold; a test that is nil always does.
///
/// There is no arithmetic, no pattern and no script, so that every rule can be checked against every question.
public struct Condition: Hashable, Sendable {
    /// The method under judgement.
    public var method: Test<MethodID>?
    /// The system under judgement.
    public var system: Test<SystemID>?
    /// The most open kind among the audience.
    public var audience: Test<AudienceKind>?
    /// The kinds of the groups in the audience; holds when one of them passes.
    public var groupKind: Test<GroupKindID>?
    /// What is to be done.
    public var action: Test<Action>?
    /// The level as it has to be assumed: unknown content counts as the strictest.
    public var level: Test<LevelID>?
    /// The level as far as it is known: declared, or of the tags that were found or declared.
    public var knownLevel: Test<LevelID>?
    /// The tags of the data.
    public var tags: TagTest?
    /// The asker's network.
    public var network: Test<NetworkID>?
    /// The sum of all files, in bytes; an unknown size passes no test.
    public var bytes: Test<UInt64>?
    /// The institution's own facets.
    public var facets: [FacetID: Test<String>]

    /// A condition that always holds, to be narrowed.
    public init() {
        facets = [:]
    }

    /// Whether it speaks about the method or system under judgement, not only about the question.
    public var namesMethod: Bool { method != nil || system != nil }
}

/// A test of one value; every part that is given must hold.
public struct Test<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value is one of these.
    public var anyOf: [Value]?
    /// The value is none of these.
    public var noneOf: [Value]?
    /// The value is at least this, on its scale.
    public var atLeast: Value?
    /// The value is at most this, on its scale.
    public var atMost: Value?

    /// Puts the parts together.
    public init(anyOf: [Value]? = nil, noneOf: [Value]? = nil, atLeast: Value? = nil, atMost: Value? = nil) {
        self.anyOf = anyOf
        self.noneOf = noneOf
        self.atLeast = atLeast
        self.atMost = atMost
    }

    /// Whether a value passes, given its order on the scale.
    public func accepts(_ value: Value, isBefore: (Value, Value) -> Bool) -> Bool {
        if let anyOf, !anyOf.contains(value) { return false }
        if let noneOf, noneOf.contains(value) { return false }
        if let atLeast, isBefore(value, atLeast) { return false }
        if let atMost, isBefore(atMost, value) { return false }
        return true
    }
}

/// A test of a set of tags; every part that is given must hold.
public struct TagTest: Hashable, Sendable {
    /// At least one of these is there.
    public var hasAnyOf: [TagID]?
    /// None of these is there.
    public var hasNoneOf: [TagID]?

    /// Puts the parts together.
    public init(hasAnyOf: [TagID]? = nil, hasNoneOf: [TagID]? = nil) {
        self.hasAnyOf = hasAnyOf
        self.hasNoneOf = hasNoneOf
    }
}
