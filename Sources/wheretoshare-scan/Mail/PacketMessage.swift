internal import ScanWire

/// Reads what OpenPGP signs, compresses or only stores; what it encrypts stays unread (RFC 9580).
enum PacketMessage {
    private static let signature: UInt8 = 2
    private static let onePassSignature: UInt8 = 4
    private static let compressed: UInt8 = 8
    private static let literal: UInt8 = 11
    /// Keys for what is encrypted, and what is.
    private static let encrypted: Set<UInt8> = [1, 3, 9, 18, 20]
    private static let keyForPerson: UInt8 = 1
    private static let keyForWords: UInt8 = 3
    private static let longestKeyForWords = 100
    private static let deepest = 8

    /// Whether a file begins with a packet of a message, and not like a file of another kind or a text.
    static func begins(_ head: [UInt8]) -> Bool {
        guard let packet = MessagePacket(head, at: 0), let first = packet.body.first else { return false }
        let body = packet.body
        let isFollowed = packet.end >= head.count || head[packet.end] & 0x80 != 0
        switch packet.tag {
        case onePassSignature: return body.count == 13 && first == 3 || first == 6
        case compressed: return begins(compressed: body)
        case literal:
            // Letters of UTF-8 begin like this, too.
            let isLetter = head[0] & 0x40 != 0 && head[1] & 0xC0 == 0x80
            return isFollowed && !isLetter && LiteralContent(body).map { $0.isPlausible } ?? false
        case keyForPerson: return isFollowed && body.count > 12 && first == 3
        case keyForWords: return isFollowed && (4...6).contains(first) && body.count < longestKeyForWords
        default: return false
        }
    }

    private static func begins(compressed body: ArraySlice<UInt8>) -> Bool {
        guard body.count > 3 else { return false }
        let content = body.dropFirst()
        switch body.first {
        // There is no third way to begin a block.
        case 1: return content[content.startIndex] >> 1 & 3 != 3
        case 2: return content.first == 0x78
        case 3: return content.starts(with: "BZh".utf8)
        default: return false
        }
    }

    /// Reads the packets of a message.
    static func read(_ bytes: [UInt8], depth: Int = 0, to desk: Desk) throws(Obstacle) {
        guard depth < deepest else { throw Obstacle(.tooDeep) }
        var at = 0
        var remains = Remains()
        defer { remains.hand(to: desk) }
        while at < bytes.count {
            guard let packet = MessagePacket(bytes, at: at) else { throw .damaged }
            at = packet.end
            switch packet.tag {
            case let tag where encrypted.contains(tag): throw Obstacle(.encrypted)
            case compressed:
                try read(try unpacked(packet.body, to: desk), depth: depth + 1, to: desk)
            case literal:
                guard let content = LiteralContent(packet.body) else { throw .damaged }
                desk.enter(content.name) { () throws(Obstacle) in
                    try Document(desk: desk, name: content.name).read(Source(Array(content.bytes)))
                }
            // Signatures may have remarks.
            default: remains.add(textIn: packet.body)
            }
            if packet.isCut { throw .damaged }
        }
    }

    private static func unpacked(_ body: ArraySlice<UInt8>, to desk: Desk) throws(Obstacle) -> [UInt8] {
        let limit = Int(clamping: desk.order.limits.heldBytes)
        let content = body.dropFirst()
        switch body.first {
        case 0: return Array(content)
        case 1: return try Inflating.bytes(bare: Array(content), limit: limit, to: desk)
        case 2: return try Inflating.bytes(framed: content, limit: limit, to: desk)
        case 3:
            let reader = try ArchiveReader(unpacking: ReadyStream(Array(content)), filter: .bzip2)
            guard try reader.next() != nil else { return [] }
            let stream = MemberStream(reader, desk: desk, archiveSize: content.count)
            return try Source(holding: stream, limit: UInt64(limit)).all(limit: UInt64(limit))
        case nil: throw .damaged
        default: throw Obstacle(.unknownFormat)
        }
    }
}

/// What a packet of OpenPGP holds as it is: how it is meant, its name, its date, and the content (RFC 9580 section 5.9).
private struct LiteralContent {
    let name: String
    let bytes: ArraySlice<UInt8>
    /// Whether it is no other kind of file by chance.
    let isPlausible: Bool

    private static let forms = Set("btu1lm".utf8)

    init?(_ body: ArraySlice<UInt8>) {
        let table = ByteTable(Array(body.prefix(2 + 255)))
        let length = Int(table.u8(1))
        guard body.count >= 6 + length else { return nil }
        let letters = table.bytes(2, length)
        let text = String(decoding: TextDecoder.decode(whole: Array(letters)), as: UTF8.self)
        name = text.isEmpty || text == "_CONSOLE" ? "content" : text
        bytes = body.dropFirst(6 + length)
        isPlausible = Self.forms.contains(table.u8(0)) && letters.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
