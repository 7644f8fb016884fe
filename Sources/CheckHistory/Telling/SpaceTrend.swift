public import StorageModel

/// How the free space of a place goes, and when none is left if it goes on like that.
public struct SpaceTrend: Hashable, Sendable {
    /// The place.
    public var target: String
    /// The size, in bytes, when it was last asked for.
    public var size: UInt64
    /// What was free then, in bytes.
    public var free: UInt64
    /// By how many bytes the free space changes in a day; negative when it shrinks.
    public var bytesPerDay: Double
    /// The day on which it runs full; nil when it does not within five years, or too little is known.
    public var fullOn: CalendarDate?
    /// The free space at the moments it was asked for, the first one first.
    public var points: [Point]

    /// The free space at a moment.
    public struct Point: Hashable, Sendable {
        /// When it was asked for.
        public var at: Moment
        /// What was free, in bytes.
        public var free: UInt64

        /// Puts the parts together.
        public init(at moment: Moment, free: UInt64) {
            at = moment
            self.free = free
        }
    }

    /// The trend through points.
    ///
    /// The slope is the median of the slopes between all pairs of points (Theil and Sen), so that some days on which a
    /// large folder was there or elsewhere do not decide. A forecast needs a week.
    public init?(target: String, size: UInt64, points: [Point]) {
        guard let first = points.first, let last = points.last else { return nil }
        self.target = target
        self.size = size
        self.points = points
        free = last.free
        var slopes: [Double] = []
        for (place, point) in points.enumerated() {
            for other in points[(place + 1)...] where other.at > point.at {
                let days = Double(other.at.seconds(since: point.at)) / 86_400
                slopes.append((Double(other.free) - Double(point.free)) / days)
            }
        }
        slopes.sort()
        bytesPerDay = slopes.isEmpty ? 0 : slopes[slopes.count / 2]
        guard last.at.seconds(since: first.at) >= 6 * 86_400, bytesPerDay < 0 else { return }
        let days = Double(free) / -bytesPerDay
        if days < 1_826 { fullOn = last.at.day.adding(days: Int(days)) }
    }
}
