internal import ScanWire
internal import SensitiveContent

/// Reads a message that Outlook saved (MS-OXMSG): head, bodies, receivers, attachments and messages in it, and what
/// other properties say, such as those that people made themselves.
struct OutlookMessage {
    private let file: CompoundFile
    private let desk: Desk

    /// How the names of properties begin, before their number and their type.
    private static let mark = "__substg1.0_"
    private static let longest = 16 << 20

    init(_ file: CompoundFile, desk: Desk) {
        self.file = file
        self.desk = desk
    }

    /// The fields of the head, as MS-OXPROPS numbers them.
    private static let head = [
        ("0C1A", "From"), ("0C1F", "From"), ("5D01", "From"), ("0E04", "To"), ("0E03", "Cc"), ("0E02", "Bcc"),
        ("0037", "Subject"), ("1035", "Message-ID"), ("1039", "References"), ("1042", "In-Reply-To"),
    ]
    /// The head as it was sent, and the bodies: text, HTML and compressed RTF.
    private static let bodies: Set = ["007D", "1000", "1009", "1013"]
    /// What names an attachment, and its content.
    private static let attached: Set = ["3701", "3704", "3707"]
    private static let receiver: Set = ["3001", "3003", "39FE"]
    /// Keys by which programs look for persons, which have the addresses of the other properties again.
    private static let keys: Set = [
        "003B", "003F", "0041", "0043", "0051", "0052", "0C19", "0C1D", "0FFF", "300B", "5FF7",
    ]

    /// UTF-16 text as UTF-8, up to its end.
    static func text(_ bytes: [UInt8]) -> [UInt8] {
        var decoder = TextDecoder(head: [0xFF, 0xFE])
        return decoder.decode([0xFF, 0xFE] + bytes).filter { $0 != 0 }
    }

    /// Reads the message in a folder of the file.
    func read(folder: Int) throws(Obstacle) {
        desk.begin(form: .mailHeader)
        for (id, name) in Self.head {
            if let value = try text(id, in: folder) { desk.read(Array("\(name): ".utf8) + value + [0x0A]) }
        }
        if let head = try text("007D", in: folder) { desk.read(head) }
        desk.end()
        try readBodies(folder)
        var remains = Remains()
        try add(to: &remains, folder, but: Self.bodies.union(Self.head.map(\.0)))
        let children = file.children(of: folder).sorted()
        for index in children {
            let name = file.entries[index].name
            if name.hasPrefix("__recip_version1.0_") {
                for id in Self.receiver.sorted() {
                    if let value = try text(id, in: index) {
                        desk.tell("mail/to", String(decoding: value, as: UTF8.self))
                    }
                }
                try add(to: &remains, index, but: Self.receiver)
            } else if name.hasPrefix("__attach_version1.0_") {
                try add(to: &remains, index, but: Self.attached)
            } else if name == "__nameid_version1.0" {
                // The names of properties that people or programs made.
                try add(to: &remains, index, but: [])
            }
        }
        remains.hand(to: desk)
        for index in children where file.entries[index].name.hasPrefix("__attach_version1.0_") {
            try readAttachment(index)
        }
    }

    /// Reads the body in all its forms, which need not say the same.
    private func readBodies(_ folder: Int) throws(Obstacle) {
        try desk.readAlternatives(3) { (form) throws(Obstacle) in
            switch form {
            case 0: try readPlainBody(folder)
            case 1: try readPage(folder)
            default: try readRichText(folder)
            }
        }
    }

    private func readPlainBody(_ folder: Int) throws(Obstacle) {
        guard let body = try text("1000", in: folder) else { return }
        desk.begin()
        desk.read(body)
        desk.end()
    }

    private func readPage(_ folder: Int) throws(Obstacle) {
        for html in [try bytes("10130102", in: folder), try text("1013", in: folder)] {
            if let html { try HTMLText.read(try HeadedStream(ReadyStream(html), atLeast: 1), to: desk) }
        }
    }

    private func readRichText(_ folder: Int) throws(Obstacle) {
        guard let packed = try bytes("10090102", in: folder), !packed.isEmpty else { return }
        guard let rtf = PackedRTF.unpack(packed) else { return desk.miss(.damaged) }
        try RTFText.read(ReadyStream(rtf), to: desk)
    }

    /// Adds the properties of a folder that are not read by their names, and streams that are none.
    private func add(to remains: inout Remains, _ folder: Int, but known: Set<String>) throws(Obstacle) {
        for index in file.children(of: folder).sorted() where file.entries[index].type == 2 {
            let entry = file.entries[index]
            let isProperty = entry.name.hasPrefix(Self.mark)
            let name = isProperty ? entry.name.dropFirst(Self.mark.count) : ""
            let id = String(name.prefix(4))
            guard !known.contains(id), entry.size <= Self.longest else { continue }
            // The values of a list have its name and a number.
            switch name.dropFirst(4).prefix(4) {
            case "001F", "101F": remains.add(linesOf: Self.text(try file.content(entry)))
            case "001E", "101E": remains.add(linesOf: TextDecoder.decode(whole: try file.content(entry)))
            case "0102", "1102", "": if !Self.keys.contains(id) { remains.add(textIn: try file.content(entry)) }
            default: break
            }
        }
    }

    private func readAttachment(_ index: Int) throws(Obstacle) {
        let long = try text("3707", in: index)
        let short = try text("3704", in: index)
        let name = String(decoding: long ?? short ?? Array("attachment".utf8), as: UTF8.self)
        if let inner = file.child("__substg1.0_3701000D", of: index) {
            return desk.enter(name) { () throws(Obstacle) in
                guard file.child("__properties_version1.0", of: inner) != nil else { throw Obstacle(.embedded) }
                try read(folder: inner)
            }
        }
        guard let content = file.child("__substg1.0_37010102", of: index) else { return }
        desk.enter(name) { () throws(Obstacle) in
            try Document(desk: desk, name: name).read(Source(try file.content(file.entries[content], limit: 192 << 20)))
        }
    }

    /// A text property, which may be in UTF-16 or in the letters of old.
    private func text(_ id: String, in folder: Int) throws(Obstacle) -> [UInt8]? {
        if let wide = try bytes("\(id)001F", in: folder) { return Self.text(wide) }
        return try bytes("\(id)001E", in: folder).map { TextDecoder.decode(whole: $0) }
    }

    private func bytes(_ id: String, in folder: Int) throws(Obstacle) -> [UInt8]? {
        guard let index = file.child(Self.mark + id, of: folder) else { return nil }
        return try file.content(file.entries[index])
    }
}

/// The compression of RTF in messages (MS-OXRTFCP).
enum PackedRTF {
    private static let dictionary =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"

    /// The text; nil when it is not what it should be.
    static func unpack(_ packed: [UInt8]) -> [UInt8]? {
        let table = ByteTable(packed)
        switch table.u32(8) {
        case 0x414C_454D: return Array(packed.dropFirst(16))
        case 0x7546_5A4C: break
        default: return nil
        }
        let size = min(Int(table.u32(4)), 64 << 20)
        var window = Array(dictionary.utf8) + [UInt8](repeating: 0, count: 4096 - dictionary.utf8.count)
        var place = dictionary.utf8.count
        var result: [UInt8] = []
        var at = 16
        func put(_ byte: UInt8) {
            result.append(byte)
            window[place] = byte
            place = (place + 1) & 4095
        }
        while at < packed.count, result.count < size {
            let control = packed[at]
            at += 1
            for bit in 0..<8 where at < packed.count {
                guard control >> UInt8(bit) & 1 == 1 else {
                    put(packed[at])
                    at += 1
                    continue
                }
                guard at + 1 < packed.count else { return result }
                let word = Int(packed[at]) << 8 | Int(packed[at + 1])
                at += 2
                let offset = word >> 4
                if offset == place { return result }
                for step in 0..<(word & 15) + 2 { put(window[(offset + step) & 4095]) }
            }
        }
        return result
    }
}
