/// What a side says about signing (MS-SMB2 2.2.4, SecurityMode).
public struct SecurityMode: OptionSet, Hashable, Sendable {
    /// The bits on the wire.
    public let rawValue: UInt16

    /// Wraps the bits on the wire.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Signing is possible; a server must say so even when it also says that signing is required.
    public static let signingEnabled = Self(rawValue: 0x0001)
    /// Nothing but signed messages is accepted after the sign-in.
    public static let signingRequired = Self(rawValue: 0x0002)
}
