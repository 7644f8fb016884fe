import FoundationEssentials
import Glibc
import InventoryFiles
import TestKit

/// A bad inventory: the base inventory with a change, and the report that is expected.
///
/// The change is a file of lines. The first says what the schemas make of it. Then `edit PATH`, `add PATH`, `remove
/// PATH`, `rename PATH PATH`, `pipe PATH`, `link PATH TARGET`, `folder PATH` and `size PATH BYTES` say what happens,
/// and `load PATH` that the inventory is looked for there. In an edit, lines with `-` are replaced by those with `+`
/// that follow, and have to be in the file exactly once. In `+` lines `\xNN` stands for a byte.
struct BadInventory {
    /// What the schemas say about the changed inventory.
    enum SchemaVerdict: String {
        /// One of the files is refused.
        case refuses = "schema refuses"
        /// All files are accepted, because the problem is not one of a single file's form.
        case accepts = "schema accepts"
        /// No schema can be asked, because a file is no YAML, or no file.
        case unasked = "schema unasked"
    }

    let name: String
    let verdict: SchemaVerdict
    private let changes: [Change]
    private let pathToLoad: String?

    var folder: String { "\(Fixtures.folder)/bad/\(name)" }
    var expected: SnapshotFile { SnapshotFile(path: "\(folder)/expected.txt") }

    /// Reads the change of a fixture.
    init(_ name: String) throws {
        self.name = name
        let text = try String(contentsOfFile: "\(Fixtures.folder)/bad/\(name)/change.patch", encoding: .utf8)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        guard let first = lines.first, let verdict = SchemaVerdict(rawValue: first) else {
            throw TestKitError(
                "\(name): the first line is none of 'schema refuses', 'schema accepts', 'schema unasked'")
        }
        self.verdict = verdict
        let changes = try Change.parse(lines.dropFirst())
        self.changes = changes.filter { $0.words.first != "load" }
        pathToLoad = changes.first { $0.words.first == "load" }?.words.last
    }

    /// Writes the changed inventory into an empty folder.
    func write(to folder: String) throws {
        for file in try Fixtures.baseSource().files { try Change.write(file.bytes, to: "\(folder)/\(file.path)") }
        for change in changes { try change.apply(in: folder) }
    }

    /// What the reader says about the changed inventory; nil when it has nothing to say.
    func report() throws -> String? {
        try withTemporaryFolder { folder in
            try write(to: folder.path)
            do throws(InventoryUnusable) {
                _ = try InventoryReader.read(InventoryFolder.load(at: pathToLoad.map { folder.at($0) } ?? folder.path))
                return nil
            } catch {
                return error.description.replacing(folder.path, with: "FOLDER") + "\n"
            }
        }
    }
}

/// One change of a bad inventory.
private struct Change {
    /// Lines that are replaced by others.
    struct Hunk {
        var removed: [String] = []
        var added: [String] = []
    }

    var words: [String]
    var hunks: [Hunk] = []

    static func parse(_ lines: ArraySlice<String>) throws -> [Change] {
        var changes: [Change] = []
        for line in lines {
            guard let mark = line.first, mark == "-" || mark == "+" else {
                changes.append(Change(words: line.split(separator: " ").map(String.init)))
                continue
            }
            guard var last = changes.popLast() else { throw TestKitError("'\(line)' belongs to no file") }
            var hunk = last.hunks.popLast() ?? Hunk()
            if mark == "+" {
                hunk.added.append(String(line.dropFirst()))
            } else if hunk.added.isEmpty {
                hunk.removed.append(String(line.dropFirst()))
            } else {
                last.hunks.append(hunk)
                hunk = Hunk(removed: [String(line.dropFirst())])
            }
            last.hunks.append(hunk)
            changes.append(last)
        }
        return changes
    }

    func apply(in folder: String) throws {
        guard let verb = words.first, words.count > 1 else { throw TestKitError("'\(words)' is no change") }
        let file = "\(folder)/\(words[1])"
        switch (verb, words.count) {
        case ("edit", 2): for hunk in hunks { try edit(file, hunk) }
        case ("add", 2): try Self.write(bytes(hunks.flatMap(\.added)), to: file)
        case ("remove", 2): try FileManager.default.removeItem(atPath: file)
        case ("rename", 3): try FileManager.default.moveItem(atPath: file, toPath: "\(folder)/\(words[2])")
        case ("folder", 2): try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
        case ("pipe", 2): try expectSuccess(unsafe mkfifo(file, 0o600))
        case ("link", 3): try expectSuccess(unsafe symlink(words[2], file))
        case ("size", 3):
            try Self.write([], to: file)
            try expectSuccess(unsafe truncate(file, Int(words[2]) ?? -1))
        default: throw TestKitError("'\(words)' is no change")
        }
    }

    private func expectSuccess(_ result: CInt) throws {
        guard result == 0 else { throw TestKitError("'\(words)' was refused with error \(errno)") }
    }

    /// Writes a file, with the folders it needs.
    static func write(_ bytes: [UInt8], to file: String) throws {
        let folder = "/" + file.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
    }

    private func edit(_ file: String, _ hunk: Hunk) throws {
        let old = Array((hunk.removed.joined(separator: "\n") + "\n").utf8)
        let text = [UInt8](try Data(contentsOf: URL(filePath: file)))
        let starts = text.indices.filter { start in
            (start == 0 || text[start - 1] == UInt8(ascii: "\n")) && text[start...].starts(with: old)
        }
        guard let start = starts.first, starts.count == 1 else {
            throw TestKitError("these lines are in \(file) \(starts.count) times: \(hunk.removed)")
        }
        try Self.write(text[..<start] + bytes(hunk.added) + text[(start + old.count)...], to: file)
    }

    /// Lines as bytes, each with its end.
    private func bytes(_ lines: [String]) -> [UInt8] {
        lines.flatMap { line -> [UInt8] in
            let parts = line.split(separator: "\\x", omittingEmptySubsequences: false)
            let rest = parts.dropFirst().flatMap { part -> [UInt8] in
                guard let byte = UInt8(part.prefix(2), radix: 16) else { return Array("\\x\(part)".utf8) }
                return [byte] + Array(part.dropFirst(2).utf8)
            }
            return Array((parts.first ?? "").utf8) + rest + [UInt8(ascii: "\n")]
        }
    }
}
