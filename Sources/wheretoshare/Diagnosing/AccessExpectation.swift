internal import Diagnosis
internal import StorageModel

/// What the inventory says of who may reach a place, and from where.
struct AccessExpectation {
    let inventory: Inventory

    /// Whether a person may open a share, as far as the directory is seen from here.
    ///
    /// A computer of one's own knows nothing of the institute's groups, so that being in none of them there means
    /// nothing: only an account that is in some group of the inventory is said to be in none of those that count.
    func access(of account: HostAccount?, to share: ShareID?) -> AccessCase.ExpectedAccess {
        guard let share else { return .notAsked }
        let open = inventory.groups.filter { inventory.lineage(of: $0).contains { $0.shares.contains(share) } }
        let own = Set((account?.groups ?? []).map { $0.lowercased() })
        func isMember(_ group: Group) -> Bool { group.accountGroups.contains { own.contains($0.lowercased()) } }
        if let group = open.first(where: isMember) { return .granted(group.id) }
        guard inventory.groups.contains(where: isMember), open.allSatisfy({ !$0.accountGroups.isEmpty }) else {
            return .unknown(open.map(\.id))
        }
        return .notGranted(open.map(\.id))
    }

    /// From where somebody looks who is on a network.
    func standing(on network: NetworkID?) -> AccessCase.Standing {
        guard let network else { return .outside(inventory.fallbackNetwork) }
        return NetworkDetection(inventory).isInside(network) ? .inside(network) : .outside(network)
    }

    /// Whether a system can be used from networks of the inside alone: its name is known only there, or it enforces what
    /// is met only there.
    func needsInside(_ system: SystemID?) -> Bool {
        guard let system = inventory.systems.first(where: { $0.id == system }) else { return false }
        if system.service?.promise.isInternalName == true { return true }
        let demands = inventory.vocabulary.obligations.filter { obligation in
            if case .networks? = obligation.prerequisite?.witness { true } else { false }
        }
        return demands.contains { demand in
            system.methods.contains { $0.capabilities[demand.id]?.value == .enforced }
        }
    }
}
