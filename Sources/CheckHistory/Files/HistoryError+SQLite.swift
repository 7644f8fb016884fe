internal import GRDB
internal import Glibc

extension HistoryError {
    /// What an error of the database means for the file at a path.
    init(_ error: any Error, at path: String, doing what: String) {
        self.init(kind: .other, what: what, why: "\(error)", next: "try again; the history is '\(path)'")
        guard let error = error as? DatabaseError else { return }
        let code = error.resultCode
        let message = error.message ?? "SQLite reports an error without a message"
        why = "\(message) (SQLite \(error.extendedResultCode.rawValue))"
        switch code {
        case .SQLITE_FULL:
            kind = .full
            why = "no space is left on its disk"
            next = "free some space, then run it again; nothing that was recorded before is lost"
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            kind = .noAccess
            why = "the file or its folder may not be read or written by this account, or the folder does not exist"
            next = "make the folder of '\(path)' yours, or name another file with --history"
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            kind = .damaged
            why = "its content is damaged, or it is no history of this program"
            next = "the next check --record moves it aside and begins a new one; or restore it from a backup"
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            kind = .busy
            why = "another program has it locked"
            next = "try again when that one has ended"
        case .SQLITE_IOERR:
            kind = .full
            why = "its disk reports an error"
            next = "look whether the disk of '\(path)' is broken, then run it again"
            if Self.isFull(path) {
                why = "no space is left on its disk"
                next = "free some space, then run it again; nothing that was recorded before is lost"
            }
        default: break
        }
    }
    /// Whether there is hardly any space on the disk of a file.
    private static func isFull(_ path: String) -> Bool {
        var facts = statvfs()
        guard unsafe statvfs(path, &facts) == 0 else { return false }
        return facts.f_bavail * UInt(facts.f_frsize) < 65_536
    }
}
