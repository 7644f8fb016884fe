internal import FoundationEssentials
internal import GRDB
internal import StorageModel

/// Writes one run, place by place.
struct Recorder {
    private let run: RecordedRun
    private var names = Names()
    private var changes: [Change] = []

    init(_ run: RecordedRun) { self.run = run }

    /// Writes the run.
    /// - Parameters:
    ///   - db: The database, in a transaction.
    ///   - followsLate: Whether a run that is earlier than the last of its vantage counts as the next one; it does when
    ///     a clock was set back, and not when it comes late from elsewhere.
    /// - Returns: What became of the run.
    /// - Throws: What the database reports.
    mutating func record(in db: Database, followsLate: Bool = true) throws -> RunReceipt {
        var receipt = RunReceipt(isNew: false, isEarlierThanLast: false, previousEnd: nil, changes: [])
        let key = run.key
        guard try Int64.fetchOne(db, sql: "SELECT id FROM run WHERE key = ?", arguments: [key]) == nil else {
            return receipt
        }
        let vantage: Int64 = try names.number(of: run.vantage, in: db)
        let last = try Int64.fetchOne(
            db, sql: "SELECT ended FROM run WHERE vantage = ? ORDER BY id DESC LIMIT 1", arguments: [vantage])
        receipt.isNew = true
        receipt.previousEnd = last.map { Moment(secondsSince1970: $0) }
        receipt.isEarlierThanLast = last.map { run.endedAt.secondsSince1970 < $0 } ?? false
        try db.execute(
            sql: "INSERT INTO run (vantage, network, begun, ended, key, mark) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                vantage, try names.number(of: run.network, in: db), run.begunAt.secondsSince1970,
                run.endedAt.secondsSince1970, key, receipt.isEarlierThanLast ? 1 : 0,
            ])
        let id = db.lastInsertedRowID
        let follows = followsLate || !receipt.isEarlierThanLast
        for result in run.results { try record(result, run: id, vantage: vantage, follows: follows, in: db) }
        if follows { try recordDependencies(run: id, vantage: vantage, in: db) }
        receipt.changes = changes
        return receipt
    }

    private mutating func record(
        _ result: RecordedResult, run id: Int64, vantage: Int64, follows: Bool, in db: Database
    ) throws {
        let seen = result.observation
        let target: Int64 = try names.number(of: seen.target, in: db)
        let cause = try names.number(of: seen.cause?.rawValue, in: db)
        let silence = try names.number(of: result.silence?.name, in: db)
        let state = StateBits(
            verdict: seen.verdict, silence: result.silence?.code ?? 0, hasLooks: !result.looks.isEmpty)
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO observation (run, target, state, cause, silence, after, steps, size, free)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let steps = PackedSteps.pack(seen.steps)
        try insert.execute(arguments: [
            id, target, state.code, cause, silence, result.at.seconds(since: run.begunAt),
            steps.isEmpty ? nil : Data(steps), seen.space.map { Int64(clamping: $0.size) },
            seen.space.map { Int64(clamping: $0.free) },
        ])
        for (number, look) in result.looks.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO look VALUES (?, ?, ?, ?, ?, ?)").execute(arguments: [
                id, target, number, look.at.secondsSince1970, look.verdict.code,
                try names.number(of: look.cause?.rawValue, in: db),
            ])
        }
        guard follows else { return }
        try follow(
            PlaceLook(
                name: seen.target, target: target, vantage: vantage, vantageName: run.vantage, run: id, at: result.at,
                state: state, cause: seen.cause, causeNumber: cause, silence: silence, space: seen.space,
                evidence: seen.firstEvidence, consequences: 0),
            in: db)
    }

    private mutating func follow(_ look: PlaceLook, in db: Database) throws {
        if let change = try look.follow(in: db) { changes.append(change) }
    }

    /// What several places depend on is followed like a place: it fails when they fail because of it, and it is well
    /// when a run from here does not say so.
    private mutating func recordDependencies(run id: Int64, vantage: Int64, in db: Database) throws {
        var failing: [String: (count: Int, cause: Cause?)] = [:]
        for result in run.results {
            guard case .consequence(let name) = result.silence else { continue }
            failing[name, default: (0, result.observation.cause)].count += 1
        }
        let own = Set(run.results.map(\.observation.target))
        // A place that was checked itself speaks for itself.
        for (name, (count, cause)) in failing.sorted(by: { $0.key < $1.key }) where !own.contains(name) {
            try follow(
                PlaceLook(
                    name: name, target: try names.number(of: name, in: db), vantage: vantage, vantageName: run.vantage,
                    run: id, at: run.endedAt, state: StateBits(verdict: .failed, isDependency: true), cause: cause,
                    causeNumber: try names.number(of: cause?.rawValue, in: db), silence: nil, space: nil,
                    evidence: nil, consequences: count),
                in: db)
        }
        guard run.results.contains(where: { $0.observation.verdict != .unknown && $0.silence == nil }) else { return }
        // Those that have been well for long are followed as well: how often something goes up and down is counted in looks.
        let before = try Row.fetchAll(
            db,
            sql: """
                SELECT place.target, name.text FROM place JOIN name ON name.id = place.target
                WHERE vantage = ? AND state IN (?, ?)
                """,
            arguments: [
                vantage, StateBits(verdict: .failed, isDependency: true).code,
                StateBits(verdict: .healthy, isDependency: true).code,
            ])
        for row in before where failing[row[1]] == nil {
            try follow(
                PlaceLook(
                    name: row[1], target: row[0], vantage: vantage, vantageName: run.vantage, run: id, at: run.endedAt,
                    state: StateBits(verdict: .healthy, isDependency: true), cause: nil, causeNumber: nil,
                    silence: nil, space: nil, evidence: nil, consequences: 0),
                in: db)
        }
    }
}

extension Observation {
    /// What was seen of the step that did not work, such as `tree: ntStatus NT_STATUS_ACCESS_DENIED`.
    var firstEvidence: String? {
        guard verdict != .healthy, let step = steps.first(where: { $0.state == .fail || $0.state == .warn }) else {
            return nil
        }
        let seen = step.evidence.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return seen.isEmpty ? step.stage.rawValue : "\(step.stage.rawValue): \(seen)"
    }
}
