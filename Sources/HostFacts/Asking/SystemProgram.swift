internal import Glibc
internal import StorageModel

/// A program of the system that tells one thing and ends, such as `nft`.
struct SystemProgram {
    /// How a program ended.
    struct Ending {
        /// Its exit status; nil when a signal ended it.
        var status: Int32?
        /// What it said, to programs and to people.
        var output: [UInt8]
    }

    /// Its path.
    let path: String

    /// What every program gets: no language but the plain one, and nothing of a person's.
    static let environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C", "TZ=UTC"]

    private static let folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]

    /// A program with a path.
    init(path: String) { self.path = path }

    /// Looks for a program in the system's own folders, and not where a person may have put one.
    init(named name: String) throws(HostReadingObstacle) {
        for folder in Self.folders where unsafe access("\(folder)/\(name)", X_OK) == 0 {
            path = "\(folder)/\(name)"
            return
        }
        throw .missing(name)
    }

    /// Runs the program until it ends, or until a deadline, and then kills it.
    /// - Parameters:
    ///   - arguments: What it is told.
    ///   - environment: What it finds in its environment, as `NAME=value`.
    ///   - limit: How many bytes it may say.
    ///   - deadline: When to give up.
    /// - Returns: How it ended.
    /// - Throws: Why there is no ending to tell of.
    func run(
        _ arguments: [String], environment: [String] = environment, limit: Int = 256 << 10,
        until deadline: ContinuousClock.Instant
    ) throws(HostReadingObstacle) -> Ending {
        let started: SpawnedProcess
        do {
            started = try SpawnedProcess(
                path, words: ([path] + arguments).map { Array($0.utf8) }, environment: environment,
                outputLimit: limit, keepsMessages: true)
        } catch {
            throw HostReadingObstacle(error)
        }
        if let status = Self.end(of: started, until: deadline) {
            guard !started.isCutShort else { throw .tooLarge("what '\(path)' says") }
            // The low seven bits are the signal, zero for none; the next byte is the status (wait(2)).
            return Ending(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, output: started.output)
        }
        for signal in [SIGTERM, SIGKILL] {
            started.send(signal)
            if Self.end(of: started, until: .now + SpawnedProcess.grace) != nil { break }
        }
        throw .deadline
    }

    /// Waits for the end of a process and buries it; nil at the deadline.
    private static func end(of started: SpawnedProcess, until deadline: ContinuousClock.Instant) -> CInt? {
        while !started.hasEnded {
            guard Readiness.wait(for: started.pipe, until: deadline) else { return nil }
            started.read()
        }
        // A process that closed its end goes on for a moment; there is nothing else that tells of its end.
        while true {
            if let status = started.bury() { return status }
            guard ContinuousClock.now < deadline else { return nil }
            poll(nil, 0, 2)
        }
    }
}
