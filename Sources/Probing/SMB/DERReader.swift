/// Values in DER (ITU-T X.690) one after another, in the subset that SPNEGO uses: tags of one byte, definite lengths.
struct DERReader {
    /// The tags that are read or written here.
    enum Tag {
        static let octetString: UInt8 = 0x04
        static let objectIdentifier: UInt8 = 0x06
        static let enumerated: UInt8 = 0x0A
        static let generalString: UInt8 = 0x1B
        static let sequence: UInt8 = 0x30
        static let application0: UInt8 = 0x60

        /// The tag of a field: `[number]`, constructed; the number is below 31.
        static func field(_ number: UInt8) -> UInt8 { 0xA0 | number & 0x1F }
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The content of the next value, which must have that tag.
    mutating func content(tagged tag: UInt8) throws(SMBReplyError) -> ArraySlice<UInt8> {
        guard let found = rest.first else { throw .cutShort(.encoding) }
        guard found == tag else { throw .unexpected(.encoding) }
        return try next()
    }

    /// The content of the next value if it has that tag; nil, and nothing is read, when it has another or there is none.
    mutating func content(ifTagged tag: UInt8) throws(SMBReplyError) -> ArraySlice<UInt8>? {
        rest.first == tag ? try next() : nil
    }

    /// The values inside the next one, which must have that tag.
    mutating func values(in tag: UInt8) throws(SMBReplyError) -> Self {
        Self(try content(tagged: tag))
    }

    /// The values inside the next one if it has that tag.
    mutating func values(ifIn tag: UInt8) throws(SMBReplyError) -> Self? {
        try content(ifTagged: tag).map { Self($0) }
    }

    var isAtEnd: Bool { rest.isEmpty }

    private mutating func next() throws(SMBReplyError) -> ArraySlice<UInt8> {
        guard rest.popFirst() != nil, let first = rest.popFirst() else { throw .cutShort(.encoding) }
        var length = Int(first)
        if first >= 0x80 {
            // Three bytes say more than any message is long. Zero bytes would be the indefinite form, which DER forbids.
            let count = Int(first & 0x7F)
            guard (1...3).contains(count) else { throw .unexpected(.encoding) }
            guard rest.count >= count else { throw .cutShort(.encoding) }
            length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(count)
        }
        guard length <= rest.count else { throw .cutShort(.encoding) }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    /// A value with a tag and a content below 64 KiB.
    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count
        let digits: [UInt8] =
            switch length {
            case 0..<0x80: [UInt8(length)]
            case 0x80..<0x100: [0x81, UInt8(length)]
            default: [0x82, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
            }
        return [tag] + digits + content
    }
}
