internal import ScanWire

/// How large a picture is, by the fields at its beginning.
struct PictureSize {
    let width: Int
    let height: Int

    /// An icon of this width and height has no room for a line of text.
    private static let largestIcon = 64
    private static let head = 64 << 10

    /// Whether a line of text may stand in it.
    var mayHoldText: Bool { width > Self.largestIcon || height > Self.largestIcon }

    private init?(_ width: Int, _ height: Int) {
        guard width > 0, height > 0 else { return nil }
        self.width = width
        self.height = height
    }

    /// The size of a picture; nil for formats that do not say it at their beginning.
    init?(of source: Source) throws(Obstacle) {
        let head = try source.read(at: 0, Self.head)
        let (table, big) = (ByteTable(head), ByteTable(head, isBig: true))
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self.init(Int(big.u32(16)), Int(big.u32(20)))
        } else if head.starts(with: "GIF8".utf8) {
            self.init(Int(table.u16(6)), Int(table.u16(8)))
        } else if head.starts(with: "RIFF".utf8) {
            self.init(ofWebP: table)
        } else if head.dropFirst(4).starts(with: "ftyp".utf8) {
            self.init(ofHEIF: head, big)
        } else {
            return nil
        }
    }

    /// The three ways in which WebP begins (RFC 9649 sections 2.5 to 2.7).
    private init?(ofWebP table: ByteTable) {
        switch String(decoding: table.bytes(12, 4), as: UTF8.self) {
        case "VP8 ": self.init(Int(table.u16(26) & 0x3FFF), Int(table.u16(28) & 0x3FFF))
        case "VP8L":
            let bits = table.u32(21)
            self.init(Int(bits & 0x3FFF) + 1, Int(bits >> 14 & 0x3FFF) + 1)
        case "VP8X": self.init(Int(table.u32(24) & 0xFF_FFFF) + 1, Int(table.u32(26) >> 8) + 1)
        default: return nil
        }
    }

    /// The largest of the pictures that HEIF and AVIF name, as the whole is larger than its tiles (ISO/IEC 23008-12 section 6.5.3).
    private init?(ofHEIF head: [UInt8], _ table: ByteTable) {
        var (width, height) = (0, 0)
        var at = 0
        let mark = Array("ispe".utf8)
        while let place = head.place(of: mark, from: at) {
            at = place + mark.count
            width = max(width, Int(table.u32(at + 4)))
            height = max(height, Int(table.u32(at + 8)))
        }
        self.init(width, height)
    }
}
