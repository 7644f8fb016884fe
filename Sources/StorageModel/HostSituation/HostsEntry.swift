/// A line of this computer's own table of hosts (hosts(5)).
public struct HostsEntry: Hashable, Sendable {
    /// The address.
    public var address: IPAddress
    /// The names that have it, the official one first.
    public var names: [String]
    /// The line in the file, counted from 1.
    public var line: Int

    /// Puts the parts together.
    public init(address: IPAddress, names: [String], line: Int) {
        self.address = address
        self.names = names
        self.line = line
    }

    /// Whether the line gives an address to a host's name; upper and lower case are alike (RFC 4343).
    public func names(_ host: String) -> Bool {
        let wanted = host.lowercased()
        return names.contains { $0.lowercased() == wanted }
    }
}
