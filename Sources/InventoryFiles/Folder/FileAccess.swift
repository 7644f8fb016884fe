import Glibc

/// The few calls of the operating system that reading a folder needs.
enum FileAccess {
    /// What lies at a path.
    enum Kind: Hashable {
        case file
        case folder
        case link
        /// A pipe, device or socket, by its name for messages.
        case special(String)
    }

    /// The path without links and relative parts.
    static func realPath(_ path: String) throws(FileFault) -> String {
        guard let resolved = unsafe realpath(path, nil) else { throw FileFault() }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// What lies at a path; for a link the link itself, or what it leads to.
    static func kind(of path: String, followingLinks: Bool) throws(FileFault) -> Kind {
        var status = stat()
        let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        guard result == 0 else { throw FileFault() }
        return kind(status)
    }

    /// The names in a folder, without `.` and `..`, in the order of the folder.
    static func names(in path: String) throws(FileFault) -> [String] {
        guard let folder = unsafe opendir(path) else { throw FileFault() }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw FileFault() }
        return names
    }

    /// The content of an ordinary file; nil when it is larger than the limit, of which no more is read.
    ///
    /// Never waits: a pipe that took the file's place is opened without blocking, and refused.
    static func read(_ path: String, atMost limit: Int) throws(FileFault) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw FileFault() }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileFault() }
        guard kind(status) == .file else { throw FileFault(EINVAL) }
        guard status.st_size <= limit else { return nil }
        var bytes: [UInt8] = []
        // One byte more than the file is said to have, to see its end; it may also have grown.
        var room = Int(status.st_size) + 1
        while bytes.count <= limit {
            let chunk = try readChunk(descriptor, room)
            guard !chunk.isEmpty else { return bytes }
            bytes += chunk
            room = 65_536
        }
        return nil
    }

    private static func readChunk(_ descriptor: CInt, _ room: Int) throws(FileFault) -> [UInt8] {
        var count = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            repeat {
                count = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
            } while count < 0 && errno == EINTR
            filled = max(count, 0)
        }
        guard count >= 0 else { throw FileFault() }
        return chunk
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        case S_IFIFO: .special("a pipe")
        case S_IFSOCK: .special("a socket")
        default: .special("a device")
        }
    }
}

/// Why the operating system refused a call.
struct FileFault: Error {
    private let number: CInt

    /// The reason of the last call on this thread.
    init() { number = errno }

    init(_ number: CInt) { self.number = number }

    /// Whether there is nothing at the path.
    var isMissing: Bool { number == ENOENT || number == ENOTDIR }

    /// The reason in words of the operating system.
    var reason: String {
        switch number {
        case ENOENT: "there is no such file"
        case EACCES, EPERM: "permission denied"
        case ELOOP: "its links lead in a circle"
        case ENAMETOOLONG: "its path is too long"
        case EIO: "the disk or network gave an input/output error"
        case EMFILE, ENFILE: "too many files are open"
        case ENOTDIR: "a part of its path is no folder"
        default: "error \(number) of the operating system"
        }
    }
}
