/// What the inventory promises of a server, for checks to compare with what they see.
///
/// Whatever is empty or nil is not promised, and nothing is compared with it.
public struct ServicePromise: Hashable, Sendable {
    /// The blocks that the server's addresses lie in.
    public var addresses: [AddressBlock]
    /// Whether the name exists in the institution's own name servers only.
    public var isInternalName: Bool
    /// The names by which the server knows itself, of NetBIOS or DNS; the case of the letters does not matter.
    public var serverNames: [String]
    /// The number by which the server names itself.
    public var serverGUID: GUID?
    /// The oldest dialect that the server's best one may be.
    public var leastDialect: Dialect?
    /// Whether the server insists on signed messages.
    public var requiresSigning: Bool?
    /// Whether messages are encrypted.
    public var requiresEncryption: Bool

    /// Puts the parts together.
    public init(
        addresses: [AddressBlock] = [], isInternalName: Bool = false, serverNames: [String] = [],
        serverGUID: GUID? = nil, leastDialect: Dialect? = nil, requiresSigning: Bool? = nil,
        requiresEncryption: Bool = false
    ) {
        self.addresses = addresses
        self.isInternalName = isInternalName
        self.serverNames = serverNames
        self.serverGUID = serverGUID
        self.leastDialect = leastDialect
        self.requiresSigning = requiresSigning
        self.requiresEncryption = requiresEncryption
    }
}
