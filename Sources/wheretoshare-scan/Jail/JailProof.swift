internal import CSandbox
internal import Glibc
internal import ScanWire

/// Tries to get out of the jail in every way there is, and tells what came of it.
///
/// `wheretoshare-scan --prove-jail` is for whoever wants to see what the jail is worth on their computer; it ends with
/// status 0 when nothing was possible.
enum JailProof {
    private struct Attempt {
        let name: String
        let arguments: [Int]

        init(_ name: String, _ arguments: Int...) {
            self.name = name
            self.arguments = arguments + [0, 0, 0, 0]
        }
    }

    /// Enters the jail and makes the attempts.
    static func run() -> Never {
        let level = Jail.enter(for: .reading)
        say("jail: \(level)")
        var escaped = 0
        unsafe "/etc/passwd".withCString { path in
            let place = Int(bitPattern: path)
            let attempts = [
                Attempt("open", place, 0), Attempt("openat", Int(AT_FDCWD), place, 0),
                Attempt("openat2", Int(AT_FDCWD), place, place, 24),
                Attempt("creat", place, 0o600), Attempt("stat", place, place), Attempt("access", place, 0),
                Attempt("unlink", place), Attempt("mkdir", place, 0o700), Attempt("chmod", place, 0o777),
                Attempt("chdir", place), Attempt("chroot", place), Attempt("mount", place, place, place, 0),
                Attempt("execve", place, 0, 0), Attempt("execveat", Int(AT_FDCWD), place, 0, 0),
                Attempt("fork"), Attempt("vfork"), Attempt("clone", 17, 0, 0, 0), Attempt("clone3", place, 88),
                Attempt("socket", 2, 1, 0), Attempt("socket", 1, 1, 0), Attempt("socket", 16, 3, 0),
                Attempt("socketpair", 1, 1, 0, place), Attempt("connect", 0, place, 16), Attempt("bind", 0, place, 16),
                Attempt("ptrace", 16, Int(getppid()), 0, 0), Attempt("process_vm_readv", Int(getppid()), 0, 0, 0),
                Attempt("kill", Int(getppid()), 0), Attempt("tgkill", 1, 1, 0), Attempt("pidfd_open", 1, 0),
                Attempt("bpf", 0, 0, 0), Attempt("io_uring_setup", 1, place), Attempt("userfaultfd", 0),
                Attempt("perf_event_open", place, 0, -1, -1), Attempt("keyctl", 0, 0, 0, 0),
                Attempt("unshare", 0x1000_0000),
                Attempt("setns", 0, 0), Attempt("mmap", 0, 4096, 7, 0x22), Attempt("mprotect", 0, 4096, 4),
                Attempt("prctl", 22, 0, 0, 0), Attempt("seccomp", 1, 0, 0), Attempt("shmget", 0, 4096, 0o1600),
                Attempt("msgget", 0, 0o1600), Attempt("setuid", 0), Attempt("ioctl", 0, 0x5412, place),
                Attempt("prlimit64", 0, 7, 0, 0), Attempt("reboot", 0, 0, 0), Attempt("sethostname", place, 1),
            ]
            for attempt in attempts {
                let number = unsafe seccomp_syscall_resolve_name(attempt.name)
                // Not on this processor.
                guard number >= 0 else { continue }
                errno = 0
                let words = attempt.arguments
                let answer = wheretoshare_try(Int(number), words[0], words[1], words[2], words[3])
                let isRefused = answer < 0 && (errno == EPERM || errno == EACCES || errno == ENOSYS)
                if attempt.name.hasSuffix("fork") || attempt.name == "clone", answer == 0 { _exit(9) }
                if !isRefused { escaped += 1 }
                say("\(attempt.name): \(isRefused ? "refused" : "possible (answer \(answer), error \(errno))")")
            }
        }
        _exit(level.isFull && escaped == 0 ? 0 : 1)
    }

    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        unsafe write(1, bytes, bytes.count)
    }
}
