internal import Glibc
internal import HostFacts

/// A folder of this account in which the latest files of one kind are kept, each under an id.
struct KeptFiles {
    /// The largest file that is read back, in bytes.
    private static let mostBytes = 4 << 20

    /// How long a file may take to be written, in seconds; what is older was left behind by a run that was killed.
    private static let longestWriting = 3_600

    private let folders: StateFolders
    private let folder: HostPath
    private let prefix: String
    private let mostKept: Int

    init(_ folders: StateFolders, in name: String, prefix: String, mostKept: Int) {
        self.folders = folders
        folder = folders.state.appending(name)
        self.prefix = prefix
        self.mostKept = mostKept
    }

    /// Keeps a file, which only its owner may read.
    func keep(_ bytes: [UInt8], as id: String) throws {
        try folders.trust(folder)
        try StateFile.writeAtomically(bytes, to: file(id))
        prune(sparing: "\(id).json")
    }

    /// The file with an id; nil when it is not kept.
    func read(_ id: String) throws(CommandProblem) -> [UInt8]? {
        do { try folders.trust(folder) } catch { throw CommandProblem(error) }
        do { return try StateFile.read(file(id), limit: Self.mostBytes) } catch { throw CommandProblem(error) }
    }

    /// The file of an id.
    func file(_ id: String) -> HostPath { folder.appending("\(id).json") }

    /// Removes the oldest files beyond the number that is kept, never the latest, whatever the clock says, and files
    /// that a run left half-written.
    private func prune(sparing latest: String) {
        guard let handle = unsafe opendir(folder.text) else { return }
        defer { unsafe closedir(handle) }
        var answers: [String] = []
        var unfinished: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name.hasPrefix(prefix), name.hasSuffix(".json") { answers.append(name) }
            if name.hasPrefix(StateFile.unfinishedPrefix) { unfinished.append(name) }
        }
        if !unfinished.isEmpty, let now = written(latest) {
            for name in unfinished where (written(name) ?? now) < now - Self.longestWriting * 1_000_000_000 {
                _ = unsafe unlink(folder.appending(name).text)
            }
        }
        guard answers.count > mostKept else { return }
        let others = answers.filter { $0 != latest }.map { (name: $0, time: written($0) ?? 0) }
            .sorted { ($0.time, $0.name) > ($1.time, $1.name) }
        for other in others.dropFirst(mostKept - 1) {
            _ = unsafe unlink(folder.appending(other.name).text)
        }
    }

    /// When a file of the folder was last written, in nanoseconds since 1970; nil when it is gone.
    private func written(_ name: String) -> Int? {
        var facts = stat()
        guard unsafe lstat(folder.appending(name).text, &facts) == 0 else { return nil }
        return Int(facts.st_mtim.tv_sec) * 1_000_000_000 + Int(facts.st_mtim.tv_nsec)
    }
}
