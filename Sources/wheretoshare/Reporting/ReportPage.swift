internal import CheckHistory
internal import Diagnosis
internal import StorageModel

/// A report as one HTML page that asks for nothing else: style and pictures are in it, and it runs no script.
struct ReportPage {
    let report: NightReport
    let spells: [Spell]

    private var words: HistoryText { report.words }
    private var view: HistoryView { report.view }

    /// At most how many pictures of free space are shown.
    private static let mostCharts = 24

    /// The page.
    var text: String {
        let title = report.subject
        let page: Markup = """
            <!DOCTYPE html>
            <html lang="\(words.wording.language == "de" ? "de" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>\(title)</title>
            <style>
            \(ReportStyle.text)
            </style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>
            <p class="quiet">\(period)</p>
            \(sums)
            </header>
            <main>
            \(sections)
            \(charts)
            <h2>\(words.wording.say("All places", "Alle Orte"))</h2>
            \(PlaceTable(view: view, spells: spells, words: words).markup)
            </main>
            <footer>
            <p>\(words.sum(of: view)) · \(words.wording.say("the last 30 days", "die letzten 30 Tage"))</p>
            <p>wheretoshare \(ProgramVersion.release) · \(vantages)</p>
            </footer>
            </body>
            </html>

            """
        return page.text
    }

    private var period: String {
        words.wording.say(
            "\(view.now.local); what is new is new since \(report.since.local)",
            "\(view.now.local); neu ist, was seit \(report.since.local) neu ist")
    }

    private var sums: Markup {
        let places = Dictionary(grouping: view.standings.filter { !$0.isDependency }, by: \.target)
        func count(_ verdict: Verdict) -> Int {
            places.values.count { standings in standings.map(\.verdict).worst == verdict }
        }
        let tiles: [(String, String)] = [
            (words.wording.number(count(.healthy)), words.wording.say("places are well", "Orte in Ordnung")),
            (
                words.wording.number(count(.degraded)),
                words.wording.say("work, but not as they should", "gehen nicht so, wie sie sollen")
            ),
            (words.wording.number(count(.failed)), words.wording.say("are down", "ausgefallen")),
            (words.wording.number(count(.unknown)), words.wording.say("could not be checked", "nicht prüfbar")),
            (words.share(of: view), words.wording.say("available in 30 days", "verfügbar in 30 Tagen")),
        ]
        return "<ul class=\"sums\">\(Markup(tiles.map { "<li><b>\($0.0)</b> \($0.1)</li>" }))</ul>"
    }

    private var sections: Markup {
        let sections = report.sections
        guard !sections.isEmpty else {
            return
                "<p>\(words.wording.say("Nothing changed, and nothing is wrong.", "Nichts hat sich geändert, und nichts ist gestört."))</p>"
        }
        return Markup(
            sections.map { section in
                let groups = section.byOwner.map { owner, items -> Markup in
                    let heading: Markup = owner.map { "<h3>\(words.heading($0))</h3>" } ?? .none
                    return
                        "\(heading)<ul class=\"items\">\(Markup(items.prefix(NightReport.mostItems).map(item)))</ul>\(rest(of: items))"
                }
                return "<h2>\(report.title(section.kind)) (\(section.items.count))</h2>\n\(Markup(groups))\n"
            })
    }

    private func item(_ item: NightReport.Item) -> Markup {
        let new: Markup = item.isNew ? "<span class=\"new\">\(words.wording.say("new", "neu"))</span>" : .none
        let next: Markup = item.next.isEmpty ? .none : "<p>\(item.next)</p>"
        return "<li class=\"\(item.mark.rawValue)\">\(new)\(item.text.shownOnOneLine)\(next)</li>"
    }

    private func rest(of items: [NightReport.Item]) -> Markup {
        let rest = items.count - NightReport.mostItems
        guard rest > 0 else { return .none }
        let number = words.wording.number(rest)
        return
            "<p>\(words.wording.say("and \(number) more, in the table below", "und \(number) weitere, in der Tabelle unten"))</p>"
    }

    /// The free space of places that run full, and of those with the least left.
    private var charts: Markup {
        let full = Set(view.runningFull.map(\.target))
        let scarce = view.trends.filter { !full.contains($0.target) && $0.free < $0.size / 5 }
            .sorted { $0.free * max(1, $1.size / 1_000) < $1.free * max(1, $0.size / 1_000) }
        let shown = (view.runningFull + scarce).prefix(Self.mostCharts)
        guard !shown.isEmpty else { return .none }
        let charts = shown.map { trend -> Markup in
            let size = words.wording.size(trend.size)
            let text =
                full.contains(trend.target)
                ? words.runsFull(trend)
                : words.wording.say(
                    "\(trend.target): \(words.wording.size(trend.free)) of \(size) free",
                    "\(trend.target): \(words.wording.size(trend.free)) von \(size) frei")
            let name = words.wording.say(
                "Free space of \(trend.target), week by week", "Freier Platz von \(trend.target), Woche für Woche")
            return "<li>\(SpaceChart(trend).picture(named: name.shownOnOneLine))\(text.shownOnOneLine)</li>"
        }
        return "<h2>\(words.wording.say("Space", "Platz"))</h2>\n<ul class=\"charts\">\(Markup(charts))</ul>"
    }

    private var vantages: String {
        view.vantages.map { one in
            words.wording.say(
                "\(one.vantage): last run \(one.endedAt.local)", "\(one.vantage): letzter Lauf \(one.endedAt.local)")
        }.joined(separator: " · ").shownOnOneLine
    }
}

extension Sequence<Verdict> {
    /// The worst of several verdicts: one that fails from anywhere is down.
    var worst: Verdict {
        let order: [Verdict] = [.failed, .degraded, .unknown, .healthy]
        let all = Set(self)
        return order.first { all.contains($0) } ?? .unknown
    }
}

extension NightReport.Section {
    /// The items of each who has to act, in the order in which they come first; what recovered is nobody's business any more.
    var byOwner: [(owner: Owner?, items: [NightReport.Item])] {
        guard kind != .recovered else { return [(nil, items)] }
        return (Owner.allCases.map(Optional.some) + [nil]).compactMap { owner in
            let own = items.filter { $0.owner == owner }
            return own.isEmpty ? nil : (owner, own)
        }
    }
}

extension HistoryText {
    /// Who has to act, as a heading.
    func heading(_ owner: Owner) -> String {
        let name = CheckWording(wording: wording).owner(owner)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
