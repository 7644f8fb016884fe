internal import Glibc

/// This process' limit of open files, raised when a deep folder needs it and put back afterwards.
public struct OpenFileLimit: Sendable {
    private let original: rlimit?

    /// Notes the present limit.
    public init() {
        original = Self.current()
    }

    /// Doubles the soft limit, up to the hard one; false when it cannot be higher.
    public func raise() -> Bool {
        guard var limit = Self.current(), limit.rlim_cur < limit.rlim_max else { return false }
        let doubled = limit.rlim_cur.multipliedReportingOverflow(by: 2)
        limit.rlim_cur = doubled.overflow ? limit.rlim_max : min(limit.rlim_max, max(doubled.partialValue, 256))
        return Self.set(limit)
    }

    /// Puts the limit back: programs started later inherit it, and some cannot cope with a high one.
    public func restore() {
        guard let original, let now = Self.current(), now.rlim_cur > original.rlim_cur else { return }
        var limit = now
        limit.rlim_cur = original.rlim_cur
        _ = Self.set(limit)
    }

    private static func current() -> rlimit? {
        var limit = rlimit()
        return unsafe getrlimit(resource, &limit) == 0 ? limit : nil
    }

    private static func set(_ limit: rlimit) -> Bool {
        var limit = limit
        return unsafe setrlimit(resource, &limit) == 0
    }

    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
}
