internal import GRDB
internal import StorageModel

/// One look at one place, on its way into what is known of the place.
struct PlaceLook {
    var name: String
    var target: Int64
    var vantage: Int64
    var vantageName: String
    var run: Int64
    var at: Moment
    var state: StateBits
    var cause: Cause?
    var causeNumber: Int64?
    var silence: Int64?
    var space: Observation.Space?
    var evidence: String?
    var consequences: Int

    /// What changed by it, if anything that people are told.
    func follow(in db: Database) throws -> Change? {
        let before = try db.cachedStatement(sql: "SELECT * FROM place WHERE target = ? AND vantage = ?")
        let known = try Row.fetchOne(before, arguments: [target, vantage])
        var place = PlaceState()
        if let known { place = try PlaceState(known, in: db) }
        let turn = place.take(
            state.verdict, cause, isSilenced: state.silence != 0, at: at)
        let spell = try spell(after: known, in: db)
        let causeOfPhase = place.cause == cause ? causeNumber : try number(of: place.cause, in: db)
        let lastWorked: Int64? =
            state.verdict == .healthy || state.verdict == .degraded
            ? at.secondsSince1970 : known.flatMap { $0["worked"] }
        let upsert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try upsert.execute(arguments: [
            target, vantage, spell, run, at.secondsSince1970, StateBits.withoutLooks(state).code, causeNumber, silence,
            lastWorked, space.map { Int64(clamping: $0.size) } ?? known.flatMap { $0["size"] },
            space.map { Int64(clamping: $0.free) } ?? known.flatMap { $0["free"] }, place.phase.rawValue,
            place.since?.secondsSince1970, causeOfPhase, place.flags, Int64(place.turns),
        ])
        guard let turn else { return nil }
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO change (run, target, vantage, at, kind, state, cause, previous_cause, previous_since,
                consequences) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            run, target, vantage, at.secondsSince1970, turn.kind.code, StateBits.withoutLooks(state).code, causeNumber,
            try number(of: turn.previousCause, in: db), turn.previousSince?.secondsSince1970, consequences,
        ])
        return Change(
            kind: turn.kind, target: name, vantage: vantageName, at: at, verdict: state.verdict, cause: cause,
            previousCause: turn.previousCause, previousSince: turn.previousSince,
            isOfDependency: state.isDependency, consequences: consequences)
    }

    /// The spell that the look belongs to: the one before it, when nothing is different, or a new one.
    private func spell(after known: Row?, in db: Database) throws -> Int64 {
        let code = StateBits.withoutLooks(state).code
        if let known {
            let sameCause = known["cause"] as Int64? == causeNumber
            if known["state"] as Int64 == code, sameCause, known["silence"] as Int64? == silence {
                return known["spell"]
            }
            try db.cachedStatement(sql: "UPDATE spell SET ended = ? WHERE id = ?")
                .execute(arguments: [at.secondsSince1970, known["spell"] as Int64])
        }
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO spell (target, vantage, state, cause, silence, begun, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            target, vantage, code, causeNumber, silence, at.secondsSince1970, evidence,
        ])
        return db.lastInsertedRowID
    }

    private func number(of cause: Cause?, in db: Database) throws -> Int64? {
        guard let cause else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT id FROM name WHERE text = ?")
        return try Int64.fetchOne(statement, arguments: [cause.rawValue])
    }
}

extension StateBits {
    /// The same, whether one or several looks were taken.
    static func withoutLooks(_ state: StateBits) -> StateBits {
        var state = state
        state.hasLooks = false
        return state
    }
}

extension PlaceState {
    /// What is known of a place, from its row.
    init(_ row: Row, in db: Database) throws {
        phase = Phase(rawValue: row["phase"]) ?? .up
        since = (row["since"] as Int64?).map { Moment(secondsSince1970: $0) }
        if let number = row["known"] as Int64? {
            let statement = try db.cachedStatement(sql: "SELECT text FROM name WHERE id = ?")
            cause = try String.fetchOne(statement, arguments: [number]).flatMap { Cause(rawValue: $0) }
        }
        let flags: Int64 = row["flags"]
        isUnchecked = flags & 1 != 0
        isFlapping = flags & 2 != 0
        wasUsable = flags & 4 != 0
        isKnown = flags & 8 != 0
        turns = UInt32(truncatingIfNeeded: row["turns"] as Int64)
    }

    /// What is true or false of the place, in one number.
    var flags: Int64 {
        (isUnchecked ? 1 : 0) | (isFlapping ? 2 : 0) | (wasUsable ? 4 : 0) | (isKnown ? 8 : 0)
    }
}
