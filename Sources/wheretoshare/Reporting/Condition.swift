internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// Something that lasts and that people are told once: no run comes, a place runs full, is slower, or works from some
/// vantages only.
struct Condition: Hashable {
    /// Of which sort it is.
    enum Kind: String, CaseIterable {
        case missing
        case full
        case slow
        case differs

        /// For how long it may be away before it is news again, in seconds: estimates and times go to and fro.
        var memory: Int64 {
            switch self {
            case .missing: 0
            case .full: 30 * 86_400
            case .slow: 7 * 86_400
            case .differs: 3 * 86_400
            }
        }
    }

    var kind: Kind
    /// The place or the vantage.
    var target: String
    /// What is told once: one name, or several where it gets worse in steps.
    var names: Set<String>
    /// Who has to act.
    var owner: Owner
    var text: String
    /// What is wrong, where that is known.
    var cause: Cause?

    /// Within how many days a place runs full when people are told, and told again.
    private static let daysLeft = [92, 30, 7]

    /// All conditions of a view, sort by sort.
    static func all(in view: HistoryView, _ words: HistoryText) -> [Condition] {
        let missing = view.missing.map { one in
            Condition(
                .missing, one.vantage, owner: .storage, words.missing(one, within: view.missingHours))
        }
        let full = view.runningFull.map { one in
            let days = one.fullOn.map { $0.daysSince1970 - view.now.day.daysSince1970 } ?? .max
            let steps = daysLeft.filter { days <= $0 }.map { "full \($0) \(one.target)" }
            return Condition(.full, one.target, owner: .storage, words.runsFull(one), names: Set(steps))
        }
        let slow = view.slowDowns.map { one in
            Condition(
                .slow, one.target, owner: .storage, words.slower(one), names: ["slow \(one.target) \(one.vantage)"])
        }
        let differs = view.differences.map { one -> Condition in
            var condition = Condition(.differs, one.target, owner: .helpdesk, words.difference(one))
            condition.cause = one.fails.first?.cause
            condition.owner = condition.cause?.reportOwner ?? .helpdesk
            return condition
        }
        return differs + full + slow + missing
    }

    private init(_ kind: Kind, _ target: String, owner: Owner, _ text: String, names: Set<String>? = nil) {
        self.kind = kind
        self.target = target
        self.owner = owner
        self.text = text
        self.names = names ?? ["\(kind.rawValue) \(target)"]
    }
}

extension ReaderMark {
    /// Whether the reader was told of a condition already.
    func knows(_ condition: Condition, at now: Moment) -> Bool {
        condition.names.allSatisfy { name in
            conditions[name].map { now.seconds(since: $0) <= max(condition.kind.memory, now.seconds(since: at)) }
                ?? false
        }
    }

    /// The mark after a report: what lasts is remembered, and what is over as long as its sort asks for.
    func following(_ current: [Condition], change: Int64, at now: Moment) -> ReaderMark {
        var mark = ReaderMark(change: change, at: now)
        mark.conditions = conditions.filter { name, seen in
            let kind = Condition.Kind(rawValue: String(name.prefix { $0 != " " }))
            return now.seconds(since: seen) <= kind?.memory ?? 0
        }
        for name in current.flatMap(\.names) { mark.conditions[name] = now }
        return mark
    }
}
