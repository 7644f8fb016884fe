internal import CLinux
internal import Glibc
public import HostFacts
internal import ProcessLimits
public import ScanWire
internal import SensitiveContent
internal import Synchronization
internal import WorkerWire

/// Reads files in jailed processes of their own, several at a time, each with a deadline of its own.
///
/// A file that crashes its process, or keeps it busy for too long, costs itself and no other. Whoever makes a pool ends
/// it; ``with(program:options:_:)`` does so by itself.
public actor ReaderPool {
    private let program: String
    private let options: ScanOptions
    private let salt: UInt64
    private let patience: Duration
    private var idle: [ReadingWorker] = []
    private var workers: [ObjectIdentifier: ReadingWorker] = [:]
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var isEnded = false
    private let greeting = Greeting()

    /// How far the workers jailed themselves; nil before the first is there.
    public nonisolated var jail: JailLevel? { greeting.heard.withLock { $0?.level } }
    /// The revision of the workers' detectors; nil before the first is there.
    public nonisolated var revision: String? { greeting.heard.withLock { $0?.revision } }

    /// Makes a pool; no process is started before the first file.
    /// - Parameters:
    ///   - program: The path of `wheretoshare-scan`.
    ///   - options: How files are looked into.
    public init(program: String, options: ScanOptions) {
        self.init(program: program, options: options, patience: .seconds(20))
    }

    /// A pool whose workers have to be there sooner.
    init(program: String, options: ScanOptions, patience: Duration) {
        self.patience = patience
        self.program = program
        self.options = options
        places = options.workers
        salt = UInt64.random(in: .min ... .max)
        // Writing to a process that is gone has to be an error, not the end of this one.
        signal(SIGPIPE, SIG_IGN)
        // Each worker takes several descriptors, besides the files that are being read.
        DescriptorLimit.raised()
    }

    /// Makes a pool for the time of a body, and ends it however the body ends.
    public static func with<Result: Sendable>(
        program: String, options: ScanOptions, _ body: (ReaderPool) async throws -> Result
    ) async rethrows -> Result {
        let pool = ReaderPool(program: program, options: options)
        do {
            let result = try await body(pool)
            await pool.end()
            return result
        } catch {
            await pool.end()
            throw error
        }
    }

    /// Reads an open file, which is closed at the end.
    /// - Parameters:
    ///   - file: A descriptor of a regular file, open for reading.
    ///   - path: What the file is called in the report.
    ///   - size: Its size in bytes.
    /// - Returns: What is known of it; a file that cannot be read is a report, too. When the task is cancelled, the reading
    ///   is called off.
    public func read(file: Int32, path: HostPath, size: UInt64) async -> FileReport {
        defer { close(file) }
        await takePlace()
        defer { givePlace() }
        let deadline = options.deadline(stored: min(size, Self.bytesStored(of: file)))
        let name = path.components.last.map { String(decoding: $0.prefix(4096), as: UTF8.self) } ?? ""
        let order = ScanOrder(
            name: name, size: size, salt: salt, readsPictures: options.readsPictures, limits: options.limits,
            lifeLimit: deadline + .seconds(2))
        // A process may have ended while nobody looked, and another one is asked then.
        for _ in 0..<3 {
            guard !isEnded, !Task.isCancelled else { return FileReport(path: path, size: size, unread: .calledOff) }
            let worker = takeWorker()
            let reading = OngoingReading(file: file, order: order, deadline: deadline)
            let outcome = await withTaskCancellationHandler {
                await worker.read(reading)
            } onCancel: {
                reading.lose(.calledOff)
                worker.cancel()
            }
            switch outcome {
            case .told(let gaps, let findings, let reading):
                if reading == nil || isEnded { await lose(worker) } else { idle.append(worker) }
                return FileReport(path: path, size: size, gaps: gaps, findings: findings, reading: reading)
            case .notBegun: await lose(worker)
            case .noWorker(let why):
                await lose(worker)
                return FileReport(path: path, size: size, unread: .noReader, detail: why)
            }
        }
        return FileReport(path: path, size: size, unread: .noReader, detail: "it ended before it began")
    }

    /// Ends all processes; files that are being read are called off.
    public func end() async {
        isEnded = true
        for waiter in waiting { waiter.resume() }
        waiting = []
        for worker in workers.values { worker.dismiss() }
        for worker in Array(workers.values) { await worker.end() }
        workers = [:]
        idle = []
    }

    /// How many bytes of an open file lie on the disk.
    private static func bytesStored(of file: Int32) -> UInt64 {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { return 0 }
        return UInt64(max(0, status.st_blocks)) * 512
    }

    private func takeWorker() -> ReadingWorker {
        if let worker = idle.popLast() { return worker }
        let worker = ReadingWorker(
            program: program, goesWithoutJail: options.goesWithoutJail, detectors: options.detectors, patience: patience
        ) {
            [greeting] level, revision in
            greeting.heard.withLock { $0 = (level, revision) }
        }
        workers[ObjectIdentifier(worker)] = worker
        return worker
    }

    private func lose(_ worker: ReadingWorker) async {
        worker.dismiss()
        await worker.end()
        workers[ObjectIdentifier(worker)] = nil
    }

    private func takePlace() async {
        guard places == 0, !isEnded else {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func givePlace() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}

/// What the first worker said of itself.
private final class Greeting: Sendable {
    let heard = Mutex<(level: JailLevel, revision: String)?>(nil)
}
