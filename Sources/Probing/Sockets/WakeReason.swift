/// Why a wait on descriptors ended.
enum WakeReason: Hashable, Sendable {
    /// One of the descriptors can do what was waited for, or is in an error that the next call on it tells.
    case ready
    /// The deadline passed.
    case deadline
    /// The task was cancelled.
    case cancelled
    /// The descriptors could not be watched; the error number says why.
    case failed(errno: Int32)
}

/// One descriptor, and what is waited for on it.
struct Interest: Hashable, Sendable {
    /// The descriptor.
    var descriptor: Int32
    /// Whether to wake when it can be read.
    var reads: Bool
    /// Whether to wake when it can be written.
    var writes: Bool

    /// Waits until the descriptor can be read.
    static func reading(_ descriptor: Int32) -> Self { Self(descriptor: descriptor, reads: true, writes: false) }

    /// Waits until the descriptor can be written.
    static func writing(_ descriptor: Int32) -> Self { Self(descriptor: descriptor, reads: false, writes: true) }
}
