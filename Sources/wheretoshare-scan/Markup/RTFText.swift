internal import ScanWire
internal import SensitiveContent

/// Reads the text of RTF: the body, in passages of their own headers, notes, remarks and fields, and what is embedded, each
/// as a document (RTF 1.9.1).
struct RTFText {
    private struct Group {
        var part: Passage.Part?
        /// Nothing in it is text.
        var isSkipped = false
        /// Its letters are those of the body that are not shown.
        var isUnseen = false
        /// How many bytes stand for a character that was given by number.
        var replacements = 1
        /// The word that began it.
        var word = ""
        /// Programs that do not know its word pass it over: it stands in the middle of other text.
        var isAside = false
        /// Whether what says so stands in this group, not around it.
        var isAsideItself = false
        var hasText = false
        /// What its letters are encoded in, by the font; nil where that does not tell.
        var encoding: String?
        /// Its digits are the bytes of something that is embedded.
        var holdsBytes = false
    }

    private struct Embedded {
        let isObject: Bool
        var bytes: [UInt8] = []
        var high: UInt8?
    }

    private let desk: Desk
    private var groups = [Group(part: .body)]
    private var output: [UInt8] = []
    private var others: [(part: Passage.Part, text: [UInt8])] = []
    private var encoding = "CP1252"
    /// What fonts say that their letters are encoded in, and the font that is described now.
    private var encodings: [Int: String] = [:]
    private var font = 0
    private var letters: [UInt8] = []
    private var toSkip = 0
    private var high: UInt32 = 0
    private var binary = 0
    private var embedded: [Embedded] = []
    private var embeddedBytes = 0
    private var hasMoreEmbedded = false

    private var word: [UInt8] = []
    private var parameter: [UInt8] = []
    private enum State { case text, escape, word, parameter, hex }
    private var state = State.text

    private static let skipped: Set = [
        "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "revtbl", "rsidtbl", "themedata",
        "colorschememapping", "datastore", "latentstyles", "nonshppict", "generator", "xmlnstbl", "mmathPr", "filetbl",
        "panose", "falt", "blipuid", "picprop", "pgptbl", "wgrffmtfilter", "fontemb", "fontfile",
    ]
    private static let parts: [String: Passage.Part] = [
        "header": .header, "headerl": .header, "headerr": .header, "headerf": .header, "footer": .footer,
        "footerl": .footer, "footerr": .footer, "footerf": .footer, "footnote": .footnote, "annotation": .comment,
        "atnauthor": .comment, "atnid": .comment, "info": .metadata, "docvar": .metadata, "userprops": .metadata,
        "fldinst": .hidden, "formfield": .hidden, "bkmkstart": .hidden, "sv": .hidden, "xe": .hidden, "tc": .hidden,
        "htmltag": .hidden, "sn": .hidden,
        // What ends there, or is noted about it, may stand in the middle of a text.
        "bkmkend": .hidden, "atrfstart": .hidden, "atrfend": .hidden, "atnref": .comment, "atndate": .comment,
        "atnparent": .comment, "atnicn": .comment, "protstart": .hidden, "protend": .hidden, "xmlopen": .hidden,
    ]
    /// Parts whose groups are texts of their own; elsewhere, a group may be a change of look.
    private static let listing: Set<Passage.Part> = [.metadata, .hidden, .trackedChange]

    /// Encodings by the numbers of character sets (RTF 1.9.1, `\fcharset`) and of code pages.
    private static let charsets = [
        77: "MACINTOSH", 128: "SHIFT_JIS", 129: "EUC-KR", 134: "GB18030", 136: "BIG5", 161: "CP1253", 162: "CP1254",
        177: "ISO-8859-8", 178: "ISO-8859-6", 204: "CP1251", 222: "TIS-620", 238: "CP1250",
    ]
    private static let codePages = [932: "SHIFT_JIS", 936: "GB18030", 949: "EUC-KR", 950: "BIG5", 874: "TIS-620"]
    private static let mostFonts = 4096

    /// What was passed over, up to the end of its group.
    private var passedOver: [UInt8] = []
    private var remains = Remains()

    private static let longestPassedOver = 4096
    private static let mostEmbedded = 128 << 20

    private init(desk: Desk) {
        self.desk = desk
    }

    static func read(_ stream: ByteStream, to desk: Desk) throws(Obstacle) {
        var text = RTFText(desk: desk)
        desk.begin()
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            for byte in piece { text.take(byte) }
            text.hand()
        }
        text.endLetters()
        text.hand()
        desk.end()
        text.endPassedOver()
        text.remains.hand(to: desk)
        for other in text.others where !other.text.isEmpty {
            desk.begin(other.part)
            desk.read(other.text)
            desk.end()
        }
        for (index, embedded) in text.embedded.enumerated() where !embedded.bytes.isEmpty {
            let name = embedded.isObject ? "object \(index + 1)" : "picture \(index + 1)"
            desk.enter(name) { () throws(Obstacle) in
                if embedded.isObject {
                    try EmbeddedObject.read(embedded.bytes, to: desk)
                } else {
                    try Document(desk: desk, name: name).read(Source(embedded.bytes))
                }
            }
        }
        if text.hasMoreEmbedded { desk.miss(.tooLarge, "what is embedded") }
        if text.groups.count > 1 { throw .damaged }
    }

    private mutating func take(_ byte: UInt8) {
        if binary > 0 {
            binary -= 1
            if groups.last?.holdsBytes == true { hold(byte) }
            return
        }
        switch state {
        case .text: takeText(byte)
        case .escape:
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): literal(byte)
            case UInt8(ascii: "'"):
                state = .hex
                word.removeAll(keepingCapacity: true)
                return
            case UInt8(ascii: "*"):
                groups[groups.count - 1].isAside = true
                groups[groups.count - 1].isAsideItself = true
                groups[groups.count - 1].hasText = false
            case UInt8(ascii: "~"): literal(0x20)
            case UInt8(ascii: "_"): literal(UInt8(ascii: "-"))
            case 0x0A, 0x0D: literal(0x0A)
            case let letter where (0x61...0x7A).contains(letter | 0x20):
                word = [letter]
                parameter.removeAll(keepingCapacity: true)
                state = .word
                return
            default: break
            }
            state = .text
        case .hex:
            word.append(byte)
            guard word.count == 2 else { return }
            state = .text
            guard let value = UInt8(String(decoding: word, as: UTF8.self), radix: 16) else { return }
            if toSkip > 0 { toSkip -= 1 } else if !isSkipping { letters.append(value) }
        case .word:
            if (0x61...0x7A).contains(byte | 0x20), word.count < 32 {
                word.append(byte)
            } else if (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") {
                parameter.append(byte)
                state = .parameter
            } else {
                endWord(byte)
            }
        case .parameter:
            if (0x30...0x39).contains(byte), parameter.count < 11 { parameter.append(byte) } else { endWord(byte) }
        }
    }

    private mutating func takeText(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): state = .escape
        case UInt8(ascii: "{"):
            endLetters()
            var group = groups.last ?? Group(part: .body)
            group.word = ""
            group.holdsBytes = false
            group.isAsideItself = false
            // Nobody needs more, and memory must not grow with hostile braces.
            if groups.count < 10_000 { groups.append(group) }
        case UInt8(ascii: "}"):
            endLetters()
            endPassedOver()
            let ended = groups.count > 1 ? groups.popLast() : nil
            // What stands behind the document is none of its last line.
            if groups.count == 1 { append([0x0A], to: .body) }
            guard let ended, let part = ended.part, let outer = groups.indices.last else { return }
            if !ended.isAsideItself, ended.hasText { groups[outer].hasText = true }
            let isOwn = ended.isAsideItself || part != groups[outer].part || Self.listing.contains(part)
            if part == .body ? ended.isAsideItself && ended.hasText : isOwn { append([0x0A], to: part) }
        case 0x0A, 0x0D: break
        default:
            if groups.last?.holdsBytes == true {
                hold(digit: byte)
            } else if toSkip > 0 {
                toSkip -= 1
            } else {
                literal(byte)
            }
        }
    }

    private mutating func hold(digit: UInt8) {
        guard let value = HexDigit.value(digit), let last = embedded.indices.last else { return }
        if let high = embedded[last].high {
            embedded[last].high = nil
            hold(high << 4 | value)
        } else {
            embedded[last].high = value
        }
    }

    private mutating func hold(_ byte: UInt8) {
        guard embeddedBytes < Self.mostEmbedded else { return hasMoreEmbedded = true }
        embeddedBytes += 1
        embedded[embedded.count - 1].bytes.append(byte)
    }

    private var isSkipping: Bool { groups.last?.isSkipped ?? false }

    private mutating func endWord(_ byte: UInt8) {
        state = .text
        control(String(decoding: word, as: UTF8.self), Int(String(decoding: parameter, as: UTF8.self)))
        // One blank belongs to the word; anything else is read again.
        if byte != 0x20, binary == 0 { takeText(byte) }
    }

    private mutating func control(_ name: String, _ value: Int?) {
        let last = groups.count - 1
        switch name {
        case "par", "line", "row", "sect", "page", "nestrow": literal(0x0A)
        case "tab", "cell", "nestcell": literal(0x09)
        case "emdash", "endash": literal(UInt8(ascii: "-"))
        case "lquote", "rquote": literal(UInt8(ascii: "'"))
        case "ldblquote", "rdblquote": literal(UInt8(ascii: "\""))
        case "u":
            endLetters()
            let unit = UInt32(truncatingIfNeeded: (value ?? 0) & 0xFFFF)
            var bytes: [UInt8] = []
            if unit & 0xFC00 == 0xD800 {
                high = unit
            } else if unit & 0xFC00 == 0xDC00, high != 0 {
                bytes.append(scalar: 0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF))
                high = 0
            } else {
                bytes.append(scalar: unit)
            }
            if !isSkipping { append(text: bytes) }
            toSkip = groups[last].replacements
        case "uc": groups[last].replacements = max(0, min(value ?? 1, 16))
        case "ansicpg":
            if let value, let name = Self.codePages[value] ?? Charset.name("CP\(value)") { encoding = name }
        case "f": choose(font: value ?? 0)
        case "fcharset":
            if let value, encodings.count < Self.mostFonts { encodings[font] = Self.charsets[value] }
        case "v" where value != 0 && groups[last].part == .body:
            groups[last].isUnseen = true
            turn(to: .hidden)
        case "v" where value == 0 && groups[last].isUnseen, "plain" where groups[last].isUnseen:
            groups[last].isUnseen = false
            turn(to: .body)
        case "mac": encoding = "MACINTOSH"
        case "pc": encoding = "CP437"
        case "pca": encoding = "CP850"
        case "bin": binary = max(0, value ?? 0)
        case "deleted": groups[last].part = .trackedChange
        case "objdata", "pict":
            // A picture that is there a second time for old readers is passed over.
            if name == "objdata" || !groups[last].isSkipped {
                embedded.append(Embedded(isObject: name == "objdata"))
                groups[last].holdsBytes = true
            }
            groups[last].isSkipped = true
        case let word where groups[last].word.isEmpty && Self.skipped.contains(word): groups[last].isSkipped = true
        case let word where Self.parts[word] != nil: turn(to: Self.parts[word])
        default: break
        }
        if groups[last].word.isEmpty { groups[last].word = name }
    }

    /// The group goes on in another part, on a line of its own there.
    private mutating func turn(to part: Passage.Part?) {
        endLetters()
        groups[groups.count - 1].part = part
        if let part, part != .body, let text = others.first(where: { $0.part == part })?.text, text.last != 0x0A {
            append([0x0A], to: part)
        }
    }

    /// Takes a font: the one that the table of fonts tells of, or that of the letters that follow.
    private mutating func choose(font number: Int) {
        endLetters()
        font = number
        groups[groups.count - 1].encoding = encodings[number]
    }

    private mutating func literal(_ byte: UInt8) {
        guard !isSkipping else {
            if byte == UInt8(ascii: ";") {
                endPassedOver()
            } else if passedOver.count <= Self.longestPassedOver {
                passedOver.append(byte)
            }
            return
        }
        if byte >= 0x80 {
            letters.append(byte)
        } else {
            endLetters()
            append(text: [byte])
        }
    }

    /// Adds text of the group that is read; what stands in the middle of other text is a line of its own.
    private mutating func append(text: [UInt8]) {
        let last = groups.count - 1
        let part = groups[last].part ?? .body
        if part == .body, groups[last].isAside, !groups[last].hasText { append([0x0A], to: part) }
        groups[last].hasText = true
        append(text, to: part)
    }

    /// Keeps what may be data of the names and fields that are passed over.
    private mutating func endPassedOver() {
        remains.add(passedOver)
        passedOver.removeAll(keepingCapacity: true)
    }

    /// Converts letters of the document's old encoding, which may take two bytes each.
    private mutating func endLetters() {
        guard !letters.isEmpty else { return }
        append(text: Charset.convert(letters, from: groups.last?.encoding ?? encoding))
        letters.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ bytes: [UInt8], to part: Passage.Part) {
        if part == .body {
            output += bytes
        } else if let index = others.firstIndex(where: { $0.part == part }) {
            if others[index].text.count < 4 << 20 { others[index].text += bytes }
        } else {
            others.append((part, bytes))
        }
    }

    private mutating func hand() {
        desk.read(output)
        output.removeAll(keepingCapacity: true)
    }
}
