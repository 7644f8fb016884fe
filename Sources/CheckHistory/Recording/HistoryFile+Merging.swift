internal import FoundationEssentials
internal import GRDB
internal import StorageModel

extension HistoryFile {
    /// What became of runs that were merged.
    public struct Merging: Hashable, Sendable {
        /// How many were new.
        public var new = 0
        /// How many were known already.
        public var known = 0
        /// How many of the new ones came late: before a run of the same vantage that was known; they are kept, and change
        /// nothing of what was told.
        public var late = 0

        /// Puts the numbers together.
        public init(new: Int = 0, known: Int = 0, late: Int = 0) {
            self.new = new
            self.known = known
            self.late = late
        }
    }

    /// Records runs of other vantages, the first one first; those that are known change nothing.
    public func merge(_ runs: [RecordedRun], retention: Retention = Retention()) throws(HistoryError) -> Merging {
        do {
            return try queue.write { db in
                var merging = Merging()
                for run in runs.sorted(by: { $0.endedAt < $1.endedAt }) {
                    var recorder = Recorder(run)
                    let receipt = try recorder.record(in: db, followsLate: false)
                    guard receipt.isNew else {
                        merging.known += 1
                        continue
                    }
                    merging.new += 1
                    if receipt.isEarlierThanLast { merging.late += 1 }
                }
                if let last = runs.map(\.endedAt).max() { try Pruning(retention, now: last).prune(db) }
                return merging
            }
        } catch {
            throw HistoryError(error, at: path, doing: "the runs could not be recorded in the history '\(path)'")
        }
    }

    /// Every run of which the observations are kept, the first one first, such as for another history.
    public func runs() throws(HistoryError) -> [RecordedRun] {
        try read { db in
            let names = try Names.all(db)
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, vantage, network, begun, ended FROM run WHERE mark < 2 ORDER BY id")
            return try rows.map { row in
                let begun = Moment(secondsSince1970: row[3])
                return RecordedRun(
                    vantage: names[row[1]] ?? "", network: (row[2] as Int64?).flatMap { names[$0] }, begunAt: begun,
                    endedAt: Moment(secondsSince1970: row[4]),
                    results: try Self.results(of: row[0], begun: begun, names, db))
            }
        }
    }

    private static func results(
        of run: Int64, begun: Moment, _ names: [Int64: String], _ db: Database
    ) throws -> [RecordedResult] {
        var looks: [Int64: [Look]] = [:]
        let lookRows = try Row.fetchAll(
            db, sql: "SELECT target, at, state, cause FROM look WHERE run = ? ORDER BY target, number", arguments: [run]
        )
        for row in lookRows {
            looks[row[0], default: []].append(
                Look(
                    at: Moment(secondsSince1970: row[1]), verdict: Verdict(code: row[2]) ?? .unknown,
                    cause: cause(row[3], names)))
        }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT target, state, cause, silence, after, steps, size, free FROM observation WHERE run = ?
                """, arguments: [run])
        return rows.map { row in
            let state = StateBits(code: row[1])
            let steps = (row[5] as Data?).flatMap { PackedSteps.unpack($0) } ?? []
            return RecordedResult(
                Observation(
                    target: names[row[0]] ?? "", verdict: state.verdict, cause: cause(row[2], names),
                    steps: steps.map { Observation.Step(stage: $0.stage, state: $0.state, duration: $0.duration) },
                    space: space(row[6], row[7])),
                at: begun.adding(seconds: row[4]), looks: looks[row[0]] ?? [],
                silence: Silence(code: state.silence, name: (row[3] as Int64?).flatMap { names[$0] }))
        }
    }
}
