/// A moment, to the second.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    public var secondsSince1970: Int64

    /// The moment so many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    /// The beginning of a day in UTC.
    public init(_ day: CalendarDate) { self.init(secondsSince1970: Int64(day.daysSince1970) * 86_400) }

    /// Reads a moment in UTC as `description` writes it; nil when it is written in another way.
    public init?(rfc3339 text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.count == 9, parts[1].hasSuffix("Z"),
            let day = CalendarDate(String(parts[0]))
        else { return nil }
        let numbers = parts[1].dropLast().split(separator: ":").compactMap { Int64($0) }
        guard numbers.count == 3 else { return nil }
        self.init(
            secondsSince1970: Int64(day.daysSince1970) * 86_400 + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2])
    }

    /// The day in UTC.
    public var day: CalendarDate {
        let (days, rest) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
        return CalendarDate(daysSince1970: Int(rest < 0 ? days - 1 : days))
    }

    /// The moment in UTC, such as `2026-11-25T02:30:00Z` (RFC 3339).
    public var description: String {
        let rest = secondsSince1970 - Int64(day.daysSince1970) * 86_400
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(day)T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    /// The moment so many seconds later.
    public func adding(seconds: Int64) -> Moment { Moment(secondsSince1970: secondsSince1970 + seconds) }

    /// How many seconds lie between an earlier moment and this one; negative when the other one is later.
    public func seconds(since other: Moment) -> Int64 { secondsSince1970 - other.secondsSince1970 }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}
