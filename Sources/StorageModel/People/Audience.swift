/// How open an audience is, from one colleague to the world; a later kind is more open than an earlier one.
public enum AudienceKind: String, CaseIterable, Comparable, Sendable {
    /// One named colleague.
    case user
    /// A group of the institution.
    case group
    /// Anybody with an account of the institution.
    case `internal`
    /// A named person outside.
    case external
    /// Whoever holds the link.
    case anyone
    /// The world, for good.
    case publish

    /// The place on the scale, 0 for the narrowest.
    public var openness: Int {
        switch self {
        case .user: 0
        case .group: 1
        case .internal: 2
        case .external: 3
        case .anyone: 4
        case .publish: 5
        }
    }

    /// Whether such people have an account of the institution.
    public var hasAccount: Bool { self <= .internal }

    /// Orders by openness.
    public static func < (left: Self, right: Self) -> Bool { left.openness < right.openness }
}

/// One part of an audience.
public enum AudienceMember: Hashable, Sendable {
    /// A group of the inventory.
    case group(GroupID)
    /// A colleague; the groups are nil when nobody knows them here.
    case user(String, groups: [GroupID]?)
    /// Everybody with an account.
    case `internal`
    /// A person outside, with an address if one was given.
    case external(String?)
    /// Whoever holds the link.
    case anyone
    /// The world.
    case publish

    /// Its place on the scale.
    public var kind: AudienceKind {
        switch self {
        case .group: .group
        case .user: .user
        case .internal: .internal
        case .external: .external
        case .anyone: .anyone
        case .publish: .publish
        }
    }

    /// The name of the group, colleague or outside person; nil for the rest.
    public var name: String? {
        switch self {
        case .group(let id): id.text
        case .user(let name, _): name
        case .external(let address): address
        case .internal, .anyone, .publish: nil
        }
    }
}
