internal import Glibc
internal import WorkerWire

/// The way to and from the parent, away from the standard streams, on which the library prints as it likes.
struct Channel {
    private let orders: Int32
    private let events: Int32
    private var reader = FrameReader()

    /// Moves the two ends to descriptors of their own; nil when that is not possible.
    init?() {
        // Not below 3, and closed in whatever the library might start.
        orders = fcntl(0, F_DUPFD_CLOEXEC, 3 as Int32)
        events = fcntl(1, F_DUPFD_CLOEXEC, 3 as Int32)
        let nothing = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard orders >= 0, events >= 0, nothing >= 0, dup2(nothing, 0) == 0, dup2(2, 1) == 1 else { return nil }
        close(nothing)
    }

    /// The next order; nil when the parent closed its end, is gone, or sent what is none.
    mutating func receive() -> [UInt8]? {
        while true {
            do {
                if let body = try reader.next() { return body }
            } catch {
                return nil
            }
            var count = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
                count = unsafe read(orders, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            if count == 0 || count < 0 && errno != EINTR { return nil }
            reader.append(chunk)
        }
    }

    /// Tells the parent; whoever has no parent any more has no work either.
    func send(_ event: VisitEvent) {
        var rest = event.frame[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(events, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                _exit(1)
            }
        }
    }
}
