import FoundationEssentials
import Glibc
import StorageModel
import TestKit

@testable import Probing

/// A real smbd of a test's own, at a high port of all addresses of this computer.
///
/// It runs as whoever runs the tests. Its one account is Debian's `daemon`, which every system has; only there the
/// passdb accepts an entry.
struct FileServer: Sendable {
    let folder: TemporaryFolder
    let port: UInt16
    /// The process at the head of all others.
    let process: pid_t

    static let user = "daemon"
    static let password = "right-Geheimnis-4711"
    /// The SHA-256 of the file `canary.txt` in each share.
    static let canaryDigest = "36edc476b3d8060fac7d4d758b2d2790d3002170821408658c428be61eb384b9"

    static func signIn(_ password: String = password) -> SignIn {
        .password(user: user, password: Secret(Array(password.utf8)), domain: "")
    }

    /// What smbd wrote down.
    var log: String { (try? String(contentsOfFile: folder.at("log.smbd"), encoding: .utf8)) ?? "" }

    /// How many sign-ins smbd refused.
    var refusedSignIns: Int {
        ["WRONG_PASSWORD", "ACCOUNT_DISABLED"].reduce(0) { $0 + log.count(of: "] status [NT_STATUS_\($1)] ") }
    }

    /// How many sign-ins smbd accepted.
    var acceptedSignIns: Int { log.count(of: "] status [NT_STATUS_OK] ") }

    /// Starts the server, lends it to a body, and ends it.
    static func with<Result>(settings: String = "", _ body: (FileServer) async throws -> Result) async throws -> Result
    {
        try await withTemporaryFolder { folder in
            let server = try await FileServer(folder: folder, settings: settings)
            do {
                let result = try await body(server)
                await server.end()
                return result
            } catch {
                await server.end()
                throw error
            }
        }
    }

    private init(folder: TemporaryFolder, settings: String) async throws {
        self.folder = folder
        port = try freePort()
        for name in [
            "private", "lock", "state", "cache", "run", "ncalrpc", "winbind", "share/denied", "share/kept",
            "share/writes",
        ] {
            try folder.makeFolder(name)
        }
        try folder.write("the canary\n", to: "share/canary.txt")
        // As root, smbd takes the account's rights, and the account has to come to the share.
        unsafe chmod(folder.path, 0o711)
        for (path, mode) in [
            ("share", 0o755), ("share/canary.txt", 0o644), ("share/writes", 0o777), ("share/denied", 0),
            ("share/kept", 0o1777),
            ("private", 0o700),
        ] { unsafe chmod(folder.at(path), mode_t(mode)) }
        let configuration = try folder.write(Self.configuration(folder.path, port, settings), to: "smb.conf")
        let account = try await runProgram(
            "/usr/bin/pdbedit", ["-s", configuration, "-t", "-a", Self.user],
            input: "\(Self.password)\n\(Self.password)\n")
        guard account.exitStatus == 0 else { throw TestKitError("pdbedit: \(account.stderr)") }
        process = try start("/usr/sbin/smbd", ["-F", "--no-process-group", "-s", configuration])
        try await waitFor("smbd to listen at port \(port)") { connects(to: port) }
    }

    /// Stops the server in its tracks, with all its processes, or lets it go on.
    func signal(_ number: Int32) { kill(-process, number) }

    /// Ends the server.
    private func end() async {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        unsafe waitpid(process, &status, 0)
    }

    private static func configuration(_ folder: String, _ port: UInt16, _ settings: String) -> String {
        """
        [global]
            netbios name = LOOP
            workgroup = LAB
            server role = standalone server
            map to guest = never
            smb ports = \(port)
            disable netbios = yes
            private dir = \(folder)/private
            lock directory = \(folder)/lock
            state directory = \(folder)/state
            cache directory = \(folder)/cache
            pid directory = \(folder)/run
            ncalrpc dir = \(folder)/ncalrpc
            winbindd socket directory = \(folder)/winbind
            log file = \(folder)/log.smbd
            logging = file
            max log size = 0
            log level = 2 auth_audit:3
            passdb backend = tdbsam:\(folder)/private/passdb.tdb
            load printers = no
            printcap name = /dev/null
            disable spoolss = yes
            \(settings)
        [open]
            path = \(folder)/share
            read only = no
        [readonly]
            path = \(folder)/share
        [others]
            path = \(folder)/share
            valid users = root
        [encrypted]
            path = \(folder)/share
            server smb encrypt = required
        [keeps]
            path = \(folder)/share
            read only = no
            inherit owner = unix only
        [links]
            path = \(folder)/share
            msdfs root = yes
        """
    }
}

/// Waits until something holds, at most 20 seconds.
func waitFor(_ what: String, until condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while try !condition() {
        guard ContinuousClock.now < deadline else { throw TestKitError("waited in vain for \(what)") }
        try await Task.sleep(for: .milliseconds(5))
    }
}

extension String {
    /// How often a text occurs in this one.
    fileprivate func count(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}

/// Starts a program at the head of a process group, with nothing to read and nobody to read it.
private func start(_ program: String, _ arguments: [String]) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
        unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }

    var process = pid_t()
    guard unsafe posix_spawn(&process, program, &actions, &attributes, &words, environ) == 0 else {
        throw TestKitError("'\(program)' could not be started")
    }
    return process
}

/// A port at which nobody listens now.
func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    guard unsafe withLoopback(0, { unsafe bind(descriptor, $0, $1) == 0 }), let port = boundPort(descriptor) else {
        throw TestKitError("there is no free port")
    }
    return port
}

private func boundPort(_ descriptor: Int32) -> UInt16? {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = unsafe withUnsafeMutablePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe getsockname(descriptor, $0, &length) == 0 }
    }
    return isKnown ? UInt16(bigEndian: address.sin_port) : nil
}

private func connects(to port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return unsafe withLoopback(port) { unsafe connect(descriptor, $0, $1) == 0 }
}

private func withLoopback<Result>(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
