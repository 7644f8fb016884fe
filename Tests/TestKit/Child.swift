import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// One started process and the group it leads.
final class Child: Sendable {
    private enum State {
        case running
        case overran
        case reaped
    }

    private let id: pid_t
    private let state = Mutex(State.running)

    /// Starts a program with its standard streams on three files.
    init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        folder: String,
        stdin: String,
        stdout: String,
        stderr: String
    ) throws {
        guard unsafe access(program, X_OK) == 0 else {
            throw TestKitError("'\(program)' cannot be run: \(errorText())")
        }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, stdout, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, stderr, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        for descriptor in try openDescriptors() where descriptor > 2 {
            unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
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
        let words = environment.map { "\($0.key)=\($0.value)" }
        // Swift sees no call that starts a program in another folder; env goes there and becomes the program.
        let starter = "/usr/bin/env"
        let result = unsafe withCStrings([starter, "-C", folder, "--", program] + arguments) { arguments in
            unsafe withCStrings(words) { words in
                unsafe posix_spawn(&started, starter, &actions, &attributes, arguments, words)
            }
        }
        guard result == 0 else {
            throw TestKitError("'\(program)' could not be started in '\(folder)': \(errorText(result))")
        }
        id = started
    }

    /// Waits for the end, which comes at the deadline at the latest.
    func end(deadline: Duration) async -> ProgramRun.Ending {
        let seconds = Double(deadline.components.seconds) + Double(deadline.components.attoseconds) / 1e18
        let executioner = DispatchWorkItem { self.overrun() }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: executioner)
        defer { executioner.cancel() }
        // The wait blocks its thread, so it takes one that no task needs.
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.reap(deadline)) }
        }
    }

    private func overrun() {
        state.withLock { state in
            guard state == .running else { return }
            state = .overran
            kill(-id, SIGKILL)
        }
    }

    private func reap(_ deadline: Duration) -> ProgramRun.Ending {
        // WNOWAIT leaves the process a zombie: its number, and its group's, cannot be another's while the rest is killed.
        var notice = unsafe siginfo_t()
        while unsafe waitid(P_PID, id_t(id), &notice, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        return state.withLock { state in
            kill(-id, SIGKILL)
            var status: Int32 = 0
            while unsafe waitpid(id, &status, 0) == -1, errno == EINTR {}
            defer { state = .reaped }
            if state == .overran { return .overran(deadline) }
            // The macros WIFEXITED and WEXITSTATUS are not visible from Swift; this is what they do.
            let signal = status & 0x7f
            return signal == 0 ? .exited((status >> 8) & 0xff) : .signaled(signal)
        }
    }
}

/// The numbers of all files that this process has open.
private func openDescriptors() throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
}

/// Lends C strings with a null at the end of the list, the form `argv` and `envp` have.
private func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count + 1)
    for (index, text) in strings.enumerated() { unsafe list[index] = strdup(text) }
    unsafe list[strings.count] = nil
    defer {
        for index in strings.indices { unsafe free(list[index]) }
        unsafe list.deallocate()
    }
    return unsafe body(list)
}
