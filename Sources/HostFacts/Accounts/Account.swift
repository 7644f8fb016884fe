/// A person's account on this machine and the groups it belongs to, as the machine's user database has them.
///
/// The database may be a directory service (SSSD, LDAP) that the system asks on this program's behalf. It tells what
/// the account belongs to now; a running session keeps the groups it had when it began.
public struct Account: Hashable, Sendable {
    /// The name to sign in with.
    public let name: String

    /// The account's number (uid).
    public let userID: UInt32

    /// The number of the account's first group (gid).
    public let primaryGroupID: UInt32

    /// The person's folder; nil when the database has none.
    public let home: HostPath?

    /// The names of all groups the account belongs to, the first group included, sorted, without repetition.
    public let groups: [String]

    /// The numbers of groups that have no name here, sorted.
    public let unnamedGroups: [UInt32]
}
