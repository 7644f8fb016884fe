internal import GRDB
internal import StorageModel

extension HistoryFile {
    /// What a reader was told; nil when nothing was told yet.
    /// - Parameter reader: Who reads, such as the addresses that a report goes to.
    /// - Returns: The mark that was kept last.
    /// - Throws: `HistoryError` when the file cannot be read.
    public func mark(of reader: String) throws(HistoryError) -> ReaderMark? {
        try read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT id, change, at FROM reader WHERE name = ?", arguments: [reader])
            else { return nil }
            var mark = ReaderMark(change: row[1], at: Moment(secondsSince1970: row[2]))
            let conditions = try Row.fetchCursor(
                db, sql: "SELECT name, since FROM condition WHERE reader = ?", arguments: [row[0] as Int64])
            while let condition = try conditions.next() {
                mark.conditions[condition[0]] = Moment(secondsSince1970: condition[1])
            }
            return mark
        }
    }

    /// Keeps what a reader was told, in place of what was kept before.
    public func keep(_ mark: ReaderMark, of reader: String) throws(HistoryError) {
        do {
            try queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO reader (name, change, at) VALUES (?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET change = excluded.change, at = excluded.at
                        """, arguments: [reader, mark.change, mark.at.secondsSince1970])
                let id = try Int64.fetchOne(db, sql: "SELECT id FROM reader WHERE name = ?", arguments: [reader])
                try db.execute(sql: "DELETE FROM condition WHERE reader = ?", arguments: [id])
                for (name, since) in mark.conditions {
                    try db.execute(
                        sql: "INSERT INTO condition VALUES (?, ?, ?)", arguments: [id, name, since.secondsSince1970])
                }
            }
        } catch {
            throw HistoryError(error, at: path, doing: "what was told could not be kept in the history '\(path)'")
        }
    }

    /// What changed since a reader was told last, also when it was recorded late.
    /// - Parameter number: The number of the last change that was told.
    /// - Returns: The changes after it, and the number of the last one.
    /// - Throws: `HistoryError` when the file cannot be read.
    public func news(since number: Int64) throws(HistoryError) -> News {
        try read { db in
            News(
                changes: try Self.changes(db, "id > ? ORDER BY id", [number]),
                through: try Int64.fetchOne(db, sql: "SELECT max(id) FROM change") ?? 0)
        }
    }
}
