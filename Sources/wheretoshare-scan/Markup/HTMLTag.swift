/// What the tags of HTML mean for the text around them.
enum HTMLTag {
    static let cell = packed(Array("td".utf8))
    static let headCell = packed(Array("th".utf8))
    static let row = packed(Array("tr".utf8))
    static let script = packed(Array("script".utf8))
    static let style = packed(Array("style".utf8))
    static let styleEnd = Array("</style".utf8).map { $0 | 0x20 }
    static let inserted = packed(Array("ins".utf8))
    static let deleted = Set(["del", "s", "strike"].map { packed(Array($0.utf8)) })
    static let ruby = packed(Array("ruby".utf8))
    /// What stands beside a text without being of it: how it is pronounced, and brackets around that.
    static let glosses = Set(["rt", "rp", "rtc"].map { packed(Array($0.utf8)) })
    /// Elements that do not end a line.
    static let inline: Set<UInt64> = Set(
        [
            "b", "i", "u", "em", "strong", "span", "font", "a", "sub", "sup", "code", "tt", "small", "mark", "img",
            "wbr", "input", "tspan", "abbr", "acronym", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "ins", "kbd",
            "nobr", "q", "s", "samp", "strike", "time", "var", "ruby", "rb", "rt", "rp", "rtc",
            // What Word marks, whose names begin with the name of a vocabulary.
            "o", "st1",
        ].map { packed(Array($0.utf8)) })

    private static let unseenLooks = ["hidden", "none", "HIDDEN", "NONE"].map { Array($0.utf8) }
    /// Elements that have no content.
    static let void: Set<UInt64> = Set(
        ["br", "hr", "img", "input", "wbr", "link", "meta", "col", "area", "base", "embed", "source", "track"].map {
            packed(Array($0.utf8))
        })

    /// Whether a tag does not end a line.
    static func isInline(_ tag: [UInt8]) -> Bool { inline.contains(packed(tag)) }

    /// A tag's name in lower case, as a number; longer names have none.
    static func packed(_ tag: [UInt8]) -> UInt64 {
        var number: UInt64 = 0
        var count = 0
        for byte in tag {
            if byte == UInt8(ascii: "/"), count == 0 { continue }
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            guard isLetter || (0x30...0x39).contains(byte) else { break }
            count += 1
            if count > 8 { return 0 }
            number = number << 8 | UInt64(isLetter ? byte | 0x20 : byte)
        }
        return number
    }

    /// Whether a script holds records (WHATWG HTML section 4.12.1, JSON-LD 1.1 section 7).
    static func holdsRecords(_ tag: [UInt8]) -> Bool {
        let kind = HTMLAttributes.all(in: String(decoding: tag, as: UTF8.self)).first { $0.name == "type" }?.value
        return kind?.lowercased().contains("json") ?? false
    }

    /// Whether an element says of itself that it is not shown.
    static func isUnseen(_ tag: [UInt8]) -> Bool {
        // Most tags say nothing of the kind.
        guard unseenLooks.contains(where: { tag.place(of: $0, from: 0) != nil }) else { return false }
        return HTMLAttributes.all(in: String(decoding: tag, as: UTF8.self)).contains { name, value in
            let look = value.lowercased().filter { $0 != " " }
            return name == "hidden"
                || name == "style" && (look.contains("display:none") || look.contains("visibility:hidden"))
        }
    }

    /// A value with a link that holds a file as base64 (RFC 2397); nil for any other.
    static func file(in value: String) -> [UInt8]? {
        guard value.utf8.firstRange(of: fileMark.utf8) != nil else { return nil }
        return MailCoding.unescape(Array(value.utf8), sign: UInt8(ascii: "%"))
    }

    /// What stands before a file in a link.
    private static let fileMark = ";base64,"
}
