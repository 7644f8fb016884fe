internal import CheckHistory
internal import StorageModel

/// Everything that `history` tells, read at once.
struct HistoryView {
    /// The places that were asked for; nil for all.
    let targets: Set<String>?
    /// The vantage that was asked for; nil for all.
    let vantage: String?
    let begin: Moment
    let now: Moment
    var vantages: [VantageStanding]
    var changes: [Change]
    var standings: [Standing]
    var availabilities: [Availability]
    var spells: [Spell]
    var trends: [SpaceTrend]
    var slowDowns: [SlowDown]
    let missingHours: Int

    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    init(
        _ history: HistoryFile, targets: Set<String>?, vantage: String?, since begin: Moment, now: Moment,
        missingHours: Int
    ) throws(HistoryError) {
        self.targets = targets
        self.vantage = vantage
        self.begin = begin
        self.now = now
        self.missingHours = missingHours
        func isWanted(_ target: String, _ from: String) -> Bool {
            (targets?.contains(target) ?? true) && (vantage ?? from) == from
        }
        vantages = try history.vantages().filter { (vantage ?? $0.vantage) == $0.vantage }
        changes = try history.changes(after: begin.adding(seconds: -1), through: now)
            .filter { isWanted($0.target, $0.vantage) }
        standings = try history.standings().filter { isWanted($0.target, $0.vantage) }
        availabilities = try history.availabilities(from: begin, to: now, of: targets, gapHours: missingHours)
            .filter { isWanted($0.target, $0.vantage) }
        spells =
            targets == nil
            ? [] : try history.spells(since: begin, of: targets).filter { isWanted($0.target, $0.vantage) }
        trends = try history.spaceTrends(at: now).filter { targets?.contains($0.target) ?? true }
        slowDowns = try history.slowDowns().filter { isWanted($0.target, $0.vantage) }
    }

    /// Vantages from which a run is missing.
    var missing: [VantageStanding] { vantages.filter { $0.isMissing(at: now, after: missingHours) } }

    /// Places that work from some vantages and not from others.
    var differences: [ViewDifference] { ViewDifference.all(in: standings, withinHours: missingHours) }

    /// Places that run full within three months, the first one first.
    var runningFull: [SpaceTrend] {
        let last = now.day.adding(days: 92)
        return trends.filter { $0.fullOn.map { $0 <= last } ?? false }.sorted {
            ($0.fullOn ?? last) < ($1.fullOn ?? last)
        }
    }

    /// The status that the program ends with: 1 when something is wrong now, or a run is missing.
    var exitStatus: ExitStatus {
        let isWrong = standings.contains { $0.silence == nil && ($0.verdict == .failed || $0.verdict == .degraded) }
        return isWrong || !missing.isEmpty ? .problem : .well
    }
}
