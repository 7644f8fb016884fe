internal import FileScanning
internal import HostFacts
internal import ScanWire
internal import SensitiveContent
internal import StorageModel

/// Sums up the reports of a scan, in bounded memory however many files there are.
struct ScanTally {
    /// From this confidence on a finding counts for the level of data; below it, it is a hint.
    static let leastConfidence = Confidence.likely

    /// A tag with the files that it was found in.
    struct TagCount {
        var confidence: Confidence
        var files: Int
        /// The names of the first files.
        var first: [String]
    }

    /// How many files and reasons are kept by name.
    private static let mostNamed = 50

    private(set) var totals = ScanDocument.Totals()
    private(set) var tags: [TagID: TagCount] = [:]
    /// The findings that count, of the first files that have some.
    private(set) var findings: [ScanDocument.Finding] = []
    /// The first files that were not read, or not all of them.
    private(set) var unread: [(file: String, reason: String)] = []
    /// How many files have hints and nothing more.
    private(set) var filesWithHints = 0

    /// Whether there are pictures whose text was not read.
    private(set) var hasUnreadPictures = false

    /// Whether every file was read from its beginning to its end.
    var isComplete: Bool { totals.read == totals.files }

    /// Adds a file.
    mutating func add(_ report: FileReport) {
        totals.files += 1
        totals.bytes += report.size
        totals.bytesRead += min(report.bytesRead, report.size)
        switch report.state {
        case .read: totals.read += 1
        case .partial: totals.partial += 1
        case .unreadable: totals.unreadable += 1
        }
        if report.gaps.contains(where: { $0.reason == .pictures }) { hasUnreadPictures = true }
        let name = report.path.description
        if report.state != .read, unread.count < Self.mostNamed {
            unread.append((name, report.gaps.first.map(\.description) ?? ""))
        }
        let counting = report.findings.filter { $0.confidence >= Self.leastConfidence }
        if counting.isEmpty, !report.findings.isEmpty { filesWithHints += 1 }
        if !counting.isEmpty {
            totals.withFindings += 1
            // Hints speak of people only beside something that counts.
            totals.subjects += report.subjects
            if findings.count < Self.mostNamed { findings += counting.map { .init($0, in: name) } }
        }
        for tag in Set(counting.map(\.tag)) {
            let confidence = counting.lazy.filter { $0.tag == tag }.map(\.confidence).max() ?? Self.leastConfidence
            var count = tags[tag] ?? TagCount(confidence: confidence, files: 0, first: [])
            count.confidence = max(count.confidence, confidence)
            count.files += 1
            if count.first.count < Self.mostNamed { count.first.append(name) }
            tags[tag] = count
        }
    }

    /// The tags in a stable order, the most certain first.
    var rankedTags: [(id: TagID, count: TagCount)] {
        tags.map { (id: $0.key, count: $0.value) }.sorted { left, right in
            (right.count.confidence, right.count.files, left.id.text)
                < (left.count.confidence, left.count.files, right.id.text)
        }
    }
}
