/// Why the addresses of this machine could not be read.
public struct LocalAddressesError: ExplainedError, Hashable {
    /// What the system reported.
    public let errorNumber: ErrorNumber

    /// What happened.
    public var what: String { "the network addresses of this machine could not be read" }

    /// Why it happened.
    public var why: String { errorNumber.description }

    /// What to do next.
    public var next: String { "say where you are with --from, or try again" }
}
