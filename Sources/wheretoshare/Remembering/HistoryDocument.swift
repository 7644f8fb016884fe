internal import CheckHistory
internal import StorageModel

/// What checks found over time, for programs: schema `wheretoshare.history/1`.
struct HistoryDocument: Encodable {
    var schema = "wheretoshare.history/1"
    var since: String
    var until: String
    var vantages: [Vantage]
    var changes: [ChangeEntry]
    var places: [Place]
    var differences: [Difference]
    var space: [Space]

    struct Vantage: Encodable {
        var name: String
        @OrNull var network: String?
        var lastRun: String
        var runs: Int
        var missing: Bool
    }

    struct ChangeEntry: Encodable {
        var change: String
        var target: String
        var vantage: String
        var at: String
        var verdict: String
        @OrNull var cause: String?
        @OrNull var previousCause: String?
        @OrNull var previousSince: String?
        var dependency: Bool
        var consequences: Int
    }

    struct Place: Encodable {
        var target: String
        var vantage: String
        var verdict: String
        @OrNull var cause: String?
        @OrNull var silence: String?
        @OrNull var silencedBy: String?
        var since: String
        var at: String
        @OrNull var lastWorked: String?
        @OrNull var troubledSince: String?
        @OrNull var evidence: String?
        var flapping: Bool
        var dependency: Bool
        @OrNull var availability: Double?
        var secondsUp: Int64
        var secondsDown: Int64
        var secondsByCause: [String: Int64]
        var outages: Int
        @OrNull var longestOutageSeconds: Int64?
        @OrNull var meanTimeToRepairSeconds: Int64?
        @OrNull var usualMs: Double?
        @OrNull var nowMs: Double?
    }

    struct Difference: Encodable {
        var target: String
        var works: [String]
        var fails: [String]
    }

    struct Space: Encodable {
        var target: String
        var size: UInt64
        var free: UInt64
        var bytesPerDay: Double
        @OrNull var fullOn: String?
    }

    init(_ view: HistoryView) {
        since = view.begin.description
        until = view.now.description
        let missing = Set(view.missing.map(\.vantage))
        vantages = view.vantages.map {
            Vantage(
                name: $0.vantage, network: $0.network, lastRun: $0.endedAt.description, runs: $0.runs,
                missing: missing.contains($0.vantage))
        }
        changes = view.changes.map {
            ChangeEntry(
                change: $0.kind.rawValue, target: $0.target, vantage: $0.vantage, at: $0.at.description,
                verdict: $0.verdict.rawValue, cause: $0.cause?.rawValue, previousCause: $0.previousCause?.rawValue,
                previousSince: $0.previousSince?.description, dependency: $0.isOfDependency,
                consequences: $0.consequences)
        }
        let availabilities = Dictionary(view.availabilities.map { (["\($0.target)", $0.vantage], $0) }) { first, _ in
            first
        }
        let slow = Dictionary(view.slowDowns.map { (["\($0.target)", $0.vantage], $0) }) { first, _ in first }
        places = view.standings.map { one in
            Place(one, availabilities[[one.target, one.vantage]], slow[[one.target, one.vantage]])
        }
        differences = view.differences.map {
            Difference(target: $0.target, works: $0.works.map(\.vantage), fails: $0.fails.map(\.vantage))
        }
        space = view.trends.map {
            Space(
                target: $0.target, size: $0.size, free: $0.free, bytesPerDay: $0.bytesPerDay.rounded(),
                fullOn: $0.fullOn?.description)
        }
    }
}

extension HistoryDocument.Place {
    init(_ one: Standing, _ known: Availability?, _ slow: SlowDown?) {
        let causes = known?.secondsByCause.map { ($0.key.rawValue, $0.value) } ?? []
        self.init(
            target: one.target, vantage: one.vantage, verdict: one.verdict.rawValue, cause: one.cause?.rawValue,
            silence: one.silence?.kind, silencedBy: one.silence?.name, since: one.since.description,
            at: one.at.description, lastWorked: one.lastWorked?.description,
            troubledSince: one.troubledSince?.description, evidence: one.evidence, flapping: one.isFlapping,
            dependency: one.isDependency, availability: known?.share, secondsUp: known?.secondsUp ?? 0,
            secondsDown: known?.secondsDown ?? 0, secondsByCause: Dictionary(uniqueKeysWithValues: causes),
            outages: known?.outages ?? 0, longestOutageSeconds: known?.longestOutage,
            meanTimeToRepairSeconds: known?.meanTimeToRepair, usualMs: slow?.usual.milliseconds,
            nowMs: slow?.now.milliseconds)
    }

    /// The place as a line of a table.
    var columns: [String] {
        [
            target, vantage, verdict, cause ?? "", silence ?? "", since, at, lastWorked ?? "",
            availability.map { "\($0)" } ?? "", "\(secondsUp)", "\(secondsDown)", "\(outages)",
            longestOutageSeconds.map { "\($0)" } ?? "", meanTimeToRepairSeconds.map { "\($0)" } ?? "",
        ]
    }
}

extension HistoryDocument {
    /// One line for each place and vantage, with a heading (RFC 4180).
    var table: String {
        let heading = [
            "target", "vantage", "verdict", "cause", "silence", "since", "at", "last_worked", "availability",
            "seconds_up", "seconds_down", "outages", "longest_outage_seconds", "mean_time_to_repair_seconds",
        ]
        return SpreadsheetText.table([heading] + places.map(\.columns))
    }
}

extension Silence {
    /// What kind of silence it is, for programs.
    var kind: String {
        switch self {
        case .consequence: "consequence"
        case .maintenance: "maintenance"
        case .expected: "expected"
        }
    }
}
