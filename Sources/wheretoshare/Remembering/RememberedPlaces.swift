internal import CheckHistory
internal import StorageModel

/// What the last recorded run says about places, for whoever does not look now.
struct RememberedPlaces {
    private let views: [String: [Standing]]

    /// What is remembered, as far as it is recent; empty where there is no history, or it cannot be read.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    static func current(_ world: World, _ inventory: Inventory, at now: Moment = .now) -> RememberedPlaces {
        let all = standings(world).filter { one in
            let age = now.seconds(since: one.at)
            return age >= 0 && age <= Int64(inventory.checks.missingHours) * 3_600
        }
        return RememberedPlaces(views: Dictionary(grouping: all.filter(\.isAboutThePlace), by: \.target))
    }

    /// When a place was last seen to work, and from where; nil when nobody remembers.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    static func lastWorked(_ target: String, _ world: World) -> (at: Moment, from: String)? {
        standings(world).filter { $0.target == target }
            .compactMap { one in one.lastWorked.map { (at: $0, from: one.vantage) } }
            .max { $0.at < $1.at }
    }

    private static func standings(_ world: World) -> [Standing] {
        guard let path = HistoryLocation.forReading(named: nil, in: world),
            let history = try? HistoryFile.openForReading(path)
        else { return [] }
        return (try? history.standings()) ?? []
    }

    /// The places of an answer, as they were last seen: from the asker's network where somebody looks from there.
    func places(of document: RecommendationDocument) -> [RecommendationDocument.CheckedPlace] {
        Set(document.waysThatAreOpen.flatMap { [$0.place, $0.system] }).sorted().compactMap { target in
            let views = views[target] ?? []
            let near = views.filter { $0.network != nil && $0.network == document.question.network }
            guard let view = (near.isEmpty ? views : near).max(by: { $0.at < $1.at }) else { return nil }
            return .init(
                target: target, verdict: view.verdict.rawValue, checkedAt: view.at.description,
                cause: view.cause?.rawValue, freeBytes: view.space?.free,
                since: view.verdict == .failed ? (view.troubledSince ?? view.since).description : nil)
        }
    }
}

extension Standing {
    /// Whether what was seen says something about the place, and not about where it was seen from.
    fileprivate var isAboutThePlace: Bool {
        switch silence {
        case .expected: false
        case .consequence(let culprit): target.hasPrefix(culprit + "/")
        case .maintenance, nil: !isDependency
        }
    }
}
