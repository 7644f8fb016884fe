/// Text with the marks by which programs colour what they write to a terminal, or make it a link (ECMA-48 sections 5.4 and 5.6),
/// and with letters that are written twice to be bold; all may stand right in a number.
struct TerminalText {
    /// A mark whose end is in the next piece.
    private var rest: [UInt8] = []

    static let escape: UInt8 = 0x1B
    private static let backspace: UInt8 = 0x08
    private static let longestMark = 512
    private static let bell: UInt8 = 0x07
    /// What marks hold that no line shows, such as links.
    private(set) var hidden: [UInt8] = []
    private static let mostHidden = 1 << 20

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
            if end < bytes.count, bytes[end] == UInt8(ascii: "]"), hidden.count < Self.mostHidden {
                end = takeHidden(bytes, from: end + 1) ?? end
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

    /// Takes a link or a title, which a bell or another mark ends.
    /// - Returns: The last byte of the end, behind all bytes where it is still to come; nil when there is none.
    private mutating func takeHidden(_ bytes: [UInt8], from start: Int) -> Int? {
        let ends = [Self.bell, Self.escape, 0x0A]
        guard let end = bytes[start...].firstIndex(where: { ends.contains($0) }) else {
            return bytes.count - start < Self.longestMark ? bytes.count : nil
        }
        guard bytes[end] != 0x0A else { return nil }
        guard bytes[end] != Self.escape || end + 1 < bytes.count else { return bytes.count }
        hidden += bytes[start..<end] + [0x0A]
        return bytes[end] == Self.escape ? end + 1 : end
    }

    /// What is left of a mark that nothing ends.
    mutating func finish() -> [UInt8] {
        defer { rest = [] }
        return rest
    }
}
