internal import CheckHistory
internal import StorageModel

/// How a place did day by day, as a row of bars: the higher, the more of the day it could be used.
struct DayStrip {
    /// One day: how much of it the place could be used, from 0 to 1; nil when nothing is known.
    private let days: [Double?]
    private let firstDay: Int

    /// The days of the spells of one place and vantage.
    /// - Parameters:
    ///   - spells: The spells, in their order.
    ///   - first: The first day, by the local clock.
    ///   - last: The last look; its day is the last one.
    ///   - offset: By how many seconds the local clock is ahead of UTC.
    init(_ spells: some Sequence<Spell>, from first: CalendarDate, to last: Moment, secondsFromUTC offset: Int) {
        let begin = Moment(first).adding(seconds: -Int64(offset))
        let count = max(1, Int(last.seconds(since: begin) / 86_400) + 1)
        var up = [Int64](repeating: 0, count: count)
        var down = up
        for spell in spells where spell.silence == nil && spell.verdict != .unknown {
            // A look stands for at least a second.
            let end = max(spell.ended ?? last, spell.begun.adding(seconds: 1))
            var from = max(spell.begun, begin)
            while from < end {
                let day = Int(from.seconds(since: begin) / 86_400)
                guard day < count else { break }
                let next = min(end, begin.adding(seconds: Int64(day + 1) * 86_400))
                if spell.verdict == .failed {
                    down[day] += next.seconds(since: from)
                } else {
                    up[day] += next.seconds(since: from)
                }
                from = next
            }
        }
        firstDay = first.daysSince1970
        days = zip(up, down).map { up, down in up + down == 0 ? nil : Double(up) / Double(up + down) }
    }

    /// The days on which it could not be used all the time.
    var badDays: [CalendarDate] {
        days.enumerated().filter { ($0.element ?? 1) < 1 }.map { CalendarDate(daysSince1970: firstDay + $0.offset) }
    }

    /// The picture; days that are alike share one bar.
    func picture(named name: String) -> Markup {
        var bars = Markup.none
        var start = 0
        while start < days.count {
            var end = start + 1
            while end < days.count, days[end] == days[start] { end += 1 }
            bars += bar(days[start], at: start, width: end - start)
            start = end
        }
        return """
            <svg class="days" role="img" aria-label="\(name)" viewBox="0 0 \(days.count * 4) 20" \
            preserveAspectRatio="none">\(bars)</svg>
            """
    }

    private func bar(_ share: Double?, at day: Int, width: Int) -> Markup {
        guard let share else {
            return "<rect class=\"none\" x=\"\(day * 4)\" y=\"18\" width=\"\(width * 4)\" height=\"2\"/>"
        }
        // Of a day that was bad throughout something is left to see.
        let height = max(4, Int(share * 20))
        let sort = share == 1 ? "well" : share > 0.5 ? "part" : "bad"
        return """
            <rect class="\(sort)" x="\(day * 4)" y="\(20 - height)" width="\(width * 4)" height="\(height)"/>
            """
    }
}
