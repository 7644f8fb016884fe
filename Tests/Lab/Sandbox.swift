import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// Namespaces of their own for processes, mounts and networks, which end when this program does.
///
/// The kernel keeps the promise: the sandbox's first process waits for the end of a socket that this process holds the
/// other end of, and with the first process all others of its process namespace are killed. Mounts and networks have
/// no other users, so they vanish as well. That holds for a crash and for `kill -9`.
final class Sandbox: Sendable {
    /// The process number of the sandbox's first process, as seen from here.
    let firstProcess: Int32
    private let unshare: Int32
    private let socket: Mutex<Int32?>

    /// Makes a sandbox and waits until it is ready.
    /// - Parameter script: What its first process runs, a script for bash that prints "ready" and ends with its input.
    /// - Throws: ``LabError`` when the machine does not allow it.
    init(running script: String) throws {
        var ends: [Int32] = [-1, -1]
        guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw LabError("no sockets could be made for the lab: error \(errno)")
        }
        let (ours, theirs) = (ends[0], ends[1])
        do {
            unshare = try Sandbox.startUnshare(script, streams: theirs)
        } catch {
            close(theirs)
            close(ours)
            throw error
        }
        // Once and now: the end of the other's lines is seen when nobody holds it here.
        close(theirs)
        let answer = Sandbox.firstLine(from: ours, milliseconds: 20_000)
        let children = try? String(contentsOfFile: "/proc/\(unshare)/task/\(unshare)/children", encoding: .utf8)
        guard answer == "ready", let first = children?.split(separator: " ").first.flatMap({ Int32($0) }) else {
            close(ours)
            kill(unshare, SIGKILL)
            Sandbox.reap(unshare)
            throw LabError("the lab's sandbox did not start; it said: '\(answer)'")
        }
        firstProcess = first
        socket = Mutex(ours)
    }

    deinit { end() }

    /// Ends everything in the sandbox, and returns when it is gone.
    func end() {
        let isOurs = socket.withLock { socket in
            guard let descriptor = socket else { return false }
            close(descriptor)
            socket = nil
            return true
        }
        if isOurs { Sandbox.reap(unshare) }
    }

    /// The arguments of `unshare`; a command follows.
    static let namespaces = ["--mount", "--pid", "--net", "--fork", "--kill-child", "--mount-proc"]

    private static func startUnshare(_ script: String, streams: Int32) throws -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for stream in Int32(0)...2 { unsafe posix_spawn_file_actions_adddup2(&actions, streams, stream) }
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            if let descriptor = Int32(name), descriptor > 2, descriptor != streams {
                unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
            }
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        var none = sigset_t()
        unsafe sigfillset(&all)
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        // A group of its own: what is typed at the terminal is meant for this program, which then ends in order.
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        // With a socket as its input bash takes itself for a remote login and reads somebody's start-up file.
        let words = ["/usr/bin/unshare"] + namespaces + ["/bin/bash", "--norc", "-c", script]
        let arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
        let path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        let environment: [UnsafeMutablePointer<CChar>?] = unsafe [strdup(path), nil]
        defer {
            for index in words.indices { unsafe free(arguments[index]) }
            unsafe free(environment[0])
        }
        var process = pid_t()
        let result = unsafe posix_spawn(&process, words[0], &actions, &attributes, arguments, environment)
        guard result == 0 else { throw LabError("'\(words[0])' could not be started: error \(result)") }
        return process
    }

    /// What comes up to the first end of line, the end of the stream, or the deadline.
    private static func firstLine(from socket: Int32, milliseconds: Int32) -> String {
        var text: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&waiting, 1, milliseconds) > 0 else { return "nothing, for \(milliseconds) ms" }
            let count = unsafe read(socket, &bytes, bytes.count)
            guard count > 0 else { return String(decoding: text, as: UTF8.self) }
            text += bytes[..<count]
            if let line = text.firstIndex(of: UInt8(ascii: "\n")), text.starts(with: "ready".utf8) {
                return String(decoding: text[..<line], as: UTF8.self)
            }
        }
    }

    private static func reap(_ process: Int32) {
        while waitpid(process, nil, 0) == -1, errno == EINTR {}
    }
}
