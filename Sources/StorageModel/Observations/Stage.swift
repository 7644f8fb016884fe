/// A step of a check, in the order in which the steps depend on each other.
public enum Stage: String, CaseIterable, Sendable {
    /// The name is looked up.
    case dns
    /// A connection is opened, to each address.
    case tcp
    /// The server and we agree on a dialect and protections (MS-SMB2 3.2.4.2.2).
    case negotiate
    /// The TLS handshake (RFC 8446).
    case tls
    /// A page is asked for (RFC 9110).
    case http
    /// The front door of Remote Desktop answers (MS-RDPBCGR 1.3.1.1).
    case rdp
    /// An account signs in (MS-SMB2 3.2.4.2.3).
    case auth
    /// The share is opened (MS-SMB2 3.2.4.2.4).
    case tree
    /// The folder's attributes are read.
    case stat
    /// The folder is listed.
    case list
    /// A file is read.
    case read
    /// A file is written, read again and deleted.
    case write
    /// The size and the free space are asked for.
    case space
}

/// What became of a step of a check.
public enum StageState: String, CaseIterable, Sendable {
    /// It did what it should.
    case ok
    /// It did not.
    case fail
    /// It did, but something about it is not as it should be.
    case warn
    /// It was not tried: an earlier step failed, or nobody asked for it.
    case notChecked = "not-checked"
}

extension Stage: Comparable {
    /// Whether a step comes before another.
    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
