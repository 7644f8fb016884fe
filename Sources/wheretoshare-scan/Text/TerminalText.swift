/// Text with the marks by which programs colour what they write to a terminal (ECMA-48 section 5.4), and with letters that are
/// written twice to be bold; both may stand right in a number.
struct TerminalText {
    /// A mark whose end is in the next piece.
    private var rest: [UInt8] = []

    static let escape: UInt8 = 0x1B
    private static let backspace: UInt8 = 0x08
    private static let longestMark = 64

    /// The next piece, with a blank in the place of each mark.
    mutating func plain(_ piece: [UInt8]) -> [UInt8] {
        let isMarked =
            !rest.isEmpty || piece.span.place(of: Self.escape, from: 0) != nil
            || piece.span.place(of: Self.backspace, from: 0) != nil
        guard isMarked else { return piece }
        let bytes = rest + piece
        rest = []
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while let mark = bytes[index...].firstIndex(where: { $0 == Self.escape || $0 == Self.backspace }) {
            result += bytes[index..<mark]
            if bytes[mark] == Self.backspace {
                _ = result.popLast()
                index = mark + 1
                continue
            }
            var end = mark + 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
                repeat { end += 1 } while end < bytes.count && (0x20...0x3F).contains(bytes[end])
            }
            guard end < bytes.count else {
                if bytes.count - mark <= Self.longestMark { rest = Array(bytes[mark...]) }
                return result
            }
            result.append(0x20)
            index = end + 1
        }
        return result + bytes[index...]
    }
}
