internal import GRDB

extension HistoryFile {
    /// Records a run, with what changed by it, in one piece: all of it or nothing.
    ///
    /// A run that is known already changes nothing. One that is earlier than the last of the same place is kept and
    /// marked; what follows from it counts in the order of recording.
    /// - Returns: When the run is on the disk.
    public func record(_ run: RecordedRun, retention: Retention = Retention()) throws(HistoryError) -> RunReceipt {
        do {
            return try queue.writeWithoutTransaction { db in
                var receipt = RunReceipt(isNew: false, isEarlierThanLast: false, previousEnd: nil, changes: [])
                try db.inTransaction(.immediate) {
                    var recorder = Recorder(run)
                    receipt = try recorder.record(in: db)
                    if receipt.isNew { try Pruning(retention, now: run.endedAt).prune(db) }
                    return .commit
                }
                return receipt
            }
        } catch {
            throw HistoryError(error, at: path, doing: "the run could not be recorded in the history '\(path)'")
        }
    }
}
