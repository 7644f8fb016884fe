internal import ArgumentParser
internal import Diagnosis
internal import HostFacts
internal import StorageModel

/// Brings a report to where it was asked for, in the form that was asked for, and ends the command with its status.
struct ReportPrinting {
    let report: CheckReport
    let words: CheckWording
    let format: CheckFormat

    /// Prints or writes the report.
    /// - Throws: The problem, if there is one; else the status of the report, unless all is well.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    func end(common: CommonOptions, terminal: TerminalFacts, result: ResultFile?, unless problem: CommandProblem? = nil)
        throws
    {
        let text = try text(
            width: common.width(terminal), isColored: result == nil && common.isColored(terminal),
            withSteps: common.verbose)
        if let result { try result.write(text) } else { try Output.result(text) }
        if let problem { throw problem }
        if format == .nagios {
            let status = NagiosText(report).status
            if status != 0 { throw ExitCode(status) }
        } else {
            try report.exitStatus.end()
        }
    }

    private func text(width: Int, isColored: Bool, withSteps: Bool) throws -> String {
        switch format {
        case .text: CheckText(report, words: words, width: width, isColored: isColored).text(withSteps: withSteps)
        case .json: try JSON.encode(report.entries.map(document))
        case .jsonl:
            try report.entries.map { try JSON.encodeOnOneLine(document($0)) }.joined(separator: "\n")
        case .nagios: NagiosText(report).text
        case .prometheus: PrometheusText(report).text
        case .junit: JUnitText(report, wording: words).text
        }
    }

    private func document(_ entry: CheckReport.Entry) -> ObservationDocument {
        let cause = entry.observation.cause
        return ObservationDocument(
            entry.observation, advice: cause.map { words.advice(on: $0).person }, seenFrom: report.vantage, at: entry.at
        )
    }
}
