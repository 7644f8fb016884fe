internal import StorageModel

/// A report, for programs: schema `wheretoshare.report/1`.
struct ReportDocument: Encodable {
    var schema = "wheretoshare.report/1"
    var at: String
    var since: String
    var subject: String
    var news: Bool
    var sections: [Section]
    var history: HistoryDocument

    struct Section: Encodable {
        var section: String
        var items: [Item]
    }

    struct Item: Encodable {
        var mark: String
        @OrNull var owner: String?
        var text: String
        @OrNull var next: String?
        var new: Bool
    }

    init(_ report: NightReport) {
        at = report.view.now.description
        since = report.since.description
        subject = report.subject
        news = report.hasNews
        sections = report.sections.map { section in
            Section(
                section: section.kind.rawValue,
                items: section.items.map {
                    Item(
                        mark: $0.mark.rawValue, owner: $0.owner?.rawValue, text: $0.text,
                        next: $0.next.isEmpty ? nil : $0.next, new: $0.isNew)
                })
        }
        history = HistoryDocument(report.view)
    }
}
