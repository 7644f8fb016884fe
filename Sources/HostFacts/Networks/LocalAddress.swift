public import StorageModel

/// An address of this machine and the network interface that has it.
public struct LocalAddress: Hashable, Sendable {
    /// The interface's name, such as `eth0` or `tun0`.
    public let interface: String

    /// The address.
    public let address: IPAddress

    /// An address of an interface.
    public init(interface: String, address: IPAddress) {
        self.interface = interface
        self.address = address
    }
}

extension LocalAddress: Comparable {
    /// By interface, then by address.
    public static func < (left: LocalAddress, right: LocalAddress) -> Bool {
        (left.interface, left.address) < (right.interface, right.address)
    }
}
