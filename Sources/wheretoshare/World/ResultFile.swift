internal import Glibc
internal import HostFacts

/// A file that a result is put into, in place of the one that is there.
struct ResultFile {
    private let path: HostPath

    /// Makes sure that a file can come there, before the work is done for it.
    ///
    /// A device, a pipe or a folder is not replaced: whoever names `/dev/null` does not want it to become a file. Missing
    /// folders are not made: they would be for their owner alone, and most are misspelled.
    init(_ text: String) throws(CommandProblem) {
        path = HostPath(argument: text)
        let what = "the result cannot be put into '\(path)'"
        if let kind = Self.kind(of: path) {
            guard kind == S_IFREG else {
                throw CommandProblem(
                    what: what, why: "it is a folder, a device or a pipe, and only a file is replaced",
                    next: "name a file; for a device or a pipe, leave out --output and use '>' of the shell")
            }
        } else if Self.kind(of: path.parent) != S_IFDIR {
            throw CommandProblem(
                what: what, why: "there is no folder '\(path.parent)'", next: "make the folder, or correct the path")
        }
    }

    /// Puts the result there, for everybody to read; who reads at the same time sees the old content or the new.
    func write(_ text: String) throws(CommandProblem) {
        do {
            try StateFile.writeAtomically(Array(text.utf8), to: path, mode: 0o644)
        } catch {
            throw CommandProblem(error)
        }
    }

    /// What is at a path, or where a link there leads; nil when nothing is.
    private static func kind(of path: HostPath) -> mode_t? {
        let text = (path.bytes + [0]).map { CChar(bitPattern: $0) }
        var facts = stat()
        return unsafe stat(text, &facts) == 0 ? facts.st_mode & S_IFMT : nil
    }
}
