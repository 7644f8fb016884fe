internal import Glibc

/// Waiting for descriptors, never beyond a deadline.
enum Readiness {
    /// Waits until something can be read from a descriptor, or its other end is gone; false at the deadline.
    static func wait(for descriptor: CInt, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = (max(.zero, deadline - .now) / .milliseconds(1)).rounded(.up)
            let count = unsafe poll(&polled, 1, CInt(min(left, 60_000)))
            if count > 0 { return true }
            if count < 0, errno != EINTR { return false }
            if ContinuousClock.now >= deadline { return false }
        }
    }
}
