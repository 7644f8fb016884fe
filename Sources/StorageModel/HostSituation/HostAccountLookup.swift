/// What this computer's user database says of an account's name.
public enum HostAccountLookup: Hashable, Sendable {
    /// The account and its groups.
    case found(HostAccount)
    /// The database has no such account; the institute may still have it.
    case unknownHere(name: String)
}
