internal import CheckHistory
internal import StorageModel

/// How the free space of a place went, and where it leads.
struct SpaceChart {
    private let trend: SpaceTrend
    private static let (width, height) = (320, 80)

    init(_ trend: SpaceTrend) { self.trend = trend }

    /// The picture: a line for what was free, on a scale from nothing to the most that was, and a broken one for what is to come.
    func picture(named name: String) -> Markup {
        guard let first = trend.points.first, let last = trend.points.last, last.at > first.at else { return .none }
        let highest = Double(trend.points.map(\.free).max() ?? 0)
        let end = trend.fullOn.map { min(Moment($0), last.at.adding(seconds: 92 * 86_400)) } ?? last.at
        let seconds = Double(max(1, max(end, last.at).seconds(since: first.at)))
        func place(_ at: Moment, _ free: Double) -> String {
            let x = Double(at.seconds(since: first.at)) / seconds * Double(Self.width)
            let y = Double(Self.height) * (1 - free / max(1, highest))
            return "\(Int(x.rounded())),\(Int(min(Double(Self.height), max(0, y)).rounded()))"
        }
        let line = trend.points.map { place($0.at, Double($0.free)) }.joined(separator: " ")
        let days = Double(end.seconds(since: last.at)) / 86_400
        let left = Double(trend.free) + trend.bytesPerDay * days
        let ahead: Markup =
            end > last.at
            ? "<polyline class=\"ahead\" points=\"\(place(last.at, Double(last.free)) + " " + place(end, left))\"/>"
            : .none
        return """
            <svg class="space" role="img" aria-label="\(name)" viewBox="0 -4 \(Self.width) \(Self.height + 8)">\
            <line class="floor" x1="0" y1="\(Self.height)" x2="\(Self.width)" y2="\(Self.height)"/>\
            <polyline class="free" points="\(line)"/>\(ahead)</svg>
            """
    }
}
