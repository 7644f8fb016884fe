internal import SensitiveContent

/// The texts that stand in a PDF's objects, and what else its dictionaries say of texts (ISO 32000-1 section 7.3).
struct PortableTexts {
    /// Texts under names that have some, a line each.
    private(set) var found: [UInt8] = []
    /// What may be data under other names, in lists, in names and in comments.
    var remains = Remains()
    /// The numbers of objects that any object refers to.
    private(set) var referred: Set<Int> = []
    /// The numbers of those that hold a script, or the value of a field.
    private(set) var scripts: Set<Int> = []
    /// The numbers of those that hold fields in XML, whether they say so or not.
    private(set) var metadata: Set<Int> = []
    /// Whether there is a form in XML.
    private(set) var namesForm = false
    /// The numbers of the objects that hold its parts, in their order.
    private(set) var formParts: [Int] = []
    /// Values that may be parts of one, as those of fields of a letter each, and what programs call themselves.
    private(set) var pieces: [UInt8] = []
    /// The names under which objects are referred to that a page may draw.
    private(set) var drawings: [Int: Set<String>] = [:]
    /// What is known of the fonts' letters.
    private(set) var fonts = PortableFonts()
    /// Whether there are more objects than are told apart here.
    private(set) var hasManyObjects = false

    private static let names: Set = ["Contents", "RC", "V", "T", "TU", "Title", "Subj", "URI", "DS", "JS", "Alt", "P"]
    /// Fields that the program tells which reads the pages.
    private static let fields: Set = ["Author", "Subject", "Keywords", "Creator", "Producer"]
    private static let programs: Set = ["Creator", "Producer"]
    private static let streams: Set = ["JS", "V", "RV", "DV", "RC"]
    private static let longestPiece = 4
    private static let mostPieces = 1 << 20
    private static let longestName = 127
    private static let longestText = 1 << 20
    private static let mostFound = 16 << 20
    /// Names are short but for those that somebody gave to a place.
    private static let longestOwnName = 15
    private static let mostReferred = 4_000_000
    private static let mostDrawings = 200_000
    /// Names of entries that hold no drawing, in the objects of which there are most.
    private static let structure: Set = [
        "Parent", "Pg", "P", "K", "StructParent", "Resources", "Contents", "Font", "FontDescriptor", "FontFile",
        "FontFile2", "FontFile3", "ToUnicode", "Encoding", "DescendantFonts", "Length", "Widths", "W", "Prev", "Next",
        "First", "Last", "Dest", "D", "A", "Info", "Root", "Pages", "Metadata", "ColorSpace", "SMask", "Kids",
    ]
    private static let longestList = 16 << 10

    /// Reads objects, or the pieces of some.
    mutating func read(_ objects: ArraySlice<UInt8>) {
        var at = objects.startIndex
        // The name before a value.
        var name = ""
        while at < objects.endIndex {
            switch objects[at] {
            case UInt8(ascii: "/"):
                let bytes = objects[(at + 1)...].prefix(Self.longestName).prefix { Self.isRegular($0) }
                name = String(decoding: bytes, as: UTF8.self)
                if bytes.count >= Self.longestOwnName { remains.add(bytes) }
                switch name {
                case "XFA":
                    namesForm = true
                    formParts += Self.references(in: objects[bytes.endIndex...])
                default: fonts.meet(name, in: objects, at)
                }
                at = bytes.endIndex
                continue
            case UInt8(ascii: "("):
                let text = Self.literal(objects[at...])
                take(text.bytes, under: name)
                at = text.end
            // Another begins a dictionary.
            case UInt8(ascii: "<") where objects[(at + 1)...].first == UInt8(ascii: "<"): at += 2
            case UInt8(ascii: "<"):
                let digits = objects[(at + 1)...].prefix(Self.longestText).prefix { $0 != UInt8(ascii: ">") }
                take(HexText.bytes(Array(digits)), under: name)
                at = digits.endIndex
            case UInt8(ascii: "%"):
                let comment = objects[at...].prefix { $0 != 0x0A && $0 != 0x0D }
                remains.add(comment)
                at = comment.endIndex
            case UInt8(ascii: "R"):
                if let number = Self.number(in: objects, before: at) {
                    if referred.count < Self.mostReferred { referred.insert(number) } else { hasManyObjects = true }
                    if Self.streams.contains(name) { scripts.insert(number) }
                    if name == "Metadata" { metadata.insert(number) }
                    if !name.isEmpty, drawings.count < Self.mostDrawings, !Self.structure.contains(name) {
                        drawings[number, default: []].insert(name)
                    }
                }
                at += 1
            case 0...0x20, 0x30...0x39:
                at += 1
                continue
            default: at += 1
            }
            name = ""
        }
    }

    /// Reads a script, or what a page would draw if anything referred to it.
    mutating func read(other content: ArraySlice<UInt8>) {
        let text = Self.shown(in: content)
        guard Self.isText(text), found.count + text.count < Self.mostFound else { return }
        found += TextDecoder.decode(whole: text) + [0x0A]
    }

    /// The texts that a page draws, or a text as it is.
    static func shown(in content: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(content)
        let drawsText = ["Tj", "TJ", "BDC"].contains { bytes.place(of: Array($0.utf8), from: 0) != nil }
        return drawsText ? text(ofDrawing: content) : bytes
    }

    /// The texts that a page draws, those of one list as one, and what it says of them in between.
    private static func text(ofDrawing drawing: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var at = drawing.startIndex
        while at < drawing.endIndex {
            switch drawing[at] {
            case UInt8(ascii: "("):
                let literal = literal(drawing[at...])
                text += literal.bytes
                at = literal.end
            case UInt8(ascii: "%"):
                let comment = drawing[at...].prefix(longestText).prefix { $0 != 0x0A && $0 != 0x0D }
                text += [0x0A] + comment + [0x0A]
                at = comment.endIndex
            case UInt8(ascii: "<") where drawing[(at + 1)...].first == UInt8(ascii: "<"):
                text.append(0x0A)
                at += 2
            case UInt8(ascii: "<"):
                let digits = drawing[(at + 1)...].prefix(longestText).prefix { $0 != UInt8(ascii: ">") }
                text += HexText.bytes(Array(digits))
                at = digits.endIndex
            // A wide step to the right stands for a blank.
            case UInt8(ascii: "-") where drawing[(at + 1)...].prefix(3).count(where: isDigit) == 3:
                if text.last != 0x20 { text.append(0x20) }
                at += 4
            case UInt8(ascii: "]"), UInt8(ascii: "T"), UInt8(ascii: ">"):
                if text.last != 0x0A { text.append(0x0A) }
                at += 1
            default: at += 1
            }
        }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The names of what a page draws besides text (ISO 32000-1 section 8.8).
    static func drawn(by page: ArraySlice<UInt8>) -> Set<String> {
        let bytes = Array(page)
        let operation = Array("Do".utf8)
        var drawn: Set<String> = []
        var place = 0
        while let found = bytes.place(of: operation, from: place) {
            place = found + operation.count
            let before = bytes[max(0, found - longestName)..<found].reversed().drop { $0 <= 0x20 }
            let name = before.prefix { isRegular($0) }
            if name.endIndex < before.endIndex, before[name.endIndex] == UInt8(ascii: "/") {
                drawn.insert(String(decoding: name.reversed(), as: UTF8.self))
            }
        }
        return drawn
    }

    private mutating func take(_ text: [UInt8], under name: String) {
        guard !text.isEmpty, found.count < Self.mostFound else { return }
        let isPiece = name == "V" && text.count <= Self.longestPiece || Self.programs.contains(name)
        if isPiece, pieces.count < Self.mostPieces { pieces += TextDecoder.decode(whole: text) + [0x0A] }
        if Self.names.contains(name) {
            found += TextDecoder.decode(whole: text) + [0x0A]
        } else if name == "Ordering" {
            fonts.meet(ordering: text)
        } else if name == "CharSet" {
            fonts.meet(names: text)
        } else if !Self.fields.contains(name), !text.starts(with: "D:".utf8), Self.isText(text) {
            // Dates are nobody's.
            remains.add(TextDecoder.decode(whole: text))
        }
    }

    /// Whether it is no data in bytes, as tables of colours and marks of files are.
    private static func isText(_ text: [UInt8]) -> Bool {
        text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE]) || !text.contains { $0 < 0x09 }
    }

    /// The numbers of the objects that a list refers to: a name and a reference in turn (ISO 32000-1 section 12.7.8).
    private static func references(in objects: ArraySlice<UInt8>) -> [Int] {
        let list = objects.prefix(longestList).prefix { $0 != UInt8(ascii: "]") }
        return list.indices.compactMap { list[$0] == UInt8(ascii: "R") ? number(in: list, before: $0) : nil }
    }

    /// The number of the object that is referred to by what ends at a place, such as `12 0 R`.
    private static func number(in bytes: ArraySlice<UInt8>, before end: Int) -> Int? {
        var at = end - 1
        for part in 0..<2 {
            guard at > bytes.startIndex, bytes[at] <= 0x20 else { return nil }
            at -= 1
            let last = at
            while at >= bytes.startIndex, last - at < 10, (0x30...0x39).contains(bytes[at]) { at -= 1 }
            guard at < last else { return nil }
            if part == 1 { return Int(String(decoding: bytes[(at + 1)...last], as: UTF8.self)) }
        }
        return nil
    }

    /// Whether a byte can stand in a name: ISO 32000-1 section 7.2.2.
    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: true
        }
    }

    /// A text in brackets, which may hold pairs of brackets and marks for what cannot stand in it.
    private static func literal(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], end: Int) {
        var text: [UInt8] = []
        var depth = 0
        var at = bytes.startIndex
        while at < bytes.endIndex, text.count < longestText {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "("):
                if depth > 0 { text.append(byte) }
                depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return (text, at) }
                text.append(byte)
            case UInt8(ascii: "\\"):
                let digits = bytes[at...].prefix(3).prefix { (0x30...0x37).contains($0) }
                if !digits.isEmpty {
                    text.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
                    at = digits.endIndex
                } else if at < bytes.endIndex {
                    switch bytes[at] {
                    case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
                    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
                    // A line that goes on.
                    case 0x0A, 0x0D: break
                    default: text.append(bytes[at])
                    }
                    at += 1
                }
            default: text.append(byte)
            }
        }
        return (text, at)
    }
}

extension [UInt8] {
    /// Whether the bytes of a dictionary hold a name, with its mark.
    func names(_ name: String) -> Bool { place(of: Array(name.utf8), from: 0) != nil }
}
