internal import Glibc
internal import Synchronization

/// Leave to start a program: there are descriptors for its pipes, and `/dev/null` can be opened.
///
/// Subprocess ends the whole process when a descriptor cannot be had after it has made others. Whoever starts a program
/// asks here first, and gives the permit back when the program is there.
public final class StartPermit: Sendable {
    /// Why no program can be started now.
    public struct Refusal: Error, Hashable, CustomStringConvertible {
        /// What stands in the way.
        public let why: String
        /// What a person can do about it.
        public let next: String

        /// What stands in the way.
        public var description: String { why }
    }

    /// What one start takes at most: three pipes, what tells of the program's end, and what waits for them.
    static let descriptorsPerStart = 24

    /// How many programs are being started.
    private static let underWay = Mutex(0)

    private let isHeld = Mutex(true)

    /// Takes a permit.
    /// - Throws: ``Refusal`` when a start could end badly.
    public convenience init() throws(Refusal) {
        try self.init(nothing: "/dev/null")
    }

    /// A permit that depends on another file than `/dev/null`.
    init(nothing: String) throws(Refusal) {
        let refusal = Self.underWay.withLock { count -> Refusal? in
            if let refusal = Self.refusal(starts: count + 1, nothing: nothing) { return refusal }
            count += 1
            return nil
        }
        if let refusal {
            isHeld.withLock { $0 = false }
            throw refusal
        }
    }

    deinit { giveBack() }

    /// Takes a permit, and waits up to five seconds for one where only other starts stand in the way.
    public static func whenPossible() async throws(Refusal) -> StartPermit {
        let deadline = ContinuousClock.now + .seconds(5)
        while true {
            do throws(Refusal) {
                return try StartPermit()
            } catch {
                guard underWay.withLock({ $0 > 0 }), .now < deadline, !Task.isCancelled else { throw error }
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Gives the permit back: the program is there, or could not be started.
    public func giveBack() {
        let wasHeld = isHeld.withLock { isHeld in
            defer { isHeld = false }
            return isHeld
        }
        if wasHeld { Self.underWay.withLock { $0 -= 1 } }
    }

    /// Why no program could be started now; nil when one could.
    public static var refusal: Refusal? {
        do throws(Refusal) {
            try StartPermit().giveBack()
            return nil
        } catch {
            return error
        }
    }

    private static func refusal(starts: Int, nothing: String) -> Refusal? {
        guard hasFree(starts * descriptorsPerStart) else {
            return Refusal(
                why: "this process may not open as many files as it takes to start another program",
                next: "raise its limit of open files (ulimit -n, or LimitNOFILE= of a service) to 1024")
        }
        let file = unsafe open(nothing, O_RDWR | O_CLOEXEC)
        guard file >= 0 else {
            let reason = unsafe String(cString: strerror(errno))
            return Refusal(
                why: "'\(nothing)', which every program needs to be started, cannot be opened: \(reason)",
                next: "have /dev set up in this container or chroot as on every Linux system")
        }
        close(file)
        return nil
    }

    /// Whether so many more descriptors can be opened; none is opened to find out.
    private static func hasFree(_ wanted: Int) -> Bool {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return false }
        var free = 0
        for number in 0..<Int32(clamping: limit.rlim_cur) where fcntl(number, F_GETFD) < 0 {
            free += 1
            if free >= wanted { return true }
        }
        return false
    }
}
