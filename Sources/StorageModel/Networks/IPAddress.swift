/// An IPv4 or IPv6 address: a number and its family, without a port and without a zone.
///
/// Addresses of different families are never equal, and IPv4 sorts before IPv6. An IPv4 address written inside IPv6
/// (`::ffff:192.0.2.7`) is an IPv6 address.
public struct IPAddress: Hashable, Sendable {
    /// The version of the Internet Protocol an address belongs to.
    public enum Family: UInt8, Hashable, Sendable {
        /// IPv4, 32 bits (RFC 791).
        case ipv4 = 4
        /// IPv6, 128 bits (RFC 4291).
        case ipv6 = 6

        /// How many bits an address of this family has: 32 or 128.
        public var bitWidth: Int { self == .ipv4 ? 32 : 128 }
    }

    /// The version of the Internet Protocol the address belongs to.
    public let family: Family

    /// The address as a number, first octet highest; an IPv4 address fills the low 32 bits.
    public var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }

    // In two halves, because child tasks that capture a number of 16 bytes crash when built with Swift 6.3.1.
    private let high: UInt64
    private let low: UInt64

    /// An IPv4 address from its number, first octet highest.
    public init(ipv4 bits: UInt32) {
        self.init(.ipv4, bits: UInt128(bits))
    }

    /// An IPv6 address from its number, first group highest.
    public init(ipv6 bits: UInt128) {
        self.init(.ipv6, bits: bits)
    }

    /// An address of `family`; bits beyond the family's width are dropped.
    init(_ family: Family, bits: UInt128) {
        self.family = family
        high = family == .ipv4 ? 0 : UInt64(truncatingIfNeeded: bits >> 64)
        low = family == .ipv4 ? UInt64(UInt32(truncatingIfNeeded: bits)) : UInt64(truncatingIfNeeded: bits)
    }

    /// Whether the address stands for this machine itself: 127.0.0.0/8 or ::1.
    public var isLoopback: Bool {
        switch family {
        case .ipv4: bits >> 24 == 127
        case .ipv6: bits == 1
        }
    }

    /// Whether the address is valid on one link only: 169.254.0.0/16 (RFC 3927) or fe80::/10 (RFC 4291).
    public var isLinkLocal: Bool {
        switch family {
        case .ipv4: bits >> 16 == 0xA9FE
        case .ipv6: bits >> 118 == 0x3FA
        }
    }
}

extension IPAddress: Comparable {
    /// IPv4 before IPv6, then by number.
    public static func < (left: IPAddress, right: IPAddress) -> Bool {
        (left.family.rawValue, left.bits) < (right.family.rawValue, right.bits)
    }
}
