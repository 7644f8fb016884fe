internal import Glibc
internal import StorageModel

/// What the kernel keeps of the ICMP message that ended an attempt to connect (ip(7), IP_RECVERR).
struct ErrorReport: Hashable {
    /// Whether it is ICMP, ICMPv6, or something of this computer's own.
    enum Origin: UInt8 {
        case local = 1
        case icmp = 2
        case icmpv6 = 3
    }

    let origin: Origin
    let type: UInt8
    let code: UInt8
    /// Who sent it; nil when it is not told.
    let sender: IPAddress?

    init(origin: Origin, type: UInt8, code: UInt8, sender: IPAddress?) {
        self.origin = origin
        self.type = type
        self.code = code
        self.sender = sender
    }

    /// Asks the kernel to keep such messages; older ones and other systems do not, and then less is known.
    static func prepare(_ descriptor: Int32, family: Int32) {
        var yes: Int32 = 1
        let (level, option) = family == AF_INET ? (Int32(IPPROTO_IP), IP_RECVERR) : Self.version6
        unsafe setsockopt(descriptor, level, option, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    private static let version6 = (Int32(IPPROTO_IPV6), IPV6_RECVERR)

    /// Takes the message that the kernel kept for a socket; nil when there is none.
    init?(takenFrom descriptor: Int32) {
        var control = [UInt8](repeating: 0, count: 512)
        var content = [UInt8](repeating: 0, count: 256)
        let length = unsafe control.withUnsafeMutableBytes { control in
            unsafe content.withUnsafeMutableBytes { content in
                var vector = unsafe iovec(iov_base: content.baseAddress, iov_len: content.count)
                return unsafe withUnsafeMutablePointer(to: &vector) { vector in
                    var message = unsafe msghdr()
                    unsafe message.msg_iov = vector
                    unsafe message.msg_iovlen = 1
                    unsafe message.msg_control = control.baseAddress
                    unsafe message.msg_controllen = control.count
                    guard unsafe recvmsg(descriptor, &message, Int32(MSG_ERRQUEUE)) >= 0 else { return 0 }
                    return unsafe Int(message.msg_controllen)
                }
            }
        }
        self.init(control: control[..<min(length, control.count)])
    }

    /// Reads ancillary messages (cmsg(3)).
    ///
    /// Each is at a multiple of 8: a length of 8 bytes with its own header, level and type of 4 each, and the content,
    /// which is a `sock_extended_err` of 16 bytes and a socket address.
    init?(control: ArraySlice<UInt8>) {
        var rest = control
        while rest.count >= 16 + 16 {
            let length = Int(truncatingIfNeeded: Self.number(rest.prefix(8)))
            guard length >= 16, length <= rest.count else { return nil }
            let level = Int32(truncatingIfNeeded: Self.number(rest.dropFirst(8).prefix(4)))
            let kind = Int32(truncatingIfNeeded: Self.number(rest.dropFirst(12).prefix(4)))
            let content = Array(rest.prefix(length).dropFirst(16))
            if (level, kind) == (Int32(IPPROTO_IP), IP_RECVERR) || (level, kind) == Self.version6 {
                guard content.count >= 16, let origin = Origin(rawValue: content[4]) else { return nil }
                self.init(
                    origin: origin, type: content[5], code: content[6], sender: Self.sender(content.dropFirst(16)))
                return
            }
            rest = rest.dropFirst((length + 7) / 8 * 8)
        }
        return nil
    }

    private static func sender(_ address: ArraySlice<UInt8>) -> IPAddress? {
        let bytes = Array(address)
        guard bytes.count >= 8 else { return nil }
        switch Int32(number(bytes.prefix(2))) {
        case AF_INET: return IPAddress(ipv4: bytes[4..<8].reduce(0) { $0 << 8 | UInt32($1) })
        case AF_INET6 where bytes.count >= 24: return IPAddress(ipv6: bytes[8..<24].reduce(0) { $0 << 8 | UInt128($1) })
        default: return nil
        }
    }

    private static func number(_ bytes: some Collection<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What the message says of an address that could not be reached (RFC 792, RFC 1122 section 3.2.2.1, RFC 1812
    /// section 5.2.7.1, RFC 4443 section 3.1); nil when it is of another type or not ICMP at all.
    var rejection: ConnectionAttempt.Rejection? {
        switch (origin, type) {
        case (.icmp, 3):
            switch code {
            case 0, 6, 11: .networkUnreachable
            case 1, 7, 12: .hostUnreachable
            case 3: .portUnreachable
            case 9, 10, 13: .administrativelyProhibited
            default: .other
            }
        case (.icmpv6, 1):
            switch code {
            case 0: .networkUnreachable
            case 3: .hostUnreachable
            case 4: .portUnreachable
            case 1, 5, 6: .administrativelyProhibited
            default: .other
            }
        case (.icmp, _), (.icmpv6, _): .other
        case (.local, _): nil
        }
    }
}
