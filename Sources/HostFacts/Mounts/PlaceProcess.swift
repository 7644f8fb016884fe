internal import Glibc

/// One process that asks a question, with the end of a pipe on which its answer comes.
final class PlaceProcess {
    let process: pid_t
    let began = ContinuousClock.now
    private(set) var pipe: CInt
    private var received: [UInt8] = []
    private(set) var hasEnded = false

    /// Starts this program once more, in a process group of its own, with a command that asks.
    init(_ question: PlaceQuestion, command: [String]) throws(ErrorNumber) {
        var ends: [CInt] = [-1, -1]
        guard unsafe Glibc.pipe(&ends) == 0 else { throw .last }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        defer { close(ends[1]) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
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
        let words = ["wheretoshare"] + command
        let result = unsafe Self.withWords(words.map { Array($0.utf8) } + question.words) { arguments in
            unsafe Self.withWords([]) { environment in
                unsafe posix_spawn(&started, "/proc/self/exe", &actions, &attributes, arguments, environment)
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

    /// Takes what has come; the end of the pipe is the end of the process.
    func read() {
        var chunk = [UInt8](repeating: 0, count: 256)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(pipe, $0.baseAddress, $0.count) }
            if count > 0 {
                if received.count < 1_024 { received += chunk.prefix(count) }
            } else if count == 0 {
                hasEnded = true
                return
            } else if errno != EINTR {
                return
            }
        }
    }

    /// The answer, once all of it has come.
    var answer: PlaceAnswer? { PlaceAnswer(line: received) }

    /// Sends a signal to the process and to whatever it started.
    func send(_ signal: CInt) { kill(-process, signal) }

    /// Buries the process if it is over; never waits.
    func bury() {
        var status: CInt = 0
        _ = unsafe waitpid(process, &status, WNOHANG)
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
