internal import FoundationEssentials
internal import GRDB
internal import StorageModel

/// Makes room: observations become summaries of their day, and what is too old goes.
struct Pruning {
    private let retention: Retention
    private let now: Moment
    /// How many runs become summaries at once, so that a shorter retention does not hold up one run.
    private static let mostRuns = 50

    init(_ retention: Retention, now: Moment) {
        self.retention = retention
        self.now = now
    }

    func prune(_ db: Database) throws {
        // A clock that is far ahead for once must not cost the history: at most as much goes as is older than the last
        // run before it says, too.
        let ends = try Int64.fetchAll(db, sql: "SELECT ended FROM run ORDER BY id DESC LIMIT 10")
        let today = min(now, Moment(secondsSince1970: ends.min() ?? now.secondsSince1970))
        let oldest = today.adding(seconds: -Int64(retention.observationDays) * 86_400)
        let runs = try Row.fetchAll(
            db,
            sql: """
                SELECT id, vantage, begun FROM run WHERE ended < ? AND mark < 2 ORDER BY id LIMIT ?
                """, arguments: [oldest.secondsSince1970, Self.mostRuns])
        for run in runs {
            try summarize(run: run["id"], vantage: run["vantage"], day: Moment(secondsSince1970: run["begun"]).day, db)
        }
        let end = today.adding(seconds: -Int64(retention.summaryDays) * 86_400).secondsSince1970
        try db.execute(
            sql: "DELETE FROM day WHERE day < ?", arguments: [Moment(secondsSince1970: end).day.daysSince1970])
        try db.execute(sql: "DELETE FROM spell WHERE ended < ?", arguments: [end])
        // The last change stays, so that no number is given twice: readers are told what comes after one.
        try db.execute(
            sql: "DELETE FROM change WHERE at < ? AND id < (SELECT max(id) FROM change)", arguments: [end])
        try db.execute(sql: "DELETE FROM run WHERE ended < ? AND mark >= 2", arguments: [end])
    }

    private func summarize(run: Int64, vantage: Int64, day: CalendarDate, _ db: Database) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT target, state, steps, size, free FROM observation WHERE run = ?", arguments: [run])
        let upsert = try db.cachedStatement(
            sql: """
                INSERT INTO day VALUES (?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET looks = looks + 1,
                failed = failed + excluded.failed,
                tenths = CASE WHEN excluded.tenths IS NULL THEN tenths WHEN tenths IS NULL THEN excluded.tenths
                ELSE (tenths * looks + excluded.tenths) / (looks + 1) END,
                size = coalesce(excluded.size, size), free = coalesce(excluded.free, free)
                """)
        for row in rows {
            let verdict = StateBits(code: row["state"]).verdict
            let total = verdict == .healthy ? KeptStep.total(of: row["steps"]) : nil
            try upsert.execute(arguments: [
                day.daysSince1970, row["target"] as Int64, vantage, verdict == .failed ? 1 : 0,
                total.map { Int64($0 / .microseconds(100)) }, row["size"] as Int64?, row["free"] as Int64?,
            ])
        }
        try db.execute(sql: "DELETE FROM observation WHERE run = ?", arguments: [run])
        try db.execute(sql: "DELETE FROM look WHERE run = ?", arguments: [run])
        try db.execute(sql: "UPDATE run SET mark = mark | 2 WHERE id = ?", arguments: [run])
    }
}

extension KeptStep {
    /// How long all steps took together; nil when no time is known.
    static func total(of bytes: Data?) -> Duration? {
        guard let steps = bytes.flatMap({ PackedSteps.unpack($0) }) else { return nil }
        let times = steps.compactMap(\.duration)
        return times.isEmpty ? nil : times.reduce(.zero, +)
    }
}
