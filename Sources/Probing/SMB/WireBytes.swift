/// Bytes that somebody else wrote, read by offset; every read is checked against the end.
struct WireBytes {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    var count: Int { bytes.count }

    /// The little-endian number at `offset`.
    func integer<Number: FixedWidthInteger & UnsignedInteger>(
        at offset: Int,
        of part: SMBReplyError.Part,
        as type: Number.Type = Number.self
    ) throws(SMBReplyError) -> Number {
        let width = Number.bitWidth / 8
        let digits = try slice(at: offset, count: width, of: part)
        return digits.reversed().reduce(0) { $0 << 8 | Number($1) }
    }

    /// `count` bytes from `offset` on.
    func slice(at offset: Int, count: Int, of part: SMBReplyError.Part) throws(SMBReplyError) -> ArraySlice<UInt8> {
        // Subtracting cannot overflow: both are within what an array can hold.
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else {
            throw .cutShort(part)
        }
        let start = bytes.startIndex + offset
        return bytes[start..<start + count]
    }

    func starts(with prefix: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: prefix)
    }

    /// All of it.
    var all: ArraySlice<UInt8> { bytes }

    /// The bytes that an offset and a length, two bytes each, at `position` point to.
    ///
    /// The offset counts from the start of the message; below `bodyEnd` it would point into the fixed fields.
    func securityBlob(at position: Int, after bodyEnd: Int) throws(SMBReplyError) -> ArraySlice<UInt8> {
        let offset = Int(try integer(at: position, of: .body, as: UInt16.self))
        let length = Int(try integer(at: position + 2, of: .body, as: UInt16.self))
        guard length > 0 else { return [] }
        guard offset >= bodyEnd else { throw .unexpected(.securityBlob) }
        return try slice(at: offset, count: length, of: .securityBlob)
    }
}

extension [UInt8] {
    /// Appends the number, lowest byte first.
    mutating func append(littleEndian number: some FixedWidthInteger & UnsignedInteger) {
        var rest = number
        for _ in 0..<(rest.bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Appends zeros until the length is a multiple of eight.
    mutating func padToEight() {
        append(contentsOf: repeatElement(0, count: (8 - count % 8) % 8))
    }
}
