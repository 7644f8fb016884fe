internal import FileScanning
internal import HostFacts
internal import ScanWire
internal import SensitiveContent
internal import StorageModel

/// Renders a scan for people: each file with something to say, then the sum.
struct ScanText {
    let words: ScanWording
    let width: Int
    let isColored: Bool
    /// Whether hints are shown that do not count by themselves.
    let showsHints: Bool
    /// Whether text was looked for in pictures.
    let readsPictures: Bool
    let paths: ShownPaths

    private var wording: Wording { words.wording }

    /// What there is to say of a file; nil when it was read and nothing counts in it.
    func file(_ report: FileReport) -> String? {
        let findings = report.findings.filter { showsHints || $0.confidence >= ScanTally.leastConfidence }
        guard !findings.isEmpty || report.state != .read else { return nil }
        var layout = TextLayout(width: width, labels: ["  "], isColored: isColored)
        layout.headline(paths.name(of: report.path))
        for finding in findings {
            let parts = [
                "\(words.confidence(finding.confidence)): \(words.name(finding.detector))",
                finding.count == 1 ? "" : wording(.scanTimes, wording.number(finding.count)),
                words.place(finding), finding.masked ?? "",
            ]
            layout.items("", [parts.filter { !$0.isEmpty }.joined(separator: " · ")], numbered: false)
        }
        let shown = report.gaps.prefix(3).map(words.gap)
        let rest = report.gapCount - shown.count
        let more = rest > 0 ? [wording(.moreNotShown, wording.number(rest))] : []
        let label = report.state == .unreadable ? wording(.scanNotRead) : wording(.scanPartlyRead)
        if report.state != .read {
            layout.items("", ["\(label): \((shown + more).joined(separator: "; "))"], numbered: false)
        }
        return layout.text
    }

    /// The sum of all.
    func sum(_ tally: ScanTally, sandbox: JailLevel?) -> String {
        var layout = TextLayout(width: width, labels: [], isColored: isColored)
        let totals = tally.totals
        layout.line("")
        layout.prose(found(tally))
        layout.prose(
            wording(
                totals.files == 1 ? .scanSumOne : .scanSum, wording.number(totals.files), wording.size(totals.bytes),
                wording.number(totals.read), wording.number(totals.partial), wording.number(totals.unreadable)))
        if tally.filesWithHints > 0, !showsHints {
            layout.prose(wording(.scanHints, wording.number(tally.filesWithHints)))
        }
        if tally.hasUnreadPictures, !readsPictures { layout.prose(wording(.scanPictures)) }
        layout.prose(wording(tally.isComplete ? .scanCaution : .scanCautionPartial))
        if let sandbox, !sandbox.isFull { layout.prose(wording(.scanSandbox, "\(sandbox)")) }
        return layout.text
    }

    /// What was found, tag by tag.
    func found(_ tally: ScanTally) -> String {
        guard !tally.tags.isEmpty else {
            let totals = tally.totals
            if totals.files == 0 { return wording(.scanNoFile) }
            return wording(totals.files == totals.unreadable ? .scanNothingRead : .scanNothing)
        }
        let parts = tally.rankedTags.map { id, count in
            wording(
                count.files == 1 ? .scanTagOne : .scanTag, words.tag(id), words.confidence(count.confidence),
                wording.number(count.files))
        }
        let subjects = tally.totals.subjects
        let people =
            subjects == 0
            ? "" : subjects == 1 ? wording(.scanSubjectsOne) : wording(.scanSubjects, wording.number(subjects))
        return wording(
            .scanFound, ([parts.joined(separator: ", ")] + [people]).filter { !$0.isEmpty }.joined(separator: "; "))
    }
}
