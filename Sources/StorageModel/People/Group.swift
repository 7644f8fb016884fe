/// People who belong together: a research group, team, unit or division.
public struct Group: Hashable, Sendable {
    /// Its name in the inventory.
    public var id: GroupID
    /// Its name, for people.
    public var name: String
    /// What kind of group it is.
    public var kind: GroupKindID
    /// The group that it is a part of; its members also have what that group has.
    public var partOf: GroupID?
    /// The shares that it has access to, without those of the groups it is part of.
    public var shares: [ShareID]
    /// The names of the account groups whose members belong to it.
    public var accountGroups: [String]
    /// Other names that people use for it.
    public var aliases: [String]
    /// Where the group is told.
    public var provenance: Provenance

    /// Puts the parts together.
    public init(
        id: GroupID, name: String, kind: GroupKindID, partOf: GroupID? = nil, shares: [ShareID] = [],
        accountGroups: [String] = [], aliases: [String] = [], provenance: Provenance
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.partOf = partOf
        self.shares = shares
        self.accountGroups = accountGroups
        self.aliases = aliases
        self.provenance = provenance
    }
}
