import Glibc

/// Puts files into a folder that is new or empty: all of them, or none.
public enum NewFolder {
    /// Writes files into a folder, which is made when it is missing, with the folders above it.
    ///
    /// A folder that is there keeps its owner and its permissions. What was made is removed again when something goes
    /// wrong.
    /// - Parameters:
    ///   - files: The files' paths inside the folder, with `/` between names, and their contents.
    ///   - root: The folder.
    /// - Throws: `NewFolderError` when the folder is in use or cannot be written.
    public static func write(_ files: [(path: String, bytes: [UInt8])], to root: HostPath) throws(NewFolderError) {
        try refuseUsed(root)
        var made = Made()
        do throws(NewFolderError) {
            try made.folder(root)
            for file in files {
                let path = root.appending(file.path)
                try made.folder(path.parent)
                try made.file(path, file.bytes)
            }
        } catch {
            made.undo()
            throw error
        }
    }

    private static func refuseUsed(_ root: HostPath) throws(NewFolderError) {
        guard !root.bytes.isEmpty else { throw NewFolderError(path: root, reason: .noName) }
        let status: stat
        do {
            status = try ResolvedPath.status(of: root)
        } catch {
            // Anything else than an absence is told when the folder is made.
            return
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw NewFolderError(path: root, reason: .notAFolder) }
        guard try isEmpty(root) else { throw NewFolderError(path: root, reason: .notEmpty) }
    }

    private static func isEmpty(_ folder: HostPath) throws(NewFolderError) -> Bool {
        let descriptor: Int
        do {
            descriptor = try unsafe folder.systemCall { unsafe Int(open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) }
        } catch {
            throw NewFolderError(path: folder, reason: .system(error))
        }
        guard let stream = unsafe fdopendir(CInt(descriptor)) else {
            let number = ErrorNumber.last
            close(CInt(descriptor))
            throw NewFolderError(path: folder, reason: .system(number))
        }
        defer { unsafe closedir(stream) }
        var entries = 0
        while entries < 3, unsafe readdir(stream) != nil { entries += 1 }
        // The folder itself and the one above it are always listed.
        return entries <= 2
    }

    /// What has been made so far.
    private struct Made {
        private var files: [HostPath] = []
        private var folders: [HostPath] = []

        mutating func folder(_ path: HostPath) throws(NewFolderError) {
            guard let problem = make(path) else { return }
            guard problem.rawValue == ENOENT, path.parent != path else {
                throw NewFolderError(path: path, reason: .system(problem))
            }
            try folder(path.parent)
            if let problem = make(path) {
                throw NewFolderError(path: path, reason: .system(problem))
            }
        }

        /// Why a folder could not be made; nil when it is there.
        private mutating func make(_ path: HostPath) -> ErrorNumber? {
            do {
                try unsafe path.systemCall { unsafe Int(mkdir($0, 0o777)) }
                folders.append(path)
                return nil
            } catch {
                let isThere = (try? ResolvedPath.canonicalPath(path)) != nil
                return isThere && (error.rawValue == EEXIST || error.rawValue == EISDIR) ? nil : error
            }
        }

        mutating func file(_ path: HostPath, _ bytes: [UInt8]) throws(NewFolderError) {
            do {
                try StateFile.write(bytes, to: path, mode: 0o644, flushing: false)
                files.append(path)
            } catch {
                throw NewFolderError(path: path, reason: .system(error))
            }
        }

        func undo() {
            for file in files { StateFile.remove(file) }
            for folder in folders.reversed() { _ = try? unsafe folder.systemCall { unsafe Int(rmdir($0)) } }
        }
    }
}
