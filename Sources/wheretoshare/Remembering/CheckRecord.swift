internal import CheckHistory
internal import Diagnosis
internal import Glibc
internal import StorageModel

/// Puts a run into the history, and says what changed.
struct CheckRecord {
    let path: String
    let inventory: Inventory
    let wording: Wording
    let today: CalendarDate

    /// Records a run.
    /// - Returns: What kept it from being recorded; nil when it is.
    @inline(never)  // In a command that waits, the optimizer of Swift 6.3.1 crashes over it.
    func record(_ looked: CheckRun.Looked, begunAt begun: Moment) -> CommandProblem? {
        do throws(HistoryError) {
            let opening = try HistoryFile.openForRecording(path, today: today)
            if let aside = opening.movedAside {
                Output.remark("note: the history was damaged and is now '\(aside)'; a new one was begun at '\(path)'")
            }
            let run = RecordedRun(looked.report, begunAt: begun, looks: looked.looks, inventory)
            let policy = inventory.checks
            let retention = Retention(observationDays: policy.observationDays, summaryDays: policy.summaryDays)
            tell(try opening.history.record(run, retention: retention), run)
            return nil
        } catch {
            return CommandProblem(error)
        }
    }

    /// Says what people would otherwise learn from the next report.
    private func tell(_ receipt: RunReceipt, _ run: RecordedRun) {
        if receipt.isEarlierThanLast {
            Output.remark(
                "note: this run is earlier than the last one from '\(run.vantage)'; it is recorded and marked, and the "
                    + "clock of this computer should be looked at")
        } else if let last = receipt.previousEnd,
            run.begunAt.seconds(since: last) > Int64(inventory.checks.missingHours) * 3_600
        {
            Output.remark("note: no run from '\(run.vantage)' was recorded since \(last)")
        }
        let text = HistoryText(wording: wording)
        for change in receipt.changes { Output.remark("note: \(text.sentence(change))") }
    }
}

extension RecordedRun {
    /// A report as it is recorded, with what nobody is called for.
    init(_ report: CheckReport, begunAt begun: Moment, looks: [String: [Look]], _ inventory: Inventory) {
        self.init(
            vantage: report.vantage.name, network: report.vantage.network, begunAt: begun, endedAt: report.endedAt,
            results: report.entries.map { entry in
                RecordedResult(
                    entry.observation, at: entry.at, looks: looks[entry.observation.target] ?? [])
            }, inventory)
    }

    /// A run with what nobody is called for, by the inventory and by what the places depend on.
    init(
        vantage: String, network: NetworkID?, begunAt begun: Moment, endedAt: Moment, results: [RecordedResult],
        _ inventory: Inventory
    ) {
        let isOutside = NetworkDetection(inventory).isOutside(network)
        let silencing = Silencing(
            policy: inventory.checks,
            culprits: Dependencies(results.map(\.observation), isOutside: isOutside).culprits, network: network,
            secondsFromUTC: endedAt.localSecondsFromUTC)
        self.init(
            vantage: vantage, network: network?.text, begunAt: begun, endedAt: endedAt,
            results: results.map { result in
                var result = result
                result.silence = silencing.silence(of: result.observation, at: result.at)
                return result
            })
    }
}

extension Moment {
    /// By how many seconds the clocks of this computer's time zone are ahead of UTC then.
    var localSecondsFromUTC: Int {
        var seconds = time_t(secondsSince1970)
        var local = unsafe tm()
        unsafe localtime_r(&seconds, &local)
        return unsafe Int(local.tm_gmtoff)
    }

    /// The moment as people say it within a day: the time alone, with the day when it was not today.
    var recentLocal: String {
        let isToday = local.prefix(10) == Moment.now.local.prefix(10)
        return isToday ? localTime : local
    }

    /// The moment by this computer's time zone, such as `2026-11-25 02:31`.
    var local: String {
        let shifted = adding(seconds: Int64(localSecondsFromUTC))
        return "\(shifted.day) \(localTime)"
    }
}
