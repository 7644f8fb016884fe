// The header of c-ares brings the system's `timespec` along, and Swift takes it for the owner.
internal import CAres
internal import Glibc

/// The time of day, to compare with a server's.
enum WallClock {
    /// The time since 1970-01-01T00:00:00Z.
    static var now: Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
