import FoundationEssentials
import Glibc

/// A folder of a test's own, with a blank in its name so that unquoted paths show.
///
/// Made by ``withTemporaryFolder(_:)-(_)`` alone, so that every one is removed again.
public struct TemporaryFolder: Sendable {
    /// The absolute path, free of symbolic links and without a trailing slash.
    public let path: String

    /// Makes a new folder that only its owner can enter, under `$TMPDIR` or `/tmp`.
    fileprivate init() throws {
        let parent = environmentValue("TMPDIR") ?? "/tmp"
        let template = unsafe strdup("\(parent)/wheretoshare tests-XXXXXX")
        defer { unsafe free(template) }
        guard let template = unsafe template, let name = unsafe mkdtemp(template) else {
            throw TestKitError("no folder could be made in '\(parent)': \(errorText())")
        }
        path = try realPath(unsafe String(cString: name))
    }

    /// The path of something inside; it need not exist.
    public func at(_ relativePath: String) -> String {
        "\(path)/\(relativePath)"
    }

    /// Writes a file, with the folders it needs, and answers its path.
    @discardableResult
    public func write(_ text: String, to relativePath: String) throws -> String {
        try write(bytes: Array(text.utf8), to: relativePath)
    }

    /// Writes a file of any bytes, with the folders it needs, and answers its path.
    @discardableResult
    public func write(bytes: [UInt8], to relativePath: String) throws -> String {
        let file = at(relativePath)
        let folders = relativePath.split(separator: "/").dropLast().joined(separator: "/")
        if !folders.isEmpty { try makeFolder(folders) }
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    /// Makes a folder, with those above it, and answers its path.
    @discardableResult
    public func makeFolder(_ relativePath: String) throws -> String {
        let folder = at(relativePath)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Removes the folder, also where a test took away the right to.
    fileprivate func remove() {
        if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
        openFolders(at: path)
        try? FileManager.default.removeItem(atPath: path)
    }

    private func openFolders(at folder: String) {
        unsafe chmod(folder, 0o700)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let entry = "\(folder)/\(name)"
            var status = stat()
            // A link is left alone: what it points to is not the test's.
            if unsafe lstat(entry, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { openFolders(at: entry) }
        }
    }
}

/// Runs a body with a folder of its own, and removes the folder however the body ends.
public func withTemporaryFolder<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    return try body(folder)
}

/// Runs a body with a folder of its own, and removes the folder however the body ends.
public func withTemporaryFolder<Result>(_ body: (TemporaryFolder) async throws -> Result) async throws -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    return try await body(folder)
}
