/// A moment as Windows counts it: in steps of 100 ns since 1601-01-01T00:00:00Z (MS-DTYP 2.3.3).
public struct FileTime: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number of steps.
    public let rawValue: UInt64

    /// Wraps a number of steps.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    private static let stepsPerSecond: UInt64 = 10_000_000

    /// From 1601 to 1970: 369 years, 89 of them leap years.
    private static let secondsTo1970: Int64 = (369 * 365 + 89) * 86_400

    /// The time since 1970-01-01T00:00:00Z.
    ///
    /// Leap seconds are not counted; it is negative before, and exact to the step.
    public var sinceEpoch: Duration {
        let (seconds, steps) = rawValue.quotientAndRemainder(dividingBy: Self.stepsPerSecond)
        // At most 1.9e12 seconds, so that neither conversion nor subtraction can overflow.
        return .seconds(Int64(seconds) - Self.secondsTo1970) + .nanoseconds(Int64(steps) * 100)
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension FileTime {
    /// The moment in a field in which zero means that there is none.
    init?(nonzero steps: UInt64) {
        guard steps != 0 else { return nil }
        self.init(rawValue: steps)
    }
}
