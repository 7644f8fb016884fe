internal import CheckHistory
internal import HostFacts
internal import StorageModel

/// A file with runs of another vantage: a history, or the lines of `check --format jsonl`.
struct HistorySource {
    let path: String
    let inventory: Inventory

    private static let mostBytes = 1 << 30
    /// How far apart two results of one run may lie, in seconds.
    private static let longestPause: Int64 = 3_600

    /// The runs, the first one first.
    func runs() throws(CommandProblem) -> [RecordedRun] {
        do {
            let bytes = try StateFile.read(HostPath(argument: path), limit: Self.mostBytes)
            guard let bytes else {
                throw CommandProblem(
                    what: "there is no file '\(path.shownOnOneLine)'", why: "nothing is at this path",
                    next: "correct the path")
            }
            if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
                return try HistoryFile.openForReading(path).runs()
            }
            return try runs(ofLines: bytes)
        } catch let problem as CommandProblem {
            throw problem
        } catch let error as HistoryError {
            throw CommandProblem(error, status: .unusable)
        } catch let error as any ExplainedError {
            throw CommandProblem(error)
        } catch {
            throw CommandProblem(
                what: "'\(path.shownOnOneLine)' cannot be imported", why: "\(error)", next: "try again")
        }
    }

    private func runs(ofLines bytes: [UInt8]) throws(CommandProblem) -> [RecordedRun] {
        var runs: [RecordedRun] = []
        var current: [ObservationDocument] = []
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            let document = try? JSON.decode(ObservationDocument.self, from: Array(line))
            guard let document, document.schema == ObservationDocument.schemaName, let result = document.result else {
                throw CommandProblem(
                    what: "'\(path.shownOnOneLine)' cannot be imported",
                    why: "line \(number + 1) is neither a history nor a line of check --format jsonl",
                    next: "import what check --format jsonl printed, or the history.sqlite of another vantage")
            }
            if let last = current.last,
                last.vantage != document.vantage || current.contains(where: { $0.target == document.target })
                    || abs(result.at.seconds(since: last.result?.at ?? result.at)) > Self.longestPause
            {
                runs += run(current)
                current = []
            }
            current.append(document)
        }
        return runs + run(current)
    }

    private func run(_ documents: [ObservationDocument]) -> [RecordedRun] {
        let results = documents.compactMap(\.result)
        guard let first = documents.first, let begun = results.map(\.at).min(), let ended = results.map(\.at).max()
        else {
            return []
        }
        return [
            RecordedRun(
                vantage: first.vantage, network: first.network.map { NetworkID($0) }, begunAt: begun, endedAt: ended,
                results: results, inventory)
        ]
    }
}

extension ObservationDocument {
    /// What it tells, as it is recorded; nil when it tells something that this version does not know.
    fileprivate var result: RecordedResult? {
        guard let moment = Moment(rfc3339: at), let verdict = Verdict(rawValue: verdict) else { return nil }
        let steps = stages.compactMap { step -> Observation.Step? in
            guard let stage = Stage(rawValue: step.stage), let state = StageState(rawValue: step.state) else {
                return nil
            }
            return Observation.Step(
                stage: stage, state: state, duration: step.ms.map { .microseconds(Int64(($0 * 1_000).rounded())) },
                evidence: step.evidence.sorted { $0.key < $1.key }.map { Observation.Evidence($0.key, $0.value) })
        }
        let observation = Observation(
            target: target, verdict: verdict, cause: cause.flatMap { Cause(rawValue: $0) },
            alternatives: alternatives.compactMap { Cause(rawValue: $0) }, steps: steps,
            space: space.map { Observation.Space(size: $0.size, free: $0.free) })
        return RecordedResult(observation, at: moment)
    }
}
