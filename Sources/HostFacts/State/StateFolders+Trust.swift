import Glibc

extension StateFolders {
    /// Makes sure that nobody else can have put files into a folder of this program's own, or exchanged it.
    ///
    /// Looked at are `folder` itself, as far as it exists, and the program's folder that it lies in, by which everything
    /// below could be exchanged.
    /// - Throws: `StateFolderError` when one of them belongs to another account or lets others write.
    public func trust(_ folder: HostPath) throws(StateFolderError) {
        var path = folder
        while path.bytes.count > 1 {
            try Self.examine(path)
            guard ![state, cache, configuration].contains(path), path.parent != path else { return }
            path = path.parent
        }
    }

    private static func examine(_ path: HostPath) throws(StateFolderError) {
        let status: stat
        do {
            status = try ResolvedPath.status(of: ResolvedPath.canonicalPath(path))
        } catch {
            // What is not there yet will be made for this account alone.
            if error.rawValue == ENOENT { return }
            throw StateFolderError(path: path, reason: .system(error))
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw StateFolderError(path: path, reason: .notAFolder) }
        guard status.st_uid == geteuid() else {
            throw StateFolderError(path: path, reason: .belongsToAnother(status.st_uid))
        }
        guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
            throw StateFolderError(path: path, reason: .othersMayWrite(status.st_mode & 0o7777))
        }
    }
}
