/// A share that every file server of the lab offers.
public struct LabShare: Sendable, Equatable {
    /// The name that the server gives it.
    public let name: String
    /// What is special about it, in a few words.
    public let summary: String
    /// The folder on the server that it shows, below the folder of all shares.
    let folder: String
    /// Its settings besides the folder.
    let settings: [String]

    init(_ name: String, folder: String? = nil, _ summary: String, _ settings: String...) {
        self.name = name
        self.folder = folder ?? name
        self.summary = summary
        self.settings = settings
    }

    /// A share without anything special: ``canary`` lies in it, and everybody may write into ``writeFolder``.
    ///
    /// It has so many files that its list takes more than one packet.
    public static let publicShare = LabShare("public", "everybody may read and write", "read only = no")
    /// Only alice may use it.
    public static let projects = LabShare(
        "projects", "alice alone may use it", "read only = no", "valid users = alice")
    /// Not in the server's list.
    public static let hidden = LabShare("hidden", "is not in the list", "read only = no", "browseable = no")
    /// Nobody may write.
    public static let readOnly = LabShare("ro", "nobody may write", "read only = yes")
    /// Its folder does not exist.
    public static let gone = LabShare("gone", "its folder does not exist", "read only = no")
    /// Folders `open`, `closed` (cannot be listed) and the file `open/secret.txt` (cannot be read).
    public static let groups = LabShare(
        "groups", "folders open and closed; open/secret.txt cannot be read", "read only = no")
    /// Closed to the client on the campus, open to all others.
    public static let denied = LabShare(
        "deny", "is closed to \(LabHost.campus.address)", "read only = no",
        "hosts deny = \(LabHost.campus.address)")
    /// Has room for a megabyte.
    public static let small = LabShare("small", "has room for 1 MB", "read only = no")
    /// Takes one connection at a time.
    public static let limited = LabShare(
        "limited", "takes one connection", "read only = no", "max connections = 1")
    /// Links of a distributed file system: `living` leads to another server's share `public`, `dead` to no host.
    public static let links = LabShare(
        "links", "DFS links: living, dead, nameless", "read only = no", "msdfs root = yes")
    /// Insists on encryption.
    public static let encrypted = LabShare(
        "encrypted", "insists on encryption", "read only = no", "server smb encrypt = required")
    /// Lies on a file system that can hang and die.
    public static let backend = LabShare("backend", "lies on a store that can hang and die", "read only = no")

    /// All shares, in the order of the servers' settings.
    public static let all: [LabShare] = [
        publicShare, projects, hidden, readOnly, gone, groups, denied, small, limited, links, encrypted, backend,
    ]

    /// The name of a file of known content in every share that can be read.
    public static let canary = "canary.txt"
    /// The content of ``canary``.
    public static let canaryText = "Tweet.\n"
    /// SHA-256 of ``canaryText``.
    public static let canaryDigest = "1c62f0b89fe086b8f343f54d9d1ba58b2490fd0642b7959bec1d1f73c7c6fa2b"
    /// The name of a folder in every share that can be written to, for files that come and go.
    public static let writeFolder = "checks"
}
