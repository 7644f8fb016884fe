internal import ScanWire
internal import SensitiveContent

/// Reads the messages of a program and their translations, as gettext compiles them (GNU gettext manual, section 10.3).
///
/// They are a part of the program: what they say is said of nobody.
enum MessageCatalogue {
    private static let head = 28

    /// Whether a document begins so, in either order of bytes.
    static func begins(_ head: [UInt8]) -> Bool {
        isBig(head) != nil && head.count >= 20 && ByteTable(head, isBig: isBig(head) ?? false).u32(4) >> 16 <= 1
    }

    private static func isBig(_ head: [UInt8]) -> Bool? {
        if head.starts(with: [0xDE, 0x12, 0x04, 0x95]) { return false }
        return head.starts(with: [0x95, 0x04, 0x12, 0xDE]) ? true : nil
    }

    /// Reads a whole document; of a damaged one, what looks like text is read.
    static func read(_ bytes: [UInt8], to desk: Desk) throws(Obstacle) {
        let table = ByteTable(bytes, isBig: isBig(bytes) ?? false)
        guard let places = places(table) else {
            desk.miss(.damaged)
            return try PrintableRuns.read(ReadyStream(bytes), form: .sourceCode, to: desk)
        }
        var text: [UInt8] = []
        for place in places {
            // Forms of a plural end with a null, and a context with another mark.
            text += bytes[place].map { $0 == 0 || $0 == 4 ? 0x0A : $0 }
            text.append(0x0A)
        }
        desk.begin(form: .sourceCode)
        desk.read(TextDecoder.decode(whole: text, label: charset(text)))
        desk.end()
        readRest(bytes, but: places, table, to: desk)
    }

    /// Where the messages stand, each before its translation; nil when they cannot.
    private static func places(_ table: ByteTable) -> [Range<Int>]? {
        let count = Int(table.u32(8))
        let tables = [Int(table.u32(12)), Int(table.u32(16))]
        guard tables.allSatisfy({ $0 <= table.count && count <= (table.count - $0) / 8 }) else { return nil }
        var places: [Range<Int>] = []
        var length = 0
        for index in 0..<count {
            for start in tables {
                let size = Int(table.u32(start + 8 * index))
                let place = Int(table.u32(start + 8 * index + 4))
                guard place <= table.count, size <= table.count - place else { return nil }
                places.append(place..<place + size)
                length += size
            }
        }
        // Texts may be shared, but no program writes many of them in each other.
        return length <= 2 * table.count ? places : nil
    }

    /// The letters that the first message names, which is the head of the others.
    private static func charset(_ text: [UInt8]) -> String? {
        let head = String(decoding: text.prefix(4096), as: UTF8.self)
        guard let mark = head.firstRange(of: "charset=") else { return nil }
        return String(head[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) })
    }

    /// Reads what looks like text in bytes that belong to no message.
    private static func readRest(_ bytes: [UInt8], but places: [Range<Int>], _ table: ByteTable, to desk: Desk) {
        let count = Int(table.u32(8))
        let tables = [12, 16].map { Int(table.u32($0)) }.map { $0..<$0 + 8 * count }
        let slots = Int(table.u32(24))
        let known = places + tables + [0..<head, slots..<slots + 4 * Int(table.u32(20))]
        var remains = Remains()
        var end = 0
        for range in known.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound < bytes.count {
            if range.lowerBound > end { remains.add(textIn: bytes[end..<range.lowerBound]) }
            end = max(end, range.upperBound)
        }
        remains.add(textIn: bytes.dropFirst(end))
        remains.hand(to: desk)
    }
}
