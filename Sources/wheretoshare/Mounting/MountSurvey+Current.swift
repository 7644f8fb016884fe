internal import Diagnosis
internal import Glibc
internal import HostFacts
internal import StorageModel

extension MountSurvey {
    /// The survey of this computer, for the account that runs the program, with a time that one mount may take to answer.
    static func current(
        table: MountTable, plan: MountPlan?, _ known: KnownSources, _ world: World, deadline: Duration
    ) -> MountSurvey {
        let asking = PlaceAsking(command: AskPlace.words, deadline: deadline, rememberingIn: memory(world))
        return MountSurvey(
            table: table, plan: plan, known: known, person: .current,
            isSupported: { [types = FileSystemTypes.current()] in types.canMount($0) }, ask: { asking.ask($0) })
    }

    /// The entries that should be mounted and are not.
    var missing: [MountPlan.Entry] {
        let points = Set(table.mounts.map(\.point))
        return (plan?.entries ?? []).filter { $0.networkSource != nil && !points.contains($0.point) }
    }

    /// What is found of the mounts, made or planned, in which a share is seen.
    func observations(of share: ShareID) -> [Observation] {
        let sources = known.sources(of: share)
        let paths = sources.flatMap(table.paths)
        let planned = (plan?.entries ?? []).filter { entry in
            entry.networkSource.map { place in sources.contains { $0.path(below: place) != nil } } ?? false
        }
        let desktop = desktopPlaces(near: []).folders.flatMap { $0.shares ?? [] }
            .filter { $0.sighting.mounted?.origin == .share(share) }
        let all = paths + planned.map(\.point) + desktop.map(\.point)
        return all.isEmpty ? [] : sightings(of: all).map { $0.observation() }
    }

    /// Where processes that hang are remembered: a folder that goes with the session, else one that stays.
    private static func memory(_ world: World) -> HostPath? {
        let variable = ProcessEnvironment.variables(named: ["XDG_RUNTIME_DIR"])["XDG_RUNTIME_DIR"]
        if let variable, variable.hasPrefix("/") { return HostPath(variable).appending(StateFolders.folderName) }
        return world.folders?.state
    }
}

extension MountSighting.Person {
    /// The account that runs the program.
    fileprivate static var current: Self {
        var groups = [gid_t](repeating: 0, count: 65_536)
        let count = unsafe getgroups(CInt(groups.count), &groups)
        return Self(user: geteuid(), groups: Set(groups.prefix(max(0, Int(count)))).union([getegid()]))
    }
}
