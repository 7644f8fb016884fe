/// An account as this computer's user database has it.
public struct HostAccount: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The number (uid).
    public var userID: UInt32
    /// The names of its groups, sorted.
    public var groups: [String]
    /// The numbers of groups that have no name here, sorted.
    public var unnamedGroups: [UInt32]

    /// Puts the parts together.
    public init(name: String, userID: UInt32, groups: [String], unnamedGroups: [UInt32] = []) {
        self.name = name
        self.userID = userID
        self.groups = groups
        self.unnamedGroups = unnamedGroups
    }
}
