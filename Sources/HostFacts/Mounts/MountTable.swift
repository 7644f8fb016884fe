/// What is mounted where, as this process sees it.
public struct MountTable: Hashable, Sendable {
    private struct Place: Hashable {
        let parent: Int
        let point: HostPath
    }

    /// The mounts in the kernel's order, which is not always the order in which they were mounted.
    public let mounts: [Mount]

    /// Lines that could not be read; the mounts in them are missing above.
    public let problems: MountTableProblems

    /// Positions in `mounts` by the mount below and the mount point.
    private let children: [Place: Int]

    /// Positions in `mounts` of those whose mount below is not in the table: the root of all, or strays.
    private let roots: [HostPath: Int]

    /// File systems whose mounts have roots relative to the share and not to the folder in the source.
    private let shareRelativeDevices: Set<String>

    /// Reads the text of `/proc/self/mountinfo` (proc_pid_mountinfo(5)); lines that are not of that form are noted.
    public init(parsing text: some Sequence<UInt8>) {
        var mounts: [Mount] = []
        var problems = MountTableProblems()
        let lines = Array(text).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do {
                mounts.append(try MountLine.parse(line))
            } catch {
                problems.add(error, line: index + 1)
            }
        }
        self.mounts = mounts
        self.problems = problems

        let known = Set(mounts.map(\.id))
        var children: [Place: Int] = [:]
        var roots: [HostPath: Int] = [:]
        for (index, mount) in mounts.enumerated() {
            if mount.parent != mount.id, known.contains(mount.parent) {
                children[Place(parent: mount.parent, point: mount.point)] = index
            } else {
                roots[mount.point] = index
            }
        }
        self.children = children
        self.roots = roots
        self.shareRelativeDevices = Set(mounts.filter(Self.showsShareRelativeRoot).map(\.device))
    }

    /// The topmost mount that `path` lies in; nil when the path is not absolute or nothing is mounted there.
    ///
    /// The path must be free of symbolic links, `.` and `..`. Goes down from the root as the kernel does, because the
    /// order of the lines does not tell which mount hides which.
    public func mount(containing path: HostPath) -> Mount? {
        position(containing: path).map { mounts[$0] }
    }

    private func position(containing path: HostPath) -> Int? {
        guard path.isAbsolute else { return nil }
        var current: Int?
        // A damaged table may lead in a circle; no mount is entered twice.
        var entered: Set<Int> = []
        var prefix = HostPath("/")
        for component in [[]] + path.components {
            if !component.isEmpty {
                prefix = prefix.appending(component)
            }
            while let next = mount(on: current, at: prefix), entered.insert(next).inserted {
                current = next
            }
        }
        return current
    }

    private func mount(on below: Int?, at point: HostPath) -> Int? {
        if let below, let child = children[Place(parent: mounts[below].id, point: point)] {
            return child
        }
        return roots[point]
    }

    // MARK: Network places

    /// The place on a file server where `path` is kept; nil when it is kept elsewhere, on a local disk for example.
    ///
    /// Knows kernel mounts of SMB (`cifs`, `smb3`) and NFS, and GNOME's folders (`smb-share:…`). The path must be
    /// absolute and free of symbolic links, `.` and `..`.
    public func networkSource(of path: HostPath) -> NetworkSource? {
        guard let mount = mount(containing: path) else { return nil }
        let below = path.components.dropFirst(mount.point.components.count)
        if mount.type == GvfsFolder.fileSystemType {
            let names = mount.root.components + below
            guard let folder = names.first else { return nil }
            return GvfsFolder.networkSource(named: folder)?.appending(Self.joined(names.dropFirst()))
        }
        return networkSource(of: mount)?.appending(Self.joined(below))
    }

    /// Whether `mount` is GNOME's folder of network places, in which each share is a folder of its own.
    public static func isDesktopFolder(_ mount: Mount) -> Bool {
        mount.type == GvfsFolder.fileSystemType && mount.root.components.isEmpty
    }

    /// The place on a file server that `mount` shows at its mount point; nil for other mounts, GNOME's included.
    public func networkSource(of mount: Mount) -> NetworkSource? {
        let root = Self.joined(mount.root.components[...])
        switch mount.type {
        case "cifs", "smb3":
            guard let source = NetworkSource(smbSource: mount.source) else { return nil }
            guard shareRelativeDevices.contains(mount.device) else { return source.appending(root) }
            return NetworkSource(service: .smb, host: source.host, share: source.share, folder: root)
        case "nfs", "nfs4":
            return NetworkSource(nfsSource: mount.source)?.appending(root)
        case let type where type.hasPrefix("fuse"):
            // Programs behind FUSE that show a share name it as the kernel's client would.
            return NetworkSource(smbSource: mount.source)?.appending(root)
        default:
            return nil
        }
    }

    /// The paths on this machine that lead to `source`, for each mount that shows it and is not hidden by another.
    ///
    /// GNOME's folders are not in the table and so not among the paths.
    public func paths(to source: NetworkSource) -> [HostPath] {
        mounts.indices.compactMap { index in
            let mount = mounts[index]
            guard let shown = networkSource(of: mount), let below = source.path(below: shown) else { return nil }
            let path = below.isEmpty ? mount.point : mount.point.appending(below)
            return position(containing: path) == index ? path : nil
        }
    }

    /// Whether the mount's root repeats the folder in its source.
    ///
    /// The kernel mounts `//host/share/folder` in one of two ways. Usually the file system is the whole share, the
    /// mount's root is `/folder`, and other mounts of the share have the same device and show the first one's source.
    /// When the folders above may not be entered, the file system is the folder alone, and the root is `/`.
    private static func showsShareRelativeRoot(_ mount: Mount) -> Bool {
        guard
            mount.type == "cifs" || mount.type == "smb3",
            let source = NetworkSource(smbSource: mount.source), !source.folder.isEmpty
        else { return false }
        let root = joined(mount.root.components[...]).split(separator: "/")
        return root.starts(with: source.folder.split(separator: "/"))
    }

    private static func joined(_ names: ArraySlice<ArraySlice<UInt8>>) -> String {
        String(decoding: Array(names.joined(separator: [HostPath.slash])), as: UTF8.self)
    }
}
