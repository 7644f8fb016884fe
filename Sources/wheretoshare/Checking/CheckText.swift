internal import Diagnosis
internal import StorageModel

/// The report as people read it: what is not healthy first, with what to do, then the rest in a line each.
struct CheckText {
    private let report: CheckReport
    private let words: CheckWording
    private let width: Int
    private let isColored: Bool

    init(_ report: CheckReport, words: CheckWording, width: Int, isColored: Bool) {
        self.report = report
        self.words = words
        self.width = width
        self.isColored = isColored
    }

    /// Targets with one and the same thing wrong are told of together.
    private struct Trouble: Hashable {
        var verdict: Verdict
        var account: CheckWording.Account
        var cause: Cause?
        var system: SystemID?
        /// Whether it is where this computer is, which is told first.
        var needsVPN: Bool
    }

    /// The text; with every step of every target when it is asked for.
    func text(withSteps: Bool) -> String {
        let labels = [words.wording(.labelWhy), words.wording(.checkLabelNext), words.wording(.checkLabelWho)]
        var layout = TextLayout(width: width, labels: labels, isColored: isColored)
        for (trouble, entries) in troubles {
            layout.gap()
            let names = entries.map(\.observation.target).joined(separator: ", ")
            layout.headline("\(mark(trouble.verdict)) \(names): \(words.verdict(trouble.verdict))")
            layout.block(trouble.account.title + (trouble.cause.map { " (\($0.rawValue))" } ?? ""))
            layout.paragraph(labels[0], trouble.account.why)
            layout.paragraph(labels[1], trouble.account.next)
            layout.paragraph(labels[2], trouble.account.who)
            if withSteps { addSteps(of: entries, to: &layout) }
        }
        layout.gap()
        let healthy = report.entries.filter { $0.observation.verdict == .healthy }
        let nameWidth = min(40, healthy.map(\.observation.target.count).max() ?? 0)
        for entry in healthy {
            let name = entry.observation.target
            let padding = String(repeating: " ", count: max(0, nameWidth - name.count))
            layout.line("\(mark(.healthy)) \(name)\(padding)  \(praise(entry.observation))")
            if withSteps { addSteps(of: [entry], to: &layout) }
        }
        layout.gap()
        layout.footer(sum)
        return layout.text
    }

    private var troubles: [(Trouble, [CheckReport.Entry])] {
        var order: [Trouble] = []
        var entries: [Trouble: [CheckReport.Entry]] = [:]
        for entry in report.entries where entry.observation.verdict != .healthy {
            let trouble = Trouble(
                verdict: entry.observation.verdict, account: words.account(of: entry),
                cause: entry.needsVPN == nil ? entry.observation.cause : .vpnDown,
                system: entry.needsVPN == nil ? entry.system : nil, needsVPN: entry.needsVPN != nil)
            if entries[trouble] == nil { order.append(trouble) }
            entries[trouble, default: []].append(entry)
        }
        let ranks: [Verdict] = [.failed, .degraded, .unknown]
        let ordered =
            order.filter(\.needsVPN)
            + ranks.flatMap { rank in
                order.filter { $0.verdict == rank && !$0.needsVPN }
            }
        return ordered.map { ($0, entries[$0] ?? []) }
    }

    private func addSteps(of entries: [CheckReport.Entry], to layout: inout TextLayout) {
        for entry in entries {
            for step in entry.observation.steps {
                let sign = ["ok": "✓", "warn": "!", "fail": "✗"][step.state.rawValue] ?? "·"
                let time = step.duration.map { " \(milliseconds($0))" } ?? ""
                let seen = step.evidence.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
                layout.paragraph("", "\(sign) \(words.stage(step.stage))\(time)\(seen.isEmpty ? "" : ": \(seen)")")
            }
        }
    }

    /// What there is to say about a healthy target.
    private func praise(_ observation: Observation) -> String {
        let total = observation.steps.compactMap(\.duration).reduce(.zero, +)
        let source = observation.steps.first?.evidence.first { $0.name == "source" }?.value
        let last = observation.steps.last { $0.state == .ok || $0.state == .warn }?.stage
        let parts = [
            milliseconds(total), observation.server.map { "SMB \($0.dialect)" },
            observation.isEncrypted == true ? words.wording(.checkEncrypted) : nil,
            observation.space.map { words.wording(.checkFree, words.wording.size($0.free)) },
            report.subject == .mounts ? source : last.map { words.wording(.checkAsFarAs, words.stage($0)) },
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func milliseconds(_ duration: Duration) -> String {
        let value = duration.seconds * 1_000
        return value < 10 ? "\(tenths(value)) ms" : "\(words.wording.number(Int(value.rounded()))) ms"
    }

    private func tenths(_ value: Double) -> String { words.wording.tenths(value) }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .healthy: "✓"
        case .degraded: "!"
        case .failed: "✗"
        case .unknown: "?"
        }
    }

    private var sum: String {
        let counts = Verdict.allCases.filter { report.count($0) > 0 }.map { words.count(report.count($0), $0) }
        let seconds = "\(tenths(report.duration.seconds)) s"
        let vantage = report.vantage.name.shownOnOneLine
        let verdicts = counts.joined(separator: ", ")
        if report.subject == .mounts {
            switch report.entries.count {
            case 0: return words.wording(.mountsNone, vantage)
            case 1: return words.wording(.mountsSumOne, verdicts, vantage, seconds)
            default:
                return words.wording(
                    .mountsSum, words.wording.number(report.entries.count), verdicts, vantage, seconds)
            }
        }
        if report.entries.count == 1 { return words.wording(.checkSumOne, verdicts, vantage, seconds) }
        return words.wording(
            .checkSum, words.wording.number(report.entries.count), verdicts, vantage, seconds)
    }
}
