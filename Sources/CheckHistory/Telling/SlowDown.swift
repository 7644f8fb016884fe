/// A place that takes longer than it used to, as seen from one vantage.
public struct SlowDown: Hashable, Sendable {
    /// The place.
    public var target: String
    /// From where it was seen.
    public var vantage: String
    /// How long a look took in the middle before.
    public var usual: Duration
    /// How long the last looks took in the middle.
    public var now: Duration

    /// How many times as long as before.
    public var factor: Double { now / usual }

    /// How many of the last looks stand for now.
    static let recentLooks = 3
    /// How many looks before them there have to be.
    static let leastLooks = 7

    /// What times of healthy looks say, the first look first; nil when the place is as fast as ever.
    ///
    /// It is slower when the middle one of the last three looks takes twice the usual time, and 50 milliseconds more, and
    /// longer than nine of ten looks before.
    public init?(target: String, vantage: String, times: [Duration]) {
        guard times.count >= Self.leastLooks + Self.recentLooks else { return nil }
        let before = times.dropLast(Self.recentLooks).sorted()
        let recent = times.suffix(Self.recentLooks).sorted()
        let usual = before[before.count / 2]
        let now = recent[recent.count / 2]
        guard now >= usual * 2, now - usual >= .milliseconds(50), now > before[before.count * 9 / 10], usual > .zero
        else { return nil }
        self.target = target
        self.vantage = vantage
        self.usual = usual
        self.now = now
    }
}
