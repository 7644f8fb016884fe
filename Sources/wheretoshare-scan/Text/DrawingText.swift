internal import SensitiveContent

/// Text of drawings in DXF, in whose values stand marks of how letters look, as `\C1;` and `%%u`, and whose long values are cut
/// (AutoCAD's DXF reference, group codes 1 and 3 of MTEXT).
final class DrawingText: LineStream {
    /// Lines are codes and values in turn.
    private var isValue = false
    private var code = 0
    /// Whether the values belong to a text of several lines, whose parts may have any length.
    private var isLong = false
    /// The beginning of a value that goes on, and how many lines it has.
    private var begun: [UInt8] = []
    private var begunLines = 0

    private static let object = 0
    private static let longText = Array("MTEXT".utf8)
    private static let text = 1
    private static let textBefore = 3
    /// A part of a value that is not the last has so many characters.
    private static let wholePart = 250
    private static let longestLine = 1 << 20
    /// Marks that have a value, up to a semicolon.
    private static let valued = Set("ACcFfHTQWp".utf8)
    private static let switches = Set("LlOoKk".utf8)

    init(_ rest: ByteStream) {
        super.init(rest, longestLine: Self.longestLine)
    }

    /// Whether a file of this name is one.
    static func mayBe(named name: String) -> Bool { Kind.suffix(of: name) == "dxf" }

    override func take(_ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        defer { isValue.toggle() }
        guard isValue else {
            code = Int(String(decoding: line.prefix(8), as: UTF8.self).filter { $0 != " " }) ?? 0
            if begun.isEmpty { output += line + [0x0A] } else { begunLines += 1 }
            if code != Self.text, code != Self.textBefore { finish(&output) }
            return
        }
        if code == Self.object { isLong = line.elementsEqual(Self.longText) }
        guard code == Self.text || code == Self.textBefore else { return output += line + [0x0A] }
        begun += line
        begunLines += 1
        let isWhole = code == Self.text || !isLong && line.count < Self.wholePart
        if isWhole || begun.count > Self.longestLine { finish(&output) }
    }

    /// Ends a value; the lines behind it keep their numbers.
    override func finish(_ output: inout [UInt8]) {
        guard begunLines > 0 else { return }
        output += Self.plain(begun) + Array(repeating: 0x0A, count: begunLines)
        begun = []
        begunLines = 0
    }

    /// A value without its marks.
    private static func plain(_ value: [UInt8]) -> [UInt8] {
        guard value.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "{") })
        else {
            return value
        }
        var plain: [UInt8] = []
        var rest = value[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"): break
            case UInt8(ascii: "%") where rest.first == UInt8(ascii: "%") && rest.count > 1:
                let mark = rest[rest.startIndex + 1] | 0x20
                // A line under the text, or over it; the others are signs.
                guard mark == UInt8(ascii: "u") || mark == UInt8(ascii: "o") else {
                    plain.append(byte)
                    break
                }
                rest = rest.dropFirst(2)
            case UInt8(ascii: "\\"): endMark(&rest, &plain)
            default: plain.append(byte)
            }
        }
        return plain
    }

    private static func endMark(_ rest: inout ArraySlice<UInt8>, _ plain: inout [UInt8]) {
        guard let mark = rest.first else { return plain.append(UInt8(ascii: "\\")) }
        switch mark {
        case UInt8(ascii: "P"), UInt8(ascii: "~"): plain.append(0x20)
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): plain.append(mark)
        case let other where switches.contains(other): break
        case let other where valued.contains(other) && rest.contains(UInt8(ascii: ";")):
            rest = rest.drop { $0 != UInt8(ascii: ";") }
        // What is written on top of something else, or a path.
        default: return plain.append(UInt8(ascii: "\\"))
        }
        rest = rest.dropFirst()
    }
}
