internal import FileScanning
internal import HostFacts
internal import ScanWire
internal import SensitiveContent
internal import StorageModel

/// What a scan found, as it is printed and kept: schema `wheretoshare.scan/1`.
struct ScanDocument: Codable, Hashable {
    static let schemaName = "wheretoshare.scan/1"

    var schema = Self.schemaName
    var files: [File]
    var totals: Totals
    /// What the data contain, with the highest confidence of any file.
    var tags: [Tag]
    /// How many files and folders were left out because of their names.
    var leftOut: Int
    /// How many links were not followed.
    var links: Int
    /// Whether a signal ended it before all files had their turn.
    var interrupted: Bool
    /// How far the readers of the files were locked up: `full`, or `partial` or `none` and why; null when none was needed.
    @OrNull var sandbox: String? = nil

    /// One file.
    struct File: Codable, Hashable {
        var file: String
        var bytes: UInt64
        /// `read`, `partial` or `unreadable`.
        var state: String
        /// What it was taken for, such as `pdf`; null when it was not opened.
        @OrNull var kind: String? = nil
        var bytesRead: UInt64
        /// What was not read, and why.
        var gaps: [Gap]
        var findings: [Finding]
        /// About how many people it speaks of.
        var subjects: Int
        /// Well-known examples, which are not findings, by detector.
        var sampleValues: [String: Int]
        /// Whether an earlier run had looked into the same content.
        var fromCache: Bool
    }

    struct Gap: Codable, Hashable {
        var reason: String
        @OrNull var member: String? = nil
        @OrNull var detail: String? = nil
    }

    struct Finding: Codable, Hashable {
        var detector: String
        var tag: String
        var confidence: String
        var count: Int
        var distinct: Int
        var file: String
        var `where`: [Place]
        @OrNull var masked: String? = nil
    }

    struct Place: Codable, Hashable {
        @OrNull var member: String? = nil
        @OrNull var page: Int? = nil
        @OrNull var sheet: String? = nil
        var part: String
        var line: Int
        var offset: Int
    }

    struct Totals: Codable, Hashable {
        var files = 0
        var read = 0
        var partial = 0
        var unreadable = 0
        var withFindings = 0
        var bytes: UInt64 = 0
        var bytesRead: UInt64 = 0
        var subjects = 0
    }

    struct Tag: Codable, Hashable {
        var id: String
        var confidence: String
        var files: Int
    }
}

extension ScanDocument.File {
    init(_ report: FileReport) {
        let name = report.path.description
        self.init(
            file: name, bytes: report.size, state: report.state.rawValue, kind: report.kind,
            bytesRead: report.bytesRead,
            gaps: report.gaps.map { gap in
                .init(
                    reason: gap.reason.rawValue, member: gap.members.isEmpty ? nil : gap.members.joined(separator: "/"),
                    detail: gap.detail)
            },
            findings: report.findings.map { .init($0, in: name) }, subjects: report.subjects,
            sampleValues: Dictionary(uniqueKeysWithValues: report.sampleValues.map { ($0.key.text, $0.value) }),
            fromCache: report.isFromCache)
    }
}

extension ScanDocument.Finding {
    init(_ finding: SensitiveContent.Finding, in file: String) {
        self.init(
            detector: finding.detector.text, tag: finding.tag.text, confidence: finding.confidence.rawValue,
            count: finding.count, distinct: finding.distinct, file: file,
            where: finding.places.map { place in
                let members = place.passage.members
                return .init(
                    member: members.isEmpty ? nil : members.joined(separator: "/"), page: place.passage.page,
                    sheet: place.passage.sheet, part: place.passage.part.rawValue, line: place.line,
                    offset: place.offset)
            }, masked: finding.masked)
    }
}
