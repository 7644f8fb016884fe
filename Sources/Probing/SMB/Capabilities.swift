/// What a side can do (MS-SMB2 2.2.4, Capabilities).
public struct Capabilities: OptionSet, Hashable, Sendable {
    /// The bits on the wire.
    public let rawValue: UInt32

    /// Wraps the bits on the wire.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Distributed file system: shares that lead to other servers.
    public static let dfs = Self(rawValue: 0x01)
    /// Leases on files.
    public static let leasing = Self(rawValue: 0x02)
    /// Requests that cost more than one credit, so reads and writes above 64 KiB.
    public static let largeMTU = Self(rawValue: 0x04)
    /// One session over several connections.
    public static let multiChannel = Self(rawValue: 0x08)
    /// Open files that survive a restart of the server.
    public static let persistentHandles = Self(rawValue: 0x10)
    /// Leases on folders.
    public static let directoryLeasing = Self(rawValue: 0x20)
    /// Encryption in SMB 3.0 and 3.0.2; SMB 3.1.1 negotiates a cipher instead.
    public static let encryption = Self(rawValue: 0x40)
    /// Messages from the server that nobody asked for.
    public static let notifications = Self(rawValue: 0x80)
}
