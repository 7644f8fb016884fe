internal import StorageModel

/// A place that works from some vantages and not from others: one line that says just that.
public struct ViewDifference: Hashable, Sendable {
    /// The place.
    public var target: String
    /// The vantages from which it works, in order.
    public var works: [Standing]
    /// The vantages from which it does not, in order.
    public var fails: [Standing]

    /// The differences between what vantages saw last; what is expected, and what was seen long before the others, is left
    /// out.
    public static func all(in standings: [Standing], withinHours hours: Int = 26) -> [ViewDifference] {
        Dictionary(grouping: standings.filter { !$0.isDependency }, by: \.target).compactMap { target, views in
            guard let last = views.map(\.at).max() else { return nil }
            let current = views.filter { last.seconds(since: $0.at) <= Int64(hours) * 3_600 }
            let works = current.filter { $0.verdict == .healthy || $0.verdict == .degraded }
            let fails = current.filter { view in
                if case .expected = view.silence { return false }
                return view.verdict == .failed
            }
            guard !works.isEmpty, !fails.isEmpty else { return nil }
            return ViewDifference(target: target, works: works, fails: fails)
        }.sorted { $0.target < $1.target }
    }
}
