/// Reads the files of an inventory from a folder, without looking into them.
///
/// Symbolic links to files are followed when they stay inside the folder, as configuration mounts of containers use
/// them; links that lead outside and links to folders are problems. Names that begin with a dot are passed over.
public enum InventoryFolder {
    /// What an inventory may hold at most.
    public enum Limit {
        /// The greatest file, in bytes.
        public static let fileBytes = 16_000_000
        /// The sum of all files, in bytes.
        public static let folderBytes = 64_000_000
        /// The number of YAML files.
        public static let files = 4096
        /// The number of names in the folder and below that are looked at.
        static let names = 65_536
        /// How deep folders are searched for misplaced files.
        static let depth = 64
    }

    /// The files of the inventory in a folder.
    ///
    /// Throws when the folder itself cannot be used. Files that cannot be read are among the problems of the source, so
    /// that the reader reports them together with everything else.
    public static func load(at path: String) throws(InventoryUnusable) -> InventorySource {
        do {
            var walk = try FolderWalk(path)
            try walk.run()
            return InventorySource(folder: path, files: walk.files, problems: walk.problems)
        } catch let error as FolderProblem {
            throw InventoryUnusable(folder: path, problems: [error.problem])
        } catch {
            let problem = FolderProblem(
                .folderUnreadable, "the folder \(path.quoted) cannot be read: \(error)",
                accepted: "an inventory is a folder of YAML files", next: "check the path and the rights of its files")
            throw InventoryUnusable(folder: path, problems: [problem.problem])
        }
    }
}

/// Why a folder cannot be used at all.
struct FolderProblem: Error {
    let problem: InventoryProblem

    init(_ code: InventoryProblem.Code, _ message: String, accepted: String, next: String) {
        problem = InventoryProblem(file: "", code: code, message: message, accepted: accepted, next: next)
    }
}
