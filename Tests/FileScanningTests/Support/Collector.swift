import FileScanning
import Synchronization

/// Takes reports as they come.
final class Collector: Sendable {
    private let reports = Mutex<[FileReport]>([])

    func add(_ report: FileReport) { reports.withLock { $0.append(report) } }

    var all: [FileReport] { reports.withLock { $0 } }
}
