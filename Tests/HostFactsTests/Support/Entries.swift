import Glibc
import TestKit

@testable import HostFacts

/// Whether the tests run as root, and so can mount and can become somebody else.
let runsAsRoot = geteuid() == 0

extension TemporaryFolder {
    /// The folder itself.
    var host: HostPath { HostPath(path) }

    /// The path of something inside; it need not exist.
    func host(_ relativePath: String) -> HostPath { HostPath(at(relativePath)) }

    /// The path of an entry with any bytes in its name; it need not exist.
    func host(bytes: [UInt8]) -> HostPath { host.appending(bytes) }

    /// Lets every account into the folder, which is its owner's alone at first.
    func letEverybodyIn() {
        unsafe chmod(path, 0o755)
    }
}

extension HostPath {
    /// Makes a file of `size` bytes, none of which takes room on the disk, with any permissions.
    func makeFile(size: Int = 0, mode: mode_t = 0o644) throws {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let descriptor = CInt(try unsafe systemCall { unsafe Int(open($0, flags, mode)) })
        defer { close(descriptor) }
        guard ftruncate(descriptor, size) == 0, fchmod(descriptor, mode) == 0 else { throw ErrorNumber.last }
    }

    /// Makes a folder with any permissions.
    func makeFolder(mode: mode_t = 0o755) throws {
        try unsafe systemCall { unsafe Int(mkdir($0, mode)) }
        try change(mode: mode)
    }

    /// Changes the permissions.
    func change(mode: mode_t) throws {
        try unsafe systemCall { unsafe Int(chmod($0, mode)) }
    }

    /// Makes a symbolic link that says `target`.
    func makeLink(to target: String) throws {
        try unsafe systemCall { unsafe Int(symlink(target, $0)) }
    }

    /// Makes another name for the file `original`.
    func makeHardLink(to original: String) throws {
        try unsafe systemCall { unsafe Int(link(original, $0)) }
    }

    /// Makes a FIFO, a socket or a device, by the type bits of `mode`.
    func makeSpecial(_ type: mode_t, device: dev_t = 0) throws {
        try unsafe systemCall { unsafe Int(mknod($0, type | 0o644, device)) }
    }

    /// Removes a file, a link or a FIFO.
    func remove() throws {
        try unsafe systemCall { unsafe Int(unlink($0)) }
    }

    /// Removes an empty folder.
    func removeFolder() throws {
        try unsafe systemCall { unsafe Int(rmdir($0)) }
    }

    /// Makes a chain of `levels` folders called `d`, each in the one before, with one empty file in the last.
    ///
    /// The whole path would be longer than the kernel takes, so each step starts in the folder before.
    func makeDeepFolders(levels: Int) throws {
        var folder = CInt(try unsafe systemCall { unsafe Int(open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) })
        defer { close(folder) }
        for _ in 0..<levels {
            guard unsafe mkdirat(folder, "d", 0o755) == 0 else { throw ErrorNumber.last }
            let next = unsafe openat(folder, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard next >= 0 else { throw ErrorNumber.last }
            close(folder)
            folder = next
        }
        let file = unsafe openat(folder, "last.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw ErrorNumber.last }
        close(file)
    }
}

/// Runs a body with the path of a folder in memory, where thousands of folders are removed again in no time; in the
/// usual place where there is no such file system.
func withFolderInMemory(_ body: (String) async throws -> Void) async throws {
    let parent = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : environmentValue("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/wheretoshare tests-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw ErrorNumber.last }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
        try await body(path)
    } catch {
        try await removeTree(path)
        throw error
    }
    try await removeTree(path)
}

/// Removes what is in a folder, however deep and whatever its name.
func removeTree(_ path: String) async throws {
    _ = try await runProgram("/bin/rm", ["-rf", "--one-file-system", "--", path])
}

/// Gives up root's rights for good, in a process of the test's own; without root there is nothing to give up.
func becomeOrdinaryUser() {
    guard runsAsRoot else { return }
    let nobody: UInt32 = 65_534
    precondition(setgroups(0, nil) == 0 && setgid(nobody) == 0 && setuid(nobody) == 0)
}

/// The lowest and the highest number of open files this process may have.
func openFileLimits() -> rlimit {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return limit
}

/// Changes how many files this process may have open.
func setOpenFileLimits(soft: UInt, hard: UInt) {
    var limit = rlimit(rlim_cur: soft, rlim_max: hard)
    precondition(unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
}
