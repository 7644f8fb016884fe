internal import Diagnosis
internal import StorageModel

/// The report as a plugin of Nagios and Icinga prints it (Monitoring Plugins, Development Guidelines, sections 2 and 4).
///
/// UNKNOWN is for what could not be checked; a place that does not answer in time is CRITICAL.
struct NagiosText {
    private let report: CheckReport

    init(_ report: CheckReport) { self.report = report }

    /// The status that the program ends with.
    var status: Int32 {
        switch report.worst {
        case .healthy: 0
        case .degraded: 1
        case .failed: 2
        case .unknown: 3
        }
    }

    /// What a plugin prints that could not do its job: the first line that Nagios shows, which ends with status 3.
    static func unknown(_ why: String) -> String { "WHERETOSHARE UNKNOWN - \(why.withoutBars)\n" }

    /// Whether arguments ask for this form; they need not make sense otherwise.
    static func isAskedFor(by arguments: [String]) -> Bool {
        zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "nagios") }
            || arguments.contains("--format=nagios")
    }

    var text: String {
        let word = ["OK", "WARNING", "CRITICAL", "UNKNOWN"][Int(status)]
        let perfData = report.entries.count == 1 ? report.entries.flatMap(measures) : totals
        return "WHERETOSHARE \(word) - \(summary) | \(perfData.joined(separator: " "))\n"
            + (report.entries.count == 1 ? "" : details.map { $0 + "\n" }.joined())
    }

    private var summary: String {
        if report.entries.count == 1, let entry = report.entries.first { return line(entry) }
        let bad = report.entries.filter { $0.observation.verdict != .healthy }
        guard !bad.isEmpty else { return "\(report.entries.count) \(noun) are healthy" }
        let named = bad.prefix(3).map { "\($0.observation.target) \($0.observation.briefly)" }
        let more = bad.count > 3 ? ", and \(bad.count - 3) more" : ""
        return "\(bad.count) of \(report.entries.count) \(noun): \(named.joined(separator: ", "))\(more)".withoutBars
    }

    private var noun: String { report.subject == .mounts ? "mounts" : "places" }

    private var details: [String] {
        report.entries.filter { $0.observation.verdict != .healthy }.map(line)
    }

    private func line(_ entry: CheckReport.Entry) -> String {
        "\(entry.observation.target) \(entry.observation.briefly)".withoutBars
    }

    /// The times of the steps, the clock and the space of one target; labels are the steps' names.
    private func measures(_ entry: CheckReport.Entry) -> [String] {
        let observation = entry.observation
        let times = observation.steps.compactMap { step in
            step.duration.map { "'\(step.stage.rawValue)'=\(Self.decimal($0.seconds))s;;;0" }
        }
        let total = observation.steps.compactMap(\.duration).reduce(.zero, +)
        return ["'total'=\(Self.decimal(total.seconds))s;;;0"] + times
            + (observation.server?.clockSkewSeconds.map { ["'skew'=\(Self.decimal($0))s"] } ?? [])
            + (observation.space.map { ["'free'=\($0.free)B;;;0;\($0.size)"] } ?? [])
    }

    private var totals: [String] {
        let all = report.entries.count
        return Verdict.allCases.map { "'\($0.rawValue)'=\(report.count($0));;;0;\(all)" }
            + ["'time'=\(Self.decimal(report.duration.seconds))s;;;0"]
    }

    /// A number with six digits after the point: the format knows no exponents.
    private static func decimal(_ value: Double) -> String {
        let millionths = Int64((min(abs(value), 1e9) * 1_000_000).rounded())
        let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        return (value < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Observation {
    /// The verdict and the cause, in two words.
    var briefly: String {
        cause.map { "\(verdict.rawValue) (\($0.rawValue))" } ?? verdict.rawValue
    }
}

extension String {
    /// A bar would begin the figures.
    fileprivate var withoutBars: String { String(map { $0 == "|" ? "/" : $0 }).shownOnOneLine }
}
