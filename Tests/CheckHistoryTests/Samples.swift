import CheckHistory
import StorageModel
import TestKit

/// A moment so many days and seconds after the beginning of the tests' time.
func day(_ days: Int64, _ seconds: Int64 = 0) -> Moment {
    Moment(secondsSince1970: 1_793_500_200 + days * 86_400 + seconds)
}

/// A result of a place that is healthy, or fails with a cause.
func result(
    _ target: String, _ cause: Cause? = nil, verdict: Verdict? = nil, at moment: Moment, free: UInt64? = nil,
    milliseconds: Int64 = 20, silence: Silence? = nil, looks: [Look] = []
) -> RecordedResult {
    let isFailed = cause != nil
    let observation = Observation(
        target: target, verdict: verdict ?? (isFailed ? .failed : .healthy), cause: cause,
        steps: [
            Observation.Step(stage: .dns, state: .ok, duration: .milliseconds(2)),
            Observation.Step(
                stage: .tcp, state: isFailed ? .fail : .ok, duration: .milliseconds(milliseconds),
                evidence: isFailed ? [Observation.Evidence("address", "198.51.100.7")] : []),
        ],
        space: free.map { Observation.Space(size: 1_000_000_000_000, free: $0) })
    return RecordedResult(observation, at: moment, looks: looks, silence: silence)
}

/// A run from one vantage.
func run(_ moment: Moment, from vantage: String = "campus-1", _ results: [RecordedResult]) -> RecordedRun {
    RecordedRun(
        vantage: vantage, network: "campus", begunAt: moment, endedAt: moment.adding(seconds: 30), results: results)
}

/// A run in which each place fails with a cause or none.
func run(_ moment: Moment, from vantage: String = "campus-1", _ causes: [String: Cause?]) -> RecordedRun {
    run(moment, from: vantage, causes.sorted { $0.key < $1.key }.map { result($0.key, $0.value, at: moment) })
}

extension TemporaryFolder {
    /// A new history in the folder.
    func history(_ name: String = "history.sqlite") throws -> HistoryFile {
        try HistoryFile.openForRecording("\(path)/\(name)", today: day(0).day).history
    }
}
