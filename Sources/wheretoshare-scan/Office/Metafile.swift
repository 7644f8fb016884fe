internal import ScanWire
internal import SensitiveContent

/// Reads the texts in drawings of Windows, in which Office keeps charts and what objects look like (MS-EMF, MS-EMFPLUS,
/// MS-WMF).
struct Metafile {
    private let table: ByteTable
    private var text = DrawnText()
    /// The texts of the newer form, which mostly stands beside the older one.
    private var newer = DrawnText()
    /// What the drawing is called, and what programs note in it.
    private var remains = Remains()
    private var holdsPictures = false
    private var holdsGlyphs = false

    private init(_ table: ByteTable) {
        self.table = table
    }

    /// Reads a drawing; a copy shows what stands elsewhere, too, so that nothing is missing where it cannot be read.
    static func read(_ source: Source, to desk: Desk, isCopy: Bool = false) throws(Obstacle) {
        var file = Metafile(ByteTable(try source.all(limit: desk.order.limits.heldBytes)))
        let end = file.table.u32(40) == 0x464D_4520 ? file.readEnhanced() : file.readOld()
        desk.begin()
        desk.read(file.text.bytes.isEmpty ? file.newer.bytes : file.text.bytes)
        desk.end()
        file.remains.hand(to: desk)
        guard !isCopy else { return }
        if file.holdsPictures { desk.miss(.pictures) }
        if file.holdsGlyphs, file.text.bytes.isEmpty { desk.miss(.unknownFormat, "letters by their shapes") }
        guard let end else { throw .damaged }
        try PictureRest.read(source, from: end, to: desk)
    }

    // MARK: EMF

    /// Goes through the records, each with its type and size; where the last of them ends, if it was there.
    private mutating func readEnhanced() -> Int? {
        var at = 0
        while at + 8 <= table.count {
            let type = table.u32(at)
            let size = Int(table.u32(at + 4))
            guard size >= 8, size <= table.count - at else { return nil }
            switch type {
            case 1:
                let name = table.bytes(Int(table.u32(at + 64)), 2 * Int(min(table.u32(at + 60), 1 << 16)))
                if at == 0 { remains.add(textIn: name) }
            case 14: return at + size
            case 83, 84: readText(fields: at + 36, record: at, isWide: type == 84)
            case 96, 97:
                for index in 0..<Int(min(table.u32(at + 36), UInt32(size / 40))) {
                    readText(fields: at + 40 + index * 40, record: at, isWide: type == 97)
                }
            case 108: readSmallText(at)
            case 70 where table.u32(at + 12) == 0x2B46_4D45: readNewer(from: at + 16, to: at + size)
            case 70: remains.add(textIn: table.bytes(at + 12, size - 12))
            // Copies of pictures; some only fill an area, and have none.
            case 76...79, 114: if size > 108 { holdsPictures = true }
            case 80, 81: holdsPictures = true
            default: break
            }
            at += size
        }
        return nil
    }

    /// A text by the place it stands at, its length and where it lies in its record (MS-EMF section 2.2.5).
    private mutating func readText(fields at: Int, record: Int, isWide: Bool) {
        let count = Int(min(table.u32(at + 8), 1 << 16))
        guard table.u32(at + 16) & 0x10 == 0 else { return holdsGlyphs = true }
        let bytes = table.bytes(record + Int(table.u32(at + 12)), isWide ? count * 2 : count)
        text.append(bytes, isWide: isWide, line: Int(Int32(bitPattern: table.u32(at + 4))))
    }

    private mutating func readSmallText(_ at: Int) {
        let options = table.u32(at + 20)
        let count = Int(min(table.u32(at + 16), 1 << 16))
        let isWide = options & 0x200 == 0
        let bytes = table.bytes(at + 36 + (options & 0x100 == 0 ? 16 : 0), isWide ? count * 2 : count)
        text.append(bytes, isWide: isWide, line: Int(Int32(bitPattern: table.u32(at + 12))))
    }

    /// The records of the newer form (MS-EMFPLUS section 2.3.4).
    private mutating func readNewer(from start: Int, to end: Int) {
        var at = start
        while at + 12 <= end {
            let size = Int(table.u32(at + 4))
            guard size >= 12, size <= end - at else { return }
            switch table.u16(at) {
            case 0x401C:
                let count = Int(min(table.u32(at + 20), 1 << 16))
                // The height at which it stands is a number with a fraction.
                newer.append(table.bytes(at + 40, count * 2), isWide: true, line: Int(table.u32(at + 28)))
            case 0x4036 where table.u32(at + 16) & 1 == 1:
                let count = Int(min(table.u32(at + 24), 1 << 16))
                newer.append(table.bytes(at + 28, count * 2), isWide: true, line: nil)
            case 0x4036: holdsGlyphs = true
            case 0x4008 where table.u16(at + 2) >> 8 & 0x7F == 5: holdsPictures = true
            default: break
            }
            at += size
        }
    }

    // MARK: WMF

    /// Goes through the records, whose sizes count two bytes each; where the last of them ends, if it was there.
    private mutating func readOld() -> Int? {
        var at = (table.u32(0) == 0x9AC6_CDD7 ? 22 : 0) + 18
        while at + 6 <= table.count {
            let size = Int(table.u32(at)) * 2
            let type = table.u16(at + 4)
            if type == 0 { return at + 6 }
            guard size >= 6, size <= table.count - at else { return nil }
            switch type {
            case 0x0521:
                let count = Int(table.u16(at + 6))
                text.append(table.bytes(at + 8, count), isWide: false, line: Int(table.u16(at + 8 + count + count % 2)))
            case 0x0A32:
                let start = at + 14 + (table.u16(at + 12) & 6 == 0 ? 0 : 8)
                text.append(table.bytes(start, Int(table.u16(at + 10))), isWide: false, line: Int(table.u16(at + 6)))
            case 0x0940, 0x0B41, 0x0F43, 0x0D33, 0x0922, 0x0B23: if size > 40 { holdsPictures = true }
            // Notes of programs, in which some keep the newer form of the drawing.
            case 0x0626: remains.add(textIn: table.bytes(at + 6, size - 6))
            default: break
            }
            at += size
        }
        return nil
    }
}

/// Texts at their heights: those at the same one are one line, which may have been drawn letter by letter.
private struct DrawnText {
    private(set) var bytes: [UInt8] = []
    private var line: Int?

    private static let most = 16 << 20

    /// Adds a text; one without a height is a line of its own.
    mutating func append(_ text: ArraySlice<UInt8>, isWide: Bool, line: Int?) {
        guard bytes.count < Self.most else { return }
        if !bytes.isEmpty, line == nil || self.line != line {
            bytes.append(0x0A)
        } else if text.count > 2, !bytes.isEmpty {
            bytes.append(0x20)
        }
        self.line = line
        bytes += isWide ? OutlookMessage.text(Array(text)) : TextDecoder.decode(whole: Array(text))
    }
}
