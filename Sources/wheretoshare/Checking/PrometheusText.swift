internal import Diagnosis
internal import StorageModel

/// The report in Prometheus' classic text format, as the textfile collector of the node exporter reads it.
///
/// No sample has a time of its own, because that collector refuses a file in which one has; labels take their values from
/// the inventory and from closed lists alone.
struct PrometheusText {
    private let report: CheckReport

    init(_ report: CheckReport) { self.report = report }

    var text: String {
        var families: [Family] = []
        families.append(
            Family("\(probe)_success", "Whether a step of the last check worked.") { entry, add in
                for step in entry.observation.steps where step.state != .notChecked {
                    add(step.stage.label, step.state == .fail ? 0 : 1)
                }
            })
        families.append(
            Family("\(probe)_not_checked", "Whether a step was not tried, because an earlier one failed.") {
                entry, add in
                for step in entry.observation.steps { add(step.stage.label, step.state == .notChecked ? 1 : 0) }
            })
        families.append(
            Family("\(probe)_stage_duration_seconds", "How long a step took.") { entry, add in
                for step in entry.observation.steps {
                    if let duration = step.duration { add(step.stage.label, duration.seconds) }
                }
            })
        families.append(
            Family("\(probe)_verdict", "1 for the verdict on the target, 0 for the others.") { entry, add in
                for verdict in Verdict.allCases {
                    add([("verdict", verdict.rawValue)], entry.observation.verdict == verdict ? 1 : 0)
                }
            })
        families.append(
            Family("\(probe)_cause_info", "What is wrong with a target, and who has to act.") { entry, add in
                guard let cause = entry.observation.cause else { return }
                add([("cause", cause.rawValue), ("owner", cause.owner.rawValue)], 1)
            })
        families.append(
            Family("wheretoshare_smb_server_info", "What an SMB server tells about itself.") { entry, add in
                guard let server = entry.observation.server else { return }
                add(
                    [
                        ("dialect", "\(server.dialect)"), ("signing", server.requiresSigning ? "required" : "optional"),
                        ("encryption", server.cipher ?? "none"), ("server_guid", "\(server.serverGUID)"),
                    ], 1)
            })
        families.append(
            Family("wheretoshare_smb_clock_skew_seconds", "How far the server's clock is ahead of ours.") {
                entry, add in
                if let skew = entry.observation.server?.clockSkewSeconds { add([], skew) }
            })
        families.append(
            Family("\(probe)_certificate_left_seconds", "How long the certificate is still good, in whole days.") {
                entry, add in
                let days = entry.observation.steps.flatMap(\.evidence).first { $0.name == "certificateDaysLeft" }
                guard let days = days.flatMap({ Double($0.value) }) else { return }
                add([], days * 86_400)
            })
        families.append(
            Family("\(storage)_size_bytes", "The size of the storage behind a share.") { entry, add in
                if let space = entry.observation.space { add([], Double(space.size)) }
            })
        families.append(
            Family("\(storage)_free_bytes", "What is free of it for the account that asked.") { entry, add in
                if let space = entry.observation.space { add([], Double(space.free)) }
            })
        // A second file of the same collector must not hold the same sample.
        let build =
            report.subject == .mounts
            ? ""
            : single(
                "wheretoshare_build_info", "The version of this program.", [("version", ProgramVersion.release)], 1)
        let run = [("vantage", report.vantage.name)]
        return families.map { $0.lines(report) }.joined()
            + single("\(runs)_success", "Whether the last run could check anything.", run, isRunUsable ? 1 : 0)
            + single("\(runs)_duration_seconds", "How long it took.", run, report.duration.seconds)
            + single(
                "\(runs)_timestamp_seconds", "When it ended, in seconds since 1970.", run,
                Double(report.endedAt.secondsSince1970)) + build
    }

    private var probe: String { report.subject == .mounts ? "wheretoshare_mount" : "wheretoshare_probe" }
    private var runs: String { report.subject == .mounts ? "wheretoshare_mounts_run" : "wheretoshare_run" }
    private var storage: String { report.subject == .mounts ? "wheretoshare_mount" : "wheretoshare_share" }

    private var isRunUsable: Bool { report.entries.isEmpty || report.count(.unknown) < report.entries.count }

    private func single(_ name: String, _ help: String, _ labels: Labels, _ value: Double) -> String {
        Family.head(name, help) + Family.line(name, labels, value)
    }
}

private typealias Labels = [(name: String, value: String)]

/// A metric with its samples.
private struct Family {
    let name: String
    let help: String
    let samples: (CheckReport.Entry, (Labels, Double) -> Void) -> Void

    init(_ name: String, _ help: String, _ samples: @escaping (CheckReport.Entry, (Labels, Double) -> Void) -> Void) {
        self.name = name
        self.help = help
        self.samples = samples
    }

    func lines(_ report: CheckReport) -> String {
        var lines = ""
        for entry in report.entries {
            let parts = entry.observation.target.split(separator: "/", maxSplits: 1)
            let isMount = report.subject == .mounts
            let place: Labels =
                isMount
                ? [("mountpoint", entry.observation.target), ("vantage", report.vantage.name)]
                : [
                    ("system", parts.first.map { String($0) } ?? ""),
                    ("share", parts.count > 1 ? String(parts[1]) : ""),
                    ("vantage", report.vantage.name),
                ]
            samples(entry) { labels, value in lines += Self.line(name, place + labels, value) }
        }
        return lines.isEmpty ? "" : Self.head(name, help) + lines
    }

    static func head(_ name: String, _ help: String) -> String {
        "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
    }

    static func line(_ name: String, _ labels: Labels, _ value: Double) -> String {
        let list = labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",")
        let number = value.rounded() == value && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
        return "\(name){\(list)} \(number)\n"
    }

    private static func escaped(_ text: String) -> String {
        text.map { letter in
            switch letter {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(letter)
            }
        }.joined()
    }
}

extension Stage {
    fileprivate var label: [(name: String, value: String)] { [("stage", rawValue)] }
}
