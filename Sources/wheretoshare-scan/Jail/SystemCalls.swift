internal import CSandbox
internal import Glibc

/// The system calls that a process may make; all others are answered with "not permitted" (seccomp(2)).
enum SystemCalls {
    private static let forReading = [
        "read", "readv", "pread64", "write", "writev", "recvmsg", "sendmsg", "lseek", "close", "munmap", "mremap",
        "brk",
        "madvise", "memfd_create", "futex", "rt_sigreturn", "rt_sigprocmask", "sigaltstack", "restart_syscall",
        "exit", "exit_group", "clock_gettime", "gettimeofday", "getrandom", "getrusage", "sched_yield", "alarm",
        "setitimer", "getpid", "getppid", "gettid",
    ]

    private static let forRunning =
        forReading + [
            "execve", "open", "openat", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "stat", "lstat",
            "fstat", "newfstatat", "statx", "statfs", "fstatfs", "getcwd", "getdents64", "arch_prctl",
            "set_tid_address", "set_robust_list", "rseq", "prlimit64", "getrlimit", "uname", "sysinfo", "times", "time",
            "rt_sigaction", "sched_getaffinity", "getuid", "geteuid", "getgid", "getegid", "dup", "dup2",
            "dup3", "fcntl", "fadvise64", "pwrite64", "ftruncate", "truncate", "mkdir", "mkdirat", "rmdir", "unlink",
            "unlinkat", "rename", "renameat", "chdir", "umask", "utime", "utimes", "utimensat", "clock_nanosleep",
            "nanosleep", "poll", "ppoll", "pipe2", "mmap", "mprotect",
        ]

    /// Permits only what the purpose needs.
    /// - Returns: Whether that is in force.
    static func permitOnly(for purpose: Jail.Purpose) -> Bool {
        guard let filter = unsafe seccomp_init(wheretoshare_refuse(EPERM)) else { return false }
        defer { unsafe seccomp_release(filter) }
        var isComplete = true
        func permit(_ name: String, where conditions: [scmp_arg_cmp] = []) {
            let number = unsafe seccomp_syscall_resolve_name(name)
            // Other processors leave out the oldest calls.
            guard number != unknownCall else { return }
            let result = unsafe seccomp_rule_add_array(
                filter, wheretoshare_allow(), number, UInt32(conditions.count), conditions)
            if result != 0 { isComplete = false }
        }
        switch purpose {
        case .reading:
            for name in forReading { permit(name) }
            // Memory that can be executed is made by nobody who parses.
            permit("mmap", where: [without(PROT_EXEC, argument: 2)])
            permit("mprotect", where: [without(PROT_EXEC, argument: 2)])
            // Only the own limit of processor time, which the supervisor's deadline stands above.
            permit("prlimit64", where: [equal(0, argument: 0), equal(UInt64(RLIMIT_CPU.rawValue), argument: 1)])
            permit("getrlimit")
        case .running:
            for name in forRunning { permit(name) }
            // Threads, and no processes; a newer call says by its absence that this one is to be used.
            permit("clone", where: [with(cloneThread, argument: 0)])
            let clone3 = unsafe seccomp_syscall_resolve_name("clone3")
            if unsafe seccomp_rule_add_array(filter, wheretoshare_refuse(ENOSYS), clone3, 0, nil) != 0 {
                isComplete = false
            }
            // Whether a stream is a terminal; nothing else is asked of a device.
            permit("ioctl", where: [equal(UInt64(askTerminal), argument: 1)])
        }
        // A filter that every thread of the process gets, or none.
        guard isComplete, unsafe seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0 else { return false }
        return unsafe seccomp_load(filter) == 0
    }

    private static func without(_ flag: Int32, argument: UInt32) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(flag), datum_b: 0)
    }

    private static func with(_ flag: UInt64, argument: UInt32) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: flag, datum_b: flag)
    }

    private static func equal(_ value: UInt64, argument: UInt32) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_EQ, datum_a: value, datum_b: 0)
    }
}

private let cloneThread: UInt64 = 0x10000
private let askTerminal = 0x5401
private let unknownCall: Int32 = -1
