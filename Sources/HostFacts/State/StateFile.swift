import Glibc

/// Reads and writes this program's own files.
public enum StateFile {
    /// How the name of a file begins while it is written; one that stays behind was left by a process that was killed.
    public static let unfinishedPrefix = ".new-"

    /// The content of the file at `path`, for a file of at most `limit` bytes; nil when nothing is there.
    ///
    /// Symbolic links are followed, as people keep their configuration behind them. A larger file, and anything that is
    /// not a regular file, is an error.
    public static func read(_ path: HostPath, limit: Int) throws(StateFileError) -> [UInt8]? {
        do {
            return try BoundedFile.read(path, limit: limit)
        } catch {
            switch error {
            case .system(let number) where number.rawValue == ENOENT: return nil
            case .system(let number): throw StateFileError(path: path, step: .read, reason: .system(number))
            case .notAFile: throw StateFileError(path: path, step: .read, reason: .notAFile)
            case .tooLarge(let limit): throw StateFileError(path: path, step: .read, reason: .tooLarge(limit: limit))
            }
        }
    }

    /// Puts `bytes` into the file at `path` so that a reader sees the old content or the new, never a part.
    ///
    /// The content goes to a new file in the same folder, which then takes the old one's place; a symbolic link at
    /// `path` is replaced, not followed. Missing folders are created for their owner only (0700).
    /// - Parameters:
    ///   - bytes: The new content.
    ///   - path: The file.
    ///   - mode: The permissions of the file, whatever the process' file creation mask.
    ///   - flushing: Whether to wait until the disk has it all, so that it survives a power cut.
    /// - Throws: `StateFileError`; the old content is then still in place.
    public static func writeAtomically(
        _ bytes: [UInt8],
        to path: HostPath,
        mode: UInt32 = 0o600,
        flushing: Bool = false
    ) throws(StateFileError) {
        guard let name = path.components.last, path.bytes.last != HostPath.slash, name != [0x2E], name != [0x2E, 0x2E]
        else { throw StateFileError(path: path, step: .write, reason: .noName) }
        try createFolder(path.parent)
        let temporary = path.parent.appending(
            unfinishedPrefix + String(UInt64.random(in: 0 ... .max), radix: 36))
        do {
            try write(bytes, to: temporary, mode: mode, flushing: flushing)
        } catch {
            throw StateFileError(path: path, step: .write, reason: .system(error))
        }
        do {
            try rename(temporary, to: path)
        } catch {
            remove(temporary)
            throw StateFileError(path: path, step: .replace, reason: .system(error))
        }
        if flushing {
            flushFolder(path.parent)
        }
    }

    /// Writes a file that is not there yet; nothing stays behind when it cannot be finished.
    static func write(_ bytes: [UInt8], to path: HostPath, mode: UInt32, flushing: Bool) throws(ErrorNumber) {
        // O_EXCL, so that nobody who can write to the folder can have put something there first.
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = CInt(try unsafe path.systemCall { unsafe Int(open($0, flags, 0o600)) })
        var problem = writeAll(bytes, to: descriptor)
        if problem == nil, fchmod(descriptor, mode) != 0 {
            problem = .last
        }
        if problem == nil, flushing, fsync(descriptor) != 0 {
            problem = .last
        }
        // A network file system may report only here that the quota is used up.
        if close(descriptor) != 0, problem == nil {
            problem = .last
        }
        if let problem {
            remove(path)
            throw problem
        }
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> ErrorNumber? {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                return .last
            }
        }
        return nil
    }

    /// Creates a folder for this account alone, with those above it that are missing; one that is there stays as it is.
    public static func createFolder(_ path: HostPath) throws(StateFileError) {
        guard var problem = makeFolder(path) else { return }
        if problem.rawValue == ENOENT, path.parent != path {
            try createFolder(path.parent)
            guard let second = makeFolder(path) else { return }
            problem = second
        }
        // That nothing can be created here does not matter when the folder is there.
        guard (try? ResolvedPath.canonicalPath(path)) == nil else { return }
        throw StateFileError(path: path, step: .createFolder, reason: .system(problem))
    }

    /// Creates one folder; nil when it is there then.
    private static func makeFolder(_ path: HostPath) -> ErrorNumber? {
        do {
            try unsafe path.systemCall { unsafe Int(mkdir($0, 0o700)) }
            return nil
        } catch {
            return error.rawValue == EEXIST ? nil : error
        }
    }

    private static func rename(_ old: HostPath, to new: HostPath) throws(ErrorNumber) {
        try unsafe new.systemCall { to in
            do throws(ErrorNumber) {
                return try unsafe old.systemCall { from in unsafe Int(Glibc.rename(from, to)) }
            } catch {
                errno = error.rawValue
                return -1
            }
        }
    }

    static func remove(_ path: HostPath) {
        _ = try? unsafe path.systemCall { unsafe Int(unlink($0)) }
    }

    /// Best effort: the content is safe already, and some file systems cannot flush a folder.
    private static func flushFolder(_ path: HostPath) {
        guard let opened = try? unsafe path.systemCall({ unsafe Int(open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) })
        else { return }
        _ = fsync(CInt(opened))
        close(CInt(opened))
    }
}
