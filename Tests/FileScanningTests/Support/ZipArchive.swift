/// Writes ZIP archives without compression, byte by byte, so that tests can also write wrong ones.
struct ZipArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// An archive of these members.
    static func of(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        var archive = ZipArchive()
        for member in members { archive.add(member.name, member.content) }
        return archive.finished()
    }

    static func of(_ members: [(name: String, content: String)]) -> [UInt8] {
        of(members.map { ($0.name, Array($0.content.utf8)) })
    }

    mutating func add(_ name: String, _ content: [UInt8], at claimed: Int? = nil) {
        let sum = checkSum(content)
        let head =
            littleEndian(20, 2) + littleEndian(0x800, 2) + littleEndian(0, 2) + littleEndian(0, 4)
            + littleEndian(Int(sum), 4)
            + littleEndian(content.count, 4) + littleEndian(content.count, 4) + littleEndian(name.utf8.count, 2)
            + littleEndian(0, 2)
        let place = claimed ?? bytes.count
        if claimed == nil { bytes += littleEndian(0x0403_4B50, 4) + head + Array(name.utf8) + content }
        directory += littleEndian(0x0201_4B50, 4) + littleEndian(20, 2) + head + littleEndian(0, 2) + littleEndian(0, 2)
        directory += littleEndian(0, 2) + littleEndian(0, 4) + littleEndian(place, 4) + Array(name.utf8)
        count += 1
    }

    func finished() -> [UInt8] {
        let end =
            littleEndian(0x0605_4B50, 4) + littleEndian(0, 4) + littleEndian(count, 2) + littleEndian(count, 2)
            + littleEndian(directory.count, 4) + littleEndian(bytes.count, 4) + littleEndian(0, 2)
        return bytes + directory + end
    }
}

/// A number in so many bytes, the least first.
func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

/// A number in so many bytes, the greatest first.
func bigEndian(_ value: Int, _ count: Int) -> [UInt8] { littleEndian(value, count).reversed() }

/// The check sum of ZIP, PNG and many others (ISO 3309).
func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}

/// Bytes in zlib's frame, stored as they are (RFC 1950, RFC 1951 section 3.2.4); nobody looks at the check sum.
func storedZlib(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: max(1, bytes.count), by: 60_000) {
        let part = bytes[start..<min(start + 60_000, bytes.count)]
        packed += [start + 60_000 >= bytes.count ? 1 : 0] + littleEndian(part.count, 2)
        packed += littleEndian(~part.count & 0xFFFF, 2) + part
    }
    return packed + [0, 0, 0, 0]
}

/// Bytes in the frame of gzip, stored as they are (RFC 1952).
func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    return head + storedZlib(bytes).dropFirst(2).dropLast(4) + littleEndian(Int(checkSum(bytes)), 4)
        + littleEndian(bytes.count, 4)
}
