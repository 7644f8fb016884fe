/// A block of addresses that share their first bits, in CIDR notation such as `10.0.0.0/8` (RFC 4632, RFC 4291).
///
/// Blocks sort by their first address, then the larger block first, so that a block comes before the blocks inside it.
public struct AddressBlock: Hashable, Sendable {
    /// The lowest address of the block; its bits after the prefix are zero.
    public let first: IPAddress

    /// How many leading bits the addresses share: 0 to 32 for IPv4, 0 to 128 for IPv6.
    public let prefixLength: Int

    /// The block that holds one address alone.
    public init(_ address: IPAddress) {
        self.first = address
        self.prefixLength = address.family.bitWidth
    }

    /// The block of the addresses that share their first `prefixLength` bits with `address`.
    ///
    /// Nil when the prefix length is negative or larger than the family's width.
    public init?(around address: IPAddress, prefixLength: Int) {
        guard (0...address.family.bitWidth).contains(prefixLength) else { return nil }
        let hostBits = Self.lowBits(address.family.bitWidth - prefixLength)
        self.first = IPAddress(address.family, bits: address.bits & ~hostBits)
        self.prefixLength = prefixLength
    }

    /// The version of the Internet Protocol the block belongs to.
    public var family: IPAddress.Family { first.family }

    /// The highest address of the block.
    public var last: IPAddress {
        IPAddress(family, bits: first.bits | Self.lowBits(family.bitWidth - prefixLength))
    }

    /// Whether `address` lies in the block; an address of the other family never does.
    public func contains(_ address: IPAddress) -> Bool {
        address.family == family && (first.bits...last.bits).contains(address.bits)
    }

    /// Whether every address of `block` lies in this one; a block contains itself.
    public func contains(_ block: AddressBlock) -> Bool {
        prefixLength <= block.prefixLength && contains(block.first)
    }

    /// Whether some address lies in both blocks; of two CIDR blocks that overlap, one contains the other.
    public func overlaps(_ block: AddressBlock) -> Bool {
        contains(block) || block.contains(self)
    }

    /// A number with its `count` lowest bits set; `count` is 0 to 128.
    private static func lowBits(_ count: Int) -> UInt128 {
        (UInt128(1) << count) &- 1
    }
}

extension AddressBlock: Comparable {
    /// By first address, then the larger block first.
    public static func < (left: AddressBlock, right: AddressBlock) -> Bool {
        (left.first, left.prefixLength) < (right.first, right.prefixLength)
    }
}

extension AddressBlock: LosslessStringConvertible {
    /// The block in CIDR notation, always with its prefix length.
    public var description: String { "\(first)/\(prefixLength)" }

    /// The block written in `text`, or nil when it is not one; `init(parsing:)` says why.
    public init?(_ text: String) {
        guard let block = try? AddressBlock(parsing: text) else { return nil }
        self = block
    }

    /// The block written in `text`: an address, a slash and a prefix length.
    ///
    /// Refused, so that a slip of the pen never widens a network: an address without a prefix length, a netmask in
    /// place of the prefix length, and an address with bits set after the prefix.
    public init(parsing text: String) throws(AddressNotationError) {
        do {
            self = try Self.parse(text)
        } catch {
            throw AddressNotationError(text: text, kind: .block, reason: error)
        }
    }

    private static func parse(_ text: String) throws(AddressNotationError.Reason) -> AddressBlock {
        let bytes = text.utf8
        guard let slash = bytes.prefix(IPAddress.longestNotation + 1).firstIndex(of: UInt8(ascii: "/")) else {
            throw .prefixLengthMissing(AddressBlock(try IPAddress.parse(bytes)))
        }
        let address = try IPAddress.parse(bytes[..<slash])
        let digits = bytes[bytes.index(after: slash)...]
        guard
            let length = IPAddress.decimal(digits, atMost: address.family.bitWidth),
            digits.count == 1 || digits.first != UInt8(ascii: "0"),
            let block = AddressBlock(around: address, prefixLength: length)
        else {
            throw .prefixLength(String(decoding: digits, as: UTF8.self), address.family)
        }
        guard block.first == address else { throw .bitsAfterPrefix(block) }
        return block
    }
}
