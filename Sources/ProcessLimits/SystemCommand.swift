internal import Subprocess
internal import SystemPackage

/// A program of the system that does one thing and ends.
public struct SystemCommand: Sendable {
    /// What is started.
    public enum Program: Hashable, Sendable {
        /// A name, which is searched for in the system's own folders.
        case named(String)
        /// A path.
        case at(path: String)
    }

    /// How a program ended, and what it wrote.
    public struct Ending: Hashable, Sendable {
        /// The exit status; nil when a signal ended it.
        public var status: Int32?
        /// What it wrote for programs.
        public var output: String
        /// What it wrote for people.
        public var messages: String
    }

    /// Why a program has no ending to tell of.
    public enum Failure: Error, Hashable, Sendable {
        /// It is not installed.
        case missing
        /// It did not end in time, or its task was cancelled.
        case deadline
        /// Anything else; the text is for people.
        case notRun(String)
    }

    private let program: Program
    private let home: String?

    private static let longestOutput = 256 * 1_024
    private static let grace: Duration = .milliseconds(200)

    /// A program to start.
    /// - Parameters:
    ///   - program: Which one.
    ///   - home: What it finds as `$HOME`; nil for nothing.
    public init(_ program: Program, home: String? = nil) {
        self.program = program
        self.home = home
    }

    /// Runs the program with nothing else of this process' environment, in a process group of its own.
    ///
    /// At the deadline it is asked to end, and 200 ms later it is killed.
    /// - Parameters:
    ///   - arguments: What it is told; everybody on this machine can read them.
    ///   - input: What it reads.
    ///   - deadline: When to give up.
    /// - Returns: How it ended.
    /// - Throws: When it cannot be started, says too much, or does not end in time.
    public func run(
        _ arguments: [String], input: [UInt8] = [], until deadline: ContinuousClock.Instant
    ) async throws(Failure) -> Ending {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: Self.grace)
        ]
        let platform = options
        let executable: Executable =
            switch program {
            case .named(let name): .name(name)
            case .at(let path): .path(FilePath(path))
            }
        var variables: [Environment.Key: String] = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
        variables["HOME"] = home
        let environment = Environment.custom(variables)
        do {
            return try await withDeadline(deadline) { () async throws -> Ending in
                let permit = try await StartPermit.whenPossible()
                defer { permit.giveBack() }
                let result = try await Subprocess.run(
                    executable, arguments: Arguments(arguments), environment: environment, platformOptions: platform,
                    input: .array(input), output: .bytes(limit: Self.longestOutput),
                    error: .bytes(limit: Self.longestOutput))
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

/// Some work did not end in time.
private struct DeadlinePassed: Error {}

/// Does some work, and cancels it at a deadline.
/// - Throws: ``DeadlinePassed`` when the deadline came first or the task was cancelled, and what the work throws.
private func withDeadline<Result: Sendable>(
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
