internal import Diagnosis
internal import Probing
internal import StorageModel

/// Something that a check looks at.
struct CheckTarget: Hashable {
    /// The system it belongs to; nil for a network's gateway.
    var system: SystemID?
    /// What is expected of it.
    var expectation: Diagnosis.Expectation
    /// How it is looked at.
    var sweepTarget: SweepTarget

    /// Its name, as on the command line.
    var name: String { expectation.target }
}

/// Finds what an inventory has to check, and what people mean by a target's name.
///
/// A name is a system (`istsmb3`), a share (`istsmb3/bioimaging`), all shares of a group (`group:bioimaging`), or the way
/// into a network (`gateway:vpn`).
struct CheckTargets {
    private let inventory: Inventory
    private let plan: CheckPlan
    private let today: CalendarDate
    private let isSeenFromInside: Bool?

    init(_ inventory: Inventory, _ plan: CheckPlan, today: CalendarDate, seenFrom network: NetworkID?) {
        self.inventory = inventory
        self.plan = plan
        self.today = today
        isSeenFromInside = network.map { NetworkDetection(inventory).isInside($0) }
    }

    /// Everything there is to check today, in the order of the inventory.
    var all: [CheckTarget] {
        inventory.systems.filter(isInUse).flatMap { targets(on: $0) } + inventory.networks.compactMap(gateway)
    }

    /// What the names mean, each target once.
    /// - Throws: A problem that tells what is near, or what there is.
    func named(_ names: [String]) throws(CommandProblem) -> [CheckTarget] {
        var found: [CheckTarget] = []
        for name in names {
            for target in try targets(named: name) where !found.contains(target) { found.append(target) }
        }
        return found
    }

    private func targets(named name: String) throws(CommandProblem) -> [CheckTarget] {
        let word = name.lowercased()
        if let group = word.dropping(prefix: "group:") {
            let id = try NameTable(inventory).find(group) as GroupID
            var found: [CheckTarget] = []
            for share in try shares(of: id) { found += try targets(named: share.text) }
            return found
        }
        if let network = word.dropping(prefix: "gateway:") {
            let id = try NameTable(inventory).find(network) as NetworkID
            guard let target = inventory.networks.first(where: { $0.id == id }).flatMap(gateway) else {
                throw CommandProblem(
                    what: "the network '\(id)' has no gateway that could be checked",
                    why: "the inventory names none", next: "add 'gateway:' to the network in networks.yaml")
            }
            return [target]
        }
        for system in inventory.systems {
            let share = system.shares.first { $0.id.text.lowercased() == word }
            guard share != nil || system.id.text.lowercased() == word else { continue }
            guard let service = system.service, let host = system.host?.value else {
                throw CommandProblem(
                    what: "'\(system.id)' cannot be checked",
                    why: "the inventory does not say how it answers on the network",
                    next: "add 'service:' to systems/\(system.id).yaml")
            }
            return share.map { [target(system, host, service, $0)] } ?? targets(on: system)
        }
        throw unknown(name)
    }

    /// Every share when somebody signs in; without an account all shares of a server look the same.
    private func targets(on system: StorageSystem) -> [CheckTarget] {
        guard let service = system.service, let host = system.host?.value else { return [] }
        guard service.kind == .smb, plan.signsIn, !system.shares.isEmpty else {
            return [target(system, host, service, nil)]
        }
        return system.shares.map { target(system, host, service, $0) }
    }

    private func target(_ system: StorageSystem, _ host: String, _ service: Service, _ share: Share?) -> CheckTarget {
        let visited = service.kind == .smb ? share : nil
        let stages = plan.stages(of: service, host: host, share: visited)
        return CheckTarget(
            system: system.id,
            expectation: Diagnosis.Expectation(
                target: share?.id.text ?? system.id.text, host: host, service: service, share: visited, stages: stages,
                isSeenFromInside: isSeenFromInside),
            sweepTarget: SweepTarget(
                host: host, service: service, share: visited, stages: plan.taken(of: stages)))
    }

    private func gateway(_ network: Network) -> CheckTarget? {
        guard let gateway = network.gateway else { return nil }
        let stages = plan.stages(of: gateway.service, host: gateway.host.value, share: nil)
        return CheckTarget(
            system: nil,
            expectation: Diagnosis.Expectation(
                target: "gateway:\(network.id)", host: gateway.host.value, service: gateway.service, stages: stages,
                isSeenFromInside: isSeenFromInside),
            sweepTarget: SweepTarget(
                host: gateway.host.value, service: gateway.service, stages: plan.taken(of: stages)))
    }

    private func shares(of group: GroupID) throws(CommandProblem) -> [ShareID] {
        // Members of a part have what the whole has.
        let line = inventory.groups.first { $0.id == group }.map(inventory.lineage) ?? []
        let shares = line.flatMap(\.shares).reduce(into: [ShareID]()) { if !$0.contains($1) { $0.append($1) } }
        guard !shares.isEmpty else {
            throw CommandProblem(
                what: "the group '\(group)' has no share that could be checked", why: "the inventory gives it none",
                next: "wheretoshare inventory show \(group)")
        }
        return shares
    }

    private func isInUse(_ system: StorageSystem) -> Bool {
        (system.availableFrom ?? today) <= today && today <= (system.retiresOn ?? today)
    }

    private func unknown(_ name: String) -> CommandProblem {
        let names =
            inventory.systems.flatMap { [$0.id.text] + $0.shares.map(\.id.text) }
            + inventory.groups.map { "group:\($0.id)" }
            + inventory.networks.filter { $0.gateway != nil }.map { "gateway:\($0.id)" }
        let word = name.lowercased()
        let alike = didYouMean(name, among: names)
        let near = alike.isEmpty && word.count > 2 ? names.filter { $0.lowercased().contains(word) } : alike
        return CommandProblem(
            what: "there is nothing called '\(name.startOnOneLine)' that could be checked",
            why: "a target is a system, system/share, group:NAME or gateway:NETWORK of this inventory",
            next: near.isEmpty
                ? "wheretoshare inventory show lists what there is"
                : "did you mean \(near.prefix(3).map { "'\($0)'" }.joined(separator: " or "))?")
    }
}

extension String {
    fileprivate func dropping(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
