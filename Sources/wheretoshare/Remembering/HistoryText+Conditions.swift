internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// Sentences about what lasts.
extension HistoryText {
    /// Something that was down before, and is.
    func stillDown(_ one: Standing, andFrom others: [String] = []) -> String {
        let name = one.isDependency ? dependency(one.target) : one.target
        let since = (one.troubledSince ?? one.since).local
        let reason = one.cause.map { ": \(title($0))" } ?? ""
        return wording.say(
            "\(name) is still down, since \(since), \(seen(from: [one.vantage] + others))\(reason)",
            "\(name) ist weiter ausgefallen, seit \(since), \(seen(from: [one.vantage] + others))\(reason)")
    }

    /// A vantage from which no run came.
    func missing(_ one: VantageStanding, within hours: Int) -> String {
        wording.say(
            "no run from \(one.vantage) since \(one.endedAt.local), although one comes within \(hours) h",
            "kein Lauf von \(one.vantage) seit \(one.endedAt.local), obwohl alle \(hours) h einer kommt")
    }

    /// A place that works from some vantages and not from others.
    func difference(_ one: ViewDifference) -> String {
        func names(_ standings: [Standing]) -> String { wording.list(standings.map(\.vantage)) }
        let reason = one.fails.first?.cause.map { ": \(title($0))" } ?? ""
        return wording.say(
            "\(one.target) works from \(names(one.works)) and not from \(names(one.fails))\(reason)",
            "\(one.target) geht von \(names(one.works)) aus und von \(names(one.fails)) aus nicht\(reason)")
    }

    /// A place that runs full.
    func runsFull(_ one: SpaceTrend) -> String {
        let free = wording.size(one.free)
        let rate = wording.size(UInt64(max(0, -one.bytesPerDay)))
        let day = one.fullOn.map(wording.day) ?? ""
        return wording.say(
            "\(one.target) runs full on \(day): \(free) free, \(rate) less a day",
            "\(one.target) ist voraussichtlich am \(day) voll: \(free) frei, täglich \(rate) weniger")
    }

    /// A place that takes longer than it used to.
    func slower(_ one: SlowDown) -> String {
        func milliseconds(_ duration: Duration) -> String {
            "\(wording.number(Int(duration.milliseconds.rounded()))) ms"
        }
        return wording.say(
            "\(one.target) takes \(milliseconds(one.now)) instead of \(milliseconds(one.usual)), from \(one.vantage)",
            "\(one.target) braucht \(milliseconds(one.now)) statt \(milliseconds(one.usual)), von \(one.vantage) aus")
    }

    /// How much of a time a place could be used, and how often it could not.
    func availability(_ one: Availability) -> String {
        guard let share = one.share else { return wording.say("too little is known", "zu wenig ist bekannt") }
        var parts = [
            percent(share),
            one.outages == 1
                ? wording.say("1 outage", "1 Ausfall")
                : wording.say("\(one.outages) outages", "\(one.outages) Ausfälle"),
        ]
        if let longest = one.longestOutage {
            parts.append(wording.say("the longest \(duration(longest))", "der längste \(duration(longest))"))
        }
        if let mean = one.meanTimeToRepair {
            parts.append(
                wording.say(
                    "repaired after \(duration(mean)) on average",
                    "im Mittel nach \(duration(mean)) behoben"))
        }
        return parts.joined(separator: ", ")
    }

    /// How much of the time all places could be used.
    func share(of view: HistoryView) -> String {
        let up = view.availabilities.reduce(0) { $0 + $1.secondsUp }
        let down = view.availabilities.reduce(0) { $0 + $1.secondsDown }
        return up + down > 0 ? percent(Double(up) / Double(up + down)) : "–"
    }

    /// How many places there are, how much of the time they could be used, and who looked how often.
    func sum(of view: HistoryView) -> String {
        let places = Set(view.standings.lazy.filter { !$0.isDependency }.map(\.target)).count
        let share = share(of: view)
        let runs = view.vantages.reduce(0) { $0 + $1.runs }
        let count = wording.number(places)
        let total = wording.number(runs)
        let from = view.vantages.count
        let parts = [
            wording.say(places == 1 ? "1 place" : "\(count) places", places == 1 ? "1 Ort" : "\(count) Orte"),
            wording.say("available \(share)", "verfügbar \(share)"),
            wording.say(runs == 1 ? "1 run" : "\(total) runs", runs == 1 ? "1 Lauf" : "\(total) Läufe")
                + wording.say(
                    from == 1 ? " from 1 vantage" : " from \(from) vantages",
                    from == 1 ? " von 1 Stelle aus" : " von \(from) Stellen aus"),
        ]
        return parts.joined(separator: " · ")
    }
}
