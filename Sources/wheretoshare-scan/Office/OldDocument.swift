internal import ScanWire
internal import SensitiveContent

/// Reads the text of Word 97 to 2003 by its table of pieces (MS-DOC sections 2.4.1, 2.5.1 and 2.8.35).
///
/// The fields' instructions, deleted and hidden text, and the marks of what stands beside the text do not cut it.
struct OldDocument {
    private let text: OfficeText
    /// The characters of one part after the other: the text, footnotes, headers, macros, comments, endnotes, boxes, and boxes
    /// in headers.
    private var stories: ArraySlice<(part: Passage.Part?, count: Int)>
    /// Of the fields that are open, whether their instructions are.
    private var fields: [Bool] = []
    /// The part that text goes to instead of the story's.
    private var aside: Passage.Part?
    /// The part of characters that are not shown; nil of those that are.
    private var unshownPart: Passage.Part?
    private var run: [UInt16] = []
    private var wasCellEnd = false
    /// How many characters were seen that are not blank.
    private var visible = 0

    private static let mark: UInt16 = 0xA5EC
    /// The version that Word 97 writes; older ones have no table of pieces.
    private static let firstVersion: UInt16 = 0xC1
    private static let isLocked: UInt16 = 0x0100
    private static let hasSecondTable: UInt16 = 0x0200
    private static let placeOfTable = 0x1A2
    private static let longest = 128 << 20
    private static let longestRun = 4096
    private static let parts: [(place: Int, part: Passage.Part?)] = [
        (0x4C, nil), (0x50, .footnote), (0x54, .header), (0x58, .hidden), (0x5C, .comment), (0x60, .footnote),
        (0x64, nil),
        (0x68, .header),
    ]

    /// Reads a document in a folder of a compound file.
    /// - Returns: How many characters are not blank; nil when it is of an older version, or its table is not where it should be.
    static func read(_ file: CompoundFile, in folder: Int = 0, to desk: Desk) throws(Obstacle) -> Int? {
        guard let stream = file.child("WordDocument", of: folder) else { return nil }
        let content = ByteTable(try file.content(file.entries[stream], limit: longest))
        guard content.u16(0) == mark, content.u16(2) >= firstVersion else { return nil }
        let flags = content.u16(0x0A)
        guard flags & isLocked == 0 else { throw Obstacle(.encrypted) }
        let name = flags & hasSecondTable != 0 ? "1Table" : "0Table"
        guard let index = file.child(name, of: folder) else { return nil }
        let table = ByteTable(try file.content(file.entries[index], limit: longest))
        guard let pieces = pieces(table, Int(content.u32(placeOfTable)), Int(content.u32(placeOfTable + 4))) else {
            return nil
        }
        var document = OldDocument(content, desk)
        let isWhole = document.read(pieces, of: content, without: UnshownCharacters(content, table))
        document.finish()
        if !isWhole { desk.miss(.damaged) }
        return document.visible
    }

    private init(_ content: ByteTable, _ desk: Desk) {
        text = OfficeText(desk)
        stories = Self.parts.map { ($0.part, Int(content.u32($0.place))) }[...]
    }

    /// A stretch of characters that stand one behind the other.
    private struct Piece {
        let count: Int
        let place: Int
        let isWide: Bool
    }

    /// The pieces in a table that stands behind lists of changes; nil when there is none.
    private static func pieces(_ table: ByteTable, _ start: Int, _ length: Int) -> [Piece]? {
        var at = start
        while at < start + length, table.u8(at) == 1 { at += 3 + Int(table.u16(at + 1)) }
        let size = Int(table.u32(at + 1))
        guard length > 0, table.u8(at) == 2, size >= 16, at + 5 + size <= table.count else { return nil }
        let count = (size - 4) / 12
        return (0..<count).map { number in
            let first = at + 5 + 4 * number
            let place = table.u32(at + 5 + 4 * (count + 1) + 8 * number + 2)
            let isWide = place & 0x4000_0000 == 0
            return Piece(
                count: Int(table.u32(first + 4)) - Int(table.u32(first)),
                place: Int(place & 0x3FFF_FFFF) / (isWide ? 1 : 2), isWide: isWide)
        }
    }

    /// - Returns: Whether all of them are there.
    private mutating func read(_ pieces: [Piece], of content: ByteTable, without unshown: UnshownCharacters) -> Bool {
        var left = content.count
        for piece in pieces {
            let size = piece.isWide ? 2 : 1
            guard piece.count >= 0, piece.count <= left, piece.place + size * piece.count <= content.count else {
                return false
            }
            // Together, they are not longer than what they are in.
            left -= piece.count
            var stretches = unshown.stretches[unshown.index(from: piece.place)...]
            for number in 0..<piece.count {
                let place = piece.place + size * number
                if let stretch = stretches.first, place >= stretch.bytes.upperBound { stretches.removeFirst() }
                let stretch = stretches.first.flatMap { $0.bytes.contains(place) ? $0 : nil }
                if stretch?.part != unshownPart { go(unshown: stretch?.part) }
                take(piece.isWide ? content.u16(place) : Self.unit(content.u8(place)))
            }
        }
        return true
    }

    /// A letter of Windows' western alphabet in UTF-16.
    private static func unit(_ byte: UInt8) -> UInt16 {
        (0x80..<0xA0).contains(byte) ? western[Int(byte) - 0x80] : UInt16(byte)
    }

    private static let western: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    // MARK: Characters

    private mutating func take(_ unit: UInt16) {
        while let story = stories.first, story.count == 0 { turn() }
        if let first = stories.indices.first { stories[first].count -= 1 }
        if unit >= 0x20 {
            run.append(unit)
            if unit != 0x20, unit != 0xA0 { visible += 1 }
            // Halves of a character stay together.
            if run.count >= Self.longestRun, unit & 0xFC00 != 0xD800 { flush() }
        } else {
            takeMark(unit)
        }
        wasCellEnd = unit == 7
    }

    /// Takes a character that is none of the text (MS-DOC section 2.4.1).
    private mutating func takeMark(_ unit: UInt16) {
        switch unit {
        case 0x07:
            flush()
            // The end of a row follows that of its last cell.
            if wasCellEnd { text.append("\n") } else { text.endCell() }
        case 0x09: run.append(unit)
        case 0x0B...0x0E:
            flush()
            text.append("\n")
        case 0x13: changeFields { $0.append(true) }
        case 0x14: changeFields { if $0.popLast() != nil { $0.append(false) } }
        case 0x15: changeFields { _ = $0.popLast() }
        case 0x1E: run.append(0x2D)
        // Remarks, pictures and notes stand beside the text, and a hyphen that is not shown is none of it.
        default: break
        }
    }

    private mutating func flush() {
        guard !run.isEmpty else { return }
        text.append(Array(String(decoding: run, as: UTF16.self).utf8))
        run.removeAll(keepingCapacity: true)
    }

    /// What one field says of itself is cut from what another does.
    private mutating func changeFields(_ change: (inout [Bool]) -> Void) {
        flush()
        if aside == .hidden { text.append("\n") }
        change(&fields)
        settle()
    }

    private mutating func go(unshown part: Passage.Part?) {
        unshownPart = part
        settle()
    }

    /// Has text go to where it belongs now.
    private mutating func settle() {
        let part = unshownPart ?? (fields.contains(true) ? .hidden : nil)
        guard part != aside else { return }
        flush()
        if let aside {
            text.append(aside == .hidden ? "\n" : " ")
            text.leave()
        }
        if let part { text.enter(part) }
        aside = part
    }

    /// Goes on with the next part.
    private mutating func turn() {
        let part = unshownPart
        endStory()
        text.append("\n")
        if stories.popFirst()?.part != nil { text.leave() }
        if let part = stories.first?.part { text.enter(part) }
        go(unshown: part)
    }

    private mutating func endStory() {
        flush()
        fields = []
        go(unshown: nil)
    }

    private mutating func finish() {
        endStory()
        text.finish()
    }
}
