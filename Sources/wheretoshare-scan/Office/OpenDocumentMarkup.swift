internal import ScanWire
internal import SensitiveContent

/// Reads the markup of an OpenDocument's content, or of its styles, where headers and footers stand.
final class OpenDocumentMarkup: MarkupHandler {
    private let desk: Desk
    private let part: Passage.Part
    private var text: OfficeText
    private var detours: [String] = []
    private var isText = 0
    private var page = 0
    private var isSheet = false
    /// The sheet's cell that is being read, and the row so far.
    private var cell: [UInt8] = []
    private var row: [UInt8] = []
    private var repeats = 1
    private var inCell = false
    /// The cell's value, which stands for what is shown.
    private var value: String?
    private var isAnnotation = 0
    private var hiddenTables: Set<String> = []
    private var hiddenTexts: Set<String> = []
    private var style = ""

    /// Files that stand in the markup as base64, to be read when the text has ended.
    private var files: [[UInt8]] = []
    private var letters: [UInt8] = []
    private var isFile = false

    private static let mostRepeats = 64
    /// Characters of a number that stand in cells of their own.
    private static let longestRepeated = 4
    private static let mostRepeated = 16
    private static let longestFile = 64 << 20

    init(_ desk: Desk, part: Passage.Part) {
        self.desk = desk
        self.part = part
        text = OfficeText(desk, part: part)
    }

    func finish() {
        text.finish()
        desk.end()
        for letters in files {
            desk.enter("binary-data") { () throws(Obstacle) in
                guard letters.count <= Self.longestFile else { throw Obstacle(.tooLarge) }
                try Document(desk: desk, name: "").read(Source(MailCoding.base64(letters)))
            }
        }
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "span":
            isText += 1
            // What is not shown does not cut what is.
            let isHidden = attributes["style-name"].map { hiddenTexts.contains($0) } ?? false
            if isHidden && !inCell || detours.last == name {
                detours.append(name)
                text.enterUnshown(.hidden)
            }
        case "p", "h", "a", "creator", "date", "initials", "sender-initials": isText += 1
        case "title", "desc":
            // What describes a picture does not cut the text that the picture stands in.
            isText += 1
            isAnnotation += 1
            detour(name, part)
        case "tab": append("\t")
        case "s", "line-break": append(name == "s" ? " " : "\n")
        case "annotation":
            isAnnotation += 1
            detour(name, .comment)
        // The mark of a note does not cut the text, either.
        case "note-citation": detour(name, nil)
        case "note-body": detour(name, .footnote)
        case "tracked-changes": detour(name, .trackedChange)
        case "notes": detour(name, .notes)
        case "header", "header-left", "header-first": detour(name, .header)
        case "footer", "footer-left", "footer-first": detour(name, .footer)
        case "page":
            page += 1
            text.turn(to: page)
        case "binary-data": isFile = true
        case "style": style = attributes["name"] ?? ""
        case "table-properties": if attributes["display"] == "false" { hiddenTables.insert(style) }
        case "text-properties": if attributes["display"] == "none" { hiddenTexts.insert(style) }
        case "spreadsheet": isSheet = true
        case "table" where isSheet:
            text.finish()
            let isHidden = attributes["style-name"].map { hiddenTables.contains($0) } ?? false
            desk.begin(isHidden ? .hidden : .body, sheet: attributes["name"] ?? "", form: .table(separator: 0x09))
        case "table-row": row.removeAll(keepingCapacity: true)
        case "table-cell", "covered-table-cell":
            cell.removeAll(keepingCapacity: true)
            inCell = isSheet
            repeats = Self.repeats(attributes)
            // The value itself is not rounded, and a date is written in one way only.
            if isSheet, let value = attributes["date-value"] ?? attributes["value"] { self.value = value }
        default: break
        }
        text.remains.add(attributes)
        if name == "a", let target = attributes["href"], !target.hasPrefix("#") {
            text.enter(.hidden)
            text.append(Array("\(target)\n".utf8))
            text.leave()
        }
    }

    func end(_ name: String) {
        switch name {
        case "p", "h":
            isText -= 1
            append(inCell && isAnnotation == 0 ? " " : "\n")
        case "creator", "date", "initials", "sender-initials":
            isText -= 1
            append(" ")
        case "title", "desc":
            isText -= 1
            append("\n")
        case "span", "a": isText -= 1
        case "ruby-base", "ruby-text": append(" ")
        case "binary-data":
            isFile = false
            files.append(letters)
            letters = []
        case "table-cell", "covered-table-cell":
            if isSheet { endCell() } else { text.endCell() }
        case "table-row":
            if isSheet {
                row.append(0x0A)
                desk.read(row)
            } else {
                append("\n")
            }
        case "table" where isSheet:
            desk.end()
        default: break
        }
        if detours.last == name {
            detours.removeLast()
            text.leave()
            if name == "annotation" || name == "title" || name == "desc" { isAnnotation -= 1 }
        }
    }

    func text(_ bytes: [UInt8]) {
        if isFile {
            if letters.count <= Self.longestFile { letters += bytes }
            return
        }
        guard isText > 0 else { return text.remains.add(bytes) }
        if inCell, isAnnotation == 0 { cell += bytes } else { text.append(bytes) }
    }

    func aside(_ bytes: [UInt8]) { text.remains.add(bytes) }

    private func append(_ sign: StaticString) {
        if inCell, isAnnotation == 0 { cell += sign.description.utf8 } else { text.append(sign) }
    }

    private func endCell() {
        inCell = false
        if let value {
            // What is shown instead may say more than the number does.
            if cell.contains(where: { (0x41...0x5A).contains($0) }) { text.remains.add(cell) }
            cell = Array(value.utf8)
        }
        value = nil
        while cell.last == 0x20 { cell.removeLast() }
        let line = SharedStrings.oneLine(cell)
        let count = line.isEmpty ? min(repeats, Self.mostRepeats) : Self.mayRepeat(line, repeats) ? repeats : 1
        for _ in 0..<count { row += line + [0x09] }
    }

    /// How many equal cells of a row a cell stands for.
    static func repeats(_ attributes: MarkupAttributes) -> Int {
        max(1, attributes["number-columns-repeated"].flatMap { Int($0) } ?? 1)
    }

    /// Whether a text is read as often as it is shown: it may be a part of a number then.
    static func mayRepeat(_ text: [UInt8], _ repeats: Int) -> Bool {
        text.count <= longestRepeated && repeats <= mostRepeated
    }

    private func detour(_ name: String, _ part: Passage.Part?) {
        detours.append(name)
        text.enter(part)
    }
}
