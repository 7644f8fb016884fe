public import HostFacts
public import ScanWire
public import SensitiveContent
public import StorageModel

/// What is known of one file after it was looked into.
public struct FileReport: Hashable, Sendable {
    /// The file, beginning with the path that was given.
    public var path: HostPath
    /// Its size in bytes.
    public var size: UInt64
    /// Whether it was read.
    public var state: FileState
    /// What it was taken for, such as `pdf`; nil when it was not opened.
    public var kind: String?
    /// How many of its bytes were read.
    public var bytesRead: UInt64
    /// How many bytes of text were in them.
    public var textBytes: UInt64
    /// What was not read and why, at most twenty.
    public var gaps: [CoverageGap]
    /// How many gaps there are.
    public var gapCount: Int
    /// What was found, the most certain first.
    public var findings: [Finding]
    /// What it contains, each with the highest confidence of its findings.
    public var tags: [TagID: Confidence]
    /// About how many people it speaks of.
    public var subjects: Int
    /// Well-known examples that are not counted as findings, by detector.
    public var sampleValues: [DetectorID: Int]
    /// Whether an earlier run had looked into the same content in the same way.
    public var isFromCache = false

    /// A file that was not opened.
    public init(path: HostPath, size: UInt64 = 0, unread reason: CoverageGap.Reason, detail: String? = nil) {
        self.init(path: path, size: size, gaps: [CoverageGap(reason, detail: detail)], findings: [], reading: nil)
    }

    /// A file that was opened, with what the worker told; `reading` is nil when it did not come to the end.
    init(path: HostPath, size: UInt64, gaps: [CoverageGap], findings: [Finding], reading: DocumentReading?) {
        self.path = path
        self.size = size
        self.gaps = gaps
        self.findings = findings
        kind = reading?.kind
        bytesRead = reading?.bytesRead ?? 0
        textBytes = reading?.textBytes ?? 0
        gapCount = max(gaps.count, reading?.gapCount ?? 0)
        tags = reading?.tags ?? [:]
        subjects = reading?.subjects ?? 0
        sampleValues = reading?.sampleValues ?? [:]
        state = gapCount == 0 ? .read : textBytes > 0 ? .partial : .unreadable
    }
}
