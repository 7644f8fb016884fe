internal import ScanWire
internal import SensitiveContent

/// Reads what somebody signed: a part of a mail, or a file that was put into its signature, as certified mail does
/// (RFC 5652 sections 3 to 5, RFC 8551 section 3).
struct SignedContent {
    private let desk: Desk
    /// What the file is called in which it lies.
    private let name: String
    /// Reads what was signed as a part of a mail.
    private let readPart: ([UInt8]) -> Void

    init(named name: String, to desk: Desk, readPart: @escaping ([UInt8]) -> Void) {
        self.desk = desk
        self.name = name
        self.readPart = readPart
    }

    /// What a message is for, by the last numbers of its name.
    private enum Purpose {
        case plain, signed, compressed, sealed, other
    }

    // MARK: What begins so

    private static let longestHead = 64

    /// Whether a document begins so, also one that is written in letters.
    static func begins(_ head: [UInt8]) -> Bool {
        if head.first == TaggedBytes.Tag.sequence { return purpose(Array(head.prefix(longestHead))) != nil }
        return letters(head).map { purpose(MailCoding.base64(Array($0.prefix(longestHead)))) != nil } ?? false
    }

    /// The base64 that a document consists of, behind a line of dashes or without one; nil when it is something else.
    private static func letters(_ text: [UInt8]) -> ArraySlice<UInt8>? {
        var rest = text.drop { $0 <= 0x20 }
        if rest.starts(with: "-----BEGIN ".utf8) {
            let line = rest.prefix(longestHead).prefix { $0 != 0x0A }
            guard ["PKCS", "CMS"].contains(where: { line.dropFirst(11).starts(with: $0.utf8) }) else { return nil }
            rest = rest.dropFirst(line.count)
            rest = rest.drop { $0 <= 0x20 }
        }
        return rest.starts(with: "MI".utf8) ? rest : nil
    }

    /// What a message is for that begins so; nil when it is none.
    private static func purpose(_ head: [UInt8]) -> Purpose? {
        let items = TaggedBytes(Source(head))
        guard let whole = try? items.item(TaggedBytes.Tag.sequence, at: 0),
            let type = try? items.item(TaggedBytes.Tag.identifier, at: whole.start), let end = type.end
        else { return nil }
        return purpose(ofType: head[type.start..<min(end, head.count)])
    }

    /// The numbers of RSA's standards, before those of PKCS #7 and of what S/MIME added to it.
    private static let standards: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]

    private static func purpose(ofType type: ArraySlice<UInt8>) -> Purpose? {
        guard type.starts(with: standards) else { return nil }
        switch Array(type.dropFirst(standards.count)) {
        case [7, 1]: return .plain
        case [7, 2], [7, 5]: return .signed
        case [7, 3], [7, 4], [7, 6], [9, 16, 1, 23]: return .sealed
        case [9, 16, 1, 9]: return .compressed
        case [9, 16, 1, 2]: return .other
        default: return nil
        }
    }

    // MARK: Reading

    /// Reads a whole document.
    func read(_ source: Source) throws(Obstacle) {
        let limit = desk.order.limits.heldBytes
        guard try source.read(at: 0, 1) == [TaggedBytes.Tag.sequence] else {
            guard let letters = Self.letters(try source.all(limit: limit)) else { throw .damaged }
            let body = letters.prefix { $0 != UInt8(ascii: "-") }
            return try readItems(of: Source(MailCoding.base64(Array(body))))
        }
        try readItems(of: source)
    }

    private func readItems(of source: Source) throws(Obstacle) {
        let purpose = Self.purpose(try source.read(at: 0, Self.longestHead))
        guard purpose != .sealed else { throw Obstacle(.encrypted) }
        let items = TaggedBytes(source)
        var rest = 0
        do throws(Obstacle) {
            if let purpose, purpose != .other { rest = try read(purpose, items) } else { desk.miss(.unknownFormat) }
        } catch {
            desk.end()
            desk.miss(error.reason, error.detail)
        }
        if items.isCut { desk.miss(.damaged) }
        // Certificates name who signed.
        try Remains.read(textIn: SourceStream(source, from: rest), to: desk)
    }

    /// - Returns: The place behind what was signed.
    private func read(_ purpose: Purpose, _ items: TaggedBytes) throws(Obstacle) -> Int {
        let whole = try items.item(TaggedBytes.Tag.sequence, at: 0)
        let type = try items.item(TaggedBytes.Tag.identifier, at: whole.start)
        let outer = try items.item(TaggedBytes.Tag.first, at: try items.end(of: type))
        if purpose == .plain { return try readOctets(at: outer.start, .plain, items) }
        let message = try items.item(TaggedBytes.Tag.sequence, at: outer.start)
        let version = try items.item(at: message.start)
        let methods = try items.item(at: try items.end(of: version))
        let signed = try items.item(TaggedBytes.Tag.sequence, at: try items.end(of: methods))
        let signedType = try items.item(TaggedBytes.Tag.identifier, at: signed.start)
        let place = try items.end(of: signedType)
        // A signature may stand beside what it is for.
        if let end = signed.end, place >= end { return place }
        if signed.end == nil, try items.isEnd(at: place) { return place }
        let content = try items.item(TaggedBytes.Tag.first, at: place)
        return try readOctets(at: content.start, purpose, items)
    }

    private func readOctets(at place: Int, _ purpose: Purpose, _ items: TaggedBytes) throws(Obstacle) -> Int {
        let string = try items.item(at: place)
        // Signed programs have a record there.
        guard OctetStream.isString(string) else { return place }
        let octets = OctetStream(string, of: items)
        if purpose == .compressed {
            let limit = desk.order.limits.heldBytes
            let packed = try Source(holding: octets, limit: limit).all(limit: limit)
            try readContent(
                ReadyStream(try Inflating.bytes(framed: packed[...], limit: Int(clamping: limit), to: desk)))
        } else {
            try readContent(octets)
        }
        while try !octets.next().isEmpty {}
        return octets.place
    }

    private func readContent(_ stream: ByteStream) throws(Obstacle) {
        let content = try HeadedStream(stream, atLeast: Kind.head)
        let limit = desk.order.limits.heldBytes
        if Self.beginsPart(content.head) {
            return readPart(try Source(holding: content, limit: limit).all(limit: limit))
        }
        desk.enter(innerName) { () throws(Obstacle) in
            try Document(desk: desk, name: innerName).read(content)
        }
    }

    /// Whether the fields of a part of a mail stand at the beginning.
    private static func beginsPart(_ head: [UInt8]) -> Bool {
        let field = head.drop { $0 == 0x0D || $0 == 0x0A }.prefix(longestHead).prefix { $0 != UInt8(ascii: ":") }
        let name = String(decoding: field, as: UTF8.self).lowercased()
        return ["mime-version", "content-type", "content-transfer-encoding", "content-disposition"].contains(name)
    }

    /// What the file is called without its signature.
    private var innerName: String {
        let suffix = Kind.suffix(of: name)
        guard ["p7m", "p7s", "p7c", "p7"].contains(suffix) else { return "signed content" }
        return String(name.dropLast(suffix.count + 1))
    }
}
