internal import ScanWire
internal import SensitiveContent

/// Reads a SpreadsheetML workbook: each sheet as a table, the hidden ones, too (ECMA-376 part 18).
struct Workbook {
    private let package: OpenPackage

    init(_ package: OpenPackage) {
        self.package = package
    }

    /// Reads it in two goes: first what says what the sheets' numbers mean, then the sheets.
    func read() throws(Obstacle) {
        let desk = package.place
        let outline = WorkbookOutline()
        let links = WorkbookLinks()
        let styles = WorkbookStyles()
        let strings = SharedStrings()
        try package.eachMember { (name, stream) throws(Obstacle) in
            switch name.lowercased() {
            case "xl/workbook.xml": try XMLReader.read(stream, outline)
            case "xl/_rels/workbook.xml.rels": try XMLReader.read(stream, links)
            case "xl/styles.xml": try XMLReader.read(stream, styles)
            case "xl/sharedstrings.xml": try XMLReader.read(stream, strings)
            default: break
            }
        }
        if strings.isCut { desk.miss(.tooLarge, "texts of cells") }
        outline.names.hand(to: desk)
        outline.remains.hand(to: desk)
        styles.remains.hand(to: desk)
        try package.eachMember { (name, stream) throws(Obstacle) in
            let path = name.lowercased()
            if try package.readCommon(name, stream) || Self.known.contains(path) { return }
            guard path.hasSuffix(".xml") else { return package.readOther(name, stream) }
            if path.hasPrefix("xl/theme/") {
                try package.readLooks(stream)
            } else if path.hasPrefix("xl/worksheets/") || path.hasPrefix("xl/chartsheets/") {
                let sheet = links.ids[path].flatMap { outline.sheets[$0] }
                try readSheet(
                    stream, name: sheet?.name ?? name, isHidden: sheet?.isHidden ?? false, strings, styles.dates)
            } else if path.hasPrefix("xl/threadedcomments/") {
                try XMLReader.read(stream, KeyedMarkup(desk, part: .comment))
            } else if path.contains("comment") {
                try package.readText(stream, .comment)
            } else if path.hasPrefix("xl/revisions/revisionlog") {
                try package.readText(stream, .trackedChange)
            } else if path.hasPrefix("xl/drawings/") || path.hasPrefix("xl/charts/") {
                try package.readText(stream, .body)
            } else {
                try XMLReader.read(stream, KeyedMarkup(desk, part: .hidden))
            }
        }
        strings.tellUnshown(to: desk)
    }

    /// Members that were read before, and those that hold nothing but looks and an order of cells.
    private static let known: Set = [
        "xl/workbook.xml", "xl/styles.xml", "xl/sharedstrings.xml", "xl/calcchain.xml", "[content_types].xml",
    ]

    private func readSheet(
        _ stream: ByteStream, name: String, isHidden: Bool, _ strings: SharedStrings, _ dates: Set<Int>
    ) throws(Obstacle) {
        let desk = package.place
        let part: Passage.Part = isHidden ? .hidden : .body
        let sheet = SheetMarkup(desk, strings: strings, dates: dates)
        desk.begin(part, sheet: name, form: .table(separator: 0x09))
        var obstacle: Obstacle?
        do throws(Obstacle) {
            try XMLReader.read(stream, sheet)
        } catch {
            obstacle = error
        }
        desk.end()
        if !sheet.others.isEmpty {
            desk.begin(isHidden ? .hidden : .header, sheet: name)
            desk.read(sheet.others)
            desk.end()
        }
        sheet.remains.hand(to: desk, sheet: name)
        if let obstacle { throw obstacle }
    }
}

/// The names of the sheets, and which are hidden.
private final class WorkbookOutline: MarkupHandler {
    private(set) var sheets: [String: (name: String, isHidden: Bool)] = [:]
    /// The names of ranges, and what they stand for.
    var names = DefinedNames()
    /// Names of views, and whatever else may be data.
    var remains = Remains()
    private var isName = false

    func start(_ name: String, _ attributes: MarkupAttributes) {
        remains.add(attributes)
        if name == "sheet", let id = attributes["id"], let title = attributes["name"] {
            sheets[id] = (title, attributes["state"].map { $0 != "visible" } ?? false)
        }
        if name == "definedName" {
            isName = true
            names.append(Array((attributes["name"] ?? "").utf8) + [0x0A])
        }
    }

    func end(_ name: String) {
        if isName { names.append([0x0A]) }
        isName = false
    }

    func text(_ bytes: [UInt8]) {
        if isName { names.append(bytes) }
    }
}

/// The names that a workbook defines.
private struct DefinedNames {
    private var text: [UInt8] = []
    private var isCut = false

    private static let most = 4 << 20

    mutating func append(_ bytes: [UInt8]) {
        if text.count < Self.most { text += bytes } else { isCut = true }
    }

    func hand(to desk: Desk) {
        if isCut { desk.miss(.tooLarge, "names of ranges") }
        guard !text.isEmpty else { return }
        desk.begin(.metadata)
        desk.read(text)
        desk.end()
    }
}

/// Which member is which sheet.
final class WorkbookLinks: MarkupHandler {
    /// The ids by the members' names, in small letters.
    private(set) var ids: [String: String] = [:]

    func start(_ name: String, _ attributes: MarkupAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        let path = target.lowercased()
        ids[path.hasPrefix("/") ? String(path.dropFirst()) : "xl/\(path)"] = id
    }

    func end(_ name: String) {}

    func text(_ bytes: [UInt8]) {}
}

/// Which styles of cells are dates (ECMA-376 part 18.8.30).
private final class WorkbookStyles: MarkupHandler {
    private(set) var dates: Set<Int> = []
    /// Names, and formats with texts of their own.
    var remains = Remains()
    private var dateFormats = SheetDate.formats
    private var isCells = false
    private var count = 0

    func start(_ name: String, _ attributes: MarkupAttributes) {
        remains.add(attributes)
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            if SheetDate.isFormat(code) { dateFormats.insert(id) }
        case "cellXfs": isCells = true
        case "xf" where isCells:
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), dateFormats.contains(id) { dates.insert(count) }
            count += 1
        default: break
        }
    }

    func end(_ name: String) {
        if name == "cellXfs" { isCells = false }
    }

    func text(_ bytes: [UInt8]) {}
}
