/// Why reading from or writing to a connection ended.
enum SocketFailure: Error, Hashable {
    /// The deadline passed.
    case deadline
    /// The task was cancelled.
    case cancelled
    /// The other side reset the connection.
    case reset
    /// Anything else, as an error number of the operating system.
    case failed(errno: Int32)
}
