internal import Glibc

extension Span<UInt8> {
    /// The bytes, as a value of their own.
    var array: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(self)
        return bytes
    }

    /// Whether another run of bytes is the same.
    func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return unsafe withUnsafeBytes { own in
            unsafe other.withUnsafeBytes { others in
                guard let left = own.baseAddress, let right = others.baseAddress else { return true }
                return unsafe memcmp(left, right, own.count) == 0
            }
        }
    }

    /// Where a byte stands first, from a place on; nil when it does not.
    func place(of byte: UInt8, from start: Int) -> Int? {
        guard start >= 0, start < count else { return nil }
        return unsafe withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), all.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Where one of two bytes stands first, from a place on; the end when neither does.
    func place(ofEither one: UInt8, _ other: UInt8, from start: Int) -> Int {
        let (ones, others) = (UInt64(one) &* Self.each, UInt64(other) &* Self.each)
        var index = start
        while index &+ 8 <= count {
            let eight = eight(at: index)
            // The lowest mark is right: where a byte is 0, its highest bit is set (Hacker's Delight, 6-1).
            let (first, second) = (eight ^ ones, eight ^ others)
            let marks = ((first &- Self.each) & ~first | (second &- Self.each) & ~second) & Self.highs
            if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < count, self[index] != one, self[index] != other { index += 1 }
        return index
    }

    /// Whether the eight bytes from a place on are ASCII.
    @inline(__always)
    func isASCII(at index: Int) -> Bool { eight(at: index) & Self.highs == 0 }

    private static var each: UInt64 { 0x0101_0101_0101_0101 }
    private static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// The eight bytes from a place on, the first of them lowest.
    @inline(__always)
    private func eight(at index: Int) -> UInt64 {
        let part = extracting(index..<index &+ 8)
        // Written like this, it becomes one instruction.
        return UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
            | UInt64(part[4]) << 32 | UInt64(part[5]) << 40 | UInt64(part[6]) << 48 | UInt64(part[7]) << 56
    }
}

extension [UInt8] {
    /// Appends bytes of another text.
    mutating func append(_ bytes: Span<UInt8>) {
        append(addingCapacity: bytes.count) { room in
            for index in bytes.indices { room.append(bytes[index]) }
        }
    }
}
