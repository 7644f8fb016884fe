internal import CLinux
internal import Glibc
internal import Synchronization

/// Lets a run tidy up when somebody ends the program, and then lets the program end as it would have.
public final class Interruption: Sendable {
    private let task: Task<Void, Never>

    /// The signals with which people, terminals and services end programs.
    private static let signals = [SIGHUP, SIGINT, SIGTERM]

    /// Begins to listen; a signal that was ignored before, as under `nohup`, stays so.
    /// - Parameters:
    ///   - loop: What waits for it.
    ///   - endsProgram: Whether the signal ends the program afterwards; otherwise it goes on, and ends by itself.
    ///   - tidyUp: What there is to do before the end.
    public init(on loop: EventLoop, endsProgram: Bool = true, tidyUp: @escaping @Sendable () async -> Void) {
        let bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        interruptionBell.store(bell, ordering: .sequentiallyConsistent)
        for number in Self.signals {
            var old = sigaction()
            unsafe sigaction(number, nil, &old)
            let isIgnored = unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1
            if !isIgnored { signal(number, noteInterruption) }
        }
        task = Task {
            defer {
                interruptionBell.store(-1, ordering: .sequentiallyConsistent)
                close(bell)
            }
            while await loop.wait([.reading(bell)], until: .now + .seconds(3_600)) == .deadline {}
            var number: UInt64 = 0
            guard unsafe read(bell, &number, MemoryLayout<UInt64>.size) > 0 else { return }
            await tidyUp()
            guard endsProgram else { return }
            // Whoever waits for this program is told that a signal ended it.
            signal(Int32(number), SIG_DFL)
            // The threads that run tasks take no signals; the process does.
            kill(getpid(), Int32(number))
            while true { sleep(1) }
        }
    }

    /// Stops listening: from now on a signal ends the program at once.
    public func end() async {
        for number in Self.signals { signal(number, SIG_DFL) }
        task.cancel()
        await task.value
    }
}

/// Where a signal is told; -1 when nobody listens.
private let interruptionBell = Atomic<Int32>(-1)

/// Tells the number of the first signal; later ones count for nothing.
@c(wheretoshare_note_interruption)
func noteInterruption(_ number: Int32) {
    let bell = interruptionBell.exchange(-1, ordering: .sequentiallyConsistent)
    guard bell >= 0 else { return }
    var value = UInt64(number)
    _ = unsafe write(bell, &value, MemoryLayout<UInt64>.size)
}
