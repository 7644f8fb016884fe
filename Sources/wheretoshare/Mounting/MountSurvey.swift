internal import Diagnosis
internal import HostFacts
internal import StorageModel

/// Finds what is mounted of file servers, or should be, and asks it.
struct MountSurvey: Sendable {
    let table: MountTable
    let plan: MountPlan?
    let known: KnownSources
    let person: MountSighting.Person
    /// Whether the kernel can mount a type; nil when that is not known.
    var isSupported: @Sendable (String) -> Bool? = { _ in nil }
    /// Which hosts have an address; those that nobody looked up are not in it.
    var knownHosts: [String: Bool] = [:]
    /// What the service manager did not manage to mount.
    var units = MountUnits()
    /// Asks what may never answer.
    let ask: @Sendable ([PlaceAsking.Inquiry]) -> [PlaceAsking.Reply]

    /// A place before anybody asked.
    struct Place {
        var point: HostPath
        var mount: Mount?
        var sighting: MountSighting
        var credentials: HostPath?
        /// The mount's name for whoever asks it, when it is not the mount alone.
        var key: String?
    }

    /// What is seen at the paths, each mount once; without paths, everything that concerns file servers.
    func sightings(of paths: [HostPath]) -> [MountSighting] {
        var places: [Place] = []
        let desktop = desktopPlaces(near: paths)
        if paths.isEmpty {
            places = table.mounts.flatMap { mount in
                desktop.isFor(mount.point) && MountTable.isDesktopFolder(mount)
                    ? desktop.places(in: mount) : [place(mount)].compactMap(\.self)
            }
            let points = Set(places.map(\.point))
            places += planned.filter { !points.contains($0.point) && !$0.isForLater }.map(place)
        } else {
            for next in paths.flatMap({ desktop.isFor($0) ? desktop.places(of: $0) : [place(of: $0)] })
            where !places.contains(where: { $0.point == next.point }) {
                places.append(next)
            }
        }
        return answered(places)
    }

    /// The place that a path lies in; the path itself when no file server has to do with it.
    private func place(of path: HostPath) -> Place {
        if let mount = table.mount(containing: path), let place = place(mount) { return place }
        let fitting = planned.filter { path.components.starts(with: $0.point.components) }
        if let entry = fitting.max(by: { $0.point.components.count < $1.point.components.count }) {
            let covered = table.mounts.last { $0.point == entry.point }.flatMap(place)
            return covered ?? place(entry)
        }
        return Place(point: path, sighting: MountSighting(path: path.description, person: person))
    }

    private var planned: [MountPlan.Entry] { plan?.entries.filter { $0.networkSource != nil } ?? [] }

    private func place(_ entry: MountPlan.Entry) -> Place {
        let sighting = MountSighting(
            path: entry.point.description, planned: planned(entry, mounted: nil), person: person)
        return Place(point: entry.point, sighting: sighting, credentials: entry.credentials)
    }

    func place(_ mount: Mount) -> Place? {
        guard let kind = kind(of: mount) else { return nil }
        let source = table.networkSource(of: mount)
        var mounted = MountSighting.Mounted(
            kind: kind, type: mount.type, source: mount.source, options: mount.superOptions + mount.options,
            origin: known.origin(of: source))
        if mount.isReadOnly { mounted.options.append("ro") }
        if let top = table.mount(containing: mount.point), top.id != mount.id {
            // What an automounter put on its own folder, or the same share once more, is told of where it is seen.
            if top.point == mount.point, kind == .automount || isSameShare(top, mount) { return nil }
            mounted.coveredBy = "\(top.type) \(top.source) on \(top.point)".shownOnOneLine
        } else {
            mounted.isDoubled = table.mounts.contains {
                $0.id != mount.id && $0.point == mount.point && self.kind(of: $0) != .automount
                    && isSameShare($0, mount)
            }
        }
        let entry = planned.first { $0.point == mount.point }
        let sighting = MountSighting(
            path: mount.point.description, mounted: mounted, planned: entry.map { planned($0, mounted: source) },
            person: person)
        return Place(point: mount.point, mount: mount, sighting: sighting, credentials: entry?.credentials)
    }

    private func planned(_ entry: MountPlan.Entry, mounted: NetworkSource?) -> MountSighting.Planned {
        let isMounted = mounted.flatMap { place in entry.networkSource.map { known.isSame(place, $0) } } ?? true
        return MountSighting.Planned(
            line: entry.line, kind: entry.type.hasPrefix("nfs") ? .nfs : .smb, source: entry.source,
            options: entry.options, isSourceMounted: isMounted, isTypeSupported: isSupported(entry.type),
            isHostKnown: entry.networkSource.flatMap { knownHosts[$0.host] }, failedResult: units.failures[entry.point])
    }

    private func isSameShare(_ one: Mount, _ other: Mount) -> Bool {
        guard let first = table.networkSource(of: one), let second = table.networkSource(of: other) else {
            return one.device == other.device && one.root == other.root
        }
        return known.isSame(first, second)
    }

    private func kind(of mount: Mount) -> MountSighting.Kind? {
        switch mount.type {
        case "cifs", "smb3": return .smb
        case "nfs", "nfs4": return .nfs
        case "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.sshfs": return .fuse
        case "autofs":
            // The system has automounts of its own, of disks and of the kernel's tables.
            let names = mount.point.components
            if names.first.map({ $0.elementsEqual("proc".utf8) || $0.elementsEqual("sys".utf8) }) ?? true { return nil }
            let isOwn = mount.source == "systemd-1" && !planned.contains { $0.point == mount.point }
            return isOwn ? nil : .automount
        default: return mount.type.hasPrefix("fuse") && table.networkSource(of: mount) != nil ? .fuse : nil
        }
    }

    // MARK: Asking

    private func answered(_ places: [Place]) -> [MountSighting] {
        var inquiries: [PlaceAsking.Inquiry] = []
        var takers: [(place: Int, take: (inout MountSighting, PlaceAsking.Reply) -> Void)] = []
        for (index, place) in places.enumerated() {
            if let mount = place.mount {
                guard place.sighting.mounted?.coveredBy == nil, place.sighting.touch == nil else { continue }
                let key = place.key ?? "\(mount.id) \(mount.device) \(mount.point)"
                inquiries.append(.init(.folder(place.point), key: key))
                takers.append((index, { $0.touch = MountSighting.Touch($1) }))
            } else if place.sighting.planned != nil {
                inquiries.append(.init(.entry(place.point), key: "point \(place.point)"))
                takers.append((index, { $0.planned?.hasPoint = $1.answer.existence }))
            }
            if let file = place.credentials {
                inquiries.append(.init(.entry(file), key: "file \(file)"))
                takers.append((index, { $0.planned?.credentials = $1.answer.credentials(at: file) }))
            }
        }
        var sightings = places.map(\.sighting)
        for (taker, reply) in zip(takers, ask(inquiries)) { taker.take(&sightings[taker.place], reply) }
        return sightings
    }
}

extension MountPlan.Entry {
    /// The file with the account and the password (mount.cifs(8)).
    fileprivate var credentials: HostPath? {
        (value(of: "credentials") ?? value(of: "cred")).flatMap { $0.hasPrefix("/") ? HostPath($0) : nil }
    }

    /// Whether nothing mounts it unless somebody asks.
    fileprivate var isForLater: Bool {
        value(of: "noauto") != nil && value(of: "x-systemd.automount") == nil
    }
}

extension PlaceAnswer {
    /// Whether something is there; nil when that was not found out.
    fileprivate var existence: Bool? {
        switch self {
        case .entry: true
        case .error(let number) where ["ENOENT", "ENOTDIR"].contains(number.name): false
        default: nil
        }
    }

    fileprivate func credentials(at path: HostPath) -> MountSighting.Credentials? {
        if case .entry(let mode, let owner) = self {
            return .present(path: path.description, mode: mode, owner: owner)
        }
        return existence == false ? .missing(path: path.description) : nil
    }
}

extension MountSighting.Touch {
    /// What a reply to a question about a folder means.
    init(_ reply: PlaceAsking.Reply) {
        switch reply.answer {
        case .space(let size, let free):
            // Some programs behind FUSE count nothing.
            self = .answered(reply.duration, space: size == 0 ? nil : Observation.Space(size: size, free: free))
        case .entry, .names: self = .answered(reply.duration, space: nil)
        case .error(let number): self = .refused(reply.duration, errno: number.rawValue, name: number.name)
        case .hung(let isKnown): self = .hung(reply.duration, isKnown: isKnown)
        case .notAsked(let number):
            self = .notAsked(number?.description ?? "the process that asked ended without a word")
        }
    }
}
