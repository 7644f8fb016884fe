internal import ScanWire
internal import SensitiveContent

/// Reads cards of persons and entries of calendars: lines that go on after a break, with marks for what would end them
/// (RFC 6350 sections 3.2 and 3.4, RFC 5545 sections 3.1 and 3.3.11, vCard 2.1).
enum CardText {
    static func read(_ stream: ByteStream, to desk: Desk) throws(Obstacle) {
        let lines = CardLines(stream)
        try PlainText.read(try HeadedStream(lines, atLeast: 1), .prose, to: desk)
        for (name, content) in lines.attached {
            desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(Source(content)) }
        }
        if lines.hasMore { desk.miss(.tooLarge) }
    }
}

/// The lines of a card as people wrote them.
private final class CardLines: LineStream {
    /// The line that the next one may belong to.
    private var line: [UInt8] = []
    private var hasLine = false
    /// Pictures and files that stand in lines of their own, by the lines' names.
    private(set) var attached: [(name: String, content: [UInt8])] = []
    /// Whether there were more of them than are held.
    private(set) var hasMore = false
    private var attachedBytes = 0

    private static let mostAttached = 64 << 20
    private static let longestLine = 16 << 20

    init(_ rest: ByteStream) {
        super.init(rest, longestLine: Self.longestLine)
    }

    override func take(_ bytes: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        if hasLine, line.count < Self.longestLine {
            if let first = bytes.first, first == 0x20 || first == 0x09 {
                line += bytes.dropFirst()
                return
            }
            if line.last == UInt8(ascii: "="), Self.names(line).contains("QUOTED-PRINTABLE") {
                line.removeLast()
                line += bytes
                return
            }
        }
        finish(&output)
        line = Array(bytes)
        hasLine = true
    }

    /// What stands before a line's content, in capitals.
    private static func names(_ line: [UInt8]) -> String {
        String(decoding: line.prefix(200).prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).uppercased()
    }

    override func finish(_ output: inout [UInt8]) {
        guard hasLine else { return }
        let whole = line
        line = []
        hasLine = false
        let names = Self.names(whole)
        if names.contains("ENCODING=B") {
            let content = MailCoding.base64(Array(whole.drop { $0 != UInt8(ascii: ":") }.dropFirst()))
            attachedBytes += content.count
            guard attachedBytes <= Self.mostAttached else { return hasMore = true }
            return attached.append((String(names.prefix { $0 != ";" }), content))
        }
        var plain = names.contains("QUOTED-PRINTABLE") ? MailCoding.decode(whole, as: "quoted-printable") : whole
        if names.contains("TEXT/HTML") { plain = TaggedText.plain(plain.span) ?? plain }
        var isMark = false
        for byte in plain {
            if isMark {
                isMark = false
                switch byte {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): output.append(0x0A)
                case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"): output.append(byte)
                default: output += [UInt8(ascii: "\\"), byte]
                }
            } else if byte == UInt8(ascii: "\\") {
                isMark = true
            } else {
                output.append(byte)
            }
        }
        output.append(0x0A)
    }
}
