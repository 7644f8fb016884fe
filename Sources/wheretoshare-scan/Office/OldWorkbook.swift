internal import ScanWire
internal import SensitiveContent

/// Reads what an old workbook has besides its cells: headers and footers, remarks, names, lists of choices, links (MS-XLS
/// section 2.1.4).
enum OldWorkbook {
    private static let continued: UInt16 = 0x3C
    private static let lock: UInt16 = 0x2F
    private static let end: UInt16 = 0x0A
    private static let sharedTexts: UInt16 = 0xFC
    private static let cellOfSharedText: UInt16 = 0xFD
    private static let font: UInt16 = 0x31
    /// Formulas, which may hold texts, such as links.
    private static let formulas: Set<UInt16> = [0x06, 0x221, 0x4BC]
    /// What the cells hold and how they look, shared texts, and pictures; drawings have texts of their own.
    private static let cells: Set<UInt16> = [
        0x06, 0x0A, 0x31, 0xE0, 0xE5, 0xEB, 0xED, 0xFC, 0xFD, 0xFF, 0xBD, 0xBE, 0x200, 0x201, 0x203, 0x204,
        0x205,
        0x207, 0x208, 0x221, 0x27E, 0x4BC, 0x809,
    ]

    /// Whether the records behind the first are locked with a password (MS-XLS section 2.4.117).
    static func isLocked(_ bytes: [UInt8]) -> Bool {
        let table = ByteTable(bytes)
        var at = 0
        while at + 4 <= table.count, table.u16(at) != end {
            if table.u16(at) == lock { return true }
            at += 4 + Int(table.u16(at + 2))
        }
        return false
    }

    /// Reads the records of a workbook's stream.
    static func readRemains(_ bytes: [UInt8], to desk: Desk) throws(Obstacle) {
        let table = ByteTable(bytes)
        var text: [UInt8] = []
        var at = 0
        var isCell = false
        var texts = SharedTexts()
        var isSharedText = false
        var others = Remains()
        while at + 4 <= table.count {
            let type = table.u16(at)
            let length = Int(table.u16(at + 2))
            if type == lock { return }
            if type != continued {
                isSharedText = type == sharedTexts
                if type == cellOfSharedText { texts.show(Int(table.u32(at + 10))) }
                if type == font { others.add(textIn: table.bytes(at + 4, length)) }
                if formulas.contains(type) { FormulaTexts.add(table.bytes(at + 4, length), to: &others) }
                isCell = cells.contains(type)
                // What ends a run of letters; a text that is cut goes on in the next record, behind a mark.
                if !isCell { text.append(1) }
            }
            if isSharedText { texts.add(table.bytes(at + 4, length)) }
            if !isCell { text += table.bytes(at + 4 + (type == continued ? 1 : 0), length) }
            at += 4 + length
        }
        others.hand(to: desk)
        try PrintableRuns.read(ReadyStream(text), .hidden, to: desk)
        let unshown = texts.unshown
        guard !unshown.isEmpty else { return }
        desk.begin(.hidden)
        desk.read(unshown)
        desk.end()
    }
}
