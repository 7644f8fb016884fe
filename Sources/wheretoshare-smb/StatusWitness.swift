internal import Glibc
internal import StorageModel
internal import Synchronization

/// What is known of the statuses behind the library's error numbers.
///
/// The library folds hundreds of statuses into a dozen error numbers, and "locked out" into "invalid argument". It does
/// so in one function of its libraries, `map_errno_from_nt_status`; this program has a function of that name which the
/// linker finds first, notes the status and calls the real one. Up to Samba 4.21 the log tells the status as well.
struct StatusWitness {
    /// The last status that was turned into an error number, and that number.
    private var mapped: (status: UInt32, errno: Int32)?
    /// The last status that the log spoke of.
    private var logged: UInt32?
    /// Whether a call with a known end had the status that it has to have.
    private(set) var isTrusted = false

    /// Forgets what an earlier call left.
    mutating func forget() {
        mapped = nil
        logged = nil
    }

    mutating func note(status: UInt32, errno: Int32) { mapped = (status, errno) }

    mutating func note(logged status: UInt32) { logged = status }

    /// Takes the last call, to a port where nobody listens, as the test.
    mutating func test(errno: Int32) {
        isTrusted = true
        isTrusted = outcome(errno: errno) == .refused(NTStatus(rawValue: 0xC000_0236))
    }

    /// How the last call ended that gave an error number: with its status when both witnesses agree.
    func outcome(errno number: Int32) -> ShareVisit.Outcome {
        guard isTrusted, let mapped, mapped.errno == number, mapped.status >> 30 == 3,
            logged == nil || logged == mapped.status
        else { return .failed(errno: number) }
        return .refused(NTStatus(rawValue: mapped.status))
    }
}

/// The one witness, for functions that C calls.
let statusWitness = Mutex(StatusWitness())

private let realMapping: (@convention(c) (UInt32) -> Int32)? = {
    // RTLD_NEXT: the next library after this program that has the name.
    let next = unsafe UnsafeMutableRawPointer(bitPattern: -1)
    guard let found = unsafe dlsym(next, "map_errno_from_nt_status") else { return nil }
    return unsafe unsafeBitCast(found, to: (@convention(c) (UInt32) -> Int32).self)
}()

/// Stands in front of the library's function of the same name.
@c(map_errno_from_nt_status)
public func noteStatus(_ status: UInt32) -> Int32 {
    let number = realMapping?(status) ?? EINVAL
    statusWitness.withLock { $0.note(status: status, errno: number) }
    // The caller puts it into errno itself; but noting must not have changed what was there.
    return number
}
