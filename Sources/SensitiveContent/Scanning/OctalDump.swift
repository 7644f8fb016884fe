/// Lines in which `od`, `hexdump` and `tcpdump` show bytes: the offset, and the bytes as characters, octal or hexadecimal numbers,
/// one or two of them in each (POSIX: od).
enum OctalDump {
    private static let bytesInLine = 16
    private static let longestLine = 160

    /// A line of a dump.
    struct Line {
        fileprivate(set) var bytes: [UInt8]
        /// How many bytes stand before it, to either base that the offset may have.
        fileprivate var offsets: [Int]
        /// The position behind it.
        fileprivate(set) var end: Int

        var isFirst: Bool { follows(0) }

        /// Whether so many bytes stand before it.
        func follows(_ count: Int) -> Bool { offsets.contains(count) }
    }

    /// The line that begins with an offset of six or seven digits; nil when it is none.
    static func line(_ text: Span<UInt8>, at start: Int, digits: Int) -> Line? {
        let first = start + digits
        guard start == 0 || text[start - 1] == 0x0A, text.byte(first) == 0x20,
            let offset = offset(text, start..<first)
        else { return nil }
        var end = first
        while end < first + longestLine, text.byte(end) >= 0x20 { end += 1 }
        guard text.byte(end) == 0x0A || text.byte(end) == 0x0D || end == text.count else { return nil }
        for width in [4, 3, 5, 7] {
            guard let bytes = bytes(text, first..<end, width: width) else { continue }
            return Line(bytes: bytes, offsets: [offset.octal, offset.hex], end: end)
        }
        return nil
    }

    /// The line of a packet that begins with `0x` and an offset of four digits; nil when it is none.
    static func packetLine(_ text: Span<UInt8>, at start: Int) -> Line? {
        guard text.holds("0x", at: start), text.holds(":  ", at: start + 6),
            let offset = offset(text, start + 2..<start + 6)
        else { return nil }
        var bytes: [UInt8] = []
        var position = start + 9
        while bytes.count < bytesInLine, let byte = byte(text, position) {
            bytes.append(byte)
            position += 2
            if bytes.count % 2 == 0, text.byte(position) == 0x20 { position += 1 }
        }
        return bytes.isEmpty ? nil : Line(bytes: bytes, offsets: [offset.hex], end: position)
    }

    /// An offset to the base of eight and of sixteen.
    private static func offset(_ text: Span<UInt8>, _ range: Range<Int>) -> (octal: Int, hex: Int)? {
        var (octal, hex) = (0, 0)
        for place in range {
            guard let digit = HexDigit.value(text.byte(place)) else { return nil }
            octal = octal * 8 + Int(digit)
            hex = hex * 16 + Int(digit)
        }
        return (octal, hex)
    }

    /// The bytes of columns that are so wide, with the blank before each.
    private static func bytes(_ text: Span<UInt8>, _ range: Range<Int>, width: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var position = range.lowerBound
        while bytes.count < bytesInLine, position + width <= range.upperBound {
            guard text[position] == 0x20, let some = column(text, position + 1, width: width - 1) else { break }
            bytes += some
            position += width
        }
        // What is to be read of the bytes may stand behind them.
        let isEnd = position == range.upperBound || text.holds("  ", at: position)
        return bytes.isEmpty || !isEnd ? nil : bytes
    }

    /// What stands in a column: an octal number of three digits, a character or its escape; a hexadecimal number; or two
    /// bytes, the first of which is the lower one.
    private static func column(_ text: Span<UInt8>, _ start: Int, width: Int) -> [UInt8]? {
        switch width {
        case 3:
            if text.byte(start) == 0x20 {
                let isPlain = text.byte(start + 1) == 0x20
                guard isPlain || text.byte(start + 1) == UInt8(ascii: "\\") else { return nil }
                return [isPlain ? text.byte(start + 2) : 0x0A]
            }
            return octal(text, start, digits: 3).map { [UInt8(truncatingIfNeeded: $0)] }
        case 2: return byte(text, start).map { [$0] }
        case 4:
            guard let high = byte(text, start), let low = byte(text, start + 2) else { return nil }
            return [low, high]
        default:
            return octal(text, start, digits: width).map {
                [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
            }
        }
    }

    private static func octal(_ text: Span<UInt8>, _ start: Int, digits: Int) -> Int? {
        var number = 0
        for place in start..<start + digits {
            guard let digit = HexDigit.value(text.byte(place)), digit < 8 else { return nil }
            number = number * 8 + Int(digit)
        }
        return number
    }

    private static func byte(_ text: Span<UInt8>, _ start: Int) -> UInt8? {
        guard let high = HexDigit.value(text.byte(start)), let low = HexDigit.value(text.byte(start + 1)) else {
            return nil
        }
        return high << 4 | low
    }
}
