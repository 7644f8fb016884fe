internal import StorageModel

/// How one place has done so far, as seen from one vantage: enough to say of the next look what it changes.
///
/// Silenced and unchecked looks change nothing: whoever was told that a place is down is told once, however many
/// outages of what it depends on come in between.
struct PlaceState: Hashable {
    /// What people know about the place, by what they were told last.
    enum Phase: Int, Hashable {
        case up = 0
        case degraded = 1
        case down = 2
    }

    /// What people know.
    var phase = Phase.up
    /// Since when; nil before the first look.
    var since: Moment?
    /// What is wrong, as people know it.
    var cause: Cause?
    /// Whether the last look could not be checked, and people were told.
    var isUnchecked = false
    /// Whether it goes up and down, and people were told.
    var isFlapping = false
    /// Which of the last 32 looks that count found the place going up or down; the last one in the lowest bit.
    var turns: UInt32 = 0
    /// Whether the last look that counts found it usable.
    var wasUsable = true
    /// Whether any look counted.
    var isKnown = false

    /// When ups and downs are called flapping.
    struct FlapRule: Hashable {
        /// Among how many of the last looks turns are counted; 32 at most.
        var looks = 20
        /// From how many turns on the place flaps.
        var turns = 5
        /// After how many looks without a turn it is calm again.
        var calmLooks = 5
    }

    /// What a look says that is said to people.
    struct Turn: Hashable {
        var kind: Change.Kind
        var previousCause: Cause?
        var previousSince: Moment?
    }

    /// Takes the next look.
    /// - Returns: What it changes; nil when there is nothing to tell.
    mutating func take(
        _ verdict: Verdict, _ cause: Cause?, isSilenced: Bool, at moment: Moment, rule: FlapRule = FlapRule()
    ) -> Turn? {
        guard verdict != .unknown else { return takeUnknown(isSilenced: isSilenced) }
        // What is silenced and works all the same is well.
        if isSilenced, verdict != .healthy { return nil }
        let wasUnchecked = isUnchecked
        isUnchecked = false
        let isUsable = verdict != .failed
        turns = turns << 1 | (isKnown && isUsable != wasUsable ? 1 : 0)
        wasUsable = isUsable
        isKnown = true
        if isFlapping { return takeWhileFlapping(verdict, cause, at: moment, rule: rule) }
        let counted = turns & (rule.looks >= 32 ? .max : (1 << UInt32(rule.looks)) - 1)
        if counted.nonzeroBitCount >= rule.turns, turns & 1 == 1 {
            isFlapping = true
            return settle(verdict, cause, at: moment, telling: .flapping)
        }
        switch (phase, verdict) {
        case (.up, .healthy):
            if since == nil || wasUnchecked { since = since ?? moment }
            return nil
        case (.up, .degraded): return settle(verdict, cause, at: moment, telling: .degraded)
        case (.down, .degraded): return settle(verdict, cause, at: moment, telling: .improved)
        case (.degraded, .degraded) where self.cause != cause:
            return settle(verdict, cause, at: moment, telling: .degraded)
        case (.degraded, .degraded): return nil
        case (_, .healthy): return settle(verdict, cause, at: moment, telling: .recovered)
        case (.down, _):
            guard self.cause != cause else { return nil }
            // It is the same outage, so that it began when the first cause did.
            let turn = Turn(kind: .causeChanged, previousCause: self.cause, previousSince: since)
            self.cause = cause
            return turn
        default: return settle(verdict, cause, at: moment, telling: .broke)
        }
    }

    private mutating func takeUnknown(isSilenced: Bool) -> Turn? {
        guard !isSilenced, !isUnchecked else { return nil }
        isUnchecked = true
        return isFlapping ? nil : Turn(kind: .unchecked, previousCause: cause, previousSince: since)
    }

    private mutating func takeWhileFlapping(
        _ verdict: Verdict, _ cause: Cause?, at moment: Moment, rule: FlapRule
    ) -> Turn? {
        let recent = turns & (rule.calmLooks >= 32 ? .max : (1 << UInt32(rule.calmLooks)) - 1)
        guard recent == 0 else {
            // What people would be told, so that the last word is right when it is calm.
            _ = settle(verdict, cause, at: moment, telling: .flapping)
            return nil
        }
        isFlapping = false
        turns = 0
        return settle(verdict, cause, at: moment, telling: .calm)
    }

    /// Goes over into what a verdict means.
    private mutating func settle(
        _ verdict: Verdict, _ cause: Cause?, at moment: Moment, telling kind: Change.Kind
    ) -> Turn {
        let turn = Turn(kind: kind, previousCause: self.cause, previousSince: since)
        let next: Phase =
            switch verdict {
            case .healthy, .unknown: .up
            case .degraded: .degraded
            case .failed: .down
            }
        if next != phase || since == nil { since = moment }
        phase = next
        self.cause = cause
        return turn
    }
}
