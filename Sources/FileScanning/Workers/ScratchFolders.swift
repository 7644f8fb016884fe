internal import Synchronization

/// The folders that outside programs wrote to for one document, until it is read.
final class ScratchFolders: Sendable {
    private struct Kept {
        let folder: ScratchFolder
        var files: [(name: String, path: String)] = []
    }

    private let kept = Mutex<[Kept]>([])

    /// Keeps a folder, and answers its number.
    func keep(_ folder: ScratchFolder) -> UInt32 {
        kept.withLock { kept in
            kept.append(Kept(folder: folder))
            return UInt32(kept.count - 1)
        }
    }

    /// Looks what is in a folder now, and answers how many files that are.
    func list(_ number: UInt32) -> Int {
        kept.withLock { kept in
            guard kept.indices.contains(Int(number)) else { return 0 }
            kept[Int(number)].files = kept[Int(number)].folder.files()
            return kept[Int(number)].files.count
        }
    }

    /// A file's name and path; nil when there is none with this number.
    func file(_ number: UInt32, in folder: UInt32) -> (name: String, path: String)? {
        kept.withLock { kept in
            guard kept.indices.contains(Int(folder)), kept[Int(folder)].files.indices.contains(Int(number)) else {
                return nil
            }
            return kept[Int(folder)].files[Int(number)]
        }
    }

    /// Removes all folders.
    func removeAll() {
        let gone = kept.withLock { kept in
            defer { kept = [] }
            return kept
        }
        for one in gone { one.folder.remove() }
    }
}
