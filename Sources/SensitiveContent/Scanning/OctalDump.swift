/// Lines in which `od`, `hexdump` and `tcpdump` show bytes: the offset, and the bytes as characters, octal or hexadecimal numbers,
/// one or two of them in each (POSIX: od).
enum OctalDump {
    private static let bytesInLine = 16
    private static let longestLine = 160

    /// The line that begins with an offset of six or seven digits; nil when it is none.
    static func line(_ text: Span<UInt8>, at start: Int, digits: Int) -> DumpLine? {
        let first = start + digits
        guard start == 0 || text[start - 1] == 0x0A, text.byte(first) == 0x20 else { return nil }
        var end = first
        while end < first + longestLine, text.byte(end) >= 0x20 { end += 1 }
        guard text.byte(end) == 0x0A || text.byte(end) == 0x0D || end == text.count else { return nil }
        for width in [4, 3, 5, 7] {
            guard let bytes = bytes(text, first..<end, width: width) else { continue }
            return DumpLine(
                bytes, in: text, offset: start..<first, bases: 3, columnsEnd: first + columns(of: bytes, width) * width)
        }
        return nil
    }

    /// The line of a packet that begins with `0x` and an offset of four digits; nil when it is none.
    static func packetLine(_ text: Span<UInt8>, at start: Int) -> DumpLine? {
        guard text.holds("0x", at: start), text.holds(":  ", at: start + 6) else { return nil }
        var bytes: [UInt8] = []
        var position = start + 9
        var end = position
        while bytes.count < bytesInLine, let byte = byte(text, position) {
            bytes.append(byte)
            position += 2
            end = position
            if bytes.count % 2 == 0, text.byte(position) == 0x20 { position += 1 }
        }
        return DumpLine(bytes, in: text, offset: start + 2..<start + 6, bases: 1, columnsEnd: end)
    }

    /// How many columns show bytes; the wider ones show two of them.
    private static func columns(of bytes: [UInt8], _ width: Int) -> Int { width > 4 ? bytes.count / 2 : bytes.count }

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
