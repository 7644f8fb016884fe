import ArgumentParser
import FoundationEssentials
import SensitiveContent
import StorageModel

/// Reads files as text and prints what was found in how many of them.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract:
            "Read files, and print findings by detector and confidence, files with a likely or certain one, and speed.",
        discussion: """
            Files that hold a zero byte are left out, as is what is longer than --most bytes. What a file of no person \
            holds is a false finding: look at each with --hits.
            """)

    @Argument(help: ArgumentHelp("Files and folders; each is a row of the table.", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("Read the names of files from this one, one per line.", valueName: "file"))
    var list: String?

    @Flag(help: "Print each finding that is at least likely, masked, with its place.")
    var hits = false

    @Flag(help: "Print a line of JSON per file instead.")
    var json = false

    @Option(help: ArgumentHelp("Leave out what is longer.", valueName: "bytes"))
    var most = 64 << 20

    func run() throws {
        var corpora: [(name: String, files: [String])] = []
        for path in paths { corpora.append((path, Corpus.files(under: path))) }
        if let list {
            let names = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map(String.init)
            corpora.append((list, names))
        }
        var total = Count()
        var findings: [Key: (files: Int, findings: Int)] = [:]
        if !json { print("files  text  MB  s  MB/s  likely  certain  corpus") }
        for (name, files) in corpora {
            var count = Count()
            for file in files {
                count.files += 1
                guard let bytes = Corpus.text(of: file, most: most) else { continue }
                let (summary, time) = Corpus.scan(bytes, named: file)
                count.add(summary, bytes: bytes.count, time: time)
                for finding in summary.findings {
                    let key = Key(detector: finding.detector.text, confidence: finding.confidence)
                    findings[key, default: (0, 0)].files += 1
                    findings[key, default: (0, 0)].findings += finding.count
                    if hits, finding.confidence >= .likely { print("\(file):\(describe(finding))") }
                }
                if json { print(line(file, summary)) }
            }
            if !json { print("\(count.row)  \(name)") }
            total.add(count)
        }
        guard !json else { return }
        print("\(total.row)  all")
        print("\nfiles  findings  confidence  detector")
        for (key, value) in findings.sorted(by: { $0.key < $1.key }) {
            print("\(value.files)  \(value.findings)  \(key.confidence.rawValue)  \(key.detector)")
        }
    }

    private func describe(_ finding: Finding) -> String {
        let place = finding.places.first
        return "\(place?.line ?? 0): \(finding.confidence.rawValue) \(finding.detector) ×\(finding.count)"
            + (finding.masked.map { " \($0)" } ?? "")
    }

    private func line(_ file: String, _ summary: ContentSummary) -> String {
        let parts = summary.findings.map { finding in
            let places = finding.places.map { "\($0.offset)" }.joined(separator: ",")
            return "{\"detector\":\"\(finding.detector)\",\"confidence\":\"\(finding.confidence.rawValue)\","
                + "\"count\":\(finding.count),\"offsets\":[\(places)]}"
        }
        let name = file.split(separator: "/").last ?? ""
        return "{\"file\":\"\(name)\",\"findings\":[\(parts.joined(separator: ","))]}"
    }
}

/// A detector and a confidence, in the order of the table.
private struct Key: Hashable, Comparable {
    var detector: String
    var confidence: Confidence

    static func < (left: Key, right: Key) -> Bool {
        left.confidence != right.confidence ? left.confidence > right.confidence : left.detector < right.detector
    }
}

/// What a corpus came to.
private struct Count {
    var files = 0
    private var texts = 0
    private var bytes = 0
    private var time = Duration.zero
    private var likely = 0
    private var certain = 0

    mutating func add(_ summary: ContentSummary, bytes: Int, time: Duration) {
        texts += 1
        self.bytes += bytes
        self.time += time
        let most = summary.findings.map(\.confidence).max()
        if let most, most >= .likely { likely += 1 }
        if most == .certain { certain += 1 }
    }

    mutating func add(_ other: Count) {
        files += other.files
        texts += other.texts
        bytes += other.bytes
        time += other.time
        likely += other.likely
        certain += other.certain
    }

    var row: String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let megabytes = Double(bytes) / 1e6
        return
            "\(files)  \(texts)  \(tenths(megabytes))  \(tenths(seconds))  \(tenths(megabytes / max(seconds, 1e-9)))  "
            + "\(share(likely))  \(share(certain))"
    }

    private func share(_ part: Int) -> String {
        let hundredths = Int((Double(part) * 10_000 / Double(max(texts, 1))).rounded())
        return "\(part) (\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %)"
    }

    private func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
