internal import CheckHistory
internal import StorageModel

/// One bar for each day of a place: as high as it could be used that day.
struct DayBars {
    let text: String

    /// The bars of the spells of one place and vantage; at most the last 60 days.
    init(_ spells: [Spell], from begin: Moment, to end: Moment) {
        let first = max(begin.day.daysSince1970, end.day.daysSince1970 - 59)
        guard first <= end.day.daysSince1970 else {
            text = ""
            return
        }
        let days = (first...end.day.daysSince1970).map { number -> Double? in
            let day = Moment(CalendarDate(daysSince1970: number))
            let next = min(day.adding(seconds: 86_400), end.adding(seconds: 1))
            let touching = spells.filter { $0.begun < next && ($0.ended ?? end.adding(seconds: 1)) > day }
            return Availability(touching, from: day, to: next, lastLook: end.adding(seconds: 1))?.share
        }
        text = Sparkline.text(days, in: 0...1)
    }
}
