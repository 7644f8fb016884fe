import Glibc

/// Where a path that a person gave really leads.
struct ResolvedPath {
    let given: HostPath
    let canonical: HostPath
    let status: stat
    let isSymbolicLink: Bool

    /// Follows `given`, through symbolic links, to what it leads to.
    init(_ given: HostPath) throws(GivenPathError) {
        guard !given.bytes.isEmpty else { throw GivenPathError(path: given, reason: .empty) }
        guard !given.bytes.contains(0) else { throw GivenPathError(path: given, reason: .containsNul) }
        do {
            let canonical = try Self.canonicalPath(given)
            self.given = given
            self.canonical = canonical
            self.status = try Self.status(of: canonical)
            self.isSymbolicLink = try Self.status(of: given.withoutTrailingSlashes).st_mode & S_IFMT == S_IFLNK
        } catch {
            throw GivenPathError(path: given, reason: Self.explain(error, given))
        }
    }

    var kind: GivenPath.Kind {
        switch OpenFolder.EntryKind(mode: status.st_mode) {
        case .file: .file
        case .folder: .folder
        case .special, .symbolicLink, .unknown: .special
        }
    }

    /// The absolute path without symbolic links, `.` and `..` (realpath).
    static func canonicalPath(_ path: HostPath) throws(ErrorNumber) -> HostPath {
        var bytes: [UInt8] = []
        try unsafe path.systemCall { start in
            guard let text = unsafe realpath(start, nil) else { return -1 }
            defer { unsafe free(text) }
            unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
            return 0
        }
        return HostPath(bytes: bytes)
    }

    /// The status of what is at `path` itself, not of what a link points to.
    static func status(of path: HostPath) throws(ErrorNumber) -> stat {
        var status = stat()
        try unsafe path.systemCall { unsafe Int(lstat($0, &status)) }
        return status
    }

    // MARK: Explaining

    /// Looks along the path for the part that stops it, to name that part and not only the whole.
    private static func explain(_ error: ErrorNumber, _ path: HostPath) -> GivenPathError.Reason {
        switch error.rawValue {
        case ELOOP: return .linkCircle
        case ENOENT, EACCES, ENOTDIR: break
        default: return .system(error)
        }
        var reached = HostPath(path.isAbsolute ? "/" : ".")
        for component in path.components {
            let part = reached == HostPath(".") ? HostPath(bytes: component) : reached.appending(component)
            do {
                guard try status(of: part).st_mode & S_IFMT == S_IFLNK else {
                    reached = part
                    continue
                }
                _ = try canonicalPath(part)
                reached = part
            } catch {
                return explain(error, part: part, reached: reached)
            }
        }
        return error.rawValue == ENOTDIR ? .notAFolder(reached) : .system(error)
    }

    private static func explain(_ error: ErrorNumber, part: HostPath, reached: HostPath) -> GivenPathError.Reason {
        let target = linkTarget(part)
        switch error.rawValue {
        case ENOENT:
            if let target {
                // Links of /proc lead to what is open, also where no path does (proc(5)).
                return leadsSomewhere(part) ? .nameless : .danglingLink(part, target: target)
            }
            return .notFound(existing: reached == HostPath(".") ? (try? canonicalPath(reached)) ?? reached : reached)
        case EACCES: return .noPermission(at: target == nil ? reached : part)
        case ENOTDIR: return .notAFolder(target == nil ? reached : part)
        case ELOOP: return .linkCircle
        default: return .system(error)
        }
    }

    /// Whether anything is where `path` leads.
    private static func leadsSomewhere(_ path: HostPath) -> Bool {
        var status = stat()
        return (try? unsafe path.systemCall { unsafe Int(stat($0, &status)) }) != nil
    }

    /// What the symbolic link at `path` says; nil when there is no link.
    private static func linkTarget(_ path: HostPath) -> HostPath? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let length = try? unsafe path.systemCall { start in
            unsafe buffer.withUnsafeMutableBytes { bytes in
                guard let base = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return -1 }
                return unsafe readlink(start, base, bytes.count)
            }
        }
        return length.map { HostPath(bytes: buffer.prefix($0)) }
    }
}
