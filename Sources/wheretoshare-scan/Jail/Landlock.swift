internal import CSandbox
internal import Glibc

/// The kernel's Landlock, which takes rights to files and networks from a process and all that it starts.
enum Landlock {
    /// The rights to files by the version that first knew them (landlock(7)); bit 0 is to execute, 2 to read a file, 3 to
    /// list a folder.
    private static func fileRights(version: Int) -> UInt64 {
        switch version {
        case 1: (1 << 13) - 1
        case 2: (1 << 14) - 1
        case 3, 4: (1 << 15) - 1
        default: (1 << 16) - 1
        }
    }

    private static let execute: UInt64 = 1
    private static let readFile: UInt64 = 1 << 2
    private static let list: UInt64 = 1 << 3

    /// Takes all rights but those that the purpose needs.
    static func enter(for purpose: Jail.Purpose) -> (holds: Bool, problem: String?) {
        let version = Int(wheretoshare_landlock_version())
        guard version >= 1 else { return (false, "the kernel has no Landlock") }
        var rights = wheretoshare_landlock_rights()
        rights.files = fileRights(version: version)
        if version >= 4 { rights.network = 3 }  // to listen, and to connect
        if version >= 6 { rights.scopes = 3 }  // sockets without a path, and signals, of others
        let size = version >= 6 ? 24 : version >= 4 ? 16 : 8
        let ruleset = Int32(clamping: unsafe wheretoshare_landlock_create(&rights, size))
        guard ruleset >= 0 else { return (false, "Landlock gave no rules") }
        defer { close(ruleset) }
        if case .running(let program, let folders, let writable) = purpose {
            let libraries = ["/usr/lib", "/lib", "/lib64", "/usr/local/lib", "/etc/ld.so.cache"]
            for path in libraries + folders { permit(ruleset, path, readFile | list) }
            // The loader is a program of its own, and so is the one that is to be started.
            for path in [program, "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"] {
                permit(ruleset, path, readFile | execute)
            }
            permit(ruleset, descriptor: 0, readFile)
            if let writable { permit(ruleset, writable, rights.files & ~execute) }
        }
        guard wheretoshare_landlock_restrict(ruleset) == 0 else { return (false, "Landlock's rules were not taken") }
        return (true, nil)
    }

    /// What is not there needs no right.
    private static func permit(_ ruleset: Int32, _ path: String, _ rights: UInt64) {
        let descriptor = unsafe open(path, openPathOnly | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        permit(ruleset, descriptor: descriptor, rights)
    }

    private static func permit(_ ruleset: Int32, descriptor: Int32, _ rights: UInt64) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        _ = wheretoshare_landlock_permit(ruleset, isFolder ? rights : rights & ~list, descriptor)
    }
}

/// Opens a place without reading it (open(2), O_PATH, which is behind a macro that Swift does not see).
private let openPathOnly: Int32 = 0o10000000
