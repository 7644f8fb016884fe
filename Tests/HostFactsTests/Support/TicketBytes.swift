/// Writes a file of Kerberos tickets as MIT's description of the form has it, with invented keys.
struct TicketBytes {
    /// A ticket to write.
    struct Ticket {
        var service = ["krbtgt", "LAB.EXAMPLE"]
        var realm = "LAB.EXAMPLE"
        var encryptionType: UInt16 = 18
        var signedIn: UInt32 = 1_795_680_000
        var start: UInt32 = 1_795_680_000
        var end: UInt32 = 1_795_716_000
        var renewUntil: UInt32 = 1_795_766_400
        var flags: UInt32 = 0x00C1_0000
        var addresses: [[UInt8]] = []
        var authorizations: [[UInt8]] = []
        var ticket = TicketBytes.encodedTicket
    }

    var version: UInt8 = 4
    var clockOffset: Int32?
    var realm = "LAB.EXAMPLE"
    var principal = ["anna"]
    var tickets: [Ticket] = [Ticket()]

    /// The bytes of the key of each ticket, which must never be seen again.
    ///
    /// They are computed, so that the test program itself does not hold them.
    static var key: [UInt8] { (0..<32).map { UInt8(truncatingIfNeeded: 0xA5 ^ ($0 &* 37)) } }

    /// The smallest encoded ticket that a library takes for one (RFC 4120 section 5.3).
    static let encodedTicket: [UInt8] = {
        func tagged(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] { [tag, UInt8(bytes.count)] + bytes }
        let name = tagged(
            0x30, tagged(0xA0, tagged(0x02, [1])) + tagged(0xA1, tagged(0x30, tagged(0x1B, Array("x".utf8)))))
        let sealed = tagged(0x30, tagged(0xA0, tagged(0x02, [17])) + tagged(0xA2, tagged(0x04, [1, 2, 3])))
        let parts =
            tagged(0xA0, tagged(0x02, [5])) + tagged(0xA1, tagged(0x1B, Array("LAB.EXAMPLE".utf8))) + tagged(0xA2, name)
            + tagged(0xA3, sealed)
        return tagged(0x61, tagged(0x30, parts))
    }()

    /// The file.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [5, version]
        if version == 4 {
            let field = clockOffset.map { number(UInt16(1)) + number(UInt16(8)) + number($0) + number(Int32(0)) } ?? []
            bytes += number(UInt16(field.count)) + field
        }
        bytes += name(principal, realm)
        for ticket in tickets {
            bytes += name(principal, realm) + name(ticket.service, ticket.realm) + number(ticket.encryptionType)
            if version == 3 { bytes += number(ticket.encryptionType) }
            bytes += counted(Self.key) + number(ticket.signedIn) + number(ticket.start) + number(ticket.end)
            bytes += number(ticket.renewUntil) + [0] + number(ticket.flags)
            bytes += number(UInt32(ticket.addresses.count))
            for address in ticket.addresses { bytes += number(UInt16(2)) + counted(address) }
            bytes += number(UInt32(ticket.authorizations.count))
            for authorization in ticket.authorizations { bytes += number(UInt16(1)) + counted(authorization) }
            bytes += counted(ticket.ticket) + counted([])
        }
        return bytes
    }

    private func name(_ parts: [String], _ realm: String) -> [UInt8] {
        number(UInt32(1)) + number(UInt32(parts.count)) + counted(Array(realm.utf8))
            + parts.flatMap { counted(Array($0.utf8)) }
    }

    private func counted(_ bytes: [UInt8]) -> [UInt8] { number(UInt32(bytes.count)) + bytes }

    private func number(_ number: some FixedWidthInteger) -> [UInt8] {
        unsafe withUnsafeBytes(of: number.bigEndian) { unsafe Array($0) }
    }
}
