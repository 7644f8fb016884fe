internal import Glibc
internal import Synchronization

/// Ends a worker whose supervisor is gone, also in the middle of a document.
///
/// The kernel interrupts the worker after each second of processor time, whatever it does then. One that waits uses none,
/// and learns it from its socket.
enum SupervisorWatch {
    /// Begins to watch the process that started this one.
    static func begin() {
        supervisor.store(getppid(), ordering: .sequentiallyConsistent)
        signal(SIGPROF, endOrphan)
        let second = timeval(tv_sec: 1, tv_usec: 0)
        var time = itimerval(it_interval: second, it_value: second)
        _ = unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &time, nil)
    }
}

/// Who started this process.
private let supervisor = Atomic<pid_t>(0)

/// Ends the process when its parent is another by now.
@c(wheretoshare_end_orphan)
func endOrphan(_ number: Int32) {
    if getppid() != supervisor.load(ordering: .sequentiallyConsistent) { _exit(1) }
}
