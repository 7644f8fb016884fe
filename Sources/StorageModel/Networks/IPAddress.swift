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
    public let bits: UInt128

    /// An IPv4 address from its number, first octet highest.
    public init(ipv4 bits: UInt32) {
        self.family = .ipv4
        self.bits = UInt128(bits)
    }

    /// An IPv6 address from its number, first group highest.
    public init(ipv6 bits: UInt128) {
        self.family = .ipv6
        self.bits = bits
    }

    /// An address of `family`; bits beyond the family's width are dropped.
    init(_ family: Family, bits: UInt128) {
        self.family = family
        self.bits = family == .ipv4 ? bits & UInt128(UInt32.max) : bits
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
