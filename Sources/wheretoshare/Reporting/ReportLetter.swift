internal import StorageModel

/// A report as plain text: on a terminal, and as a letter.
struct ReportLetter {
    let report: NightReport
    var width = 76
    var isColored = false
    /// Where the whole page is to be found; nil when nowhere.
    var link: String?

    private var words: HistoryText { report.words }

    /// The text.
    var text: String {
        var layout = TextLayout(width: width, labels: ["–"], isColored: isColored)
        layout.headline(report.subject)
        layout.prose(
            words.wording.say(
                "\(report.view.now.local); new since \(report.since.local)",
                "\(report.view.now.local); neu seit \(report.since.local)"))
        for section in report.sections {
            layout.gap()
            layout.headline("\(report.title(section.kind).uppercased()) (\(section.items.count))")
            for (owner, items) in section.byOwner {
                if let owner { layout.prose("\(words.heading(owner)):") }
                for item in items.prefix(NightReport.mostItems) {
                    layout.paragraph(Self.sign(item.mark), item.text.shownOnOneLine)
                    layout.paragraph("", item.next)
                }
                let rest = items.count - NightReport.mostItems
                if rest > 0 {
                    layout.paragraph(
                        "",
                        words.wording.say(
                            "and \(rest) more: wheretoshare history", "und \(rest) weitere: wheretoshare history"))
                }
            }
        }
        if report.sections.isEmpty {
            layout.gap()
            layout.prose(
                words.wording.say(
                    "Nothing changed, and nothing is wrong.", "Nichts hat sich geändert, und nichts ist gestört."))
        }
        layout.gap()
        if let link {
            layout.place(link, named: words.wording.say("The whole report", "Der ganze Bericht"))
            layout.gap()
        }
        layout.footer(words.sum(of: report.view) + words.wording.say(" · the last 30 days", " · die letzten 30 Tage"))
        return layout.text
    }

    private static func sign(_ mark: NightReport.Item.Mark) -> String {
        switch mark {
        case .bad: "✗"
        case .warning: "!"
        case .good: "✓"
        case .unknown: "?"
        }
    }
}
