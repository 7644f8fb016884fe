internal import Glibc
internal import ProcessLimits
internal import ScanWire
internal import Subprocess
internal import Synchronization
internal import SystemPackage
internal import WorkerWire

/// A process that reads one document after the other in its jail, until it is dismissed or one of them ends it.
final class ReadingWorker: Sendable {
    private let readings: AsyncStream<OngoingReading>.Continuation
    private let run: Task<Void, Never>

    /// Starts the process; when that is not possible, the first reading tells.
    /// - Parameters:
    ///   - program: The worker's program.
    ///   - goesWithoutJail: Whether it reads where no jail can be had.
    ///   - detectors: What it looks for besides.
    ///   - patience: How long it may take until it is there.
    ///   - hear: Called with the jail's level and the detectors' revision when the worker is there.
    init(
        program: String, goesWithoutJail: Bool, detectors: OwnDetectors, patience: Duration,
        hear: @escaping @Sendable (JailLevel, String) -> Void
    ) {
        let (stream, readings) = AsyncStream.makeStream(of: OngoingReading.self)
        self.readings = readings
        run = Task {
            await Self.run(
                program: program, goesWithoutJail: goesWithoutJail, detectors: detectors, patience: patience,
                hear: hear,
                stream: stream, readings: readings)
        }
    }

    /// Reads a document.
    func read(_ reading: OngoingReading) async -> OngoingReading.Outcome {
        await reading.end { reading in
            if case .terminated = readings.yield(reading) { reading.lose(.crashed) }
        }
    }

    /// Takes no more documents; the process ends after the one that is under way.
    func dismiss() { readings.finish() }

    /// Ends the process at once.
    func cancel() { run.cancel() }

    /// Waits until the process is gone.
    func end() async { await run.value }

    private static func run(
        program: String, goesWithoutJail: Bool, detectors: OwnDetectors, patience: Duration,
        hear: @escaping @Sendable (JailLevel, String) -> Void, stream: AsyncStream<OngoingReading>,
        readings: AsyncStream<OngoingReading>.Continuation
    ) async {
        var problem: String?
        do {
            let permit = try await StartPermit.whenPossible()
            guard let (socket, end) = WorkerSocket.pair() else { throw Errno.tooManyOpenFiles }
            let outside = OutsideRun(program: program, goesWithoutJail: goesWithoutJail, socket: socket)
            // Opened here, because Subprocess crashes where it cannot open it itself.
            let nothing = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
            guard nothing >= 0 else {
                close(end)
                throw Errno(rawValue: errno)
            }
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: goesWithoutJail ? ["--no-sandbox"] : [],
                environment: .custom(["LC_ALL": "C.UTF-8"]), workingDirectory: "/", platformOptions: processOptions,
                input: .fileDescriptor(FileDescriptor(rawValue: end), closeAfterSpawningProcess: true),
                output: .sequence,
                error: .fileDescriptor(FileDescriptor(rawValue: nothing), closeAfterSpawningProcess: true)
            ) { execution in
                permit.giveBack()
                var ear = WorkerEar(execution.standardOutput)
                // One that does not even greet would never be given a document, and so never be late.
                let doorkeeper = Task {
                    try? await Task.sleep(for: patience)
                    if !Task.isCancelled { await execution.teardown(using: executioner) }
                }
                var greeting = try? await ear.next()
                if case .ready = greeting, !detectors.isEmpty {
                    greeting = socket.send(detectors) ? try? await ear.next() : nil
                }
                doorkeeper.cancel()
                await doorkeeper.value
                guard case .ready(let level, let revision) = greeting else {
                    await execution.teardown(using: executioner)
                    return Service(hasGreeted: false)
                }
                hear(level, revision)
                let lost = await serve(stream, execution, &ear, socket, outside)
                await execution.teardown(using: executioner)
                return Service(hasGreeted: true, lost: lost)
            }
            if let reading = result.closureResult.lost {
                let signal: Int32 = if case .signaled(let signal) = result.terminationStatus { signal } else { 0 }
                // The kernel's limits end it in these two ways.
                let isLate = signal == SIGXCPU || signal == SIGALRM
                reading.lose(isLate ? .time : .crashed, isLate ? nil : "signal \(signal)")
            }
            if case .exited(2) = result.terminationStatus {
                problem = "no jail can be had for it on this computer"
            } else if !result.closureResult.hasGreeted {
                problem = "the program '\(program)' could not be started: it did not answer"
            }
        } catch {
            problem = "the program '\(program)' could not be started: \(error)"
        }
        readings.finish()
        for await reading in stream {
            if let problem { reading.giveUp(problem) } else { reading.lose(.crashed) }
        }
    }

    /// Reads documents until the process is not fit for another.
    /// - Returns: The document during which the process was lost.
    private static func serve(
        _ stream: AsyncStream<OngoingReading>,
        _ execution: Execution<FileDescriptorInput, SequenceOutput, FileDescriptorOutput>, _ ear: inout WorkerEar,
        _ socket: WorkerSocket, _ outside: OutsideRun
    ) async -> OngoingReading? {
        for await reading in stream {
            let watchdog = Task {
                try? await Task.sleep(for: reading.deadline)
                if !Task.isCancelled, reading.lose(.time) { await execution.teardown(using: executioner) }
            }
            var isDone = false
            var errand: Task<Void, Never>?
            if socket.send(.read(reading.order), with: reading.file) {
                reading.begin()
                while !isDone, let event = try? await ear.next() {
                    switch event {
                    case .ready: break
                    case .found(let finding): reading.note(finding)
                    case .missed(let gap): reading.note(gap)
                    case .needs(let task, let handsOver):
                        await errand?.value
                        let file = handsOver ? socket.takeFile() : dup(reading.file)
                        errand = Task { await outside.run(task, file: file) }
                    case .done(let told):
                        reading.finish(told)
                        isDone = true
                    }
                }
            }
            watchdog.cancel()
            errand?.cancel()
            await errand?.value
            outside.scratch.removeAll()
            await watchdog.value
            if !isDone { return reading }
        }
        return nil
    }

    /// First a word, then, if it is not heeded, the end.
    static let executioner: [TeardownStep] = [
        .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]

    /// A group of its own, led by itself, so that nothing it might start outlives it.
    static var processOptions: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = executioner
        return options
    }
}

/// What became of a process.
private struct Service: Sendable {
    /// Whether it said that it is there.
    var hasGreeted: Bool
    /// The document during which it was lost.
    var lost: OngoingReading?
}

/// What a worker says, message by message.
struct WorkerEar {
    private var chunks: SubprocessOutputSequence.AsyncIterator
    private var reader = FrameReader()

    init(_ output: SubprocessOutputSequence) {
        chunks = output.makeAsyncIterator()
    }

    /// The next message; nil when there is none any more.
    mutating func next() async throws -> ScanEvent? {
        while true {
            if let body = try reader.next() { return try ScanEvent(body: body) }
            guard let chunk = try await chunks.next() else { return nil }
            unsafe chunk.withUnsafeBytes { unsafe reader.append($0) }
        }
    }
}
