internal import Glibc
internal import ProcessLimits
internal import Synchronization

/// Waits for any number of sockets on one thread, so that probes can be written as straight asynchronous code.
///
/// Every wait has a deadline and ends at once when its task is cancelled. A loop holds one thread and two descriptors,
/// which end with it; one is enough for a program. Making one raises this process' soft limit of open files, because a
/// thousand servers are asked at the same time.
public final class EventLoop: Sendable {
    private let watcher: Watcher
    private let thread: Mutex<pthread_t>

    /// How many descriptors may be open at the same time; whoever wants more waits for a place.
    let places: Places

    /// How many names may be looked up at the same time; each takes a few descriptors of its own.
    let lookUpPlaces: Places

    /// Starts the thread.
    /// - Throws: ``EventLoopError`` when the kernel gives no descriptor or no thread.
    public init() throws(EventLoopError) {
        let limit = DescriptorLimit.raised()
        places = Places(count: limit - limit / 4)
        lookUpPlaces = Places(count: limit / 16)
        watcher = try Watcher()
        var started = pthread_t()
        let argument = unsafe Unmanaged.passRetained(watcher).toOpaque()
        let result = unsafe pthread_create(&started, nil, watchDescriptors, argument)
        guard result == 0 else {
            unsafe Unmanaged<Watcher>.fromOpaque(argument).release()
            throw EventLoopError(step: "start the thread that waits for sockets", errno: result)
        }
        thread = Mutex(started)
    }

    deinit {
        watcher.stop()
        // No code of a probe ever runs on the thread, so that this cannot be the thread itself.
        thread.withLock { thread in _ = pthread_join(thread, nil) }
    }

    /// Waits until one of the descriptors can do what is asked, the deadline passes, or the task is cancelled.
    ///
    /// A descriptor must not be waited for by two tasks at the same time.
    func wait(_ interests: [Interest], until deadline: ContinuousClock.Instant) async -> WakeReason {
        let id = watcher.nextID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                watcher.begin(id, interests, until: deadline, continuation)
                // A cancellation before `begin` found nothing to end; one after it finds the wait.
                if Task.isCancelled { watcher.end(id, .cancelled) }
            }
        } onCancel: {
            watcher.end(id, .cancelled)
        }
    }

    /// How many waits have not ended.
    var waitCount: Int { watcher.waitCount }
}

/// The main function of the thread, which holds the watcher until it ends.
@c(wheretoshare_watch_descriptors)
func watchDescriptors(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    unsafe Unmanaged<Watcher>.fromOpaque(argument).takeRetainedValue().run()
    return nil
}
