internal import ScanWire

/// The records of a part of a binary workbook, one after the other (MS-XLSB section 2.1.4).
final class WorkbookRecords {
    /// A text, and where it ends.
    struct Text {
        let bytes: [UInt8]
        let end: Int

        var string: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// A record by its number.
    struct Record {
        let type: Int
        let table: ByteTable

        /// A text after the count of its characters; a count of all ones is none.
        func text(at place: Int) -> Text {
            let count = table.u32(place)
            guard count != .max else { return Text(bytes: [], end: place + 4) }
            let units = table.bytes(place + 4, Int(min(count, 1 << 24)) * 2)
            return Text(bytes: OutlookMessage.text(Array(units)), end: place + 4 + units.count)
        }
    }

    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var at = 0

    private static let longest = 64 << 20

    init(_ stream: ByteStream) {
        self.stream = stream
    }

    /// Goes through all of them.
    func each(_ body: (Record) -> Void) throws(Obstacle) {
        while let first = try byte() {
            var type = Int(first)
            if type & 0x80 != 0 {
                guard let second = try byte() else { throw .damaged }
                type = type & 0x7F | Int(second & 0x7F) << 7
            }
            var length = 0
            for shift in stride(from: 0, to: 28, by: 7) {
                guard let next = try byte() else { throw .damaged }
                length |= Int(next & 0x7F) << shift
                if next & 0x80 == 0 { break }
            }
            guard length <= Self.longest else { throw Obstacle(.tooLarge) }
            guard try fill(length) else { throw .damaged }
            body(Record(type: type, table: ByteTable(Array(buffer[at..<at + length]))))
            at += length
        }
    }

    private func byte() throws(Obstacle) -> UInt8? {
        guard try fill(1) else { return nil }
        defer { at += 1 }
        return buffer[at]
    }

    /// Makes sure that so many bytes are there.
    private func fill(_ count: Int) throws(Obstacle) -> Bool {
        guard buffer.count - at < count else { return true }
        buffer.removeFirst(at)
        at = 0
        while buffer.count < count {
            let piece = try stream.next()
            if piece.isEmpty { return false }
            buffer += piece
        }
        return true
    }
}
