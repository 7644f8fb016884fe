internal import GRDB

/// The names of a history with their numbers, as far as they were needed.
struct Names {
    private var numbers: [String: Int64] = [:]

    /// The number of a name, which gets one when it has none.
    mutating func number(of text: String, in db: Database) throws -> Int64 {
        if let number = numbers[text] { return number }
        let known = try Int64.fetchOne(db, sql: "SELECT id FROM name WHERE text = ?", arguments: [text])
        if let known {
            numbers[text] = known
            return known
        }
        try db.execute(sql: "INSERT INTO name (text) VALUES (?)", arguments: [text])
        numbers[text] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    /// The number of a name; nil for nil.
    mutating func number(of text: String?, in db: Database) throws -> Int64? {
        guard let text else { return nil }
        return try number(of: text, in: db) as Int64
    }

    /// All names by their numbers.
    static func all(_ db: Database) throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM name")
        while let row = try rows.next() { names[row[0]] = row[1] }
        return names
    }
}
