internal import ScanWire
internal import SensitiveContent

/// Reads the texts in drawings of Windows, in which Office keeps charts and what objects look like (MS-EMF, MS-EMFPLUS,
/// MS-WMF).
struct Metafile {
    private let table: ByteTable
    private var text: [UInt8] = []
    /// The texts of the newer form, which mostly stands beside the older one.
    private var newer: [UInt8] = []
    private var line: Int?
    private var holdsPictures = false
    private var holdsGlyphs = false

    private static let mostText = 16 << 20

    private init(_ table: ByteTable) {
        self.table = table
    }

    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        var file = Metafile(ByteTable(try source.all(limit: desk.order.limits.heldBytes)))
        let isWhole = file.table.u32(40) == 0x464D_4520 ? file.readEnhanced() : file.readOld()
        desk.begin()
        desk.read(file.text.isEmpty ? file.newer : file.text)
        desk.end()
        if file.holdsPictures { desk.miss(.pictures) }
        if file.holdsGlyphs, file.text.isEmpty { desk.miss(.unknownFormat, "letters by their shapes") }
        if !isWhole { throw .damaged }
    }

    // MARK: EMF

    /// Goes through the records, each with its type and size; whether the last of them was there.
    private mutating func readEnhanced() -> Bool {
        var at = 0
        while at + 8 <= table.count {
            let type = table.u32(at)
            let size = Int(table.u32(at + 4))
            guard size >= 8, size <= table.count - at else { return false }
            switch type {
            case 14: return true
            case 83, 84: readText(fields: at + 36, record: at, isWide: type == 84)
            case 96, 97:
                for index in 0..<Int(min(table.u32(at + 36), UInt32(size / 40))) {
                    readText(fields: at + 40 + index * 40, record: at, isWide: type == 97)
                }
            case 108: readSmallText(at)
            case 70 where table.u32(at + 12) == 0x2B46_4D45: readNewer(from: at + 16, to: at + size)
            // Copies of pictures; some only fill an area, and have none.
            case 76...79, 114: if size > 108 { holdsPictures = true }
            case 80, 81: holdsPictures = true
            default: break
            }
            at += size
        }
        return false
    }

    /// A text by the place it stands at, its length and where it lies in its record (MS-EMF section 2.2.5).
    private mutating func readText(fields at: Int, record: Int, isWide: Bool) {
        let count = Int(min(table.u32(at + 8), 1 << 16))
        guard table.u32(at + 16) & 0x10 == 0 else { return holdsGlyphs = true }
        let bytes = table.bytes(record + Int(table.u32(at + 12)), isWide ? count * 2 : count)
        append(bytes, isWide: isWide, line: Int(Int32(bitPattern: table.u32(at + 4))))
    }

    private mutating func readSmallText(_ at: Int) {
        let options = table.u32(at + 20)
        let count = Int(min(table.u32(at + 16), 1 << 16))
        let isWide = options & 0x200 == 0
        let bytes = table.bytes(at + 36 + (options & 0x100 == 0 ? 16 : 0), isWide ? count * 2 : count)
        append(bytes, isWide: isWide, line: Int(Int32(bitPattern: table.u32(at + 12))))
    }

    /// The records of the newer form (MS-EMFPLUS section 2.3.4).
    private mutating func readNewer(from start: Int, to end: Int) {
        var at = start
        while at + 12 <= end {
            let size = Int(table.u32(at + 4))
            guard size >= 12, size <= end - at, newer.count < Self.mostText else { return }
            switch table.u16(at) {
            case 0x401C:
                let count = Int(min(table.u32(at + 20), 1 << 16))
                newer += OutlookMessage.text(Array(table.bytes(at + 40, count * 2))) + [0x0A]
            case 0x4036 where table.u32(at + 16) & 1 == 1:
                let count = Int(min(table.u32(at + 24), 1 << 16))
                newer += OutlookMessage.text(Array(table.bytes(at + 28, count * 2))) + [0x0A]
            case 0x4036: holdsGlyphs = true
            case 0x4008 where table.u16(at + 2) >> 8 & 0x7F == 5: holdsPictures = true
            default: break
            }
            at += size
        }
    }

    // MARK: WMF

    /// Goes through the records, whose sizes count two bytes each; whether the last of them was there.
    private mutating func readOld() -> Bool {
        var at = (table.u32(0) == 0x9AC6_CDD7 ? 22 : 0) + 18
        while at + 6 <= table.count {
            let size = Int(table.u32(at)) * 2
            let type = table.u16(at + 4)
            if type == 0 { return true }
            guard size >= 6, size <= table.count - at else { return false }
            switch type {
            case 0x0521:
                let count = Int(table.u16(at + 6))
                append(table.bytes(at + 8, count), isWide: false, line: Int(table.u16(at + 8 + count + count % 2)))
            case 0x0A32:
                let start = at + 14 + (table.u16(at + 12) & 6 == 0 ? 0 : 8)
                append(table.bytes(start, Int(table.u16(at + 10))), isWide: false, line: Int(table.u16(at + 6)))
            case 0x0940, 0x0B41, 0x0F43, 0x0D33, 0x0922, 0x0B23: if size > 40 { holdsPictures = true }
            default: break
            }
            at += size
        }
        return false
    }

    // MARK: Texts

    /// Texts at the same height are one line, which may have been drawn letter by letter.
    private mutating func append(_ bytes: ArraySlice<UInt8>, isWide: Bool, line: Int) {
        guard text.count < Self.mostText else { return }
        if let before = self.line, before != line {
            text.append(0x0A)
        } else if bytes.count > 2, line == self.line {
            text.append(0x20)
        }
        self.line = line
        text += isWide ? OutlookMessage.text(Array(bytes)) : TextDecoder.decode(whole: Array(bytes))
    }
}
