/// How long the steps of a probe may take, and how many addresses of a name are tried.
public struct ProbeLimits: Hashable, Sendable {
    /// Looking up the name.
    public var lookup: Duration = .seconds(3)
    /// Opening a connection; a little longer than the three seconds for which the kernel looks for a neighbour.
    public var connection: Duration = .seconds(4)
    /// Saying hello on an open connection.
    public var greeting: Duration = .seconds(3)
    /// Opening a connection that only tells two causes apart.
    public var witness: Duration = .seconds(1)
    /// Asking a web server.
    public var web: Duration = .seconds(8)
    /// How many addresses of one name are tried.
    public var addresses = 16

    /// The usual limits.
    public init() {}
}
