internal import CheckHistory
internal import Diagnosis
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

    /// How a place did when each vantage last looked; without those for which it is nothing that it should work.
    ///
    /// What a vantage sees fail is left out where its network `counts` for nothing, unless it is the one that asks.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    static func looks(
        at target: String, from here: String, _ world: World, counts: (NetworkID?) -> Bool
    ) -> [EarlierLook] {
        standings(world).filter { one in
            guard one.target == target, one.isAboutThePlace else { return false }
            return one.vantage == here || one.verdict == .healthy || counts(one.network.map { NetworkID($0) })
        }
        .sorted { ($0.at, $0.vantage) > ($1.at, $1.vantage) }
        .map { one in
            EarlierLook(
                vantage: one.vantage, isHere: one.vantage == here, verdict: one.verdict, cause: one.cause,
                at: one.at.secondsSince1970,
                since: (one.verdict == .failed ? one.troubledSince ?? one.since : one.since).secondsSince1970,
                lastWorked: one.lastWorked?.secondsSince1970)
        }
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
