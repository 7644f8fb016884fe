internal import Diagnosis
internal import HostFacts
internal import StorageModel

/// The shares that a desktop session shows, each as a folder in GNOME's folder of network places.
struct DesktopPlaces {
    /// A folder of network places with what is in it.
    struct Folder {
        var mount: Mount
        /// The shares; nil when the folder did not tell.
        var shares: [MountSurvey.Place]?
        /// The folder itself, for when it did not tell or has nothing in it.
        var itself: MountSurvey.Place
    }

    var folders: [Folder] = []

    /// Whether a path lies in one of the folders.
    func isFor(_ path: HostPath) -> Bool { folder(of: path) != nil }

    /// What a whole folder shows: its shares, and the folder itself when it does not tell.
    func places(in mount: Mount) -> [MountSurvey.Place] {
        guard let folder = folders.first(where: { $0.mount.id == mount.id }) else { return [] }
        return folder.shares ?? [folder.itself]
    }

    /// The share in which a path lies; all of them for the folder itself.
    func places(of path: HostPath) -> [MountSurvey.Place] {
        guard let folder = folder(of: path) else { return [] }
        guard let shares = folder.shares else { return [folder.itself] }
        let depth = folder.mount.point.components.count
        guard path.components.count > depth else { return shares.isEmpty ? [folder.itself] : shares }
        if let share = shares.first(where: { path.components.starts(with: $0.point.components) }) { return [share] }
        let missing = folder.mount.point.appending(path.components[depth])
        return [
            .init(
                point: missing,
                sighting: MountSighting(path: missing.description, person: folder.itself.sighting.person))
        ]
    }

    private func folder(of path: HostPath) -> Folder? {
        folders.first { path.components.starts(with: $0.mount.point.components) }
    }
}

extension MountSurvey {
    /// Asks GNOME's folders which shares they show; all of them without paths, else those in which a path lies.
    func desktopPlaces(near paths: [HostPath]) -> DesktopPlaces {
        let mounts = table.mounts.filter { mount in
            MountTable.isDesktopFolder(mount) && table.mount(containing: mount.point)?.id == mount.id
                && (paths.isEmpty || paths.contains { $0.components.starts(with: mount.point.components) })
        }
        let known = mounts.compactMap { mount in place(mount).map { (mount, $0) } }
        let inquiries = known.map { mount, _ in
            PlaceAsking.Inquiry(.names(mount.point), key: "\(mount.id) \(mount.device) \(mount.point)")
        }
        guard !inquiries.isEmpty else { return DesktopPlaces() }
        return DesktopPlaces(
            folders: zip(known, ask(inquiries)).map { known, reply in
                var (mount, itself) = known
                itself.sighting.touch = MountSighting.Touch(reply)
                var shares: [Place]?
                if case .names(let names) = reply.answer {
                    let ordered = names.sorted { $0.lexicographicallyPrecedes($1) }
                    shares = ordered.compactMap { share(named: $0, in: mount) }
                }
                return DesktopPlaces.Folder(mount: mount, shares: shares, itself: itself)
            })
    }

    /// A share in GNOME's folder; nil for what is not reached by SMB.
    private func share(named name: [UInt8], in mount: Mount) -> Place? {
        guard name.starts(with: "smb-share:".utf8) else { return nil }
        let point = mount.point.appending(name)
        let source = table.networkSource(of: point)
        let mounted = MountSighting.Mounted(
            kind: .fuse, type: mount.type,
            source: source?.description ?? String(decoding: name, as: UTF8.self),
            options: mount.superOptions + mount.options,
            origin: Self.hasOwnPort(name) ? .unlisted : known.origin(of: source))
        return Place(
            point: point, mount: mount,
            sighting: MountSighting(path: point.description, mounted: mounted, person: person),
            key: "\(mount.id) \(mount.device) \(point)")
    }

    /// Whether the folder's name has a port that is not SMB's: there is another server, such as the end of a tunnel.
    private static func hasOwnPort(_ name: [UInt8]) -> Bool {
        String(decoding: name.dropFirst("smb-share:".utf8.count), as: UTF8.self).split(separator: ",").contains {
            $0.hasPrefix("port=") && !["port=445", "port=139"].contains($0)
        }
    }
}
