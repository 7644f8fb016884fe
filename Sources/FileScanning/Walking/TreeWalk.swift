internal import Glibc
internal import HostFacts
internal import ScanWire

/// Walks through files and folders in the order of their names' bytes, one file at a time.
///
/// Folders are opened relative to the one above, and links are not followed, so that nobody can swap a folder for a link
/// on the way. Only links that were given stand for what they lead to.
struct TreeWalk: ~Copyable {
    /// What the walk comes to.
    enum Step {
        /// A file, open for reading; whoever is told closes it.
        case file(Int32, path: HostPath, size: UInt64)
        /// What could not be opened, and why.
        case obstacle(HostPath, CoverageGap.Reason, detail: String?)
    }

    private struct Level {
        let descriptor: Int32
        let path: HostPath
        /// The path below the given one, for patterns.
        let below: [UInt8]
        /// The names that are left, the next one last.
        var names: [[UInt8]]
    }

    private var given: [HostPath]
    private let exclusion: Exclusion
    private var levels: [Level] = []
    /// How many entries were left out so far, each with all that is in it.
    private(set) var leftOut = 0
    /// How many links were met, which are not followed.
    private(set) var links = 0
    /// So many folders may lie in each other.
    private static let deepest = 512

    init(_ paths: [HostPath], exclusion: Exclusion) {
        given = paths.reversed()
        self.exclusion = exclusion
    }

    deinit {
        for level in levels { close(level.descriptor) }
    }

    /// Goes on to the next file; nil at the end.
    mutating func next() -> Step? {
        while true {
            guard var level = levels.popLast() else {
                guard let path = given.popLast() else { return nil }
                if let step = look(at: path, in: AT_FDCWD, called: path.bytes, below: [], flags: 0) { return step }
                continue
            }
            guard let name = level.names.popLast() else {
                close(level.descriptor)
                continue
            }
            levels.append(level)
            let below = level.below.isEmpty ? name : level.below + [UInt8(ascii: "/")] + name
            if exclusion.contains(name: name, path: below) {
                leftOut += 1
                continue
            }
            let path = level.path.appending(name)
            if let step = look(at: path, in: level.descriptor, called: name, below: below, flags: O_NOFOLLOW) {
                return step
            }
        }
    }

    /// Opens an entry; nil when there is nothing to tell of it.
    private mutating func look(
        at path: HostPath, in folder: Int32, called name: [UInt8], below: [UInt8], flags: Int32
    ) -> Step? {
        let text = (name + [0]).map { CChar(bitPattern: $0) }
        guard !name.isEmpty, !name.contains(0) else { return .obstacle(path, .unavailable, detail: "it has no name") }
        // What it is, is asked first: opening a device may set it off.
        var status = stat()
        let asks = flags == O_NOFOLLOW ? AT_SYMLINK_NOFOLLOW : 0
        guard unsafe fstatat(folder, text, &status, asks) == 0 else { return obstacle(path) }
        switch status.st_mode & S_IFMT {
        case S_IFLNK:
            links += 1
            return nil
        case S_IFDIR, S_IFREG: break
        default: return .obstacle(path, .notAFile, detail: nil)
        }
        // Without O_NONBLOCK a pipe that took the place of the file would block here.
        let descriptor = unsafe openat(folder, text, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags)
        guard descriptor >= 0 else { return obstacle(path) }
        guard unsafe fstat(descriptor, &status) == 0 else {
            defer { close(descriptor) }
            return obstacle(path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(descriptor, path: path, size: UInt64(max(0, status.st_size)))
        case S_IFDIR:
            guard levels.count < Self.deepest, let names = names(in: descriptor) else {
                close(descriptor)
                return levels.count < Self.deepest ? obstacle(path) : .obstacle(path, .tooDeep, detail: nil)
            }
            levels.append(Level(descriptor: descriptor, path: path, below: below, names: names))
            return nil
        default:
            close(descriptor)
            return .obstacle(path, .notAFile, detail: nil)
        }
    }

    private func obstacle(_ path: HostPath) -> Step {
        let number = ErrorNumber.last
        let isForbidden = number.rawValue == EACCES || number.rawValue == EPERM
        return .obstacle(path, isForbidden ? .notPermitted : .unavailable, detail: number.description)
    }

    /// The names in a folder, the first one last; nil when they cannot be listed.
    private func names(in descriptor: Int32) -> [[UInt8]]? {
        // The stream closes its descriptor, and this one stays open.
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0 as Int32)
        guard copy >= 0, let folder = unsafe fdopendir(copy) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = unsafe readdir(folder) {
            // The name's field is larger than most entries are, so the bytes are read where they lie.
            let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
            let start = unsafe UnsafeRawPointer(entry).advanced(by: offset)
            let count = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
            names.append(unsafe Array(UnsafeRawBufferPointer(start: start, count: count)))
            errno = 0
        }
        guard errno == 0 else { return nil }
        return names.filter { $0 != [0x2E] && $0 != [0x2E, 0x2E] }.sorted { $1.lexicographicallyPrecedes($0) }
    }
}
