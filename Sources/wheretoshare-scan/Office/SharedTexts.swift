/// The texts that cells of an old workbook share, which stand in one record and those that continue it (MS-XLS sections
/// 2.4.265 and 2.5.293).
struct SharedTexts {
    private var records: [ArraySlice<UInt8>] = []
    /// The numbers of those that a cell shows.
    private var shown: Set<Int> = []

    /// Before the first text stand two counts.
    private static let head = 8
    private static let isWide: UInt8 = 1
    private static let isExtended: UInt8 = 4
    private static let isRich: UInt8 = 8
    private static let mostTexts = 1 << 22

    /// Adds the next record.
    mutating func add(_ record: ArraySlice<UInt8>) { records.append(record) }

    /// Notes that a cell shows a text.
    mutating func show(_ number: Int) { shown.insert(number) }

    /// Those that no cell shows, such as what was deleted from them, a line each.
    var unshown: [UInt8] {
        var reader = Reader(records)
        reader.skip(Self.head)
        var texts: [UInt8] = []
        var number = 0
        while !reader.isAtEnd, number < Self.mostTexts {
            let count = reader.u16()
            let flags = reader.u8()
            let runs = flags & Self.isRich != 0 ? reader.u16() : 0
            let further = flags & Self.isExtended != 0 ? reader.u32() : 0
            let text = reader.text(count, isWide: flags & Self.isWide != 0)
            reader.skip(4 * runs + further)
            if !shown.contains(number) { texts += text + [0x0A] }
            number += 1
        }
        return texts
    }

    /// Reads over the ends of records.
    private struct Reader {
        private var records: ArraySlice<ArraySlice<UInt8>>
        private var record: ArraySlice<UInt8> = []
        /// Whether a record was begun, and nothing of it read.
        private var isTurned = false

        init(_ records: [ArraySlice<UInt8>]) {
            self.records = records[...]
            turn()
        }

        var isAtEnd: Bool { record.isEmpty }

        /// Goes on with the next record at the end of one.
        private mutating func turn() {
            isTurned = false
            while record.isEmpty, let next = records.popFirst() {
                record = next
                isTurned = true
            }
        }

        mutating func u8() -> UInt8 {
            defer { turn() }
            return record.popFirst() ?? 0
        }

        mutating func u16() -> Int { Int(u8()) | Int(u8()) << 8 }
        mutating func u32() -> Int { u16() | u16() << 16 }

        mutating func skip(_ count: Int) {
            var rest = count
            while rest > 0, !isAtEnd {
                let part = min(rest, record.count)
                record.removeFirst(part)
                rest -= part
                turn()
            }
        }

        /// So many characters of one byte or two; where they go on in the next record, it says first which.
        mutating func text(_ count: Int, isWide: Bool) -> [UInt8] {
            var text: [UInt8] = []
            var isWide = isWide
            var rest = count
            while rest > 0, !isAtEnd {
                if isTurned { isWide = u8() & SharedTexts.isWide != 0 }
                let part = min(rest, record.count / (isWide ? 2 : 1))
                guard part > 0 else { break }
                let bytes = record.prefix(isWide ? 2 * part : part)
                text += isWide ? OutlookMessage.text(Array(bytes)) : TextDecoder.decode(whole: Array(bytes))
                record.removeFirst(bytes.count)
                rest -= part
                turn()
            }
            return text
        }
    }
}
