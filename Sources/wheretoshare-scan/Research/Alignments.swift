internal import ScanWire
internal import SensitiveContent

/// The names of reads, and what is noted beside them, in the records of a BAM file (SAM specification section 4.2).
struct Alignments {
    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var at = 0
    private var remains = Remains()

    /// So much is read at once.
    private static let piece = 1 << 20
    private static let longestRecord = 64 << 20
    private static let mostReferences = 10_000_000
    /// What a record has of a fixed size, its own size not counted.
    private static let fixed = 32

    private init(_ stream: ByteStream) {
        self.stream = stream
    }

    /// Reads what follows the head's text: the references, and the records.
    static func read(_ stream: ByteStream, to desk: Desk) throws(Obstacle) {
        var alignments = Alignments(stream)
        guard let count = try alignments.number() else { throw .damaged }
        guard count <= mostReferences else { throw .damaged }
        for _ in 0..<count {
            // A name, the zero that ends it, and the length of what it names.
            guard let length = try alignments.number(), let reference = try alignments.bytes(length + 4) else {
                throw .damaged
            }
            alignments.remains.add(reference.prefix(max(0, length - 1)))
        }
        while let length = try alignments.number() {
            guard let record = try alignments.bytes(length) else { throw .damaged }
            alignments.take(record)
            if alignments.remains.text.count > piece { alignments.remains.hand(to: desk) }
        }
        alignments.remains.hand(to: desk)
    }

    private mutating func take(_ record: ArraySlice<UInt8>) {
        let table = ByteTable(Array(record))
        let nameLength = Int(table.u8(8))
        remains.add(table.bytes(Self.fixed, nameLength - 1))
        let bases = Int(table.u32(16))
        var tag = Self.fixed + nameLength + 4 * Int(table.u16(12)) + (bases + 1) / 2 + bases
        while tag + 3 < table.count {
            let value = tag + 3
            switch table.u8(tag + 2) {
            case UInt8(ascii: "Z"), UInt8(ascii: "H"):
                let text = table.bytes(value, table.count).prefix { $0 != 0 }
                remains.add(text)
                tag = value + text.count + 1
            case UInt8(ascii: "B"):
                tag = value + 5 + Int(table.u32(value + 1)) * Self.size(of: table.u8(value))
            case let type: tag = value + Self.size(of: type)
            }
        }
    }

    private static func size(of type: UInt8) -> Int {
        switch type {
        case UInt8(ascii: "s"), UInt8(ascii: "S"): 2
        case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "f"): 4
        default: 1
        }
    }

    private mutating func number() throws(Obstacle) -> Int? {
        guard let bytes = try bytes(4) else { return nil }
        let value = Int(ByteTable(Array(bytes)).u32(0))
        guard value <= Self.longestRecord else { throw .damaged }
        return value
    }

    /// The next bytes; nil at the end, unless it cuts a record, which is damage.
    private mutating func bytes(_ count: Int) throws(Obstacle) -> ArraySlice<UInt8>? {
        if buffer.count - at < count {
            buffer.removeFirst(at)
            at = 0
            while buffer.count < count {
                let piece = try stream.next()
                if piece.isEmpty {
                    guard buffer.isEmpty else { throw .damaged }
                    return nil
                }
                buffer += piece
            }
        }
        defer { at += count }
        return buffer[at..<at + count]
    }
}
