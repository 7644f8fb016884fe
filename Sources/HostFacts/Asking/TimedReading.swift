internal import Glibc
internal import StorageModel
internal import Synchronization

/// Something that is read on a thread of its own, so that whoever waits for it can give up.
///
/// A file on a server that is dead is never read. The thread is then left alone; it ends with the program.
final class TimedReading<Value: Hashable & Sendable>: Sendable {
    private let result = Mutex<HostReading<Value>?>(nil)
    private let reader: CInt
    private let writer: CInt

    /// Starts to read.
    init(_ read: @escaping @Sendable () -> HostReading<Value>) {
        var ends: [CInt] = [-1, -1]
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        if unsafe socketpair(AF_UNIX, kind, 0, &ends) != 0 {
            result.withLock { $0 = .unknown(HostReadingObstacle(.last)) }
        }
        (reader, writer) = (ends[0], ends[1])
        guard reader >= 0 else { return }
        let number = ReadingThread.start {
            let value = read()
            self.result.withLock { $0 = value }
            shutdown(self.writer, CInt(SHUT_RDWR))
        }
        if number != 0 {
            result.withLock { $0 = .unknown(.system(errno: number)) }
            shutdown(writer, CInt(SHUT_RDWR))
        }
    }

    deinit {
        for end in [reader, writer] where end >= 0 { close(end) }
    }

    /// What was read, or that it was not read by a deadline.
    func value(until deadline: ContinuousClock.Instant) -> HostReading<Value> {
        if reader >= 0 { _ = Readiness.wait(for: reader, until: deadline) }
        return result.withLock { $0 } ?? .unknown(.deadline)
    }
}

/// A thread that does one thing and ends.
enum ReadingThread {
    fileprivate final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; zero, or the error number when there can be none.
    static func start(_ run: @escaping @Sendable () -> Void) -> Int32 {
        let argument = unsafe Unmanaged.passRetained(Work(run)).toOpaque()
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let number = unsafe pthread_create(&thread, &attributes, runReadingThread, argument)
        if number != 0 { unsafe Unmanaged<Work>.fromOpaque(argument).release() }
        return number
    }
}

/// Runs what a thread was started for.
@c(wheretoshare_run_reading_thread)
func runReadingThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument = unsafe argument {
        unsafe Unmanaged<ReadingThread.Work>.fromOpaque(argument).takeRetainedValue().run()
    }
    return nil
}
