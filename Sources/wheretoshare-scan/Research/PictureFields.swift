internal import ScanWire
internal import SensitiveContent

/// Reads what WebP, GIF, HEIF and the formats of Netpbm say about a picture, and what stands behind a bitmap.
enum PictureFields {
    private static let longest = 16 << 20

    /// Reads a picture's fields; the formats that have none are not looked at.
    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        let head = try source.read(at: 0, 16)
        if head.starts(with: Array("RIFF".utf8)) { return try readWebP(source, to: desk) }
        if head.starts(with: Array("GIF8".utf8)) { return try readGIF(source, to: desk) }
        if head.dropFirst(4).starts(with: Array("ftyp".utf8)) { return try HEIFFields.read(source, to: desk) }
        if head.starts(with: Array("BM".utf8)) {
            return try PictureRest.read(source, from: max(54, Int(ByteTable(head).u32(2))), to: desk)
        }
        if head.first == UInt8(ascii: "P") { try readPortable(source, to: desk) }
    }

    /// The remarks in the head of a picture of Netpbm, and what stands behind its pixels (netpbm.sourceforge.net).
    private static func readPortable(_ source: Source, to desk: Desk) throws(Obstacle) {
        let head = try source.read(at: 0, Kind.head)
        let isBits = head[1] == UInt8(ascii: "4")
        var numbers: [Int] = []
        var at = 2
        while numbers.count < (isBits ? 2 : 3), at < head.count {
            if head[at] == UInt8(ascii: "#") {
                let remark = head[(at + 1)...].prefix { $0 != 0x0A }
                desk.tell("exif/Comment", String(decoding: TextDecoder.decode(whole: Array(remark)), as: UTF8.self))
                at = remark.endIndex
            } else {
                let digits = head[at...].prefix { (0x30...0x39).contains($0) }
                if !digits.isEmpty { numbers.append(Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? 0) }
                at = max(at + 1, digits.endIndex)
            }
        }
        guard numbers.count == (isBits ? 2 : 3) else { throw .damaged }
        let colours = head[1] == UInt8(ascii: "6") ? 3 : 1
        let line = isBits ? (numbers[0] + 7) / 8 : numbers[0] * colours * (numbers[2] > 255 ? 2 : 1)
        let (pixels, isFar) = line.multipliedReportingOverflow(by: numbers[1])
        if !isFar, pixels < source.size { try PictureRest.read(source, from: at + 1 + pixels, to: desk) }
    }

    /// The chunks of a WebP (RFC 9649 section 2.7).
    private static func readWebP(_ source: Source, to desk: Desk) throws(Obstacle) {
        var at = 12
        var remains = Remains()
        while at < source.size {
            let head = ByteTable(try source.read(at: at, 8))
            guard head.count == 8 else { throw .damaged }
            let length = Int(head.u32(4))
            let type = String(decoding: head.bytes(0, 4), as: UTF8.self)
            if !pixels.contains(type), type != "EXIF", type != "XMP ", length <= longest {
                remains.add(textIn: try source.read(at: at + 8, length))
            }
            if type == "EXIF" || type == "XMP " {
                guard length <= longest else { throw Obstacle(.tooLarge, "fields of the picture") }
                let content = try source.read(at: at + 8, length)
                desk.attempt { () throws(Obstacle) in
                    if type == "EXIF" {
                        try PhotoFields.readExif(content, to: desk)
                    } else {
                        try PhotoFields.readXMP(content, to: desk)
                    }
                }
            }
            at += 8 + length + length % 2
        }
        remains.hand(to: desk)
    }

    private static let pixels: Set = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"]

    /// The remarks in a GIF, and fields in XML (GIF89a sections 24 to 26, XMP part 3).
    private static func readGIF(_ source: Source, to desk: Desk) throws(Obstacle) {
        let head = ByteTable(try source.read(at: 0, 13))
        guard head.count == 13 else { throw .damaged }
        func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }
        var remains = Remains()
        var at = 13 + colours(head.u8(10))
        var pictures = 0
        while true {
            let mark = ByteTable(try source.read(at: at, 14))
            switch mark.u8(0) {
            case 0x3B:
                remains.hand(to: desk)
                if pictures > 1, desk.order.readsPictures {
                    desk.miss(.pictures, "those of an animation after the first")
                }
                return try PictureRest.read(source, from: at + 1, to: desk)
            case 0x2C:
                pictures += 1
                at = try readBlocks(source, at: at + 11 + colours(mark.u8(9)), keeping: false).end
            case 0x21:
                let isXMP = mark.u8(1) == 0xFF && mark.bytes(3, 11) == Array("XMP DataXMP".utf8)[...]
                let isText = mark.u8(1) == 0xFE || mark.u8(1) == 0x01
                let (text, end) = try readBlocks(source, at: at + 2, keeping: !isXMP)
                if !isText { remains.add(textIn: text) }
                if isText {
                    desk.tell("exif/Comment", String(decoding: TextDecoder.decode(whole: text), as: UTF8.self))
                }
                if isXMP {
                    // It stands there as it is, and not in blocks, up to bytes that bring other readers to its end.
                    let packet = try source.read(at: at + 14, min(end - at - 14, longest))
                    desk.attempt { () throws(Obstacle) in
                        try PhotoFields.readXMP(Array(packet.prefix { $0 != 1 }), to: desk)
                    }
                }
                at = end
            default: throw .damaged
            }
        }
    }

    /// Goes through blocks of up to 255 bytes, each after its length.
    private static func readBlocks(
        _ source: Source, at start: Int, keeping isKept: Bool
    ) throws(Obstacle) -> (bytes: [UInt8], end: Int) {
        var bytes: [UInt8] = []
        var at = start
        while true {
            let block = try source.read(at: at, 256)
            guard let length = block.first else { throw .damaged }
            if length == 0 { return (bytes, at + 1) }
            if isKept, bytes.count < longest { bytes += block.dropFirst().prefix(Int(length)) }
            at += 1 + Int(length)
        }
    }
}
