internal import ScanWire
internal import SensitiveContent

/// Reads XML of any vocabulary as records: each text stands under the names of its elements, each attribute under its own;
/// files that stand in it as base64 are documents of their own.
final class KeyedMarkup: MarkupHandler {
    private let desk: Desk
    private let isWord: Bool
    private var keys: KeyPaths
    private var collected: [UInt8] = []
    /// Groups of letters and digits that may be one account number, each the whole text of an element.
    private var groups: [[UInt8]] = []
    /// How many elements are open.
    private var depth = 0

    /// The name of a file in base64 that is read now, and its letters.
    private var fileName: String?
    private var letters: [UInt8] = []

    /// Elements that hold a file: of Office's flat forms, Word 2003's and OpenDocument's (ECMA-376 part 2 annex, ODF 1.3
    /// part 3 section 19.373).
    private static let files: Set = ["binaryData", "binData", "docOleData", "binary-data", "DataMashup"]
    /// What stands before the package of a workbook's queries (MS-QDEFF section 2.2).
    private static let queryHead = 8
    private static let longestFile = 128 << 20
    /// Elements that stand in the middle of a text, in XHTML, SVG, DocBook, TEI and Visio.
    private static let inline: Set = [
        "tspan", "span", "b", "i", "u", "em", "strong", "sub", "sup", "bold", "italic", "emphasis", "hi", "mark",
        "small", "cp", "pp", "tp", "fld",
    ]

    /// Elements that stand for a blank in the middle of a text, in OpenDocument's flat form, TEI and XHTML.
    private static let blanks: Set = ["s", "tab", "line-break", "lb", "br"]
    /// One drawing of letters on an XPS page (ECMA-388 section 12.1); those at one height are a line.
    private static let drawing = "Glyphs"
    private var height: String?

    /// Elements that begin a line in a document of Word.
    private static let lines: Set = ["p", "tc", "tab", "br", "part", "body", "sect"]

    /// A longer text is read in pieces.
    private static let longestText = 256 << 10
    /// An account number has so many groups of four (ISO 13616).
    private static let counts = 4...9
    private static let lengthOfGroup = 4

    /// All that is told begins with the root's name; texts of a document of Word are cut wherever their look changes.
    init(_ desk: Desk, part: Passage.Part = .body, under root: String? = nil, isWord: Bool = false) {
        self.desk = desk
        self.isWord = isWord
        keys = KeyPaths(in: desk.place(part))
        if let root { enter(root) }
    }

    private func isInline(_ name: String) -> Bool {
        Self.inline.contains(name) || Self.blanks.contains(name) || name == Self.drawing
            || isWord && !Self.lines.contains(name) && !Self.files.contains(name)
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        guard !isInline(name) else {
            if name == Self.drawing { return draw(attributes) }
            if Self.blanks.contains(name), attributes["break"] != "no" { collected.append(0x20) }
            for value in attributes.remains { tell(Array(value.utf8)) }
            return
        }
        hand()
        if Self.files.contains(name), fileName == nil { fileName = attributes["name"] ?? name }
        enter(name)
        depth += 1
        for (name, value) in attributes.all where value.utf8.count > 1 && !value.hasPrefix("http://www.w3.org/") {
            enter(name)
            tell(Array(value.utf8))
            keys.leave()
        }
    }

    func end(_ name: String) {
        guard !isInline(name) else { return }
        if Self.files.contains(name), let file = fileName {
            fileName = nil
            desk.enter(file) { () throws(Obstacle) in
                defer { letters = [] }
                guard letters.count <= Self.longestFile else { throw Obstacle(.tooLarge) }
                let content = MailCoding.base64(letters)
                let head = name == "DataMashup" ? Self.queryHead : 0
                try Document(desk: desk, name: file).read(Source(Array(content.dropFirst(head))))
            }
        }
        addGroup()
        hand()
        keys.leave()
        depth -= 1
        if depth == 0 { endGroups() }
    }

    func text(_ bytes: [UInt8]) {
        guard fileName == nil else {
            if letters.count <= Self.longestFile { letters += bytes }
            return
        }
        collected += bytes
        if collected.count > Self.longestText { hand() }
    }

    /// What stands in the middle of a text does not cut it.
    func aside(_ bytes: [UInt8]) { tell(bytes) }

    /// Reads what a page of XPS draws.
    private func draw(_ attributes: MarkupAttributes) {
        if attributes["OriginY"] != height { hand() }
        height = attributes["OriginY"]
        collected += Array(" \(attributes["UnicodeString"] ?? "")".utf8)
        for (name, value) in attributes.all
        where name != "UnicodeString" && name != "Indices" && Remains.areData(value.utf8) {
            tell(Array(value.utf8))
        }
    }

    private func enter(_ name: String) {
        keys.enter(isObject: true)
        desk.scan { scanner in
            keys.set(name.utf8.span, for: &scanner)
            return 0
        }
    }

    private func hand() {
        guard collected.contains(where: { $0 > 0x20 }) else {
            collected.removeAll(keepingCapacity: true)
            return
        }
        tell(collected)
        collected.removeAll(keepingCapacity: true)
    }

    /// Adds the text of an element to the groups, if it goes on with them or is the first.
    private func addGroup() {
        let text = collected.filter { $0 > 0x20 }
        guard !text.isEmpty else { return }
        let isGroup = text.count <= Self.lengthOfGroup
        if isGroup, !groups.isEmpty, groups.count < Self.counts.upperBound { return groups.append(text) }
        endGroups()
        // A country, and two check digits.
        guard isGroup, text.count == Self.lengthOfGroup, text[..<2].allSatisfy({ (0x41...0x5A).contains($0) }),
            text[2...].allSatisfy({ (0x30...0x39).contains($0) })
        else { return }
        groups = [text]
    }

    private func endGroups() {
        if Self.counts.contains(groups.count) { tell(Array(groups.joined(separator: [0x20]))) }
        if !groups.isEmpty { groups = [] }
    }

    private func tell(_ text: [UInt8]) {
        // Markup may be a value, too.
        let value = TaggedText.plain(text.span) ?? text
        desk.scan { scanner in
            scanner.beginRecords(at: keys.document)
            keys.read(value.span, to: &scanner)
            return value.count
        }
    }
}
