internal import StorageModel

/// What was seen of the place before, and from elsewhere.
extension Weighing {
    /// What is wrong with a server for everybody, and looks from here like something on the way.
    private static let seenByEverybody: [Cause] = [
        .serverHung, .serverConnectionLimit, .hostUnreachable, .tcpRefused, .backendHung, .backendUnavailable,
    ]
    /// What is wrong for one computer alone.
    private static let seenByOne: [Cause] = [
        .clientFirewall, .splitTunnel, .addressOverlap, .port445Blocked, .clientDialectTooOld, .vpnDown, .ipv6Broken,
        .mtuBlackHole,
    ]

    /// Lets those speak who looked within the last hours; what is seen now counts for more than what they saw.
    ///
    /// A vantage that saw it work speaks against what is wrong for everybody, and takes away a possibility, never the
    /// cause that is seen. Vantages that all see it fail speak for it, and against what is wrong on one computer.
    mutating func hearHistory() {
        guard evidence.failedStage != nil else { return }
        if let well = evidence.workedElsewhere {
            let witness = Witness.workedElsewhere(vantage: well.vantage, at: well.at)
            for suspect in Self.seenByEverybody where suspects(suspect) { dismiss(suspect, by: witness) }
        } else if let since = evidence.failsEverywhereSince {
            let witness = Witness.failsEverywhere(vantages: evidence.others.map(\.vantage), since: since)
            for suspect in Self.seenByOne where suspects(suspect) { ruleOut(suspect, by: witness) }
            if let cause, !Self.seenByOne.contains(cause), cause.owner != .user { support(with: witness) }
        }
    }
}

extension AccessCase {
    /// For how long a look says something about now, in seconds.
    static let longestMemory: Int64 = 4 * 3_600

    /// The last looks of other vantages that are recent enough, the latest first.
    var others: [EarlierLook] {
        earlier.filter { !$0.isHere && (0...Self.longestMemory).contains(now - $0.at) }
            .sorted { ($1.at, $0.vantage) < ($0.at, $1.vantage) }
    }

    /// The latest look of another vantage that saw the place work after it had begun to fail here.
    public var workedElsewhere: EarlierLook? {
        let trouble = earlier.first { $0.isHere && $0.verdict == .failed }?.since
        return others.first { $0.verdict == .healthy && $0.at >= trouble ?? .min }
    }

    /// Since when every other vantage sees the place fail, in seconds since 1970; nil when one does not, or when there is
    /// none.
    public var failsEverywhereSince: Int64? {
        guard others.allSatisfy({ $0.verdict == .failed }) else { return nil }
        return others.map(\.since).max()
    }

    /// The vantages that see the place fail, when all others do.
    public var failingVantages: [String] { failsEverywhereSince == nil ? [] : others.map(\.vantage) }
}
