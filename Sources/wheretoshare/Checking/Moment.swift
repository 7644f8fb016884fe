internal import Glibc
internal import StorageModel

/// A moment of the day, to the second.
struct Moment: Hashable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    var secondsSince1970: Int64

    /// Now, by this computer's clock.
    static var now: Moment { Moment(secondsSince1970: Int64(time(nil))) }

    /// The moment in UTC, such as `2026-11-25T02:30:00Z` (RFC 3339).
    var description: String {
        let (days, rest) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return CalendarDate(daysSince1970: Int(days)).description
            + "T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
