internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// What checks found over time, as people read it.
struct HistoryReport {
    let view: HistoryView
    let words: HistoryText
    let width: Int
    let isColored: Bool

    /// At most how many lines of one sort are shown; the others are counted.
    private static let mostLines = 40

    var text: String {
        let labels = [
            words.pick("Missing", "Fehlt"), words.pick("Differs", "Anders"), words.pick("Full", "Voll"),
            words.pick("Slower", "Langsam"),
        ]
        var layout = TextLayout(width: width, labels: labels, isColored: isColored)
        layout.headline(heading)
        add(view.changes.map { (mark($0), words.sentence($0)) }, to: &layout)
        if view.changes.isEmpty { layout.line(words.pick("  nothing changed", "  nichts hat sich geändert")) }
        layout.gap()
        add(down, to: &layout)
        layout.gap()
        for one in view.missing { layout.paragraph(labels[0], missing(one)) }
        for one in view.differences { layout.paragraph(labels[1], difference(one)) }
        for one in view.runningFull { layout.paragraph(labels[2], full(one)) }
        for one in view.slowDowns.prefix(Self.mostLines) { layout.paragraph(labels[3], slow(one)) }
        if view.targets != nil { addPlaces(to: &layout) }
        layout.gap()
        layout.footer(sum)
        return layout.text
    }

    private var heading: String {
        words.pick("Since \(view.begin.local)", "Seit \(view.begin.local)")
    }

    private func add(_ lines: [(mark: String, text: String)], to layout: inout TextLayout) {
        for line in lines.prefix(Self.mostLines) { layout.paragraph(line.mark, line.text) }
        let rest = lines.count - Self.mostLines
        guard rest > 0 else { return }
        layout.line(
            words.pick(
                "  and \(words.wording.number(rest)) more: --format json",
                "  und \(words.wording.number(rest)) weitere: --format json"))
    }

    /// What is down now and was before, so that it is no change.
    private var down: [(mark: String, text: String)] {
        view.standings.filter { one in
            one.verdict == .failed && one.silence == nil && one.since < view.begin
        }.map { one in
            let name = one.isDependency ? words.dependency(one.target) : one.target
            let reason = one.cause.map { ": \(words.title($0))" } ?? ""
            let text = words.pick(
                "\(name) is still down, since \(one.since.local), from \(one.vantage)\(reason)",
                "\(name) ist weiter ausgefallen, seit \(one.since.local), von \(one.vantage) aus\(reason)")
            return ("✗", text)
        }
    }

    private func mark(_ change: Change) -> String {
        switch change.kind {
        case .broke, .causeChanged, .flapping: "✗"
        case .degraded, .improved: "!"
        case .recovered, .calm: "✓"
        case .unchecked: "?"
        }
    }

    private func missing(_ one: VantageStanding) -> String {
        words.pick(
            "no run from \(one.vantage) since \(one.endedAt.local), although one comes within \(view.missingHours) h",
            "kein Lauf von \(one.vantage) seit \(one.endedAt.local), obwohl alle \(view.missingHours) h einer kommt")
    }

    private func difference(_ one: ViewDifference) -> String {
        func names(_ standings: [Standing]) -> String { words.wording.list(standings.map(\.vantage)) }
        let reason = one.fails.first?.cause.map { ": \(words.title($0))" } ?? ""
        return words.pick(
            "\(one.target) works from \(names(one.works)) and not from \(names(one.fails))\(reason)",
            "\(one.target) geht von \(names(one.works)) aus und von \(names(one.fails)) aus nicht\(reason)")
    }

    private func full(_ one: SpaceTrend) -> String {
        let free = words.wording.size(one.free)
        let rate = words.wording.size(UInt64(max(0, -one.bytesPerDay)))
        let day = one.fullOn.map(words.wording.day) ?? ""
        return words.pick(
            "\(one.target) runs full on \(day): \(free) free, \(rate) less a day",
            "\(one.target) ist voraussichtlich am \(day) voll: \(free) frei, täglich \(rate) weniger")
            + "  " + Sparkline.text(one.points.map { Double($0.free) })
    }

    private func slow(_ one: SlowDown) -> String {
        func milliseconds(_ duration: Duration) -> String {
            "\(words.wording.number(Int(duration.milliseconds.rounded()))) ms"
        }
        return words.pick(
            "\(one.target) takes \(milliseconds(one.now)) instead of \(milliseconds(one.usual)), from \(one.vantage)",
            "\(one.target) braucht \(milliseconds(one.now)) statt \(milliseconds(one.usual)), von \(one.vantage) aus")
    }

    private func addPlaces(to layout: inout TextLayout) {
        for one in view.standings where !one.isDependency {
            layout.gap()
            let verdict = CheckWording(wording: words.wording).verdict(one.verdict)
            let reason = one.cause.map { ": \(words.title($0))" } ?? ""
            layout.headline(
                words.pick(
                    "\(one.target) from \(one.vantage): \(verdict) since \(one.since.local)\(reason)",
                    "\(one.target) von \(one.vantage) aus: \(verdict) seit \(one.since.local)\(reason)"))
            let own = view.spells.filter { $0.target == one.target && $0.vantage == one.vantage }
            layout.block(DayBars(own, from: view.begin, to: one.at).text)
            if let known = view.availabilities.first(where: { $0.target == one.target && $0.vantage == one.vantage }) {
                layout.block(availability(known))
                for (cause, seconds) in known.secondsByCause.sorted(by: { $0.value > $1.value }) {
                    layout.block("\(words.title(cause)): \(words.duration(seconds))")
                }
            }
            if let worked = one.lastWorked, one.verdict == .failed {
                layout.block(words.pick("last worked \(worked.local)", "ging zuletzt \(worked.local)"))
            }
            if let evidence = one.evidence { layout.block(evidence.shownOnOneLine) }
        }
    }

    private func availability(_ one: Availability) -> String {
        guard let share = one.share else { return words.pick("too little is known", "zu wenig ist bekannt") }
        var parts = [
            words.percent(share),
            one.outages == 1
                ? words.pick("1 outage", "1 Ausfall") : words.pick("\(one.outages) outages", "\(one.outages) Ausfälle"),
        ]
        if let longest = one.longestOutage {
            parts.append(words.pick("the longest \(words.duration(longest))", "der längste \(words.duration(longest))"))
        }
        if let mean = one.meanTimeToRepair {
            parts.append(
                words.pick(
                    "repaired after \(words.duration(mean)) on average",
                    "im Mittel nach \(words.duration(mean)) behoben"))
        }
        return parts.joined(separator: ", ")
    }

    private var sum: String {
        let places = Set(view.standings.lazy.filter { !$0.isDependency }.map(\.target)).count
        let up = view.availabilities.reduce(0) { $0 + $1.secondsUp }
        let down = view.availabilities.reduce(0) { $0 + $1.secondsDown }
        let share = up + down > 0 ? words.percent(Double(up) / Double(up + down)) : "–"
        let runs = view.vantages.reduce(0) { $0 + $1.runs }
        let count = words.wording.number(places)
        let total = words.wording.number(runs)
        let from = view.vantages.count
        let parts = [
            words.pick(places == 1 ? "1 place" : "\(count) places", places == 1 ? "1 Ort" : "\(count) Orte"),
            words.pick("available \(share)", "verfügbar \(share)"),
            words.pick(runs == 1 ? "1 run" : "\(total) runs", runs == 1 ? "1 Lauf" : "\(total) Läufe")
                + words.pick(
                    from == 1 ? " from 1 vantage" : " from \(from) vantages",
                    from == 1 ? " von 1 Stelle aus" : " von \(from) Stellen aus"),
        ]
        return parts.joined(separator: " · ")
    }
}
