import Foundation

/// Real file servers on this computer's own addresses, in a network that nobody else is on.
///
/// One smbd answers at port 445 of every address of 127.0.0.0/8; to a client each address is a server.
struct LoopbackServers {
    let folder: URL
    let shares: [String]
    /// Debian's `daemon`, an account that every system has.
    let user = "daemon"
    let password = "bench-\(getpid())"

    /// Starts them.
    init(in folder: URL, shares: Int) throws {
        self.folder = folder
        self.shares = (0..<shares).map { "share\($0)" }
        let data = folder.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        for place in 0..<20 {
            try Data("file \(place)\n".utf8).write(to: data.appendingPathComponent("file-\(place).txt"))
        }
        for path in [folder.deletingLastPathComponent(), folder, data] { unsafe chmod(path.path, 0o755) }
        try startServer("everywhere", nil)
    }

    /// Starts a server of its own for some addresses, and stops it in its tracks: connections are made, and that is all.
    func hang(_ addresses: [String]) throws {
        for address in addresses { try runToEnd("/usr/sbin/ip", ["addr", "add", "\(address)/32", "dev", "lo"]) }
        let process = try startServer("hung", addresses)
        guard kill(-process, SIGSTOP) == 0 else { throw BenchError("smbd could not be stopped") }
    }

    @discardableResult
    private func startServer(_ name: String, _ addresses: [String]?) throws -> pid_t {
        let own = folder.appendingPathComponent(name)
        for part in ["private", "lock", "state", "cache", "run", "ncalrpc", "winbind"] {
            try FileManager.default.createDirectory(
                at: own.appendingPathComponent(part), withIntermediateDirectories: true)
        }
        let file = own.appendingPathComponent("smb.conf")
        try configuration(own.path, addresses).write(to: file, atomically: true, encoding: .utf8)
        try runToEnd("/usr/bin/pdbedit", ["-s", file.path, "-t", "-a", user], input: "\(password)\n\(password)\n")
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        let arguments = ["smbd", "-F", "--no-process-group", "-s", file.path]
        var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var pid = pid_t()
        guard unsafe posix_spawn(&pid, "/usr/sbin/smbd", nil, &attributes, &words, environ) == 0 else {
            throw BenchError("smbd could not be started")
        }
        // Some other server may answer at its address until it listens there itself.
        let socket = addresses?.first ?? "0.0.0.0"
        let listens = "ss -Hltnp src \(socket):445 | grep -q 'pid=\(pid),'"
        for _ in 0..<200 {
            if (try? runToEnd("/usr/bin/bash", ["-c", listens])) != nil { return pid }
            usleep(50_000)
        }
        throw BenchError("smbd does not answer; see \(own.path)/log.smbd")
    }

    private func configuration(_ own: String, _ addresses: [String]?) -> String {
        """
        [global]
            netbios name = BENCH
            server role = standalone server
            map to guest = never
            smb ports = 445
            interfaces = \(addresses?.map { "\($0)/32" }.joined(separator: " ") ?? "lo")
            bind interfaces only = \(addresses == nil ? "no" : "yes")
            disable netbios = yes
            private dir = \(own)/private
            lock directory = \(own)/lock
            state directory = \(own)/state
            cache directory = \(own)/cache
            pid directory = \(own)/run
            ncalrpc dir = \(own)/ncalrpc
            winbindd socket directory = \(own)/winbind
            log file = \(own)/log.smbd
            logging = file
            passdb backend = tdbsam:\(own)/private/passdb.tdb
            load printers = no
            printcap name = /dev/null
            disable spoolss = yes

        """
            + shares.map { "[\($0)]\n    path = \(folder.path)/data\n" }.joined()
    }
}

/// Why something could not be measured.
struct BenchError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Runs a program that is not measured.
func runToEnd(_ program: String, _ arguments: [String], input: String = "") throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    pipe.fileHandleForWriting.write(Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw BenchError("\(program) ended with status \(process.terminationStatus)")
    }
}
