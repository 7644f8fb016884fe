internal import Glibc

/// Limits of the kernel's on what a process may use (setrlimit(2)).
enum Limits {
    /// What a reader may have in memory: enough for the largest member that is held, and not for a bomb.
    private static let memory: UInt64 = 960 << 20

    /// Sets the limits.
    /// - Returns: Whether all are in force.
    static func set(for purpose: Jail.Purpose) -> Bool {
        switch purpose {
        case .reading:
            // The one thing that can be written is memory that has the shape of a file, for members to hand over.
            return set(RLIMIT_AS, memory) && set(RLIMIT_CORE, 0) && set(RLIMIT_NOFILE, 64)
                && set(RLIMIT_FSIZE, 256 << 20)
        case .running(_, _, let writable):
            return set(RLIMIT_AS, memory) && set(RLIMIT_CORE, 0) && set(RLIMIT_NOFILE, 64)
                && set(RLIMIT_FSIZE, writable == nil ? 0 : 4 << 30) && set(RLIMIT_CPU, 120)
        }
    }

    /// Gives the process so much processor time from now on; the kernel ends it when that is used up.
    static func allow(processorTime: Duration) {
        var usage = rusage()
        guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
        let used = UInt64(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = rlim_t(used) + rlim_t(max(1, processorTime.components.seconds)) + 1
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    }

    private static func set(_ resource: __rlimit_resource, _ most: UInt64) -> Bool {
        var limit = rlimit()
        let number = __rlimit_resource_t(resource.rawValue)
        guard unsafe getrlimit(number, &limit) == 0 else { return false }
        limit.rlim_max = min(limit.rlim_max, rlim_t(most))
        limit.rlim_cur = limit.rlim_max
        return unsafe setrlimit(number, &limit) == 0
    }
}
