/// A date that somebody wrote in digits: `31.12.1999`, `31. 12. 99`, `1999-12-31`, `31/12/1999`.
struct WrittenDate: Hashable, Sendable {
    let day: Int
    let month: Int
    let year: Int
    /// The position after it.
    let end: Int
    /// Whether the year stands last, in four digits.
    let endsInYear: Bool

    /// Reads a date; nil when there is none, or no such day.
    init?(_ text: Span<UInt8>, at start: Int) {
        // Most numbers are no dates, which is known by the mark behind the first part.
        let first = Part(text, at: start)
        let mark = text.byte(first.end)
        guard first.size > 0, mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") else {
            return nil
        }
        let blank = mark == UInt8(ascii: ".") ? 1 : 0
        let second = Part(text, at: first.end + (text.byte(first.end + 1) == 0x20 ? 1 + blank : 1))
        guard second.size > 0, text.byte(second.end) == mark else { return nil }
        let third = Part(text, at: second.end + (text.byte(second.end + 1) == 0x20 ? 1 + blank : 1))
        let next = text.byte(third.end)
        guard third.size > 0, !next.isLetterOrDigit || next == UInt8(ascii: "T"),
            next != mark || !text.byte(third.end + 1).isDigit
        else { return nil }
        end = third.end
        endsInYear = third.size == 4
        if first.size == 4, second.size <= 2, third.size <= 2, mark != UInt8(ascii: ".") {
            (year, month, day) = (first.value, second.value, third.value)
        } else if first.size <= 2, second.size <= 2, third.size == 4 || third.size == 2 {
            let full = third.size == 4 ? third.value : third.value + (third.value > 30 ? 1900 : 2000)
            // With a slash, Americans put the month first.
            let isAmerican = mark == UInt8(ascii: "/") && second.value > 12
            let (dayPart, monthPart) = isAmerican ? (second.value, first.value) : (first.value, second.value)
            (day, month, year) = (dayPart, monthPart, full)
        } else {
            return nil
        }
        guard Self.exists(day: day, month: month, year: year) else { return nil }
    }

    /// A number of up to four digits.
    private struct Part {
        let value: Int
        let end: Int
        let size: Int

        @inline(__always)
        init(_ text: Span<UInt8>, at start: Int) {
            let eight = text.eight(at: start)
            size = min(eight.digitCount, 4)
            value = size > 0 ? eight.number(ofFirst: size) : 0
            end = start + size
        }
    }

    /// Whether there is such a day in the Gregorian calendar.
    static func exists(day: Int, month: Int, year: Int) -> Bool {
        guard 1...12 ~= month, day >= 1 else { return false }
        switch month {
        case 2: return day <= (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)
        case 4, 6, 9, 11: return day <= 30
        default: return day <= 31
        }
    }
}
