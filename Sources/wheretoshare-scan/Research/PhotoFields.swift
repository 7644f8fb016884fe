internal import ScanWire
internal import SensitiveContent

/// Reads what is known about a picture: who made it, where and what it shows, and the text in it when that is wanted.
enum PhotoFields {
    /// Reads a picture of this kind.
    static func read(_ source: Source, _ kind: Kind, to desk: Desk) throws(Obstacle) {
        desk.attempt { () throws(Obstacle) in
            switch kind {
            case .jpeg: try readJPEG(source, to: desk)
            case .png: try readPNG(source, to: desk)
            case .tiff: try TaggedImage.read(source, to: desk)
            default: break
            }
        }
        guard desk.order.readsPictures else { return desk.miss(.pictures) }
        let ending = try desk.ask(.picture, about: desk.members.isEmpty ? nil : source) { (answer) throws(Obstacle) in
            if case .text(let stream) = answer {
                try PlainText.read(try HeadedStream(stream, atLeast: 1), .prose, to: desk)
            }
        }
        desk.note(ending)
    }

    /// A JPEG's segments up to the picture itself (ITU-T T.81 annex B).
    private static func readJPEG(_ source: Source, to desk: Desk) throws(Obstacle) {
        var at = 2
        while true {
            let head = ByteTable(try source.read(at: at, 4), isBig: true)
            guard head.count == 4, head.u8(0) == 0xFF else { throw .damaged }
            let mark = head.u8(1)
            let length = Int(head.u16(2))
            // The picture begins, or the file ends.
            if mark == 0xDA || mark == 0xD9 { return }
            guard length >= 2 else { throw .damaged }
            let content = try source.read(at: at + 4, length - 2)
            if mark == 0xE1, content.starts(with: Array("Exif\0\0".utf8)) {
                desk.attempt { () throws(Obstacle) in
                    try TaggedImage.read(Source(Array(content.dropFirst(6))), to: desk)
                }
            } else if mark == 0xE1, let start = content.firstIndex(of: 0) {
                desk.attempt { () throws(Obstacle) in try readXMP(Array(content[(start + 1)...]), to: desk) }
            } else if mark == 0xED {
                readPressFields(content, to: desk)
            } else if mark == 0xFE {
                desk.tell("exif/Comment", String(decoding: TextDecoder.decode(whole: content), as: UTF8.self))
            }
            at += 2 + length
        }
    }

    /// A PNG's chunks (ISO/IEC 15948 section 11).
    private static func readPNG(_ source: Source, to desk: Desk) throws(Obstacle) {
        var at = 8
        while true {
            let head = ByteTable(try source.read(at: at, 8), isBig: true)
            guard head.count == 8 else { throw .damaged }
            let length = Int(head.u32(0))
            switch String(decoding: head.bytes(4, 4), as: UTF8.self) {
            case "IEND": return
            case "tEXt", "iTXt", "zTXt":
                let content = try source.read(at: at + 8, min(length, 1 << 20))
                guard let end = content.firstIndex(of: 0) else { break }
                let name = String(decoding: content[..<end], as: UTF8.self)
                let text = content[(end + 1)...]
                if head.u8(4) == UInt8(ascii: "z") || head.u8(4) == UInt8(ascii: "i") && text.first == 1 {
                    desk.miss(.embedded, "compressed text")
                } else if head.u8(4) == UInt8(ascii: "i") {
                    // Two flags, a language, the name in that language, and the text.
                    let parts = text.dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
                    if let last = parts.last { desk.tell("exif/\(name)", String(decoding: last, as: UTF8.self)) }
                } else {
                    desk.tell("exif/\(name)", String(decoding: TextDecoder.decode(whole: Array(text)), as: UTF8.self))
                }
            case "eXIf":
                let content = try source.read(at: at + 8, min(length, 4 << 20))
                desk.attempt { () throws(Obstacle) in try TaggedImage.read(Source(content), to: desk) }
            default: break
            }
            at += 12 + length
        }
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
        var at = 0
        while at + 5 <= bytes.count {
            guard bytes[at] == 0x1C, bytes[at + 1] == 2 else {
                at += 1
                continue
            }
            let length = Int(table.u16(at + 3))
            if let name = names[bytes[at + 2]] {
                let value = TextDecoder.decode(whole: Array(table.bytes(at + 5, length)))
                desk.tell("iptc/\(name)", String(decoding: value, as: UTF8.self))
            }
            at += 5 + length
        }
    }
}
