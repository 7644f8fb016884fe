internal import ScanWire
internal import SensitiveContent

/// Reads subtitles, in whose lines stand marks of how letters look and of when words are shown: `<b>`, `<00:01.500>`,
/// `{\b1}` and `\N`, which ends a line (WebVTT section 4.2, SubStation Alpha); with pictures' numbers instead of times, as in
/// `{25}{75}`, `|` does (MicroDVD).
struct SubtitleText {
    /// What is read of the passage, what marks hold besides, and a mark whose end is still to come.
    private var text: [UInt8] = []
    private var asides: [UInt8] = []
    private var mark: [UInt8] = []
    private var isEscaped = false
    /// The lines of the text that is shown at once, and account numbers that go on in the next one.
    private var shown: [UInt8] = []
    private var line: [UInt8] = []
    private var parts = AccountParts()
    private let barEndsLine: Bool

    private static let numbered = "sub"
    private static let suffixes: Set = ["srt", "vtt", "ass", "ssa", "sbv", numbered]
    private static let longestMark = 256
    /// The number of a text has fewer digits.
    private static let longestNumber = 7
    private static let longestShown = 4096
    private static let mostAsides = 1 << 20

    /// Whether a file of this name holds subtitles.
    static func mayBe(named name: String) -> Bool { suffixes.contains(Kind.suffix(of: name)) }

    private init(named name: String) {
        barEndsLine = Kind.suffix(of: name) == Self.numbered
    }

    /// Reads the stream of a file of this name.
    static func read(_ stream: HeadedStream, named name: String, to desk: Desk) throws(Obstacle) {
        var decoder = TextDecoder(head: stream.head)
        var subtitles = SubtitleText(named: name)
        desk.begin()
        while true {
            let piece = try stream.next()
            subtitles.take(piece.isEmpty ? decoder.finish() : decoder.decode(piece))
            if piece.isEmpty { subtitles.text += subtitles.mark }
            subtitles.follow()
            desk.read(subtitles.text)
            subtitles.text.removeAll(keepingCapacity: true)
            if piece.isEmpty { break }
        }
        subtitles.endShown()
        desk.begin(.hidden)
        desk.read(subtitles.asides)
        desk.end()
    }

    /// Follows what is shown from one text to the next, without the numbers and times that stand between them.
    private mutating func follow() {
        for byte in text where byte != 0x0D {
            guard byte == 0x0A else {
                if line.count < Self.longestShown { line.append(byte) }
                continue
            }
            if line.isEmpty || isTime || shown.count > Self.longestShown { endShown() } else { shown += line + [0x20] }
            line.removeAll(keepingCapacity: true)
        }
    }

    private var isTime: Bool { line.place(of: Array("-->".utf8), from: 0) != nil }

    private mutating func endShown() {
        let text = shown
        shown = []
        let isNumber = text.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 } && text.count < Self.longestNumber
        guard !isNumber, let account = parts.take(text.span, under: 0, isRun: true) else { return }
        asides += account + [0x0A]
    }

    private mutating func take(_ bytes: [UInt8]) {
        for byte in bytes {
            if isEscaped {
                endEscape(byte)
            } else if !mark.isEmpty {
                takeInMark(byte)
            } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") {
                mark = [byte]
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "|"), barEndsLine {
                text.append(0x0A)
            } else {
                text.append(byte)
            }
        }
    }

    private mutating func takeInMark(_ byte: UInt8) {
        mark.append(byte)
        switch byte {
        case UInt8(ascii: ">") where mark[0] == UInt8(ascii: "<"), UInt8(ascii: "}") where mark[0] == UInt8(ascii: "{"):
            // Who speaks stands in a mark, too.
            if mark.contains(0x20), asides.count < Self.mostAsides { asides += mark + [0x0A] }
            mark = []
        // A sign, and no mark.
        case 0x0A, 0x0D:
            text += mark
            mark = []
        default:
            guard mark.count > Self.longestMark else { return }
            text += mark
            mark = []
        }
    }

    private mutating func endEscape(_ byte: UInt8) {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "N"), UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "h"): text.append(0x20)
        default: text += [UInt8(ascii: "\\"), byte]
        }
    }
}
