internal import ScanWire
internal import SensitiveContent

/// Reads a workbook in the binary form, in which records stand for the markup of the usual one (MS-XLSB).
struct BinaryWorkbook {
    private let package: OpenPackage

    init(_ package: OpenPackage) {
        self.package = package
    }

    /// Reads it in two goes: first what says what the sheets' numbers mean, then the sheets.
    func read() throws(Obstacle) {
        let desk = package.place
        let links = WorkbookLinks()
        let strings = SharedStrings()
        var sheets: [String: (name: String, isHidden: Bool)] = [:]
        var dates = RecordedStyles()
        try package.eachMember { (name, stream) throws(Obstacle) in
            switch name.lowercased() {
            case "xl/workbook.bin": sheets = try readOutline(stream)
            case "xl/_rels/workbook.bin.rels": try XMLReader.read(stream, links)
            case "xl/styles.bin": try WorkbookRecords(stream).each { dates.take($0) }
            case "xl/sharedstrings.bin":
                try WorkbookRecords(stream).each { record in
                    // A mark, and the text.
                    if record.type == 19 { strings.add(record.text(at: 1).bytes) }
                }
            default: break
            }
        }
        if strings.isCut { desk.miss(.tooLarge, "texts of cells") }
        try package.eachMember { (name, stream) throws(Obstacle) in
            let known = ["xl/workbook.bin", "xl/styles.bin", "xl/sharedstrings.bin", "xl/calcchain.bin"]
            let path = name.lowercased()
            if known.contains(path) { return }
            if path.hasPrefix("xl/worksheets/"), path.hasSuffix(".bin"), !path.contains("binaryindex") {
                let sheet = links.ids[path].flatMap { sheets[$0] }
                try readSheet(
                    stream, name: sheet?.name ?? name, isHidden: sheet?.isHidden ?? false, strings, dates.cells)
            } else if path.hasPrefix("xl/comments"), path.hasSuffix(".bin") {
                try readComments(stream)
            } else if path.hasPrefix("xl/"), path.hasSuffix(".bin"), !path.contains("/embeddings/"),
                path != "xl/vbaproject.bin", !path.contains("/printersettings/")
            {
                // Short texts of theirs may be passed over; what they have of more than the sheets is mostly long.
                if path.contains("pivotcache") { desk.miss(.unknownFormat, "pivot tables") }
                if path.contains("externallink") { desk.miss(.unknownFormat, "links to other workbooks") }
                try PrintableRuns.read(stream, to: desk)
            } else if try package.readCommon(name, stream) {
                return
            } else if path.hasPrefix("xl/drawings/") || path.hasPrefix("xl/charts/"), path.hasSuffix(".xml") {
                try package.readText(stream, .body)
            } else if path.hasPrefix("xl/threadedcomments/") || path.hasPrefix("xl/persons/") {
                try XMLReader.read(stream, KeyedMarkup(desk, part: .comment))
            }
        }
        strings.tellUnshown(to: desk)
    }

    /// The names of the sheets by their links, and which are hidden.
    private func readOutline(_ stream: ByteStream) throws(Obstacle) -> [String: (name: String, isHidden: Bool)] {
        var sheets: [String: (name: String, isHidden: Bool)] = [:]
        var names: [String] = []
        try WorkbookRecords(stream).each { record in
            if record.type == 156 {
                let link = record.text(at: 8)
                sheets[link.string] = (record.text(at: link.end).string, record.table.u32(0) != 0)
            } else if record.type == 39, names.count < 1000 {
                names.append(record.text(at: 9).string)
            }
        }
        for name in names { package.place.tell("workbook/name", name) }
        return sheets
    }

    private func readSheet(
        _ stream: ByteStream, name: String, isHidden: Bool, _ strings: SharedStrings, _ dates: Set<Int>
    ) throws(Obstacle) {
        let desk = package.place
        var rows = RecordedRows(strings: strings, dates: dates)
        var obstacle: Obstacle?
        desk.begin(isHidden ? .hidden : .body, sheet: name, form: .table(separator: 0x09))
        do throws(Obstacle) {
            try WorkbookRecords(stream).each { record in
                rows.take(record)
                if !rows.ended.isEmpty { desk.read(rows.takeEnded()) }
            }
        } catch {
            obstacle = error
        }
        rows.endRow()
        desk.read(rows.takeEnded())
        desk.end()
        if !rows.others.isEmpty {
            desk.begin(isHidden ? .hidden : .header, sheet: name)
            desk.read(rows.others)
            desk.end()
        }
        if let obstacle { throw obstacle }
    }

    private func readComments(_ stream: ByteStream) throws(Obstacle) {
        let desk = package.place
        desk.begin(.comment)
        defer { desk.end() }
        try WorkbookRecords(stream).each { record in
            switch record.type {
            case 632: desk.read(record.text(at: 0).bytes + [0x0A])
            case 637: desk.read(record.text(at: 1).bytes + [0x0A])
            default: break
            }
        }
    }
}

/// Which styles of cells are dates (MS-XLSB sections 2.4.656 and 2.4.876).
private struct RecordedStyles {
    private(set) var cells: Set<Int> = []
    private var formats = SheetDate.formats
    private var isCells = false
    private var count = 0

    mutating func take(_ record: WorkbookRecords.Record) {
        switch record.type {
        case 44: if SheetDate.isFormat(record.text(at: 2).string) { formats.insert(Int(record.table.u16(0))) }
        case 617: isCells = true
        case 618: isCells = false
        case 47 where isCells:
            if formats.contains(Int(record.table.u16(2))) { cells.insert(count) }
            count += 1
        default: break
        }
    }
}
