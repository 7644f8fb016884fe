internal import ProcessLimits
internal import Subprocess

/// A program of the system that does one thing for a probe and ends.
struct OutsideProgram {
    /// Its name, which is searched for in the system's own folders.
    let name: String

    /// How a program ended, and what it wrote.
    struct Ending {
        /// The exit status; nil when a signal ended it.
        var status: Int32?
        var output: String
        var messages: String
    }

    private static let longestOutput = 256 * 1_024
    private static let grace: Duration = .milliseconds(200)

    /// Runs the program with nothing of this process' environment, in a process group of its own.
    ///
    /// At the deadline it is asked to end, and 200 ms later it is killed.
    /// - Throws: when it cannot be started, says too much, or does not end in time.
    func run(
        _ arguments: [String], until deadline: ContinuousClock.Instant
    ) async throws(OutsideProgramFailure) -> Ending {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: Self.grace)
        ]
        let platform = options
        do {
            return try await withDeadline(deadline) { () async throws -> Ending in
                let permit = try await StartPermit.whenPossible()
                defer { permit.giveBack() }
                let result = try await Subprocess.run(
                    .name(name), arguments: Arguments(arguments),
                    environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]), platformOptions: platform,
                    input: .none, output: .bytes(limit: Self.longestOutput), error: .bytes(limit: Self.longestOutput))
                var status: Int32?
                if case .exited(let code) = result.terminationStatus { status = code }
                return Ending(
                    status: status, output: String(decoding: result.standardOutput, as: UTF8.self),
                    messages: String(decoding: result.standardError, as: UTF8.self))
            }
        } catch is DeadlinePassed {
            throw .deadline
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .missing
        } catch {
            throw .notRun("\(error)")
        }
    }
}

/// Why a program has no ending to tell of.
enum OutsideProgramFailure: Error, Hashable {
    /// It is not installed.
    case missing
    /// It did not end in time, or its task was cancelled.
    case deadline
    /// Anything else; the text is for people.
    case notRun(String)
}

/// Some work did not end in time.
struct DeadlinePassed: Error {}

/// Does some work, and cancels it at a deadline.
/// - Throws: ``DeadlinePassed`` when the deadline came first or the task was cancelled, and what the work throws.
func withDeadline<Result: Sendable>(
    _ deadline: ContinuousClock.Instant, do work: @Sendable @escaping () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try? await Task.sleep(until: deadline)
            return nil
        }
        defer { group.cancelAll() }
        guard let result = try await group.next() ?? nil, !Task.isCancelled else { throw DeadlinePassed() }
        return result
    }
}
