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
        var parts: [Int] = []
        var sizes: [Int] = []
        var position = start
        var mark: UInt8 = 0
        while parts.count < 3 {
            let first = position
            var value = 0
            while position < first + 4, text.byte(position).isDigit {
                value = value * 10 + text.byte(position).digitValue
                position += 1
            }
            guard position > first else { return nil }
            parts.append(value)
            sizes.append(position - first)
            guard parts.count < 3 else { break }
            let next = text.byte(position)
            guard next == UInt8(ascii: ".") || next == UInt8(ascii: "-") || next == UInt8(ascii: "/"),
                mark == 0 || next == mark
            else { return nil }
            mark = next
            position += 1
            if mark == UInt8(ascii: "."), text.byte(position) == 0x20 { position += 1 }
        }
        guard !text.byte(position).isLetterOrDigit || text.byte(position) == UInt8(ascii: "T") else { return nil }
        let next = text.byte(position)
        if next == mark && text.byte(position + 1).isDigit { return nil }
        end = position
        endsInYear = sizes[2] == 4
        if sizes[0] == 4, sizes[1] <= 2, sizes[2] <= 2, mark != UInt8(ascii: ".") {
            (year, month, day) = (parts[0], parts[1], parts[2])
        } else if sizes[0] <= 2, sizes[1] <= 2, sizes[2] == 4 || sizes[2] == 2 {
            let full = sizes[2] == 4 ? parts[2] : parts[2] + (parts[2] > 30 ? 1900 : 2000)
            // With a slash, Americans put the month first.
            let isAmerican = mark == UInt8(ascii: "/") && parts[1] > 12
            (day, month, year) = isAmerican ? (parts[1], parts[0], full) : (parts[0], parts[1], full)
        } else {
            return nil
        }
        guard Self.exists(day: day, month: month, year: year) else { return nil }
    }

    /// Whether there is such a day in the Gregorian calendar.
    static func exists(day: Int, month: Int, year: Int) -> Bool {
        guard 1...12 ~= month, day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }
}
