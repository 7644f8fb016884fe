internal import GRDB
internal import Glibc
public import StorageModel

/// What checks found, in an SQLite file that outlives them.
///
/// What a call of ``record(_:retention:)`` has returned for is on the disk, and survives that the program is killed or the
/// power fails.
public struct HistoryFile: Sendable {
    /// Where it is.
    public let path: String
    let queue: DatabaseQueue

    /// The name of the file in the program's folder.
    public static let fileName = "history.sqlite"

    /// What happened on opening that people have to know.
    public struct Opening: Sendable {
        /// The history.
        public var history: HistoryFile
        /// Where a damaged file was moved to, in place of which a new one was begun; nil when there was none.
        public var movedAside: String?
    }

    /// Opens a history to record in; a file that is not there is begun, with its folder, for this account alone.
    /// - Parameters:
    ///   - path: The file.
    ///   - today: The day, for the name that a damaged file gets.
    /// - Returns: The history, and what became of one that was damaged.
    /// - Throws: `HistoryError` when nothing can be recorded there.
    public static func openForRecording(_ path: String, today: CalendarDate) throws(HistoryError) -> Opening {
        makeFolder(of: path)
        do {
            return Opening(history: try open(path))
        } catch {
            guard error.kind == .damaged else { throw error }
            let aside = try moveAside(path, today: today)
            return Opening(history: try open(path), movedAside: aside)
        }
    }

    /// Takes the right to record in the history at a path; its folder is made when it is not there.
    /// - Throws: `HistoryError` with the kind `busy` when another run has it.
    public static func lock(_ path: String) throws(HistoryError) -> HistoryLock {
        makeFolder(of: path)
        return try HistoryLock(for: path)
    }

    /// Opens a history to read in.
    /// - Throws: `HistoryError` with the kind `absent` when nothing was recorded yet.
    public static func openForReading(_ path: String) throws(HistoryError) -> HistoryFile {
        guard unsafe access(path, F_OK) == 0 else {
            throw HistoryError(
                kind: .absent, what: "there is no history '\(path)'", why: "nothing was recorded there yet",
                next: "run: wheretoshare check --record, or name the file with --history")
        }
        let what = "the history '\(path)' cannot be read"
        var facts = stat()
        if unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
            throw HistoryError(
                kind: .noAccess, what: what, why: "it is a folder",
                next: "name the file in it, such as '\(path)/\(fileName)'")
        }
        do {
            let history = try reading(path, isImmutable: false)
            return try history.checked(what)
        } catch {
            let explained = error as? HistoryError ?? HistoryError(error, at: path, doing: what)
            // Without the right to write beside it, SQLite can read it only as a file that nobody changes, which it is
            // when no log lies beside it.
            guard explained.kind == .noAccess, unsafe access(path, R_OK) == 0,
                unsafe access(path + "-wal", F_OK) != 0,
                let history = try? reading(path, isImmutable: true)
            else { throw explained }
            return try history.checked(what)
        }
    }

    /// The same history, opened to record in; it is not made when it is not there.
    public func forRecording() throws(HistoryError) -> HistoryFile { try Self.open(path) }

    private static func reading(_ path: String, isImmutable: Bool) throws -> HistoryFile {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let escaped = path.utf8.reduce(into: "") { text, byte in
            let isPlain = byte > 0x20 && byte < 0x7F && !"%?#".utf8.contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let name = isImmutable ? "file:\(escaped)?immutable=1" : path
        return HistoryFile(path: path, queue: try DatabaseQueue(path: name, configuration: configuration))
    }

    /// The history, when this version of the program can read it.
    private func checked(_ what: String) throws(HistoryError) -> HistoryFile {
        do {
            let isReady = try queue.read { db in
                if try Schema.migrator.hasBeenSuperseded(db) { throw newer(what) }
                return try Schema.migrator.hasCompletedMigrations(db)
            }
            // An earlier version's file is brought up to date by whoever may write it.
            return isReady ? self : try Self.open(path)
        } catch {
            throw error as? HistoryError ?? HistoryError(error, at: path, doing: what)
        }
    }

    private func newer(_ what: String) -> HistoryError {
        HistoryError(
            kind: .newer, what: what, why: "a later version of wheretoshare wrote it",
            next: "use that version, or name another file with --history")
    }

    private static func open(_ path: String) throws(HistoryError) -> HistoryFile {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // A commit waits for the disk: there is one for each run.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF")
        }
        let what = "nothing can be recorded in the history '\(path)'"
        do {
            makeFile(path)
            let history = HistoryFile(
                path: path, queue: try DatabaseQueue(path: path, configuration: configuration))
            if try history.queue.read(Schema.migrator.hasBeenSuperseded) { throw history.newer(what) }
            try Schema.migrator.migrate(history.queue)
            try history.refuseDamage(what)
            return history
        } catch {
            throw error as? HistoryError ?? HistoryError(error, at: path, doing: what)
        }
    }

    /// Looks through what the next run builds on; going through all of it would take seconds after years.
    private func refuseDamage(_ what: String) throws {
        try queue.read { db in
            for table in ["name", "place", "run"] {
                let found = try String.fetchAll(db, sql: "PRAGMA quick_check(\(table))")
                guard found == ["ok"] else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: found.first)
                }
            }
        }
    }

    /// Begins a file that only its owner can read; what SQLite puts beside it gets the same permissions.
    private static func makeFile(_ path: String) {
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    private static func makeFolder(of path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
        var folder = path.hasPrefix("/") ? "" : "."
        for part in parts {
            folder += "/" + part
            unsafe mkdir(folder, 0o700)
        }
    }

    /// Moves a damaged file out of the way, with what belongs to it.
    private static func moveAside(_ path: String, today: CalendarDate) throws(HistoryError) -> String {
        var aside = "\(path).corrupt-\(today)"
        var number = 2
        while unsafe access(aside, F_OK) == 0 {
            aside = "\(path).corrupt-\(today)-\(number)"
            number += 1
        }
        guard unsafe rename(path, aside) == 0 else {
            throw HistoryError(
                kind: .damaged, what: "the damaged history '\(path)' cannot be moved aside",
                why: "its folder may not be written", next: "move it away, then run it again")
        }
        for ending in ["-wal", "-shm"] { unsafe rename(path + ending, aside + ending) }
        return aside
    }
}
