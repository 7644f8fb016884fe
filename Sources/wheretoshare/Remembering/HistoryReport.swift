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
            words.wording.say("Missing", "Fehlt"), words.wording.say("Differs", "Anders"),
            words.wording.say("Full", "Voll"),
            words.wording.say("Slower", "Langsam"),
        ]
        var layout = TextLayout(width: width, labels: labels, isColored: isColored)
        layout.headline(heading)
        add(view.changes.map { (mark($0), words.sentence($0)) }, to: &layout)
        if view.changes.isEmpty { layout.line(words.wording.say("  nothing changed", "  nichts hat sich geändert")) }
        layout.gap()
        add(down, to: &layout)
        layout.gap()
        for one in view.missing { layout.paragraph(labels[0], words.missing(one, within: view.missingHours)) }
        for one in view.differences { layout.paragraph(labels[1], words.difference(one)) }
        for one in view.runningFull {
            layout.paragraph(
                labels[2], words.runsFull(one) + "  " + Sparkline.text(one.points.map { Double($0.free) }))
        }
        for one in view.slowDowns.prefix(Self.mostLines) { layout.paragraph(labels[3], words.slower(one)) }
        if view.targets != nil { addPlaces(to: &layout) }
        layout.gap()
        layout.footer(words.sum(of: view))
        return layout.text
    }

    private var heading: String {
        words.wording.say("Since \(view.begin.local)", "Seit \(view.begin.local)")
    }

    private func add(_ lines: [(mark: String, text: String)], to layout: inout TextLayout) {
        for line in lines.prefix(Self.mostLines) { layout.paragraph(line.mark, line.text) }
        let rest = lines.count - Self.mostLines
        guard rest > 0 else { return }
        layout.line(
            words.wording.say(
                "  and \(words.wording.number(rest)) more: --format json",
                "  und \(words.wording.number(rest)) weitere: --format json"))
    }

    /// What is down now and was before, so that it is no change.
    private var down: [(mark: String, text: String)] {
        view.standings.filter { one in
            one.verdict == .failed && one.silence == nil && one.since < view.begin
        }.map { ("✗", words.stillDown($0)) }
    }

    private func mark(_ change: Change) -> String {
        switch change.kind {
        case .broke, .causeChanged, .flapping: "✗"
        case .degraded, .improved: "!"
        case .recovered, .calm: "✓"
        case .unchecked: "?"
        }
    }

    private func addPlaces(to layout: inout TextLayout) {
        for one in view.standings where !one.isDependency {
            layout.gap()
            let verdict = CheckWording(wording: words.wording).verdict(one.verdict)
            let reason = one.cause.map { ": \(words.title($0))" } ?? ""
            layout.headline(
                words.wording.say(
                    "\(one.target) from \(one.vantage): \(verdict) since \(one.since.local)\(reason)",
                    "\(one.target) von \(one.vantage) aus: \(verdict) seit \(one.since.local)\(reason)"))
            let own = view.spells.filter { $0.target == one.target && $0.vantage == one.vantage }
            layout.block(DayBars(own, from: view.begin, to: one.at).text)
            if let known = view.availabilities.first(where: { $0.target == one.target && $0.vantage == one.vantage }) {
                layout.block(words.availability(known))
                for (cause, seconds) in known.secondsByCause.sorted(by: { $0.value > $1.value }) {
                    layout.block("\(words.title(cause)): \(words.duration(seconds))")
                }
            }
            if let worked = one.lastWorked, one.verdict == .failed {
                layout.block(words.wording.say("last worked \(worked.local)", "ging zuletzt \(worked.local)"))
            }
            if let evidence = one.evidence { layout.block(evidence.shownOnOneLine) }
        }
    }
}
