import Glibc

/// The files and folders that a person gave, and which of them are counted already.
///
/// Whoever meets one of them first, as a given path or inside another, claims and counts it; everybody after that
/// passes it by. So each is counted once in whatever order and nesting they were given.
struct GivenEntries {
    private struct NameInFolder: Hashable {
        let folder: FileIdentity
        let name: [UInt8]
    }

    private var unclaimedFolders: Set<FileIdentity> = []
    private var claimedFolders: Set<FileIdentity> = []
    private var unclaimedNames: Set<NameInFolder> = []
    private var claimedNames: Set<NameInFolder> = []
    private var foldersOfNames: Set<FileIdentity> = []

    init(_ paths: [ResolvedPath]) {
        for path in paths {
            if path.kind == .folder {
                unclaimedFolders.insert(FileIdentity(path.status))
            } else if let name = Self.nameInFolder(path) {
                unclaimedNames.insert(name)
                foldersOfNames.insert(name.folder)
            }
        }
    }

    /// False when the folder was given and is counted already.
    mutating func claim(folder: FileIdentity) -> Bool {
        if unclaimedFolders.remove(folder) != nil {
            claimedFolders.insert(folder)
            return true
        }
        return !claimedFolders.contains(folder)
    }

    /// False when the file was given and is counted already.
    mutating func claim(file path: ResolvedPath) -> Bool {
        guard let name = Self.nameInFolder(path) else { return true }
        return claim(name)
    }

    /// False when the entry `name` of `folder` was given and is counted already.
    mutating func claim(_ name: ArraySlice<UInt8>, in folder: FileIdentity) -> Bool {
        claim(NameInFolder(folder: folder, name: Array(name)))
    }

    /// Whether some given file lies in `folder`.
    func hasNames(in folder: FileIdentity) -> Bool { foldersOfNames.contains(folder) }

    private mutating func claim(_ name: NameInFolder) -> Bool {
        if unclaimedNames.remove(name) != nil {
            claimedNames.insert(name)
            return true
        }
        return !claimedNames.contains(name)
    }

    /// A file is known by its folder and its name, not by its inode: two hard links are two files to share.
    private static func nameInFolder(_ path: ResolvedPath) -> NameInFolder? {
        guard
            let name = path.canonical.components.last,
            let status = try? ResolvedPath.status(of: path.canonical.parent)
        else { return nil }
        return NameInFolder(folder: FileIdentity(status), name: Array(name))
    }
}
