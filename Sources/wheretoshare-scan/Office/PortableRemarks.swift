internal import ScanWire
internal import SensitiveContent

/// Reads what a PDF says beside its pages, which pdftotext leaves out: remarks, values of forms, links, bookmarks, and
/// fields in XML (ISO 32000-1 sections 7.3.4, 7.5.7, 12.3.3, 12.5.2, 12.7.3 and 14.3.2).
///
/// Objects are not followed, since whoever made the file decides what refers to what: all texts under these names, and
/// what may be data under others, are read wherever they stand, also those of earlier states of the document.
struct PortableRemarks {
    private let desk: Desk
    private let bytes: [UInt8]
    private var found: [UInt8] = []
    /// What may be data under other names.
    private var remains = Remains()
    /// Whether there is something that could not be looked into.
    private var isHidden = false

    private static let names: Set = ["Contents", "RC", "V", "T", "TU", "Title", "Subj", "URI", "DS", "JS", "Alt", "P"]
    /// Fields that the program tells which reads the pages.
    private static let fields: Set = ["Author", "Subject", "Keywords", "Creator", "Producer"]
    private static let longestName = 127
    private static let longestText = 1 << 20
    private static let mostFound = 16 << 20
    private static let mostUnpacked = 64 << 20

    private init(_ bytes: [UInt8], desk: Desk) {
        self.bytes = bytes
        self.desk = desk
    }

    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        guard UInt64(source.size) <= desk.order.limits.heldBytes else { throw Obstacle(.tooLarge, "remarks and links") }
        var remarks = PortableRemarks(try source.all(limit: desk.order.limits.heldBytes), desk: desk)
        // Its texts are locked then, although its pages may be shown.
        let isLocked = remarks.bytes.place(of: Array("/Encrypt".utf8), from: 0) != nil
        remarks.readStreams(isLocked: isLocked)
        if isLocked, remarks.isHidden || !remarks.found.isEmpty { return desk.miss(.encrypted, "remarks and links") }
        remarks.remains.hand(to: desk)
        guard !remarks.found.isEmpty else { return }
        desk.begin(.comment)
        desk.read(remarks.found)
        desk.end()
    }

    /// Goes from one stream to the next; what lies between them is objects.
    private mutating func readStreams(isLocked: Bool) {
        let start = Array("stream".utf8)
        let end = Array("endstream".utf8)
        let hasForm = bytes.place(of: Array("/XFA".utf8), from: 0) != nil
        var at = 0
        var from = 0
        while let stream = bytes.place(of: start, from: from) {
            from = stream + start.count
            guard let head = head(from: at, to: stream) else { continue }
            readTexts(bytes[at..<stream])
            let ended = bytes.place(of: end, from: stream + start.count) ?? bytes.count
            if isLocked {
                isHidden = isHidden || Self.names(head, "/ObjStm")
            } else {
                readStream(bytes[(stream + start.count)..<ended], head, hasForm: hasForm)
            }
            at = min(bytes.count, ended + end.count)
            from = at
        }
        readTexts(bytes[at...])
    }

    /// What is said of the stream that begins at a place; nil when the word there is only a part of some text.
    private func head(from start: Int, to stream: Int) -> ArraySlice<UInt8>? {
        let next = stream + 6
        guard next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D else { return nil }
        var end = stream
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end >= start + 2, bytes[end - 1] == UInt8(ascii: ">"), bytes[end - 2] == UInt8(ascii: ">") else {
            return nil
        }
        // After the word that begins its object.
        let object = Array("obj".utf8)
        var begin = max(start, stream - 4096)
        while let place = bytes.place(of: object, from: begin), place < end { begin = place + object.count }
        return bytes[begin..<end]
    }

    private mutating func readStream(_ content: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>, hasForm: Bool) {
        let isObjects = Self.names(head, "/ObjStm")
        let isFields = Self.names(head, "/Metadata") && Self.names(head, "/XML")
        let mayBeForm = hasForm && !Self.names(head, "/Image") && !Self.names(head, "/Font")
        guard isObjects || isFields || mayBeForm else { return }
        var content = content.drop { $0 == 0x0D || $0 == 0x0A }
        if Self.names(head, "/Filter") {
            let isKnown = Self.names(head, "/FlateDecode") && !Self.names(head, "/Predictor")
            guard isKnown, let whole = try? Inflating.bytes(framed: content, limit: Self.mostUnpacked, to: desk) else {
                // That a part of it is damaged is said by the program that reads the pages.
                if isObjects, isKnown { return desk.miss(.damaged, "remarks and links") }
                if isObjects || isFields { desk.miss(.unknownFormat, "remarks and links") }
                return
            }
            content = whole[...]
        }
        if isObjects {
            readTexts(content)
        } else if isFields || content.drop(while: { $0 <= 0x20 }).first == UInt8(ascii: "<") {
            let desk = desk
            desk.attempt { () throws(Obstacle) in
                if isFields { return try PhotoFields.readXMP(Array(content), to: desk) }
                // A form in XML may be cut into several streams at any place.
                try HTMLText.read(try HeadedStream(ReadyStream(Array(content)), atLeast: 1), to: desk)
            }
        }
    }

    private static func names(_ head: ArraySlice<UInt8>, _ name: String) -> Bool {
        Array(head).place(of: Array(name.utf8), from: 0) != nil
    }

    /// Takes the texts under names that have some.
    private mutating func readTexts(_ objects: ArraySlice<UInt8>) {
        var at = objects.startIndex
        while let slash = objects[at...].firstIndex(of: UInt8(ascii: "/")) {
            let name = objects[(slash + 1)...].prefix(Self.longestName + 1).prefix { byte in
                (0x41...0x5A).contains(byte & 0xDF)
            }
            at = max(slash + 1, name.endIndex)
            let called = String(decoding: name, as: UTF8.self)
            let isKnown = Self.names.contains(called)
            let rest = objects[at...].drop { $0 <= 0x20 }
            let text: [UInt8]
            switch rest.first {
            case UInt8(ascii: "("): text = Self.literal(rest)
            case UInt8(ascii: "<") where rest.dropFirst().first != UInt8(ascii: "<"):
                text = HexText.bytes(
                    Array(rest.dropFirst().prefix(Self.longestText).prefix { $0 != UInt8(ascii: ">") }))
            default: continue
            }
            guard !text.isEmpty, found.count < Self.mostFound else { continue }
            guard isKnown else {
                // Dates are nobody's.
                if !Self.fields.contains(called), !text.starts(with: "D:".utf8) {
                    remains.add(TextDecoder.decode(whole: text))
                }
                continue
            }
            found += TextDecoder.decode(whole: text) + [0x0A]
        }
    }

    /// A text in brackets, which may hold pairs of brackets and marks for what cannot stand in it.
    private static func literal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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
                if depth == 0 { return text }
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
        return text
    }
}
