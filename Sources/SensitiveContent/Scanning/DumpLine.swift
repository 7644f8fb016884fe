/// A line in which a program shows bytes: an offset, the bytes in columns, and with some programs what is to be read of them.
struct DumpLine {
    let bytes: [UInt8]
    /// How many bytes stand before it, to each base that the offset may have: sixteen, eight and ten.
    private let offsets: [Int]
    /// Where the digits of the offset stand.
    private let digits: Range<Int>
    /// Where the columns end.
    let columnsEnd: Int

    private static let bases = [16, 8, 10]
    private static let noOffset = -1
    private static let longest = 320

    /// A line with an offset to one of the first bases.
    init?(_ bytes: [UInt8], in text: Span<UInt8>, offset digits: Range<Int>, bases: Int, columnsEnd: Int) {
        let offsets = Self.bases.prefix(bases).map { Self.number(text, digits, base: $0) }
        guard offsets[0] != Self.noOffset, !bytes.isEmpty else { return nil }
        self.bytes = bytes
        self.offsets = offsets
        self.digits = digits
        self.columnsEnd = columnsEnd
    }

    var isFirst: Bool { follows(0) }

    /// Whether so many bytes stand before it.
    func follows(_ count: Int) -> Bool { offsets.contains(count) }

    /// Whether it is the line after one that says this of it.
    func follows(_ next: [Int]) -> Bool { zip(offsets, next).contains { $0 == $1 && $0 > 0 } }

    /// The offset that the next line has, to each base.
    private var next: [Int] { offsets.map { $0 == Self.noOffset ? $0 : $0 + bytes.count } }

    /// The offset that the next line has, to each base that those before it may have, too.
    /// - Parameter ends: What the offsets before it tell of its own; empty for the first line.
    /// - Returns: It, and a mark for the other bases.
    func next(behind ends: [Int]) -> [Int] {
        guard ends.count == next.count else { return next }
        let isNext = follows(ends)
        return next.indices.map { index in
            let isPossible = isNext ? offsets[index] == ends[index] : offsets[index] > ends[index]
            return isPossible && ends[index] != Self.noOffset ? next[index] : Self.noOffset
        }
    }

    /// How many bytes there are between those before it and its own, to the first base that may be.
    func leftOut(behind ends: [Int]) -> Int? {
        guard !follows(ends) else { return nil }
        return zip(offsets, ends).first { $0 > $1 && $1 != Self.noOffset }.map { $0 - $1 }
    }

    /// Whether the line before it stands for those that were like the one before.
    func isBehindRepeated(_ text: Span<UInt8>) -> Bool {
        let end = text.byte(digits.lowerBound - 2) == 0x0D ? digits.lowerBound - 2 : digits.lowerBound - 1
        return text.byte(end - 1) == UInt8(ascii: "*") && text.byte(end - 2) == 0x0A
    }

    /// The position behind it when there is nothing in it besides the bytes; nil when there is.
    func end(_ text: Span<UInt8>) -> Int? {
        let end = endOfLine(text)
        guard !showsText(text) else { return end }
        return (columnsEnd..<end).allSatisfy { text.byte($0).isBlank } ? end : nil
    }

    /// Whether the bytes stand behind the columns once more, as characters, with or without marks around them.
    func showsText(_ text: Span<UInt8>) -> Bool {
        let end = endOfLine(text)
        return showsText(text, before: end) || showsText(text, before: end - 1)
    }

    private func showsText(_ text: Span<UInt8>, before end: Int) -> Bool {
        let start = end - bytes.count
        guard start >= columnsEnd + 2 else { return false }
        return bytes.indices.allSatisfy { index in
            let shown = text.byte(start + index)
            return (0x20...0x7E).contains(bytes[index]) ? shown == bytes[index] : shown == UInt8(ascii: ".")
        }
    }

    /// Whether the next line begins with the offset behind its last byte.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where it begins, with what may stand before the digits.
    /// - Returns: True when it does.
    func isFollowed(_ text: Span<UInt8>, from start: Int) -> Bool {
        var line = endOfLine(text)
        if text.byte(line) == 0x0D { line += 1 }
        guard text.byte(line) == 0x0A else { return false }
        line += 1
        // Those of packets are indented.
        while text.byte(line).isBlank { line += 1 }
        let first = line + digits.lowerBound - start
        let other = Self.bases.prefix(offsets.count).map {
            Self.number(text, first..<first + digits.count, base: $0)
        }
        return zip(other, next).contains { $0 == $1 && $0 > 0 }
    }

    private func endOfLine(_ text: Span<UInt8>) -> Int {
        var end = columnsEnd
        while end < columnsEnd + Self.longest, text.byte(end) >= 0x20 || text.byte(end) == 0x09 { end += 1 }
        return end
    }

    /// A number to a base; ``noOffset`` for what is none.
    private static func number(_ text: Span<UInt8>, _ range: Range<Int>, base: Int) -> Int {
        var number = 0
        for place in range {
            guard let digit = HexDigit.value(text.byte(place)), digit < base else { return noOffset }
            number = number * base + Int(digit)
        }
        return number
    }
}
