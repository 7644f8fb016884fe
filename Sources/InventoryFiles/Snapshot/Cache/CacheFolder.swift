import Glibc

/// An open folder that belongs to this account and that nobody else can write to.
///
/// Everything is done relative to the open folder, so that exchanging the folder's name meanwhile changes nothing.
struct CacheFolder: ~Copyable {
    /// A plain file in the folder.
    struct Entry: Hashable {
        /// Its name, without a path.
        let name: String
        /// When it was last written.
        let written: FileTime
    }

    private let folder: OpenFile
    private let account: uid_t

    /// Opens a folder that exists.
    init(at path: String) throws(CacheObstacle) {
        let path = try Self.usable(path)
        let account = geteuid()
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("the folder '\(path)' cannot be opened") }
        let opened = OpenFile(owning: descriptor, of: path)
        if let doubt = try opened.standing().doubtAboutWriters(for: account) {
            throw CacheObstacle("the folder '\(path)' is not used: \(doubt)")
        }
        self.account = account
        folder = opened
    }

    /// Opens a folder; makes it, and the folders above it, where they are missing, for this account alone.
    init(makingIfNeeded path: String) throws(CacheObstacle) {
        let path = try Self.usable(path)
        let bytes = path.utf8
        // Only the parts that are missing are made; what exists keeps its permissions.
        for end in bytes.indices.dropFirst() where bytes[end] == UInt8(ascii: "/") {
            _ = unsafe mkdir(String(path[..<end]), 0o700)
        }
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .system("the folder '\(path)' cannot be made")
        }
        try self.init(at: path)
    }

    /// Reads a file that nobody else can have written.
    func read(_ name: String) throws(CacheObstacle) -> [UInt8] {
        // Without O_NONBLOCK, opening a named pipe would wait for a writer.
        let descriptor = unsafe openat(
            folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("'\(name)' cannot be opened") }
        let file = OpenFile(owning: descriptor, of: name)
        let standing = try file.standing()
        if let doubt = standing.doubt(for: account) { throw CacheObstacle("'\(name)' is not used: \(doubt)") }
        return try file.read(upTo: standing.length)
    }

    /// Puts a file in place of whatever has its name; others see the old file or the new one, never a part.
    func write(_ bytes: [UInt8], as name: String, meanwhileAs passing: String) throws(CacheObstacle) {
        let descriptor = unsafe openat(
            folder.descriptor, passing, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("'\(passing)' cannot be made") }
        do throws(CacheObstacle) {
            try OpenFile(owning: descriptor, of: passing).write(bytes)
            guard unsafe renameat(folder.descriptor, passing, folder.descriptor, name) == 0 else {
                throw CacheObstacle.system("'\(name)' cannot be replaced")
            }
        } catch {
            remove(passing)
            throw error
        }
    }

    /// Removes a file; one that is gone already is no problem.
    func remove(_ name: String) {
        _ = unsafe unlinkat(folder.descriptor, name, 0)
    }

    /// The plain files of the folder, in no order.
    func entries() throws(CacheObstacle) -> [Entry] {
        // A descriptor of its own, because reading a folder moves the place where the next reader starts.
        let descriptor = unsafe openat(folder.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("the folder cannot be listed") }
        guard let stream = unsafe fdopendir(descriptor) else {
            let obstacle = CacheObstacle.system("the folder cannot be listed")
            _ = close(descriptor)
            throw obstacle
        }
        defer { _ = unsafe closedir(stream) }
        var entries: [Entry] = []
        while let record = unsafe readdir(stream) {
            // The record may be shorter than its type says, so that only the name is read, and where it lies.
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
            let bytes = unsafe UnsafeRawPointer(record).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let name = unsafe String(cString: bytes)
            var status = stat()
            guard unsafe fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let standing = FileStanding(status)
            if standing.kind == S_IFREG { entries.append(Entry(name: name, written: standing.written)) }
        }
        return entries
    }

    /// The path without slashes at its end, which would let a link pass for the folder that it leads to.
    private static func usable(_ path: String) throws(CacheObstacle) -> String {
        let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        guard !trimmed.isEmpty, !path.utf8.contains(0) else {
            throw CacheObstacle("'\(path)' is not a folder to keep files in")
        }
        return String(decoding: trimmed.reversed(), as: UTF8.self)
    }
}
