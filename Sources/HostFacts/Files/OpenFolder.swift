import Glibc

/// An open folder whose entries are read one by one; it is closed when the last reference goes.
///
/// Only folders can be opened, and never through a symbolic link: a FIFO would block, and a link leads elsewhere.
@safe
final class OpenFolder {
    /// What reading the next entry gave.
    enum Step {
        /// An entry; its name is in the buffer.
        case entry(EntryKind)
        /// There are no more entries.
        case end
        /// The folder cannot be read any further.
        case stopped(ErrorNumber)
    }

    /// What the folder says an entry is, without a look at the entry.
    enum EntryKind {
        case file
        case folder
        case symbolicLink
        case special
        case unknown
    }

    private let stream: OpaquePointer
    private let descriptor: CInt

    /// What the folder is.
    let status: stat

    private init(stream: OpaquePointer, descriptor: CInt, status: stat) {
        unsafe self.stream = stream
        self.descriptor = descriptor
        self.status = status
    }

    deinit {
        unsafe closedir(stream)
    }

    private static let openFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK

    /// Opens the folder at an absolute canonical path.
    static func open(_ path: HostPath) throws(ErrorNumber) -> OpenFolder {
        try adopt(CInt(unsafe path.systemCall { unsafe Int(Glibc.open($0, openFlags)) }))
    }

    /// Opens the folder `name` in this folder.
    func open(_ name: EntryName) throws(ErrorNumber) -> OpenFolder {
        try Self.adopt(unsafe name.systemCall { unsafe openat(descriptor, $0, Self.openFlags) })
    }

    private static func adopt(_ descriptor: CInt) throws(ErrorNumber) -> OpenFolder {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, let stream = unsafe fdopendir(descriptor) else {
            let reason = ErrorNumber.last
            close(descriptor)
            throw reason
        }
        return unsafe OpenFolder(stream: stream, descriptor: descriptor, status: status)
    }

    /// Reads the next entry but `.` and `..` and puts its name into `name`.
    func readNext(into name: inout EntryName) -> Step {
        repeat {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                return errno == 0 ? .end : .stopped(.last)
            }
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return .end }
            let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            unsafe name.copy(from: start)
            if !name.isDotOrDotDot {
                return .entry(EntryKind(direntType: unsafe Int(entry.pointee.d_type)))
            }
        } while true
    }

    /// The status of the entry `name` itself, not of what a link points to.
    func status(of name: EntryName) throws(ErrorNumber) -> stat {
        var status = stat()
        try unsafe name.systemCall { unsafe fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return status
    }

    /// Whether this account may read the file at an absolute canonical path.
    static func mayRead(_ path: HostPath) -> Bool {
        (try? unsafe path.systemCall { unsafe Int(faccessat(AT_FDCWD, $0, R_OK, AT_EACCESS)) }) != nil
    }

    /// Whether this account may read the entry `name`.
    func mayRead(_ name: EntryName) -> Bool {
        (try? unsafe name.systemCall { unsafe faccessat(descriptor, $0, R_OK, AT_EACCESS) }) != nil
    }
}

extension OpenFolder.EntryKind {
    init(direntType: Int) {
        self =
            switch direntType {
            case Int(DT_REG): .file
            case Int(DT_DIR): .folder
            case Int(DT_LNK): .symbolicLink
            case Int(DT_FIFO), Int(DT_SOCK), Int(DT_CHR), Int(DT_BLK): .special
            default: .unknown
            }
    }

    init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .special
            }
    }
}
