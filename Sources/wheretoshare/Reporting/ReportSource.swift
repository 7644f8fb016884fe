internal import CheckHistory
internal import StorageModel

/// Where a report comes from, and where it is kept what its readers were told.
struct ReportSource {
    let place: HistoryPlace
    let inventory: Inventory
    let words: HistoryText
    /// The day that was named; nil for what the reader was not told.
    let since: String?
    let vantage: String?
    let owners: Set<Owner>
    /// Who reads; nil when nobody is remembered.
    let reader: String?

    /// A report, with what is needed to show and to remember it.
    struct Reading {
        var report: NightReport
        var spells: [Spell]
        /// What the reader was told before.
        var mark: ReaderMark?
        /// The number of the last change.
        var through: Int64
    }

    /// Reads everything.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    func read(_ world: World, withSpells: Bool) throws -> Reading {
        let now = Moment.now
        let named = try since.map { day throws(CommandProblem) in
            try DayArgument.begin(of: day, default: -1, world.today)
        }
        let history = try reader == nil ? place.open(world) : openForRecording(world)
        try place.refuse(unknown: vantage, in: history)
        return try place.reading { () throws(HistoryError) in
            let view = try HistoryView(
                history, targets: nil, vantage: vantage, since: now.adding(seconds: -30 * 86_400), now: now,
                missingHours: inventory.checks.missingHours)
            var mark: ReaderMark?
            if let reader { mark = try history.mark(of: reader) }
            let all = try history.news(since: mark?.change ?? .max)
            let begin = named ?? mark?.at ?? now.adding(seconds: -86_400)
            let changes = try named == nil && mark != nil ? all.changes : history.changes(after: begin, through: now)
            let conditions = Condition.all(in: view, words)
            let known = named == nil ? mark : nil
            let report = NightReport(
                view: view, news: changes.filter { (vantage ?? $0.vantage) == $0.vantage }, conditions: conditions,
                fresh: Set(conditions.filter { !(known?.knows($0, at: now) ?? false) }), since: begin, owners: owners,
                institution: inventory.institution, words: words)
            return Reading(
                report: report, spells: withSpells ? try history.spells(since: view.begin) : [], mark: mark,
                through: all.through)
        }
    }

    /// Keeps that a report was told.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    func keep(_ reading: Reading, _ world: World) throws(CommandProblem) {
        guard let reader else { return }
        let history = try openForRecording(world)
        let mark = reading.mark ?? ReaderMark(change: 0, at: reading.report.since)
        try place.reading { () throws(HistoryError) in
            try history.keep(
                mark.following(
                    reading.report.conditions, change: reading.through, at: reading.report.view.now),
                of: reader)
        }
    }

    /// The history, when it can be remembered in it what was told.
    ///
    /// It is not begun: where nothing was recorded there is nothing to tell.
    private func openForRecording(_ world: World) throws(CommandProblem) -> HistoryFile {
        let known = try place.open(world)
        return try place.reading { () throws(HistoryError) in try known.forRecording() }
    }
}
