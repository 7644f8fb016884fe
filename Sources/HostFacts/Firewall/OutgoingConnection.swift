public import StorageModel

/// A connection that this computer would open, as a firewall sees it.
public struct OutgoingConnection: Hashable, Sendable {
    /// Where it goes.
    public var address: IPAddress
    /// The port there.
    public var port: UInt16
    /// The name of the interface through which it leaves; nil when that is not known.
    public var interface: String?
    /// The address from which it comes; nil when that is not known.
    public var source: IPAddress?
    /// The number of the account that opens it.
    public var userID: UInt32

    /// Puts the parts together.
    public init(
        address: IPAddress, port: UInt16, interface: String? = nil, source: IPAddress? = nil, userID: UInt32
    ) {
        self.address = address
        self.port = port
        self.interface = interface
        self.source = source
        self.userID = userID
    }
}
