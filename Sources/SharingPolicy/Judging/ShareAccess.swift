internal import StorageModel

/// Which groups can open which shares, with what they inherit from the groups they are part of.
struct ShareAccess: Sendable {
    let shares: [Share]
    let shareNumbers: [ShareID: Int]
    private let groups: [GroupID: Group]
    /// How many groups can open each share, by the share's number.
    private var breadth: [Int]

    init(_ inventory: Inventory) {
        shares = inventory.systems.flatMap(\.shares)
        let numbers = Dictionary(shares.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        shareNumbers = numbers
        groups = Dictionary(inventory.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        breadth = Array(repeating: 0, count: shares.count)
        for group in inventory.groups {
            for share in self.shares(of: group.id) { breadth[share] += 1 }
        }
    }

    func group(_ id: GroupID) -> Group? { groups[id] }

    /// The group and all that it is part of, the nearest first.
    func lineage(of id: GroupID) -> [Group] {
        var line: [Group] = []
        var next = groups[id]
        while let group = next, line.count <= groups.count {
            line.append(group)
            next = group.partOf.flatMap { groups[$0] }
        }
        return line
    }

    /// The numbers of all shares that members of a group can open.
    func shares(of id: GroupID) -> Set<Int> {
        Set(lineage(of: id).flatMap(\.shares).compactMap { shareNumbers[$0] })
    }

    /// The groups that can open a share, by id.
    func groups(opening share: Int) -> [GroupID] {
        groups.keys.filter { shares(of: $0).contains(share) }.sorted()
    }

    /// How far a method that works through shares reaches an audience, and through which share.
    ///
    /// Of several shares in common the one that the fewest groups can open is taken, unless the data lie on one
    /// already.
    func reach(
        of method: MethodID, audience: [AudienceMember], asker: Asker, lyingOn: ShareID?
    ) -> ReachState {
        var common = Set(shares.indices.filter { shares[$0].method == method })
        for member in audience {
            switch member {
            case .group(let id): common.formIntersection(shares(of: id))
            case .user(let name, groups: nil):
                if common.isEmpty { return .noCommonShare }
                return .membershipUnknown(name)
            case .user(_, groups: let ids?): common.formIntersection(ids.flatMap { shares(of: $0) })
            case .internal, .external, .anyone, .publish: return .noCommonShare
            }
        }
        guard let best = narrowest(of: common, lyingOn: lyingOn) else { return .noCommonShare }
        guard let own = asker.groups else { return .through(share: best) }
        let reachable = common.intersection(own.flatMap { shares(of: $0) })
        guard let open = narrowest(of: reachable, lyingOn: lyingOn) else { return .askerHasNoAccess(share: best) }
        return .through(share: open)
    }

    private func narrowest(of candidates: Set<Int>, lyingOn: ShareID?) -> Int? {
        if let lyingOn, let number = shareNumbers[lyingOn], candidates.contains(number) { return number }
        return candidates.min { (breadth[$0], shares[$0].id) < (breadth[$1], shares[$1].id) }
    }
}
