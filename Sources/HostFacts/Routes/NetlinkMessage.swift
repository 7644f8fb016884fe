/// A message of the kernel's about its network (netlink(7), rtnetlink(7)): numbers in this machine's order.
struct NetlinkMessage: Hashable {
    /// What the message is, such as `RTM_NEWROUTE`.
    var type: UInt16
    /// The flags of the header.
    var flags: UInt16
    /// The number of the question it answers.
    var sequence: UInt32
    /// What follows the header.
    var payload: ArraySlice<UInt8>

    /// The length of a header.
    static let headerLength = 16

    /// Takes the messages out of one datagram; nil when their lengths cannot be right.
    static func messages(in datagram: ArraySlice<UInt8>) -> [NetlinkMessage]? {
        var rest = datagram
        var messages: [NetlinkMessage] = []
        while rest.count >= headerLength {
            guard let length = rest.number(UInt32.self, at: 0), let type = rest.number(UInt16.self, at: 4),
                let flags = rest.number(UInt16.self, at: 6), let sequence = rest.number(UInt32.self, at: 8),
                length >= headerLength, length <= rest.count
            else { return nil }
            messages.append(
                NetlinkMessage(
                    type: type, flags: flags, sequence: sequence,
                    payload: rest.prefix(Int(length)).dropFirst(headerLength)))
            rest = rest.dropFirst(aligned(Int(length)))
        }
        return rest.isEmpty ? messages : nil
    }

    /// The attributes that follow a fixed part of some length; what cannot be right ends the list.
    func attributes(after length: Int) -> NetlinkAttributes { NetlinkAttributes(payload.dropFirst(length)) }

    /// The bytes of a question.
    static func question(
        _ type: UInt16, flags: UInt16, sequence: UInt32, fixed: [UInt8],
        attributes: [(type: UInt16, bytes: [UInt8])] = []
    ) -> [UInt8] {
        var body = fixed + padding(fixed.count)
        for attribute in attributes {
            body += bytes(UInt16(attribute.bytes.count + 4)) + bytes(attribute.type) + attribute.bytes
            body += padding(attribute.bytes.count)
        }
        let header =
            bytes(UInt32(headerLength + body.count)) + bytes(type) + bytes(flags) + bytes(sequence)
            + bytes(UInt32(0))
        return header + body
    }

    /// A number as bytes in this machine's order.
    static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        unsafe withUnsafeBytes(of: number) { unsafe Array($0) }
    }

    /// Lengths are rounded up to multiples of four (`NLMSG_ALIGN`).
    static func aligned(_ length: Int) -> Int { (length + 3) & ~3 }

    private static func padding(_ length: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: aligned(length) - length)
    }
}

/// The attributes of a message, by their types; of several with one type the last counts.
struct NetlinkAttributes: Hashable {
    private var values: [UInt16: ArraySlice<UInt8>] = [:]

    /// The two highest bits tell how an attribute is made (`NLA_F_NESTED`, `NLA_F_NET_BYTEORDER`).
    private static let typeMask: UInt16 = 0x3FFF

    /// Reads attributes until the bytes end or a length cannot be right.
    init(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while let length = rest.number(UInt16.self, at: 0), let type = rest.number(UInt16.self, at: 2),
            length >= 4, Int(length) <= rest.count
        {
            values[type & Self.typeMask] = rest.prefix(Int(length)).dropFirst(4)
            rest = rest.dropFirst(NetlinkMessage.aligned(Int(length)))
        }
    }

    /// The bytes of an attribute.
    subscript(type: UInt16) -> ArraySlice<UInt8>? { values[type] }

    /// An attribute as a number in this machine's order.
    func number<Number: FixedWidthInteger>(_ type: UInt16, as kind: Number.Type) -> Number? {
        values[type]?.number(kind, at: 0)
    }

    /// An attribute as text, up to the first null.
    func text(_ type: UInt16) -> String? {
        values[type].map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// The attributes within an attribute; none when it is not there.
    func nested(_ type: UInt16) -> NetlinkAttributes { NetlinkAttributes(values[type] ?? []) }
}

extension ArraySlice<UInt8> {
    /// The number that starts so many bytes further on, in this machine's order; nil when there are too few bytes.
    func number<Number: FixedWidthInteger>(_ kind: Number.Type, at offset: Int) -> Number? {
        guard offset >= 0, count - offset >= MemoryLayout<Number>.size else { return nil }
        return unsafe withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
    }
}
