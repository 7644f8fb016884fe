/// Makes lines of cells of a binary worksheet's records (MS-XLSB section 2.4).
struct RecordedRows {
    private let strings: SharedStrings
    /// Which styles are dates.
    private let dates: Set<Int>
    private var row: [UInt8] = []
    private var column = 0
    /// The lines that are whole.
    private(set) var ended: [UInt8] = []
    /// Headers and footers of the page, links, and what cells ask for.
    private(set) var others: [UInt8] = []

    private static let mostColumns = 16_384

    init(strings: SharedStrings, dates: Set<Int>) {
        self.strings = strings
        self.dates = dates
    }

    /// The lines that are whole, each once.
    mutating func takeEnded() -> [UInt8] {
        defer { ended.removeAll(keepingCapacity: true) }
        return ended
    }

    mutating func take(_ record: WorkbookRecords.Record) {
        let table = record.table
        switch record.type {
        case 0: endRow()
        // Numbers in four bytes and in eight, a text, a text by its number, and the results of formulas.
        case 2: add(number: Self.short(table.u32(8)), table)
        case 5, 9: add(number: Double(bitPattern: table.u64(8)), table)
        case 6, 8: add(record.text(at: 8).bytes, table)
        case 7: add(strings.shown(Int(table.u32(8))), table)
        // A text with formats.
        case 62: add(record.text(at: 9).bytes, table)
        // An area of cells, and a link's place, address and words.
        case 494: readTexts(record, from: 16, count: 4)
        case 479: readTexts(record, from: 2, count: 6)
        // Areas of cells, and what is said when one is entered.
        case 64:
            let areas = Int(min(table.u32(4), 1 << 16))
            readTexts(record, from: 8 + areas * 16, count: 4)
        default: break
        }
    }

    mutating func endRow() {
        guard !row.isEmpty else { return }
        ended += row + [0x0A]
        row.removeAll(keepingCapacity: true)
        column = 0
    }

    private mutating func readTexts(_ record: WorkbookRecords.Record, from start: Int, count: Int) {
        var at = start
        for _ in 0..<count {
            let text = record.text(at: at)
            if !text.bytes.isEmpty { others += text.bytes + [0x0A] }
            at = text.end
        }
    }

    private mutating func add(number: Double, _ table: ByteTable) {
        let style = Int(table.u32(4) & 0xFF_FFFF)
        if dates.contains(style), let date = SheetDate.text(number) { return add(Array(date.utf8), table) }
        let isWhole = number.rounded() == number && number.magnitude < 1e15
        add(Array((isWhole ? "\(Int64(number))" : "\(number)").utf8), table)
    }

    private mutating func add(_ text: [UInt8], _ table: ByteTable) {
        // Cells that are not there are empty.
        let place = min(Int(table.u32(0)), Self.mostColumns)
        while column < place {
            row.append(0x09)
            column += 1
        }
        row += SharedStrings.oneLine(text)
    }

    /// A number in 30 bits, and two that say how it is meant (MS-XLSB section 2.5.122).
    private static func short(_ bits: UInt32) -> Double {
        let number =
            bits & 2 != 0 ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & ~3) << 32)
        return bits & 1 != 0 ? number / 100 : number
    }
}
