internal import ScanWire
internal import SensitiveContent

/// Reads XML of any vocabulary as records: each text stands under the names of its elements, each attribute under its own;
/// files that stand in it as base64 are documents of their own.
final class KeyedMarkup: MarkupHandler {
    private let desk: Desk
    private let isWord: Bool
    private let isOpenDocument: Bool
    private var keys: KeyPaths
    private var collected: [UInt8] = []
    /// Account numbers in parts that are the texts of elements, and the values of attributes.
    private var texts = AccountParts()
    private var values = AccountParts()
    private var textFields = AccountFields()
    private var valueFields = AccountFields()
    /// Of the elements that are open, which stand in the middle of a text.
    private var areInline: [Bool] = []
    /// How many of them are paragraphs of OpenDocument.
    private var paragraphs = 0
    /// How many equal cells of a row the cell stands for that is read now.
    private var repeats = 1
    /// Whether it is a file of diagrams.net, whose drawings may be compressed.
    private var hasDrawings = false

    /// Whether it is a drawing in SVG, whose programs may put a line together from several texts (SVG 2 section 11.2).
    private var isDrawing = false
    private static let drawnText = "text"

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

    /// Text of a cell in a workbook of Excel 2003, and the elements that change its look.
    private static let workbook = "Workbook"
    private static let richText = "Data"
    private static let looks: Set = ["B", "I", "U", "S", "Font", "Sub", "Sup", "Span"]
    private var isWorkbook = false
    private var isInCell = false

    /// Elements that hold codes of another format in the middle of a text, in XLIFF and TMX, and the mark of a note in
    /// OpenDocument.
    private static let codes: Set = ["bpt", "ept", "note-citation"]
    private var openCodes = 0

    /// Elements that stand for a blank in the middle of a text, in OpenDocument's flat form, TEI and XHTML.
    private static let blanks: Set = ["s", "tab", "line-break", "lb", "br"]
    /// One drawing of letters on an XPS page (ECMA-388 section 12.1); those at one height are a line.
    private static let drawing = "Glyphs"
    private var height: String?
    /// Whether it is such a page, and what is drawn there or in SVG.
    private var isPage = false
    private var outlines = LetterOutlines()

    /// Elements that begin a line in a document of Word.
    private static let lines: Set = ["p", "tc", "tab", "br", "part", "body", "sect"]

    /// Paragraphs of OpenDocument, and what stands in one without being its text (ODF 1.3 part 3 section 5.1.3).
    private static let paragraphNames: Set = ["p", "h"]
    private static let blocks: Set = [
        "p", "h", "frame", "text-box", "image", "object", "custom-shape", "annotation", "creator", "date", "note",
        "note-body", "list", "list-item", "table", "table-row", "table-cell", "title", "desc",
    ]
    private static let note = "note"
    /// The beginning of a number that a note of OpenDocument stands in the middle of.
    private var aroundNote: [UInt8]?
    private static let cell = "table-cell"
    private var isInSheetCell = false
    /// A drawing of diagrams.net, and the root of its files.
    private static let compressed = "diagram"
    private static let drawings = "mxfile"

    /// A longer text is read in pieces.
    private static let longestText = 256 << 10

    /// All that is told begins with the root's name; texts of a document of Word are cut wherever their look changes.
    init(
        _ desk: Desk, part: Passage.Part = .body, under root: String? = nil, isWord: Bool = false,
        isOpenDocument: Bool = false
    ) {
        self.desk = desk
        self.isWord = isWord
        self.isOpenDocument = isOpenDocument
        keys = KeyPaths(in: desk.place(part))
        if let root { enter(root) }
    }

    private func isInline(_ name: String) -> Bool {
        Self.inline.contains(name) || Self.blanks.contains(name) || Self.codes.contains(name) || name == Self.drawing
            || isInCell && Self.looks.contains(name)
            || isWord && !Self.lines.contains(name) && !Self.files.contains(name)
            || paragraphs > 0 && !Self.blocks.contains(name) && !Self.files.contains(name)
    }

    private func isFile(_ name: String) -> Bool {
        Self.files.contains(name) || hasDrawings && name == Self.compressed
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        if isDrawing || isPage { outlines.take(name, attributes) }
        if areInline.isEmpty {
            hasDrawings = name == Self.drawings
            isDrawing = name == "svg"
            isPage = name == "FixedPage"
            isWorkbook = name == Self.workbook
        }
        if isDrawing, let letter = attributes["data-text"] {
            areInline.append(true)
            return draw(letter, attributes["transform"])
        }
        guard !isInline(name) else {
            areInline.append(true)
            if Self.codes.contains(name) { openCodes += 1 }
            if name == Self.drawing { return draw(attributes) }
            if Self.blanks.contains(name), attributes["break"] != "no" { collected.append(0x20) }
            for value in attributes.remains { tell(Array(value.utf8)) }
            // Elsewhere, what has such a name may hold a value.
            for (name, value) in attributes.all { tellNumber(in: value, of: name) }
            return
        }
        // Whatever stands in the middle of a number may be a change of its look.
        let isInNumber = AccountParts.isBegun(by: collected.span)
        areInline.append(isInNumber)
        if !isInNumber { hand() }
        if isFile(name), fileName == nil { fileName = attributes["name"] ?? name }
        enter(name)
        for (name, value) in attributes.all
        where (value.utf8.count > 1 || Remains.areData(name.utf8)) && !value.hasPrefix("http://www.w3.org/") {
            enter(name)
            tell(value, of: name)
            keys.leave()
        }
        if isInNumber { keys.leave() }
        if isWorkbook, name == Self.richText { isInCell = true }
        guard isOpenDocument else { return }
        if name == Self.note, isInNumber, aroundNote == nil {
            aroundNote = collected
            collected = []
        }
        if Self.paragraphNames.contains(name), !isInNumber { paragraphs += 1 }
        guard name == Self.cell else { return }
        repeats = OpenDocumentMarkup.repeats(attributes)
        isInSheetCell = attributes["value-type"] != nil
    }

    func end(_ name: String) {
        if isFile(name), let file = fileName {
            fileName = nil
            readFile(file, in: name)
        }
        if Self.codes.contains(name) { openCodes -= 1 }
        if name == Self.richText { isInCell = false }
        if name == Self.note, let beginning = aroundNote {
            hand()
            collected = beginning
            aroundNote = nil
        }
        guard areInline.popLast() == false else { return }
        if areInline.isEmpty, outlines.areThere { desk.miss(.pictures, "letters that are drawn") }
        if isOpenDocument, Self.paragraphNames.contains(name) { paragraphs -= 1 }
        if name == Self.cell { isInSheetCell = false }
        if isInSheetCell, Self.paragraphNames.contains(name), AccountParts.isBegun(by: collected.span) {
            // The next line of a cell may have the rest of a number.
            collected.append(0x0A)
        } else {
            hand(under: name)
        }
        if name == Self.cell { repeats = 1 }
        keys.leave()
    }

    /// Reads a file that stood in an element.
    private func readFile(_ file: String, in name: String) {
        defer { letters = [] }
        // A drawing that is not compressed is markup.
        guard name != Self.compressed || letters.contains(where: { $0 > 0x20 }) else { return }
        desk.enter(file) { () throws(Obstacle) in
            guard letters.count <= Self.longestFile else { throw Obstacle(.tooLarge) }
            let content = MailCoding.base64(letters)
            guard name != Self.compressed else { return try readDrawing(content) }
            let head = name == "DataMashup" ? Self.queryHead : 0
            try Document(desk: desk, name: file).read(Source(Array(content.dropFirst(head))))
        }
    }

    /// Reads a drawing that diagrams.net compressed: markup with percent signs for most of its characters.
    private func readDrawing(_ packed: [UInt8]) throws(Obstacle) {
        let stream = try Inflating.stream(ReadyStream(packed), size: packed.count, to: desk)
        let text = try Source(holding: stream, limit: desk.order.limits.heldBytes)
        let markup = MailCoding.unescape(try text.all(limit: desk.order.limits.heldBytes), sign: UInt8(ascii: "%"))
        try Document(desk: desk, name: "drawing.xml").read(Source(markup))
    }

    /// Tells the value of an attribute, which may be a drawing, too.
    private func tell(_ value: String, of name: String) {
        guard !value.hasPrefix("<\(Self.drawings)") else {
            return desk.enter(name) { () throws(Obstacle) in
                try Document(desk: desk, name: "drawing.xml").read(Source(Array(value.utf8)))
            }
        }
        tell(Array(value.utf8))
        tellNumber(in: value, of: name)
    }

    /// Tells the account number that an attribute's value completes.
    private func tellNumber(in value: String, of name: String) {
        let bytes = Array(value.utf8)
        if let number = values.take(bytes.span, under: name.hashValue) { tell(number) }
        if let number = valueFields.take(bytes.span) { tell(account: number) }
    }

    func text(_ bytes: [UInt8]) {
        guard fileName == nil else {
            if letters.count <= Self.longestFile { letters += bytes }
            return
        }
        guard openCodes == 0 else { return aside(bytes) }
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

    /// Reads a letter that a drawing in SVG has an outline for; those at one height are a line.
    private func draw(_ letter: String, _ place: String?) {
        let height = place?.split(separator: ",").last.map { String($0) }
        if height != self.height { hand() }
        self.height = height
        collected += Array(letter.utf8)
    }

    private func enter(_ name: String) {
        keys.enter(isObject: true)
        desk.scan { scanner in
            keys.set(name.utf8.span, for: &scanner)
            return 0
        }
    }

    /// Tells the text of an element that ends, or the text before another element.
    private func hand(under name: String = "") {
        guard collected.contains(where: { $0 > 0x20 }) else {
            collected.removeAll(keepingCapacity: true)
            return
        }
        tell(collected)
        if let number = textFields.take(collected.span) { tell(account: number) }
        let isRun = isDrawing && name == Self.drawnText
        for _ in 0..<(OpenDocumentMarkup.mayRepeat(collected, repeats) ? repeats : 1) {
            guard let number = texts.take(collected.span, under: name.hashValue, isRun: isRun) else { continue }
            tell(number)
        }
        collected.removeAll(keepingCapacity: true)
    }

    private func take(document: [UInt8]) -> Bool {
        var isTaken = false
        desk.scan { scanner in
            isTaken = scanner.take(document: document.span)
            return 0
        }
        return isTaken
    }

    private func tell(account: [UInt8]) {
        desk.scan { scanner in
            scanner.beginRecords(at: keys.document)
            keys.read(account: account, to: &scanner)
            return 0
        }
    }

    private func tell(_ text: [UInt8]) {
        if ValueDocument.isOne(text.span) {
            let isTaken = take(document: text)
            if isTaken { return }
        }
        // Markup may be a value, too.
        let value = TaggedText.plain(text.span) ?? text
        desk.scan { scanner in
            scanner.beginRecords(at: keys.document)
            keys.read(value.span, to: &scanner)
            return value.count
        }
    }
}
