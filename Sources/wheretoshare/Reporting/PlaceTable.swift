internal import CheckHistory
internal import StorageModel

/// All places with their last 30 days: first those that were not well all the time.
struct PlaceTable {
    private let words: HistoryText
    private let view: HistoryView
    private var spells: [PlaceView: ArraySlice<Spell>] = [:]
    private var availabilities: [PlaceView: Availability] = [:]
    private let offset: Int
    private let firstDay: CalendarDate

    /// A place as seen from one vantage.
    private struct PlaceView: Hashable {
        var target: String
        var vantage: String
    }

    init(view: HistoryView, spells: [Spell], words: HistoryText) {
        self.view = view
        self.words = words
        offset = view.begin.localSecondsFromUTC
        firstDay = view.begin.adding(seconds: Int64(offset)).day
        // They come in the order of places and vantages.
        var start = 0
        while start < spells.count {
            let key = PlaceView(target: spells[start].target, vantage: spells[start].vantage)
            var end = start + 1
            while end < spells.count, spells[end].vantage == key.vantage, spells[end].target == key.target { end += 1 }
            self.spells[key] = spells[start..<end]
            start = end
        }
        for one in view.availabilities {
            availabilities[PlaceView(target: one.target, vantage: one.vantage)] = one
        }
    }

    /// The tables.
    var markup: Markup {
        let all = view.standings.filter { !$0.isDependency }.map { ($0, strip($0)) }
        let faulty = all.filter { isFaulty($0.0) || !$0.1.badDays.isEmpty }
            .sorted { Self.rank($0.0.verdict) < Self.rank($1.0.verdict) }
        let well = all.filter { !isFaulty($0.0) && $0.1.badDays.isEmpty }
        var markup = Markup.none
        if !faulty.isEmpty {
            markup += table(faulty, words.wording.say("Not well all the time", "Nicht immer in Ordnung"))
        }
        if !well.isEmpty {
            let caption = words.wording.say("Well for 30 days", "Seit 30 Tagen in Ordnung")
            markup += """
                <details><summary>\(caption) (\(well.count))</summary>\(table(well, caption))</details>
                """
        }
        return markup
    }

    private func isFaulty(_ one: Standing) -> Bool { one.verdict != .healthy || one.isFlapping }

    private static func rank(_ verdict: Verdict) -> Int {
        switch verdict {
        case .failed: 0
        case .degraded: 1
        case .unknown: 2
        case .healthy: 3
        }
    }

    private func strip(_ one: Standing) -> DayStrip {
        DayStrip(
            spells[PlaceView(target: one.target, vantage: one.vantage)] ?? [], from: firstDay, to: one.at,
            secondsFromUTC: offset)
    }

    private func table(_ rows: [(Standing, DayStrip)], _ caption: String) -> Markup {
        let heads = [
            words.wording.say("Place", "Ort"), words.wording.say("Seen from", "Gesehen von"),
            words.wording.say("Now", "Jetzt"),
            words.wording.say("30 days", "30 Tage"), words.wording.say("Available", "Verfügbar"),
        ]
        return """
            <table><caption>\(caption)</caption><thead><tr>\
            \(Markup(heads.map { "<th scope=\"col\">\($0)</th>" }))</tr></thead>
            <tbody>\(Markup(rows.map { row($0.0, $0.1) }))</tbody></table>
            """
    }

    private func row(_ one: Standing, _ strip: DayStrip) -> Markup {
        let verdict = CheckWording(wording: words.wording).verdict(one.verdict)
        let sort =
            switch one.verdict {
            case .healthy: "verdict-well"
            case .degraded, .unknown: "verdict-part"
            case .failed: "verdict-bad"
            }
        let since = words.wording.say(" since \(one.since.local)", " seit \(one.since.local)")
        let reason = one.cause.map { ": \(words.title($0))" } ?? ""
        let flapping = one.isFlapping ? words.wording.say("; goes up and down", "; fällt immer wieder aus") : ""
        let known = availabilities[PlaceView(target: one.target, vantage: one.vantage)]
        return """
            <tr><th scope="row">\(one.target.shownOnOneLine)</th><td class="vantage">\(one.vantage.shownOnOneLine)</td>\
            <td><span class="\(sort)">\(verdict)</span>\(one.verdict == .healthy ? "" : since + reason)\(flapping)</td>\
            <td>\(strip.picture(named: account(of: strip)))</td>\
            <td class="share">\(known?.share.map(words.percent) ?? "–")</td></tr>

            """
    }

    /// What the picture shows, for whoever does not see it.
    private func account(of strip: DayStrip) -> String {
        let days = strip.badDays
        guard !days.isEmpty else { return words.wording.say("usable every day", "jeden Tag benutzbar") }
        let first = days.prefix(5).map(words.wording.day)
        let rest = days.count - first.count
        let list =
            rest > 0
            ? first.joined(separator: ", ") + words.wording.say(" and \(rest) more days", " und \(rest) weiteren Tagen")
            : words.wording.list(first)
        return words.wording.say("not usable all day on \(list)", "nicht den ganzen Tag benutzbar am \(list)")
    }
}
