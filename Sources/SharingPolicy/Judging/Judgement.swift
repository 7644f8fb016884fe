internal import StorageModel

/// What the policy says of one method in one situation.
struct Judgement: Hashable, Sendable {
    enum State: UInt8, Sendable {
        case allowed, cannot, forbidden, ask, notPermitted, unsupported, contradictory

        var isAllowed: Bool { self == .allowed }
    }

    var state: State
    /// What is demanded, by the obligation's number; empty unless the method is permitted.
    var demands: Demands
    /// The greatest weight of the matching `prefer` rules.
    var weight: Int
    /// The numbers of all rules that match, in the order of their ids.
    var matched: [Int]
    /// The numbers of the exemptions that lift a matching rule.
    var lifted: [Int]
    /// The obligation that cannot be met or contradicts itself.
    var obstacle: Int?
}

/// The joined demands on one method.
struct Demands: Hashable, Sendable {
    /// By the obligation's number; nil where nothing is demanded.
    var values: [Demand?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    /// Whether these demands are at least as strict as others, obligation by obligation.
    func isAtLeastAsStrict(as other: Demands, kinds: [Obligation.Kind]) -> Bool {
        for index in values.indices {
            guard let theirs = other.values[index] else { continue }
            guard let ours = values[index], ours.isAtLeastAsStrict(as: theirs, kind: kinds[index]) else {
                return false
            }
        }
        return true
    }
}

/// One joined demand.
///
/// Numbers stand for units, choices are a bit set over the vocabulary, a flag is 1.
struct Demand: Hashable, Sendable {
    var value: Int
    var isRequired: Bool

    func joined(with other: Demand, kind: Obligation.Kind) -> Demand {
        let joinedValue =
            switch kind {
            case .flag: 1
            case .atMost: min(value, other.value)
            case .atLeast: max(value, other.value)
            case .oneOf: value & other.value
            }
        return Demand(value: joinedValue, isRequired: isRequired || other.isRequired)
    }

    func isAtLeastAsStrict(as other: Demand, kind: Obligation.Kind) -> Bool {
        guard isRequired || !other.isRequired else { return false }
        return switch kind {
        case .flag: true
        case .atMost: value <= other.value
        case .atLeast: value >= other.value
        case .oneOf: value & ~other.value == 0
        }
    }
}
