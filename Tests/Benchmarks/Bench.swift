import Foundation

/// Prints how long whole runs of the program take, beside a baseline measured in the same run.
///
/// Numbers of one machine say little; the ratios say more. Nothing here passes or fails.
@main
struct Bench {
    /// What can be measured.
    private enum Subject: String, CaseIterable {
        case answers, checks, history, scans
    }

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let named = arguments.compactMap(Subject.init(rawValue:))
        guard named.count == arguments.count else {
            let names = Subject.allCases.map(\.rawValue).joined(separator: "|")
            print("usage: bench [\(names)]…")
            exit(64)
        }
        // The program lies beside this one.
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wheretoshare-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let meter = Meter(
            program: own.deletingLastPathComponent().appendingPathComponent("wheretoshare").path, folder: folder)
        let info = ProcessInfo.processInfo
        meter.begin(
            "\(info.activeProcessorCount) processors, \(info.operatingSystemVersionString); medians of several runs")
        for subject in named.isEmpty ? Subject.allCases : named {
            switch subject {
            case .answers: try AnswerBench(meter: meter).print()
            case .checks: try CheckBench(meter: meter).print()
            case .history: try HistoryBench(meter: meter).print()
            case .scans: try ScanBench(meter: meter).print()
            }
        }
    }
}
