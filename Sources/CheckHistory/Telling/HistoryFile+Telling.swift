internal import FoundationEssentials
internal import GRDB
public import StorageModel

extension HistoryFile {
    /// How every place did when it was last looked at, from every vantage; in the order of places, then vantages.
    public func standings() throws(HistoryError) -> [Standing] {
        try read { db in
            let names = try Names.all(db)
            let networks = try Self.vantages(db, names).reduce(into: [:]) { $0[$1.vantage] = $1.network }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT place.target, place.vantage, place.at, place.state, place.cause, place.silence, place.worked,
                    place.size, place.free, place.phase, place.since, place.flags, spell.begun, spell.evidence
                    FROM place JOIN spell ON spell.id = place.spell
                    """)
            var all: [Standing] = []
            while let row = try rows.next() {
                guard let target = names[row[0]], let vantage = names[row[1]] else { continue }
                let state = StateBits(code: row[3])
                let phase: Int64 = row[9]
                let flags: Int64 = row[11]
                all.append(
                    Standing(
                        target: target, vantage: vantage, network: networks[vantage] ?? nil,
                        at: Moment(secondsSince1970: row[2]), verdict: state.verdict,
                        cause: Self.cause(row[4], names),
                        silence: Silence(code: state.silence, name: (row[5] as Int64?).flatMap { names[$0] }),
                        since: Moment(secondsSince1970: row[12]), evidence: row[13],
                        lastWorked: (row[6] as Int64?).map { Moment(secondsSince1970: $0) },
                        troubledSince: phase == 0
                            ? nil : (row[10] as Int64?).map { Moment(secondsSince1970: $0) },
                        isFlapping: flags & 2 != 0, space: Self.space(row[7], row[8]),
                        isDependency: state.isDependency))
            }
            return all.sorted { ($0.target, $0.vantage) < ($1.target, $1.vantage) }
        }
    }

    /// What changed after a moment, and not after another one, in the order in which it was seen.
    ///
    /// A change is told at the moment when it was seen. Reports that follow each other without a gap tell each change once.
    public func changes(after begin: Moment, through end: Moment) throws(HistoryError) -> [Change] {
        try read { db in
            try Self.changes(db, "at > ? AND at <= ? ORDER BY at, id", [begin.secondsSince1970, end.secondsSince1970])
        }
    }

    static func changes(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [Change] {
        let names = try Names.all(db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT target, vantage, at, kind, state, cause, previous_cause, previous_since, consequences
                FROM change WHERE \(condition)
                """, arguments: arguments)
        var all: [Change] = []
        while let row = try rows.next() {
            let state = StateBits(code: row[4])
            guard let target = names[row[0]], let vantage = names[row[1]], let kind = Change.Kind(code: row[3])
            else { continue }
            all.append(
                Change(
                    kind: kind, target: target, vantage: vantage, at: Moment(secondsSince1970: row[2]),
                    verdict: state.verdict, cause: cause(row[5], names), previousCause: cause(row[6], names),
                    previousSince: (row[7] as Int64?).map { Moment(secondsSince1970: $0) },
                    isOfDependency: state.isDependency, consequences: row[8]))
        }
        return all
    }

    /// When each vantage looked last, in the order of their names.
    public func vantages() throws(HistoryError) -> [VantageStanding] {
        try read { db in try Self.vantages(db, Names.all(db)) }
    }

    /// The spells of places that touch a time, in the order of places, vantages and time.
    /// - Parameters:
    ///   - begin: When the time begins.
    ///   - targets: The places; nil for all.
    /// - Returns: The spells; those of what places depend on are among them.
    /// - Throws: `HistoryError` when the file cannot be read.
    public func spells(since begin: Moment, of targets: Set<String>? = nil) throws(HistoryError) -> [Spell] {
        try read { db in
            let names = try Names.all(db)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT target, vantage, state, cause, silence, begun, ended, evidence FROM spell
                    WHERE ended IS NULL OR ended > ? ORDER BY target, vantage, id
                    """, arguments: [begin.secondsSince1970])
            var all: [Spell] = []
            while let row = try rows.next() {
                guard let target = names[row[0]], targets?.contains(target) ?? true, let vantage = names[row[1]] else {
                    continue
                }
                let state = StateBits(code: row[2])
                all.append(
                    Spell(
                        target: target, vantage: vantage, verdict: state.verdict, cause: Self.cause(row[3], names),
                        silence: Silence(code: state.silence, name: (row[4] as Int64?).flatMap { names[$0] }),
                        begun: Moment(secondsSince1970: row[5]),
                        ended: (row[6] as Int64?).map { Moment(secondsSince1970: $0) }, evidence: row[7],
                        isDependency: state.isDependency))
            }
            return all
        }
    }

    /// How much of a time every place could be used, from every vantage.
    /// - Parameters:
    ///   - begin: When the time begins.
    ///   - end: When it ends.
    ///   - targets: The places; nil for all.
    ///   - hours: After how many hours without a run nobody looked.
    /// - Returns: One for each place and vantage, in the order of places, then vantages.
    /// - Throws: `HistoryError` when the file cannot be read.
    public func availabilities(
        from begin: Moment, to end: Moment, of targets: Set<String>? = nil, gapHours hours: Int = 26
    ) throws(HistoryError) -> [Availability] {
        let spells = try spells(since: begin, of: targets)
        let gaps = try gaps(since: begin, hours: hours)
        let lastLooks = try lastLooks()
        var all: [Availability] = []
        var first = spells.startIndex
        while first < spells.endIndex {
            let one = spells[first]
            let last = spells[first...].firstIndex { $0.target != one.target || $0.vantage != one.vantage }
            let own = spells[first..<(last ?? spells.endIndex)]
            first = last ?? spells.endIndex
            guard !one.isDependency else { continue }
            let look = lastLooks[PlaceName(target: one.target, vantage: one.vantage)] ?? end
            if let one = Availability(own, from: begin, to: end, lastLook: look, gaps: gaps[one.vantage] ?? []) {
                all.append(one)
            }
        }
        return all.sorted { ($0.target, $0.vantage) < ($1.target, $1.vantage) }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(HistoryError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw HistoryError(error, at: path, doing: "the history '\(path)' cannot be read")
        }
    }

    static func vantages(_ db: Database, _ names: [Int64: String]) throws -> [VantageStanding] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT vantage, network, begun, ended, count FROM run
                JOIN (SELECT max(id) AS last, count(*) AS count FROM run GROUP BY vantage) ON id = last
                """)
        return rows.compactMap { row in
            guard let vantage = names[row[0]] else { return nil }
            return VantageStanding(
                vantage: vantage, network: (row[1] as Int64?).flatMap { names[$0] },
                begunAt: Moment(secondsSince1970: row[2]), endedAt: Moment(secondsSince1970: row[3]), runs: row[4])
        }.sorted { $0.vantage < $1.vantage }
    }

    static func cause(_ number: Int64?, _ names: [Int64: String]) -> Cause? {
        number.flatMap { names[$0] }.flatMap { Cause(rawValue: $0) }
    }

    static func space(_ size: Int64?, _ free: Int64?) -> Observation.Space? {
        guard let size, let free else { return nil }
        return Observation.Space(size: UInt64(clamping: size), free: UInt64(clamping: free))
    }

    /// When nobody looked from each vantage.
    private func gaps(since begin: Moment, hours: Int) throws(HistoryError) -> [String: [ClosedRange<Moment>]] {
        try read { db in
            let names = try Names.all(db)
            let rows = try Row.fetchCursor(
                db, sql: "SELECT vantage, ended FROM run WHERE ended > ? ORDER BY vantage, ended",
                arguments: [begin.secondsSince1970 - Int64(hours) * 3_600])
            var gaps: [String: [ClosedRange<Moment>]] = [:]
            var before: (vantage: Int64, end: Int64)?
            while let row = try rows.next() {
                let next: (vantage: Int64, end: Int64) = (row[0], row[1])
                if let before, before.vantage == next.vantage, next.end - before.end > Int64(hours) * 3_600,
                    let name = names[next.vantage]
                {
                    gaps[name, default: []].append(
                        Moment(secondsSince1970: before.end)...Moment(secondsSince1970: next.end))
                }
                before = next
            }
            return gaps
        }
    }

    private struct PlaceName: Hashable {
        var target: String
        var vantage: String
    }

    private func lastLooks() throws(HistoryError) -> [PlaceName: Moment] {
        try read { db in
            let names = try Names.all(db)
            var looks: [PlaceName: Moment] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT target, vantage, at FROM place")
            while let row = try rows.next() {
                guard let target = names[row[0]], let vantage = names[row[1]] else { continue }
                looks[PlaceName(target: target, vantage: vantage)] = Moment(secondsSince1970: row[2])
            }
            return looks
        }
    }
}
