internal import Glibc

/// Why a loop could not begin its work.
public struct EventLoopError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was to be done.
    public let step: String
    /// The error number of the operating system.
    public let errno: Int32

    /// What was not possible, and why, in one sentence part.
    public var description: String {
        guard let text = unsafe strerror(errno) else { return "the system did not \(step): error \(errno)" }
        return unsafe "the system did not \(step): \(String(cString: text))"
    }
}
