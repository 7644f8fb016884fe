internal import ScanWire
internal import SensitiveContent

/// Reads what is known about a picture: who made it, where and what it shows, and the text in it when that is wanted.
enum PhotoFields {
    /// Reads a picture of this kind.
    static func read(_ source: Source, _ kind: Kind, to desk: Desk) throws(Obstacle) {
        readFields(source, kind, to: desk)
        try readText(in: source, to: desk)
    }

    /// Reads what is known about a picture alone.
    static func readFields(_ source: Source, _ kind: Kind, to desk: Desk) {
        desk.attempt { () throws(Obstacle) in
            switch kind {
            case .jpeg: try readJPEG(source, to: desk)
            case .png: try PNGFields.read(source, to: desk)
            case .tiff: try TaggedImage.read(source, isFile: true, to: desk)
            default: try PictureFields.read(source, to: desk)
            }
        }
    }

    private static func readText(in source: Source, to desk: Desk) throws(Obstacle) {
        guard desk.order.readsPictures else { return desk.miss(.pictures) }
        guard try PictureSize(of: source)?.mayHoldText != false else { return }
        guard desk.takesPicture() else { return desk.missFurtherPictures() }
        let ending = try desk.ask(.picture, about: desk.members.isEmpty ? nil : source) { (answer) throws(Obstacle) in
            if case .text(let stream) = answer {
                try PlainText.read(try HeadedStream(RecognizedText(stream, to: desk), atLeast: 1), .prose, to: desk)
            }
        }
        desk.note(ending)
    }

    /// A JPEG's segments up to the picture itself (ITU-T T.81 annex B).
    private static func readJPEG(_ source: Source, to desk: Desk) throws(Obstacle) {
        var at = 2
        var further: [(offset: Int, bytes: [UInt8])] = []
        var furtherSize = 0
        var remains = Remains()
        var isWhole = false
        while at < source.size {
            let head = ByteTable(try source.read(at: at, 4), isBig: true)
            guard head.u8(0) == 0xFF else { break }
            let mark = head.u8(1)
            let length = Int(head.u16(2))
            // The picture begins, or the file ends.
            isWhole = mark == 0xDA || mark == 0xD9
            guard !isWhole, length >= 2 else { break }
            let content = try source.read(at: at + 4, length - 2)
            if mark == 0xE1, content.starts(with: Array("Exif\0\0".utf8)) {
                desk.attempt { () throws(Obstacle) in try readExif(content, to: desk) }
            } else if mark == 0xE1, content.starts(with: furtherMark) {
                // XMP that does not fit into one segment: a digest, the size of it all, and where this part belongs.
                let part = Array(content.dropFirst(furtherMark.count + 40))
                furtherSize += part.count
                guard furtherSize <= mostXMP else { throw Obstacle(.tooLarge) }
                let place = ByteTable(Array(content), isBig: true).u32(furtherMark.count + 36)
                further.append((Int(place), part))
            } else if mark == 0xE1, content.contains(UInt8(ascii: "<")), let start = content.firstIndex(of: 0) {
                desk.attempt { () throws(Obstacle) in try readXMP(Array(content[(start + 1)...]), to: desk) }
            } else if mark == 0xED {
                readPressFields(content, to: desk)
            } else if mark == 0xFE {
                desk.tell("exif/Comment", String(decoding: TextDecoder.decode(whole: content), as: UTF8.self))
            } else if (0xE0...0xEF).contains(mark) {
                // Descriptions of colours, and what makers and programs keep.
                remains.add(textIn: content)
            }
            at += 2 + length
        }
        remains.hand(to: desk)
        if !further.isEmpty {
            let bytes = further.sorted { $0.offset < $1.offset }.flatMap(\.bytes)
            desk.attempt { () throws(Obstacle) in try readXMP(bytes, to: desk) }
        }
        if !isWhole { throw .damaged }
        if let end = try endOfJPEG(source, from: at) { try PictureRest.read(source, from: end, to: desk) }
    }

    /// Where the picture ends: no such mark stands among its pixels.
    private static func endOfJPEG(_ source: Source, from start: Int) throws(Obstacle) -> Int? {
        let piece = 1 << 20
        for at in stride(from: start, to: source.size, by: piece) {
            if let place = try source.read(at: at, piece + 1).place(of: [0xFF, 0xD9], from: 0) {
                return at + place + 2
            }
        }
        return nil
    }

    private static let furtherMark = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
    private static let mostXMP = 64 << 20

    /// Reads a block of fields as TIFF has them, which some formats give a head.
    static func readExif(_ bytes: [UInt8], to desk: Desk) throws(Obstacle) {
        let isHeaded = bytes.starts(with: Array("Exif\0\0".utf8))
        try TaggedImage.read(Source(isHeaded ? Array(bytes.dropFirst(6)) : bytes), to: desk)
    }

    /// Fields in XML (ISO 16684-1).
    static func readXMP(_ bytes: [UInt8], to desk: Desk) throws(Obstacle) {
        guard bytes.contains(UInt8(ascii: "<")) else { return }
        let text = Array(bytes.drop { $0 != UInt8(ascii: "<") }.prefix { $0 != 0 })
        try XMLReader.read(ReadyStream(text), KeyedMarkup(desk, part: .metadata, under: "xmp"))
    }

    /// The press agencies' fields: author, place, headline, caption (IPTC-IIM).
    static func readPressFields(_ bytes: [UInt8], to desk: Desk) {
        let names: [UInt8: String] = [
            5: "ObjectName", 25: "Keywords", 80: "By-line", 85: "By-lineTitle", 90: "City", 92: "Sublocation",
            105: "Headline",
            110: "Credit", 116: "Copyright", 118: "Contact", 120: "Caption", 122: "Writer",
        ]
        let table = ByteTable(bytes, isBig: true)
        var others: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard at + 5 <= bytes.count, bytes[at] == 0x1C, bytes[at + 1] == 2 else {
                others.append(bytes[at])
                at += 1
                continue
            }
            let length = Int(table.u16(at + 3))
            let value = table.bytes(at + 5, length)
            if let name = names[bytes[at + 2]] {
                let text = TextDecoder.decode(whole: Array(value))
                desk.tell("iptc/\(name)", String(decoding: text, as: UTF8.self))
            } else {
                others += [0] + value + [0]
            }
            at += 5 + length
        }
        // Photoshop keeps more of its own around them.
        var remains = Remains()
        remains.add(textIn: others)
        remains.hand(to: desk)
    }
}
