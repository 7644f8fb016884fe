/// A packet of an OpenPGP message (RFC 9580 section 4.2).
struct MessagePacket {
    let tag: UInt8
    let body: ArraySlice<UInt8>
    /// Where the next one begins.
    let end: Int
    /// Whether its length leads behind the end of what is there.
    let isCut: Bool

    /// The packet that begins at a place; nil when none does.
    init?(_ bytes: [UInt8], at start: Int) {
        guard start < bytes.count, bytes[start] & 0x80 != 0 else { return nil }
        let isNew = bytes[start] & 0x40 != 0
        tag = isNew ? bytes[start] & 0x3F : bytes[start] >> 2 & 0x0F
        let table = ByteTable(bytes, isBig: true)
        var at = start + 1
        guard isNew else {
            let kind = bytes[start] & 3
            let length: Int
            switch kind {
            case 0: length = Int(table.u8(at))
            case 1: length = Int(table.u16(at))
            case 2: length = Int(table.u32(at))
            // It goes on to the end.
            default: length = max(0, bytes.count - at)
            }
            at += kind < 3 ? 1 << Int(kind) : 0
            guard at <= bytes.count else { return nil }
            body = table.bytes(at, length)
            end = at + body.count
            isCut = body.count < length
            return
        }
        var parts: [UInt8] = []
        var goesOn = true
        var isShort = false
        while goesOn {
            guard at < bytes.count else { return nil }
            let (length, width, isLast) = Self.length(table, at)
            let part = table.bytes(at + width, length)
            at = min(bytes.count, at + width) + part.count
            parts += part
            isShort = part.count < length
            goesOn = !isLast && !isShort
        }
        body = parts[...]
        end = at
        isCut = isShort
    }

    /// The length of the next part, how many bytes say it, and whether it is the last one.
    private static func length(_ table: ByteTable, _ at: Int) -> (length: Int, width: Int, isLast: Bool) {
        let first = Int(table.u8(at))
        switch first {
        case ..<192: return (first, 1, true)
        case ..<224: return ((first - 192) << 8 + Int(table.u8(at + 1)) + 192, 2, true)
        case 255: return (Int(table.u32(at + 1)), 5, true)
        // A part that another follows.
        default: return (1 << (first & 0x1F), 1, false)
        }
    }
}
