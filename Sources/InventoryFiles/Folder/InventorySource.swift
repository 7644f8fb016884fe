import Crypto

/// The files of an inventory as they lie in its folder, not looked into yet.
public struct InventorySource: Sendable {
    /// A file and its bytes.
    public struct File: Hashable, Sendable {
        /// The path inside the inventory's folder, with `/` between parts.
        public let path: String
        /// The content.
        public let bytes: [UInt8]

        /// Puts the parts together.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }

        /// A file with a text in UTF-8.
        public init(path: String, text: String) {
            self.init(path: path, bytes: Array(text.utf8))
        }
    }

    /// The folder as it was named; for messages.
    public let folder: String
    /// The files by the bytes of their paths.
    public let files: [File]
    /// What kept other files from being here; the reader tells them with its own.
    public let problems: [InventoryProblem]
    /// Names exactly this content: the first 16 hexadecimal digits of a SHA-256 over all paths, contents and problems.
    public let revision: String

    /// Puts the parts together, and computes the revision.
    public init(folder: String, files: [File], problems: [InventoryProblem] = []) {
        self.folder = folder
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.problems = problems.sorted()
        revision = Self.revision(of: self.files, self.problems)
    }

    /// Lengths are hashed before contents, so that no two folders give the same bytes.
    private static func revision(of files: [File], _ problems: [InventoryProblem]) -> String {
        var hash = SHA256()
        func add(_ bytes: [UInt8]) {
            let length = UInt64(bytes.count)
            hash.update(data: (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
            hash.update(data: bytes)
        }
        for file in files {
            add(Array(file.path.utf8))
            add(file.bytes)
        }
        for problem in problems {
            add(Array(problem.description.utf8))
        }
        return hash.finalize().prefix(8).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
