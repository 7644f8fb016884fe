internal import Glibc

/// One process in a group of its own, with the end of a pipe on which it says what it has to say.
///
/// Whoever starts it ends it: at a deadline it is asked to end, killed 200 ms later, and then left alone. A process that
/// waits for a dead server may not even end when it is killed, and whoever waits for it hangs as well.
final class SpawnedProcess {
    let process: pid_t
    let began = ContinuousClock.now
    private(set) var pipe: CInt
    private(set) var output: [UInt8] = []
    /// Whether the process said more than is kept.
    private(set) var isCutShort = false
    /// Whether nobody holds the other end of the pipe any more, which is the end of the process and of its children.
    private(set) var hasEnded = false
    private let outputLimit: Int

    /// How long a process is given to end by itself when it is asked to.
    static let grace: Duration = .milliseconds(200)

    /// Starts a program; nothing of this process' environment is passed on.
    /// - Parameters:
    ///   - program: The path of the program.
    ///   - words: Its own name, then the arguments.
    ///   - environment: Its whole environment, as `NAME=value`.
    ///   - outputLimit: How many bytes of what it says are kept.
    ///   - keepsMessages: Whether what it says to people (standard error) is kept as well.
    /// - Throws: The error of the system when it could not be started.
    init(
        _ program: String, words: [[UInt8]], environment: [String] = [], outputLimit: Int, keepsMessages: Bool = false
    ) throws(ErrorNumber) {
        self.outputLimit = outputLimit
        var ends: [CInt] = [-1, -1]
        // Not pipe(2), since another thread may start a child before the ends can be kept from it.
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .last }
        shutdown(ends[0], CInt(SHUT_WR))
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        defer { close(ends[1]) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        if keepsMessages {
            unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        var started = pid_t()
        let result = unsafe Self.withWords(words) { arguments in
            unsafe Self.withWords(environment.map { Array($0.utf8) }) { environment in
                unsafe posix_spawn(&started, program, &actions, &attributes, arguments, environment)
            }
        }
        guard result == 0 else {
            close(ends[0])
            throw ErrorNumber(result)
        }
        process = started
        pipe = ends[0]
    }

    deinit { if pipe >= 0 { close(pipe) } }

    /// Takes what has come.
    func read() {
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(pipe, $0.baseAddress, $0.count) }
            if count > 0 {
                let room = outputLimit - output.count
                isCutShort = isCutShort || count > room
                output += chunk.prefix(min(count, room))
            } else if count == 0 {
                hasEnded = true
                return
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Sends a signal to the process and to whatever it started.
    func send(_ signal: CInt) { kill(-process, signal) }

    /// Buries the process if it is over; never waits.
    /// - Returns: How it ended, as waitpid(2) tells; nil when it is not over, or was buried before.
    @discardableResult
    func bury() -> CInt? {
        var status: CInt = 0
        return unsafe waitpid(process, &status, WNOHANG) == process ? status : nil
    }

    /// Lends C strings with a null at the end of the list, the form that `argv` and `envp` have.
    private static func withWords<Result>(
        _ words: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: words.count + 1)
        for (index, word) in words.enumerated() {
            unsafe list[index] = (word + [0]).withUnsafeBytes { bytes in
                unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { unsafe strdup($0) }
            }
        }
        unsafe list[words.count] = nil
        defer {
            for index in words.indices { unsafe free(list[index]) }
            unsafe list.deallocate()
        }
        return unsafe body(list)
    }
}
