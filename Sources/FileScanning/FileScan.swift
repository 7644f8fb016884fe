internal import Glibc
public import HostFacts
internal import ProcessLimits
public import ScanWire
internal import Synchronization

/// Looks into files and folders: which sensitive content is in them, and what could not be read.
public enum FileScan {
    /// What is known when all is done.
    public struct Outcome: Hashable, Sendable {
        /// The counts.
        public var totals: ScanProgress
        /// How far the workers jailed themselves; nil when none was needed.
        public var jail: JailLevel?
        /// The revision of the detectors; nil when none was needed.
        public var revision: String?
        /// How many files and folders were left out, a folder with all that is in it counting once.
        public var leftOut: Int
        /// How many links there were, which were not followed.
        public var links: Int
    }

    /// Why no file could be looked into now, and what to do about it; nil when one could.
    public static var obstacle: (why: String, next: String)? {
        DescriptorLimit.raised()
        return StartPermit.refusal.map { ($0.why, $0.next) }
    }

    /// Looks into everything at and below the given paths.
    ///
    /// Several files are read at once; their reports come in the order of the walk all the same: paths as given, names in
    /// folders by their bytes. A file that cannot be read is a report, and the scan goes on. When the task is cancelled,
    /// no more files are begun.
    /// - Parameters:
    ///   - paths: Files and folders; a link that is given stands for what it leads to, all others are left out.
    ///   - program: The path of `wheretoshare-scan`.
    ///   - options: How files are looked into.
    ///   - cache: What earlier runs found; nil for none.
    ///   - report: Called with each file's report, one at a time, and the counts so far.
    /// - Returns: The counts, and how the workers were jailed.
    public static func run(
        _ paths: [HostPath], program: String, options: ScanOptions, cache: ResultCache? = nil,
        report: @escaping @Sendable (FileReport, ScanProgress) -> Void
    ) async -> Outcome {
        await ReaderPool.with(program: program, options: options) { pool in
            let desk = ReportDesk(report)
            let queue = WalkQueue(TreeWalk(paths, exclusion: Exclusion(options.excluded)))
            await withTaskGroup { group in
                for _ in 0..<options.workers {
                    group.addTask {
                        while !Task.isCancelled, let (number, step) = queue.next() {
                            desk.take(await look(at: step, pool, options, cache), number: number)
                        }
                    }
                }
            }
            return Outcome(
                totals: desk.totals, jail: pool.jail, revision: pool.revision, leftOut: queue.leftOut,
                links: queue.links)
        }
    }

    /// Files up to so many bytes are known again from earlier runs.
    private static let mostKnownBytes: UInt64 = 256 << 20

    private static func look(
        at step: WalkQueue.Entry, _ pool: ReaderPool, _ options: ScanOptions, _ cache: ResultCache?
    ) async -> FileReport {
        switch step {
        case .obstacle(let path, let reason, let detail):
            return FileReport(path: path, unread: reason, detail: detail)
        case .file(let file, let path, let size):
            // A digest of the whole comes first, which has no deadline; what is larger is read every time.
            guard let cache, size <= mostKnownBytes else {
                return await pool.read(file: file, path: path, size: size)
            }
            return await cache.report(file: file, path: path, size: size, options: options) {
                await pool.read(file: file, path: path, size: size)
            }
        }
    }
}

/// The walk, for several that ask at once.
private final class WalkQueue: Sendable {
    typealias Entry = TreeWalk.Step

    private struct State: ~Copyable {
        var walk: TreeWalk
        var number = 0
    }

    private let state: Mutex<State>

    init(_ walk: consuming sending TreeWalk) {
        state = Mutex(State(walk: walk))
    }

    var leftOut: Int { state.withLock { $0.walk.leftOut } }

    var links: Int { state.withLock { $0.walk.links } }

    func next() -> (number: Int, Entry)? {
        state.withLock { state in
            guard let step = state.walk.next() else { return nil }
            defer { state.number += 1 }
            return (state.number, step)
        }
    }
}

/// Puts reports into the walk's order.
private final class ReportDesk: Sendable {
    private struct State {
        var waiting: [Int: FileReport] = [:]
        var next = 0
        var totals = ScanProgress()
    }

    private let state = Mutex(State())
    private let report: @Sendable (FileReport, ScanProgress) -> Void

    init(_ report: @escaping @Sendable (FileReport, ScanProgress) -> Void) {
        self.report = report
    }

    var totals: ScanProgress { state.withLock { $0.totals } }

    /// Takes a report, and tells all whose turn it is.
    func take(_ finished: FileReport, number: Int) {
        state.withLock { state in
            state.waiting[number] = finished
            while let next = state.waiting.removeValue(forKey: state.next) {
                state.next += 1
                state.totals.count(next)
                report(next, state.totals)
            }
        }
    }
}
