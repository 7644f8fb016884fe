internal import StorageModel

/// Reads the bytes of a file of Kerberos tickets, and keeps no key.
///
/// The form is MIT's, versions 3 and 4, all numbers big-endian:
/// https://web.mit.edu/kerberos/krb5-devel/doc/formats/ccache_file_format.html
struct TicketFile {
    /// Why a file is not understood.
    struct Problem: Error, Hashable {
        /// What is wrong, in words that follow the file's name.
        var why: String
    }

    private struct Principal {
        var name: String
        var realm: String
    }

    private let bytes: [UInt8]
    private var position = 0
    private var version: UInt64 = 0

    private static let mostTickets = 10_000
    private static let mostParts = 64
    /// The realms of entries that hold settings, or held some, and are no tickets.
    private static let settingsRealms: Set = ["X-CACHECONF:", "X-RMED-CONF:"]
    private static let renewable: UInt64 = 0x0080_0000

    /// Reads whose tickets a file holds, and which.
    static func read(_ bytes: [UInt8]) throws(Problem) -> HeldTickets {
        var file = TicketFile(bytes: bytes)
        let offset = try file.header()
        let owner = try file.principal()
        var held = HeldTickets(principal: owner.name, realm: owner.realm, clockOffset: offset, tickets: [])
        while file.position < bytes.count {
            guard held.tickets.count < mostTickets else { throw Problem(why: "it holds more than is read") }
            if let ticket = try file.ticket() { held.tickets.append(ticket) }
        }
        return held
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads what comes before the tickets; the result is the difference of clocks, where it was noted.
    private mutating func header() throws(Problem) -> Int? {
        guard try number(1) == 5 else { throw Problem(why: "it is no file of Kerberos tickets") }
        version = try number(1)
        guard (3...4).contains(version) else {
            // Versions 1 and 2 have the numbers of the machine that wrote them; nothing has written them since 1996.
            throw Problem(why: "its version \(version) is not known")
        }
        guard version == 4 else { return nil }
        let end = try number(2) + UInt64(position)
        var offset: Int?
        while position < end {
            let tag = try number(2)
            let length = try number(2)
            let start = position
            if tag == 1, length == 8 {
                offset = Int(Int32(truncatingIfNeeded: try number(4)))
                position = start
            }
            try skip(length)
        }
        guard position == end else { throw Problem(why: "its header does not end where it says") }
        return offset
    }

    private mutating func principal() throws(Problem) -> Principal {
        _ = try number(4)
        let count = try number(4)
        guard count <= Self.mostParts else { throw Problem(why: "a name in it has \(count) parts") }
        let realm = try text()
        var parts: [String] = []
        for _ in 0..<count { parts.append(try text()) }
        return Principal(name: parts.joined(separator: "/"), realm: realm)
    }

    /// Reads an entry; nil for one that is no ticket, or was taken out.
    private mutating func ticket() throws(Problem) -> KerberosTicket? {
        _ = try principal()
        let service = try principal()
        let encryptionType = try number(2)
        if version == 3 { _ = try number(2) }
        try skip(try number(4))
        let signedIn = try number(4)
        let start = try number(4)
        let end = try number(4)
        let renewUntil = try number(4)
        _ = try number(1)
        let flags = try number(4)
        for _ in 0..<2 {
            // Addresses, then what the service is told of the account; each a type and bytes.
            for _ in 0..<(try number(4)) {
                _ = try number(2)
                try skip(try number(4))
            }
        }
        for _ in 0..<2 { try skip(try number(4)) }
        let wasTakenOut = end == 0 && signedIn == UInt64(UInt32.max)
        if wasTakenOut || Self.settingsRealms.contains(service.realm) { return nil }
        return KerberosTicket(
            service: service.name, realm: service.realm, start: Int64(start == 0 ? signedIn : start), end: Int64(end),
            renewUntil: flags & Self.renewable != 0 && renewUntil != 0 ? Int64(renewUntil) : nil,
            encryptionType: Int32(encryptionType))
    }

    private mutating func number(_ size: Int) throws(Problem) -> UInt64 {
        guard bytes.count - position >= size else { throw Problem(why: "it ends too early") }
        defer { position += size }
        return bytes[position..<position + size].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func skip(_ count: UInt64) throws(Problem) {
        guard UInt64(bytes.count - position) >= count else { throw Problem(why: "it ends too early") }
        position += Int(count)
    }

    private mutating func text() throws(Problem) -> String {
        let count = try number(4)
        let start = position
        try skip(count)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
