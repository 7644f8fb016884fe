internal import FoundationEssentials
internal import GRDB
public import StorageModel

extension HistoryFile {
    /// How the free space of every place goes, from one look a week in the last 13 weeks; in the order of places.
    public func spaceTrends(at now: Moment) throws(HistoryError) -> [SpaceTrend] {
        try read { db in
            let names = try Names.all(db)
            var sizes: [Int64: UInt64] = [:]
            var points: [Int64: [SpaceTrend.Point]] = [:]
            for run in try sampledRuns(db, before: now, weeks: 13) {
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT target, after, size, free FROM observation WHERE run = ? AND free IS NOT NULL",
                    arguments: [run.id])
                while let row = try rows.next() {
                    let at = Moment(secondsSince1970: run.begun).adding(seconds: row[1])
                    // Several vantages tell the same.
                    if let last = points[row[0]]?.last, at.seconds(since: last.at) < 3 * 86_400 { continue }
                    sizes[row[0]] = UInt64(clamping: row[2] as Int64)
                    points[row[0], default: []].append(
                        SpaceTrend.Point(at: at, free: UInt64(clamping: row[3] as Int64)))
                }
            }
            // The last word is the last look.
            let last = try Row.fetchCursor(
                db, sql: "SELECT target, max(at), size, free FROM place WHERE free IS NOT NULL GROUP BY target")
            while let row = try last.next() {
                let at = Moment(secondsSince1970: row[1])
                if let known = points[row[0]]?.last, known.at >= at { continue }
                sizes[row[0]] = UInt64(clamping: row[2] as Int64)
                points[row[0], default: []].append(SpaceTrend.Point(at: at, free: UInt64(clamping: row[3] as Int64)))
            }
            return points.compactMap { target, points in
                guard let name = names[target], let size = sizes[target] else { return nil }
                return SpaceTrend(target: name, size: size, points: points)
            }.sorted { $0.target < $1.target }
        }
    }

    /// The places that take longer than they used to, from the last 24 runs of each vantage; the slowest first.
    public func slowDowns() throws(HistoryError) -> [SlowDown] {
        try read { db in
            let names = try Names.all(db)
            var all: [SlowDown] = []
            for vantage in try Int64.fetchAll(db, sql: "SELECT DISTINCT vantage FROM run") {
                var times: [Int64: [Duration]] = [:]
                let runs = try Int64.fetchAll(
                    db, sql: "SELECT id FROM run WHERE vantage = ? AND mark < 2 ORDER BY id DESC LIMIT 24",
                    arguments: [vantage])
                for run in runs.reversed() {
                    let rows = try Row.fetchCursor(
                        db, sql: "SELECT target, steps FROM observation WHERE run = ? AND state & 3 = 0",
                        arguments: [run])
                    while let row = try rows.next() {
                        guard let total = KeptStep.total(of: row[1]) else { continue }
                        times[row[0], default: []].append(total)
                    }
                }
                for (target, times) in times {
                    guard let name = names[target], let vantage = names[vantage] else { continue }
                    if let one = SlowDown(target: name, vantage: vantage, times: times) { all.append(one) }
                }
            }
            return all.sorted { ($1.factor, $0.target) < ($0.factor, $1.target) }
        }
    }

    /// How long looks at a place took from each vantage, and what became of them, the first one first.
    public func looks(at target: String, since begin: Moment) throws(HistoryError) -> [KeptObservation] {
        try read { db in
            let names = try Names.all(db)
            guard let number = names.first(where: { $0.value == target })?.key else { return [] }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT run.vantage, run.begun, o.state, o.cause, o.after, o.steps, o.size, o.free
                    FROM run JOIN observation AS o ON o.run = run.id AND o.target = ?
                    WHERE run.ended >= ? ORDER BY run.id
                    """, arguments: [number, begin.secondsSince1970])
            var all: [KeptObservation] = []
            while let row = try rows.next() {
                let state = StateBits(code: row[2])
                all.append(
                    KeptObservation(
                        vantage: names[row[0]] ?? "", at: Moment(secondsSince1970: row[1]).adding(seconds: row[4]),
                        verdict: state.verdict, cause: Self.cause(row[3], names), hadSeveralLooks: state.hasLooks,
                        steps: (row[5] as Data?).flatMap { PackedSteps.unpack($0) } ?? [],
                        space: Self.space(row[6], row[7])))
            }
            return all
        }
    }

    /// One run for each week and vantage, the first one first.
    private func sampledRuns(_ db: Database, before now: Moment, weeks: Int64) throws -> [(id: Int64, begun: Int64)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT max(id), begun FROM run WHERE ended > ? AND ended <= ? AND mark = 0
                GROUP BY vantage, (? - ended) / 604800 ORDER BY begun
                """,
            arguments: [
                now.secondsSince1970 - weeks * 604_800, now.secondsSince1970, now.secondsSince1970,
            ])
        return rows.map { ($0[0], $0[1]) }
    }
}
