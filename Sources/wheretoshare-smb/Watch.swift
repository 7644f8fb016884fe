internal import CSMBClient
internal import Glibc

/// Has the kernel end this process at a time, whatever it does then.
///
/// The parent ends a worker that is late; this is for one whose parent is gone.
@safe
struct Watch: ~Copyable {
    /// The kernel's number of the timer in the shape of a pointer; the first one is 0.
    private let timer: timer_t?

    init?() {
        var event = unsafe sigevent()
        unsafe event.sigev_notify = Int32(SIGEV_SIGNAL)
        unsafe event.sigev_signo = SIGKILL
        var timer: timer_t?
        guard unsafe timer_create(CLOCK_MONOTONIC, &event, &timer) == 0 else { return nil }
        unsafe self.timer = timer
    }

    /// Sets the time that is left; zero stops the watch.
    func set(_ left: Duration) {
        let (seconds, attoseconds) = left.components
        var time = itimerspec()
        time.it_value = timespec(tv_sec: Int(clamping: seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        _ = unsafe wheretoshare_set_timer(timer, &time)
    }
}
