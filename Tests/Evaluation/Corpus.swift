import FoundationEssentials
import SensitiveContent
import StorageModel

/// Files, and how they are read.
enum Corpus {
    /// The files of a folder and of those in it, in order; a file itself.
    static func files(under path: String) -> [String] {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else { return [path] }
        return names.sorted().map { "\(path)/\($0)" }
    }

    /// The bytes of a file of text; nil for what is none, too long, or cannot be read.
    static func text(of file: String, most: Int) -> [UInt8]? {
        guard let type = try? FileManager.default.attributesOfItem(atPath: file),
            type[.type] as? FileAttributeType == .typeRegular, let data = try? Data(contentsOf: URL(filePath: file)),
            !data.isEmpty, data.count <= most, !data.prefix(8192).contains(0)
        else { return nil }
        return Array(data)
    }

    /// What is found in a text, and how long that took.
    static func scan(_ bytes: [UInt8], named file: String) -> (ContentSummary, Duration) {
        let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let suffix = name.split(separator: ".").dropFirst().last.map(String.init) ?? ""
        let form = form(bytes, suffix)
        let clock = ContinuousClock()
        let start = clock.now
        var scanner = ContentScanner(salt: 0)
        scanner.begin(Passage(form: form))
        scanner.read(bytes.span)
        scanner.end()
        let summary = scanner.finish()
        return (summary, start.duration(to: clock.now))
    }

    private static func form(_ bytes: [UInt8], _ suffix: String) -> Passage.Form {
        if programs.contains(suffix) || bytes.starts(with: "#!".utf8) { return .sourceCode }
        return separator(bytes, suffix).map { .table(separator: $0) } ?? .prose
    }

    private static let programs: Set = [
        "py", "pyx", "r", "c", "h", "cc", "cpp", "hpp", "java", "js", "ts", "swift", "m", "jl", "sh", "pl", "pm", "rb",
        "go",
        "rs", "php", "lua", "css", "toml",
    ]

    /// What the cells of a table end at: what stands equally often on nine of ten of its first lines.
    private static func separator(_ bytes: [UInt8], _ suffix: String) -> UInt8? {
        if ["tsv", "tab"].contains(suffix) { return 0x09 }
        let isNamed = suffix == "csv"
        let lines = bytes.prefix(16_384).split(separator: 0x0A).prefix(25)
        guard lines.count >= (isNamed ? 1 : 3) else { return nil }
        var best: (separator: UInt8, lines: Int)?
        for candidate: UInt8 in [0x09, 0x3B, 0x2C] {
            let counts = lines.map { outsideQuotes($0, candidate) }
            guard counts[0] >= (isNamed || candidate != 0x2C ? 1 : 2) else { continue }
            let same = counts.count { $0 == counts[0] }
            if same > best?.lines ?? 0 { best = (candidate, same) }
        }
        guard let best else { return isNamed ? 0x2C : nil }
        return isNamed || best.lines * 10 >= lines.count * 9 ? best.separator : nil
    }

    private static func outsideQuotes(_ line: ArraySlice<UInt8>, _ candidate: UInt8) -> Int {
        var count = 0
        var isQuoted = false
        for byte in line {
            if byte == 0x22 { isQuoted.toggle() } else if byte == candidate, !isQuoted { count += 1 }
        }
        return count
    }
}
