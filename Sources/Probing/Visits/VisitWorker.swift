internal import Glibc
internal import ProcessLimits
internal import StorageModel
internal import Subprocess
internal import Synchronization
internal import SystemPackage
internal import WorkerWire

/// A process that makes one visit after the other, until it is told to end or one of them ends it.
final class VisitWorker: Sendable {
    /// The folder of its own.
    let home: String
    private let visits: AsyncStream<OngoingVisit>.Continuation
    private let run: Task<Void, Never>
    private let lastServer = Mutex<String?>(nil)

    /// The server of its last visit, to which it may have kept a connection.
    var server: String? {
        get { lastServer.withLock { $0 } }
        set { lastServer.withLock { $0 = newValue } }
    }

    /// Starts the process; when that is not possible, the first visit tells.
    /// - Parameters:
    ///   - program: The worker's program.
    ///   - home: A folder of its own.
    init(program: String, home: String) {
        let (stream, visits) = AsyncStream.makeStream(of: OngoingVisit.self)
        self.home = home
        self.visits = visits
        run = Task { await Self.run(program: program, home: home, stream: stream, visits: visits) }
    }

    /// Makes a visit; nil when the process was gone before it could begin.
    func make(_ visit: OngoingVisit) async -> OngoingVisit.Made? {
        await visit.end { visit in
            if case .terminated = visits.yield(visit) { visit.lose(signal: 0) }
        }
    }

    /// Takes no more visits; the process ends after the one that is under way.
    func dismiss() { visits.finish() }

    /// Waits until the process is gone.
    func end() async { await run.value }

    private static func run(
        program: String, home: String, stream: AsyncStream<OngoingVisit>,
        visits: AsyncStream<OngoingVisit>.Continuation
    ) async {
        var problem: String?
        do {
            var options = PlatformOptions()
            // A group of its own, led by itself, so that nothing it might start outlives it.
            options.processGroupID = 0
            options.teardownSequence = executioner
            let permit = try await StartPermit.whenPossible()
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: [home], environment: .custom(environment(home: home)),
                workingDirectory: FilePath(home), platformOptions: options,
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution in
                permit.giveBack()
                var ear = Ear(execution.standardOutput)
                let lost = await serve(stream, execution, &ear)
                await execution.teardown(using: executioner)
                return lost
            }
            if let visit = result.closureResult {
                let signal: Int32 = if case .signaled(let signal) = result.terminationStatus { signal } else { 0 }
                visit.lose(signal: signal)
            }
        } catch {
            problem = "the program '\(program)' could not be started: \(error)"
        }
        visits.finish()
        for await visit in stream {
            if let problem { visit.giveUp(problem) } else { visit.lose(signal: 0) }
        }
    }

    /// Makes visits until the process is not fit for another.
    /// - Returns: The visit during which the process was lost.
    private static func serve(
        _ stream: AsyncStream<OngoingVisit>, _ execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>,
        _ ear: inout Ear
    ) async -> OngoingVisit? {
        for await visit in stream {
            let watchdog = visit.watch { await execution.teardown(using: executioner) }
            var isLost = false
            var staysAlive: Bool?
            do {
                _ = try await execution.standardInputWriter.write(visit.frame)
                while staysAlive == nil, let event = try await ear.next() { staysAlive = visit.note(event) }
                isLost = staysAlive == nil
            } catch let error as WireError {
                visit.giveUp("the program that visits shares spoke out of turn: \(error)")
            } catch {
                isLost = true
            }
            watchdog.cancel()
            await watchdog.value
            if isLost { return visit }
            guard staysAlive == true else { return nil }
        }
        return nil
    }

    /// First a word, then, if it is not heeded, the end.
    static let executioner: [TeardownStep] = [
        .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]

    /// What a process sees of this one's environment: nothing but where Kerberos is set up.
    static func environment(home: String) -> [Environment.Key: String] {
        var environment: [Environment.Key: String] = ["HOME": home, "LC_ALL": "C.UTF-8"]
        if let value = RunFolder.environmentValue("KRB5_CONFIG") { environment["KRB5_CONFIG"] = value }
        return environment
    }
}

/// What a worker says, message by message.
private struct Ear {
    private var chunks: SubprocessOutputSequence.AsyncIterator
    private var reader = FrameReader()

    init(_ output: SubprocessOutputSequence) {
        chunks = output.makeAsyncIterator()
    }

    /// The next message; nil when there is none any more.
    mutating func next() async throws -> VisitEvent? {
        while true {
            if let body = try reader.next() { return try VisitEvent(body: body) }
            guard let chunk = try await chunks.next() else { return nil }
            unsafe chunk.withUnsafeBytes { unsafe reader.append($0) }
        }
    }
}
