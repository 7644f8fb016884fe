internal import Glibc

/// How many files this process may have open.
public enum DescriptorLimit {
    /// What is left to the rest of the program: files, pipes to other programs, the streams.
    private static let reserve = 256

    /// More than this many descriptors are never of use at the same time.
    private static let most = 8_192

    /// Raises the soft limit, and tells how many sockets may be open at the same time.
    @discardableResult
    public static func raised() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard unsafe getrlimit(resource, &limit) == 0 else { return 64 }
        let wanted = rlim_t(most + reserve)
        if limit.rlim_cur < wanted {
            var higher = limit
            higher.rlim_cur = min(limit.rlim_max, wanted)
            if unsafe setrlimit(resource, &higher) == 0 { limit = higher }
        }
        let allowed = Int(clamping: min(limit.rlim_cur, wanted))
        return max(allowed - reserve, allowed / 2)
    }
}
