/// An error a person can act on: what happened, why, and what to do next.
public protocol ExplainedError: Error, CustomStringConvertible, Sendable {
    /// What happened, with the person's own object in quotes.
    var what: String { get }

    /// Why it happened.
    var why: String { get }

    /// What to do next.
    var next: String { get }
}

extension ExplainedError {
    /// The three parts on three lines.
    public var description: String {
        """
        \(what)
          why:  \(why)
          next: \(next)
        """
    }
}
