/// How far a scan has come; it is handed over after each file.
public struct ScanProgress: Hashable, Sendable {
    /// How many files were looked into.
    public var files = 0
    /// How many bytes those have.
    public var bytes: UInt64 = 0
    /// How many of them were read in part.
    public var partial = 0
    /// How many of them could not be read.
    public var unreadable = 0
    /// How many files have findings.
    public var withFindings = 0
    /// How many were known from an earlier run.
    public var fromCache = 0

    /// The beginning.
    public init() {}

    /// Counts a file.
    mutating func count(_ report: FileReport) {
        files += 1
        bytes += report.size
        switch report.state {
        case .read: break
        case .partial: partial += 1
        case .unreadable: unreadable += 1
        }
        if !report.findings.isEmpty { withFindings += 1 }
        if report.isFromCache { fromCache += 1 }
    }
}
