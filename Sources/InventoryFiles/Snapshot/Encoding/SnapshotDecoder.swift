/// Reads what ``SnapshotEncoder`` wrote, and refuses everything else.
///
/// Whatever the bytes are, reading ends after as many steps as there are bytes, and allocates in proportion to them: a
/// length
/// or count is believed only as far as bytes are left, and no value contains values of its own type.
struct SnapshotDecoder {
    /// How many elements room is made for on the word of a count alone.
    static let mostReserved = 16_384

    private let bytes: [UInt8]
    private var texts: [String] = []
    /// How many bytes have been read.
    private(set) var position: Int

    /// Starts to read at a byte; reads the table of texts.
    init(_ bytes: [UInt8], from start: Int = 0) throws(SnapshotDamaged) {
        self.bytes = bytes
        position = start
        let count = try count()
        texts.reserveCapacity(min(count, Self.mostReserved))
        for _ in 0..<count {
            texts.append(try tableText())
        }
    }

    /// Reads a value.
    mutating func read<Value: Storable>() throws(SnapshotDamaged) -> Value {
        try Value(from: &self)
    }

    /// Reads a number.
    mutating func number() throws(SnapshotDamaged) -> UInt64 {
        var next = try byte()
        if next < 0x80 { return UInt64(next) }
        var number = UInt64(next & 0x7F)
        for shift in stride(from: UInt64(7), through: 63, by: 7) {
            next = try byte()
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 {
                // A last byte of zero adds nothing, and the tenth byte has room for one bit only.
                guard next != 0, shift < 63 || next == 1 else { throw damaged(.numberOutOfRange) }
                return number
            }
        }
        throw damaged(.numberOutOfRange)
    }

    /// Reads how many values follow; no more than bytes are left, because each takes one at least.
    mutating func count() throws(SnapshotDamaged) -> Int {
        let count = try number()
        guard count <= UInt64(bytes.count - position) else { throw damaged(.countBeyondEnd) }
        return Int(count)
    }

    /// Reads the mention of a text.
    mutating func text() throws(SnapshotDamaged) -> String {
        let place = try number()
        guard place < UInt64(texts.count) else { throw damaged(.noSuchText) }
        return texts[Int(place)]
    }

    /// Checks that nothing is left to read.
    func finish() throws(SnapshotDamaged) {
        guard position == bytes.count else { throw damaged(.leftoverBytes) }
    }

    /// An error at the present place.
    func damaged(_ finding: SnapshotDamaged.Finding) -> SnapshotDamaged {
        SnapshotDamaged(finding: finding, position: position)
    }

    private mutating func byte() throws(SnapshotDamaged) -> UInt8 {
        guard position < bytes.count else { throw damaged(.endsEarly) }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func tableText() throws(SnapshotDamaged) -> String {
        let length = try count()
        let text: String
        do {
            text = String(copying: try UTF8Span(validating: bytes.span.extracting(position..<position + length)))
        } catch {
            throw damaged(.notUTF8)
        }
        position += length
        return text
    }
}
