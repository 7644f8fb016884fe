import Glibc

/// What the system says of an open file, as far as trust depends on it.
struct FileStanding: Hashable {
    /// No honest snapshot is larger; it holds some hundred thousand groups.
    static let mostBytes = 64 << 20

    /// The kind of file, as in `S_IFMT`.
    var kind: mode_t
    /// The permission bits.
    var permissions: mode_t
    /// The account that owns it.
    var owner: uid_t
    /// The length, in bytes.
    var length: Int
    /// When it was last written.
    var written: FileTime

    /// Takes over what `stat` found.
    init(_ status: stat) {
        kind = status.st_mode & S_IFMT
        permissions = status.st_mode & 0o7777
        owner = status.st_uid
        length = Int(status.st_size)
        written = FileTime(seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
    }

    /// Why the file must not be believed by this account; nil when it may.
    func doubt(for account: uid_t) -> String? {
        if kind != S_IFREG { return "it is not a plain file" }
        if length > Self.mostBytes { return "it is larger than \(Self.mostBytes) bytes" }
        return doubtAboutWriters(for: account)
    }

    /// Why others than this account may have written here; nil when nobody else can.
    func doubtAboutWriters(for account: uid_t) -> String? {
        if owner != account { return "it belongs to the account \(owner), not to \(account)" }
        if permissions & (S_IWGRP | S_IWOTH) != 0 {
            return "others may write to it (mode \(String(permissions, radix: 8)))"
        }
        return nil
    }
}

/// A moment by the clock of a file system.
struct FileTime: Hashable, Comparable {
    /// Whole seconds since 1970.
    var seconds: Int
    /// The rest, below 1,000,000,000.
    var nanoseconds: Int

    static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
