/// Why a history cannot be used.
public struct HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of obstacle it is.
    public enum Kind: Hashable, Sendable {
        /// There is no such file yet.
        case absent
        /// Another run records into it at the moment.
        case busy
        /// Its content is damaged, or it is no history.
        case damaged
        /// A later version of this program wrote it.
        case newer
        /// It, or its folder, may not be read or written.
        case noAccess
        /// No space is left for it.
        case full
        /// Something else.
        case other
    }

    /// What kind of obstacle it is.
    public var kind: Kind
    /// What happened, with the file in quotes.
    public var what: String
    /// Why it happened.
    public var why: String
    /// What to do next.
    public var next: String

    /// The three parts on three lines.
    public var description: String {
        """
        \(what)
          why:  \(why)
          next: \(next)
        """
    }
}
