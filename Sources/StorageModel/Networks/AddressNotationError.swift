/// Why a text is not an address or an address block, and what to write instead.
public struct AddressNotationError: Error, Hashable, Sendable {
    /// What the text was meant to be.
    public enum Kind: Hashable, Sendable {
        /// One address.
        case address
        /// A block of addresses in CIDR notation.
        case block
    }

    /// What is wrong with the text.
    public enum Reason: Error, Hashable, Sendable {
        /// There is no text.
        case empty
        /// The text is longer than any address.
        case tooLong
        /// The text starts like a name.
        case notNumeric
        /// An IPv4 address has another number of parts than four.
        case partCount(Int)
        /// A part of an IPv4 address is not a number from 0 to 255.
        case part(String)
        /// A part of an IPv4 address starts with a zero, which some programs read as octal.
        case leadingZero(String)
        /// The address names an interface (`%eth0`).
        case zone(String)
        /// A group of an IPv6 address is not one to four hexadecimal digits.
        case group(String)
        /// An IPv6 address has too many or too few groups.
        case groupCount(Int)
        /// An IPv6 address has `::` twice.
        case secondGap
        /// An IPv6 address has a colon with nothing beside it.
        case strayColon
        /// A block has no slash; the value is the block of this one address.
        case prefixLengthMissing(AddressBlock)
        /// What follows the slash is not a prefix length of the family.
        case prefixLength(String, IPAddress.Family)
        /// The address has bits set after the prefix; the value is the block around it.
        case bitsAfterPrefix(AddressBlock)
    }

    /// The text as it was given.
    public let text: String

    /// What the text was meant to be.
    public let kind: Kind

    /// What is wrong with it.
    public let reason: Reason

    /// An error about `text`.
    public init(text: String, kind: Kind, reason: Reason) {
        self.text = text
        self.kind = kind
        self.reason = reason
    }

    /// What happened, with the text in quotes.
    public var what: String {
        "'\(Self.quotable(text))' is not \(kind == .address ? "an IP address" : "a block of IP addresses")"
    }

    /// Why the text was refused.
    public var why: String {
        switch reason {
        case .empty: "there is nothing here"
        case .tooLong: "no address is longer than \(IPAddress.longestNotation) characters"
        case .notNumeric: "it is not written in numbers"
        case .partCount(let count): "an IPv4 address has 4 numbers, here are \(count)"
        case .part(let part): "'\(Self.quotable(part))' is not a number from 0 to 255"
        case .leadingZero(let part): "'\(Self.quotable(part))' starts with a zero, which some programs read as octal"
        case .zone(let zone): "'\(Self.quotable(zone))' names an interface of one machine"
        case .group(let group): "'\(Self.quotable(group))' is not one to four hexadecimal digits"
        case .groupCount(let count): "an IPv6 address has 8 groups, or fewer and '::' once; here are \(count)"
        case .secondGap: "'::' may stand in an address once only"
        case .strayColon: "a colon has no digits beside it"
        case .prefixLengthMissing: "it has no '/' and no prefix length"
        case .prefixLength(let length, let family):
            "'\(Self.quotable(length))' is not a prefix length from 0 to \(family.bitWidth)"
        case .bitsAfterPrefix(let block): "the address has bits set after the first \(block.prefixLength)"
        }
    }

    /// What to write instead.
    public var next: String {
        switch reason {
        case .zone: "leave off everything from the '%' on"
        case .prefixLengthMissing(let block): "for this one address write \(block)"
        case .prefixLength(_, .ipv4): "write the number of shared bits, such as 10.0.0.0/8"
        case .prefixLength(_, .ipv6): "write the number of shared bits, such as 2001:db8::/32"
        case .bitsAfterPrefix(let block): "for the block around it write \(block)"
        case .group, .groupCount, .secondGap, .strayColon:
            "write it such as \(kind == .address ? "2001:db8::7" : "2001:db8::/32")"
        case .leadingZero: "leave off the zeros in front"
        case .empty, .tooLong, .notNumeric, .partCount, .part:
            "write it such as \(kind == .address ? "192.0.2.7 or 2001:db8::7" : "10.0.0.0/8 or 2001:db8::/32")"
        }
    }

    /// The start of `text`, on one line.
    private static func quotable(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(60)
        let visible = start.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : String($0) }.joined()
        return start.endIndex < text.unicodeScalars.endIndex ? visible + "…" : visible
    }
}

extension AddressNotationError: CustomStringConvertible {
    /// What happened, why, and what to write instead, in one sentence.
    public var description: String { "\(what): \(why); \(next)" }
}
