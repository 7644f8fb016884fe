internal import Glibc
internal import StorageModel

/// A moment of the day, to the second.
struct Moment: Hashable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    var secondsSince1970: Int64

    /// Now, by this computer's clock.
    static var now: Moment { Moment(secondsSince1970: Int64(time(nil))) }

    init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    /// Reads a moment in UTC as `description` writes it; nil when it is written in another way.
    init?(rfc3339 text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.count == 9, parts[1].hasSuffix("Z"),
            let day = CalendarDate(String(parts[0]))
        else { return nil }
        let numbers = parts[1].dropLast().split(separator: ":").compactMap { Int64($0) }
        guard numbers.count == 3 else { return nil }
        self.init(
            secondsSince1970: Int64(day.daysSince1970) * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2])
    }

    /// The time of the day by this computer's time zone, such as `14:05`.
    var localTime: String {
        var seconds = time_t(secondsSince1970)
        var local = unsafe tm()
        unsafe localtime_r(&seconds, &local)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return unsafe two(local.tm_hour) + ":" + two(local.tm_min)
    }

    /// The moment in UTC, such as `2026-11-25T02:30:00Z` (RFC 3339).
    var description: String {
        let (days, rest) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return CalendarDate(daysSince1970: Int(days)).description
            + "T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
