internal import Diagnosis
internal import HostFacts
internal import Probing
internal import StorageModel

/// What somebody pasted, turned into evidence as our own would be.
struct PastedCase {
    let inventory: Inventory
    let today: CalendarDate
    let pasted: PastedEvidence
    /// What the person's computer showed besides.
    let reported: [ReportedError]
    /// The paste's name, for problems.
    let paste: String
    /// Whether there is nothing but what the computer showed.
    var isWithoutScript = false

    /// From where the script looked.
    var vantage: Vantage { Vantage(name: pasted.computer ?? "pasted", network: network) }

    private var network: NetworkID? {
        let addresses = (pasted.interfaces ?? []).filter { $0.isUp && $0.kind != .loopback }.flatMap { interface in
            interface.addresses.map { LocalAddress(interface: interface.name, address: $0.address) }
        }
        return NetworkDetection(inventory).network(of: addresses)
    }

    /// The evidence about the target.
    /// - Parameter now: The time of the script, in seconds since 1970.
    /// - Returns: The evidence, with the target judged by itself.
    /// - Throws: A problem when the paste was made for another inventory.
    func evidence(at now: Int64) throws(CommandProblem) -> AccessCase {
        let target = try self.target(named: pasted.target, signsIn: true)
        let sighting = try isWithoutScript ? Sighting() : self.sighting(of: target)
        var errors: [ReportedError] = []
        if let error = openingError { errors.append(error) }
        errors += reported.filter { !errors.contains($0) }
        let expectation = AccessExpectation(inventory: inventory)
        let account = pasted.groups.map { groups in
            HostAccount(name: pasted.account ?? "", userID: 0, groups: known(groups))
        }
        return AccessCase(
            observation: target.expectation.observation(of: sighting, reported: errors, at: now), sighting: sighting,
            witnesses: others(at: now) { !$0.hasPrefix("gateway:") },
            gateways: others(at: now) { $0.hasPrefix("gateway:") },
            situation: isWithoutScript ? nil : situation(at: now),
            standing: pasted.interfaces == nil ? .unknown : expectation.standing(on: network),
            needsInside: expectation.needsInside(target.system),
            access: expectation.access(of: account, to: target.sweepTarget.share?.id), signIn: pasted.signInKind,
            mounts: mounts(of: target), now: now)
    }

    /// What the script saw of the target.
    private func sighting(of target: CheckTarget) throws(CommandProblem) -> Sighting {
        guard let place = pasted.places[pasted.target] else {
            throw PasteProblem.whole(paste, "it says nothing about '\(pasted.target)'")
        }
        guard place.host.lowercased() == target.expectation.host.lowercased() else {
            throw CommandProblem(
                what: "'\(paste.shownOnOneLine)' was made for another inventory",
                why: "the script asked for '\(place.host.shownOnOneLine)', and here '\(target.name)' is "
                    + "'\(target.expectation.host)'",
                next: "print the script anew: wheretoshare diagnose \(target.name) --script \(pasted.system.rawValue)")
        }
        return sighting(of: place, at: target, visit: visit)
    }

    private func target(named name: String, signsIn: Bool) throws(CommandProblem) -> CheckTarget {
        let plan = CheckPlan(signsIn: signsIn, writes: false, only: nil)
        let targets = CheckTargets(inventory, plan, today: today, seenFrom: network)
        guard let found = try targets.named([name]).first else { throw PasteProblem.whole(paste, "it names no place") }
        if signsIn, found.name != name.lowercased(), found.sweepTarget.share != nil {
            return try target(named: name, signsIn: false)
        }
        return found
    }

    private func others(at now: Int64, where isMeant: (String) -> Bool) -> [Observation] {
        pasted.places.keys.filter { $0 != pasted.target && isMeant($0) }.sorted().compactMap { name in
            guard let place = pasted.places[name], let other = try? target(named: name, signsIn: false) else {
                return nil
            }
            return other.expectation.observation(of: sighting(of: place, at: other, visit: nil), at: now)
        }
    }

    /// The groups as the inventory writes them.
    private func known(_ groups: [String]) -> [String] {
        let pasted = Set(groups.map { $0.lowercased() })
        return inventory.groups.flatMap(\.accountGroups).filter { pasted.contains($0.pasteSafe.lowercased()) }
    }

    private func sighting(
        of place: PastedEvidence.Place, at target: CheckTarget, visit: ShareVisit?
    ) -> Sighting {
        let port = target.expectation.service.effectivePort
        let own = place.attempts.filter { $0.port == port }
        let silent = Set(own.filter { $0.outcome == .noAnswer }.map(\.address))
        let witnesses = place.attempts.filter { $0.port != port && silent.contains($0.address) }
        let isNamed = IPAddress(place.host) == nil
        let isFromFile = pasted.hostsEntries.contains { place.addresses.contains($0.address) }
        return Sighting(
            lookup: isNamed
                ? NameLookup(
                    name: place.host, answer: place.answer, isFromHostsFile: isFromFile, duration: place.duration)
                : nil,
            connections: own + witnesses, visit: visit)
    }

    // MARK: Opening

    /// What opening the share and its folder shows of the steps after the connection.
    private var visit: ShareVisit? {
        var stages: [Stage] = []
        if pasted.folderOpening == .opened { stages = [.auth, .tree, .stat, .list] }
        if pasted.shareOpening == .opened, stages.isEmpty { stages = [.auth, .tree] }
        guard !stages.isEmpty else { return nil }
        return ShareVisit(
            steps: stages.map { .init(stage: $0, outcome: .done, duration: .zero) }, ending: .finished)
    }

    private var openingError: ReportedError? {
        for opening in [pasted.folderOpening, pasted.shareOpening] {
            if case .failed(let number)? = opening, let error = WindowsError.named(number) { return error }
        }
        guard pasted.folderOpening == .noAnswer else { return nil }
        return ReportedError(
            name: "no answer",
            meanings: [
                .init(.negotiate, .serverHung), .init(.auth, .accountsNotVerifiable), .init(.list, .backendHung),
            ])
    }

    /// What is connected on that computer; opening the folder by its path is as good as a drive.
    private func mounts(of target: CheckTarget) -> [Observation] {
        let own = pasted.mounts.map { mount in
            Observation(
                target: mount.path.shownOnOneLine,
                verdict: mount.answers.map { $0 ? .healthy : .failed } ?? .unknown,
                cause: mount.answers == false ? .mountDead : nil)
        }
        guard pasted.folderOpening == .opened else { return own }
        let path = ScriptQuestion(target, among: [], in: inventory).path ?? target.expectation.host
        return [Observation(target: path, verdict: .healthy)] + own.filter { $0.verdict != .healthy }
    }
}
