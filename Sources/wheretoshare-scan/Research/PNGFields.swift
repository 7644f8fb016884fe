internal import ScanWire
internal import SensitiveContent

/// Reads the texts in a PNG's chunks, also where they are compressed (ISO/IEC 15948 section 11.3.4, XMP part 3).
enum PNGFields {
    private static let longest = 16 << 20
    private static let texts: Set = ["tEXt", "zTXt", "iTXt", "eXIf"]
    /// Chunks of pixels and numbers alone.
    private static let numbers: Set = [
        "IHDR", "PLTE", "IDAT", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "bKGD", "hIST", "pHYs", "tIME", "acTL", "fcTL",
        "fdAT",
    ]

    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        var at = 8
        var remains = Remains()
        while true {
            let head = ByteTable(try source.read(at: at, 8), isBig: true)
            guard head.count == 8 else { throw .damaged }
            let length = Int(head.u32(0))
            let type = String(decoding: head.bytes(4, 4), as: UTF8.self)
            let place = at + 8
            if type == "IEND" { break }
            if texts.contains(type) {
                desk.attempt { () throws(Obstacle) in
                    guard length <= longest else { throw Obstacle(.tooLarge, "fields of the picture") }
                    let content = try source.read(at: place, length)
                    guard content.count == length else { throw .damaged }
                    try read(content, type, to: desk)
                }
            } else if !numbers.contains(type) {
                if length <= longest {
                    add(try source.read(at: place, length), to: &remains, desk)
                } else {
                    desk.miss(.tooLarge, "fields of the picture")
                }
            }
            at += 12 + length
        }
        remains.hand(to: desk)
        try PictureRest.read(source, from: at + 12, to: desk)
    }

    /// Adds a chunk of a program of its own, or a description of colours: some of them are compressed, behind a name or
    /// without one.
    private static func add(_ content: [UInt8], to remains: inout Remains, _ desk: Desk) {
        remains.add(textIn: content)
        for start in [0, content.firstIndex(of: 0).map { $0 + 2 }] {
            guard let start, start + 2 < content.count, content[start] == 0x78,
                (Int(content[start]) << 8 | Int(content[start + 1])).isMultiple(of: 31),
                let bytes = try? Inflating.bytes(framed: content[start...], limit: longest, to: desk)
            else { continue }
            return remains.add(textIn: bytes)
        }
    }

    private static func read(_ content: [UInt8], _ type: String, to desk: Desk) throws(Obstacle) {
        if type == "eXIf" { return try PhotoFields.readExif(content, to: desk) }
        guard let end = content.firstIndex(of: 0) else { throw .damaged }
        let name = String(decoding: TextDecoder.decode(whole: Array(content[..<end])), as: UTF8.self)
        var text = content[(end + 1)...]
        var isPacked = false
        if type == "zTXt" {
            isPacked = true
            text = text.dropFirst()
        } else if type == "iTXt" {
            isPacked = text.first == 1
            // Two flags, a language, the name in that language, and the text.
            let parts = text.dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { throw .damaged }
            desk.tell("exif/name", String(decoding: parts[1], as: UTF8.self))
            text = parts[2]
        }
        let bytes = isPacked ? try Inflating.bytes(framed: text, limit: longest, to: desk) : Array(text)
        if name == "XML:com.adobe.xmp" { return try PhotoFields.readXMP(bytes, to: desk) }
        if name.hasPrefix("Raw profile type ") { return try readProfile(bytes, name, to: desk) }
        var remains = Remains()
        remains.add(name.utf8)
        remains.hand(to: desk)
        if let document = document(bytes) {
            return desk.enter(name) { () throws(Obstacle) in
                try Document(desk: desk, name: "").read(Source(document))
            }
        }
        desk.tell("exif/\(name)", String(decoding: TextDecoder.decode(whole: bytes), as: UTF8.self))
    }

    /// A drawing or the steps of a program, which some keep beside the picture of it; nil for plain text.
    private static func document(_ text: [UInt8]) -> [UInt8]? {
        let mark = Array("%3C".utf8)
        let isEscaped = text.starts(with: mark) || text.starts(with: Array("%3c".utf8))
        let bytes = isEscaped ? MailCoding.unescape(text, sign: UInt8(ascii: "%")) : text
        let kind = Kind(head: Array(bytes.prefix(Kind.head)), name: "")
        return kind == .json || kind == .xml || isEscaped ? bytes : nil
    }

    /// Fields of other formats as ImageMagick keeps them: a line with the kind, one with the length, and lines of digits.
    private static func readProfile(_ text: [UInt8], _ name: String, to desk: Desk) throws(Obstacle) {
        let lines = text.drop { $0 == 0x0A }.split(separator: 0x0A)
        guard lines.count >= 2 else { throw .damaged }
        var digits: [UInt8] = []
        for line in lines.dropFirst(2) { digits += line }
        let bytes = HexText.bytes(digits)
        switch name.lowercased().split(separator: " ").last {
        case "exif": try PhotoFields.readExif(bytes, to: desk)
        case "xmp": try PhotoFields.readXMP(bytes, to: desk)
        case "app1" where bytes.starts(with: Array("Exif\0\0".utf8)): try PhotoFields.readExif(bytes, to: desk)
        case "app1": try PhotoFields.readXMP(bytes, to: desk)
        case "iptc", "8bim", "app13": PhotoFields.readPressFields(bytes, to: desk)
        // A description of colours.
        case "icc", "icm": break
        default: try PrintableRuns.read(ReadyStream(bytes), to: desk)
        }
    }
}
