/// Text without the files that stand in it as lines of letters, which it keeps (POSIX uuencode, also with base64;
/// yEnc).
final class EncodedFiles: ByteStream {
    /// A file as its first line names it.
    struct File {
        let name: String
        var content: [UInt8] = []
        /// Whether its last line was there.
        var isWhole = false
    }

    private enum Form { case letters, base64, yEnc }

    private let rest: ByteStream
    private(set) var files: [File] = []
    /// Whether there were more than are held.
    private(set) var hasMore = false
    private var held = 0
    private var form: Form?
    /// The line that may begin a file, until the next shows that it does.
    private var beginning: [UInt8]?
    private var pending: [UInt8] = []
    private var isAtEnd = false
    private var isAtLineStart = true

    private static let mostHeld = 128 << 20
    private static let longestLine = 64 << 10
    private static let mark = Array("begin".utf8)
    private static let signedMark = Array("=ybegin".utf8)

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    /// The content of the first file in bytes; nil when there is none.
    static func first(in bytes: [UInt8]) throws(Obstacle) -> [UInt8]? {
        let stream = EncodedFiles(ReadyStream(bytes))
        while try !stream.next().isEmpty {}
        return stream.files.first?.content
    }

    override func next() throws(Obstacle) -> [UInt8] {
        var output: [UInt8] = []
        while output.isEmpty, !isAtEnd {
            let piece = try rest.next()
            isAtEnd = piece.isEmpty
            if form == nil, pending.isEmpty, !isAtEnd, endOfPlain(piece, from: 0) == piece.count {
                isAtLineStart = piece.last == 0x0A
                return piece
            }
            pending += piece
            var start = 0
            while start < pending.count {
                if form == nil {
                    let end = endOfPlain(pending, from: start)
                    output += pending[start..<end]
                    if end > start { isAtLineStart = pending[end - 1] == 0x0A }
                    start = end
                }
                guard start < pending.count, let end = pending.place(of: [0x0A], from: start) else { break }
                take(pending[start...end], &output)
                isAtLineStart = true
                start = end + 1
            }
            pending.removeFirst(start)
            if isAtEnd || pending.count > Self.longestLine {
                if !pending.isEmpty { take(pending[...], &output) }
                pending = []
                isAtLineStart = false
            }
            if isAtEnd, let beginning {
                output += beginning
                files.removeLast()
            }
        }
        return output
    }

    /// Up to where text is no file: the start of the next line that begins one, or may once it is whole.
    private func endOfPlain(_ text: [UInt8], from start: Int) -> Int {
        var line = start
        if !isAtLineStart {
            guard let end = text.place(of: [0x0A], from: start) else { return text.count }
            line = end + 1
        }
        guard !mayBegin(text, at: line) else { return line }
        var place = line
        // Both marks have the word, of which the first letter is rarer than ends of lines.
        while let word = text.span.place(of: UInt8(ascii: "b"), from: place), word + 1 < text.count {
            place = word + 1
            guard text[place] == UInt8(ascii: "e") else { continue }
            let start = word >= line + 2 && text[word - 1] == UInt8(ascii: "y") ? word - 2 : word
            if start > line, text[start - 1] == 0x0A, mayBegin(text, at: start) { return start }
        }
        return endOfLines(text, from: line)
    }

    /// The start of the last line when it may come to begin a file; the end of the text otherwise.
    private func endOfLines(_ text: [UInt8], from start: Int) -> Int {
        let tail = max(start, text.count - Self.signedMark.count)
        guard let line = text[tail...].lastIndex(of: 0x0A) else { return text.count }
        return mayBegin(text, at: line + 1) ? line + 1 : text.count
    }

    /// Whether a line begins a file, or is cut and may.
    private func mayBegin(_ text: [UInt8], at start: Int) -> Bool {
        let head = text[start...].prefix(Self.signedMark.count)
        guard let first = head.first else { return false }
        let wanted = first == Self.mark[0] ? Self.mark : Self.signedMark
        guard wanted.starts(with: head.prefix(wanted.count)) else { return false }
        guard let end = text.place(of: [0x0A], from: start) else { return true }
        return Self.beginning(Self.bare(text[start..<end])) != nil
    }

    /// A line without its end.
    private static func bare(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bare = line
        while let last = bare.last, last == 0x0A || last == 0x0D { bare = bare.dropLast() }
        return bare
    }

    private func take(_ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        let bare = Self.bare(line)
        if let form, !files.isEmpty {
            switch form {
            case .letters where bare.elementsEqual("end".utf8), .base64 where bare.elementsEqual("====".utf8):
                files[files.count - 1].isWhole = true
                self.form = nil
                return
            case .yEnc:
                if bare.starts(with: "=yend".utf8) {
                    files[files.count - 1].isWhole = true
                    self.form = nil
                    return
                }
                if bare.starts(with: "=ypart".utf8) { return }
                return keep(Self.shifted(bare))
            case .letters:
                if let bytes = Self.letters(bare, isFirst: files[files.count - 1].content.isEmpty) {
                    return keep(bytes)
                }
            case .base64:
                if Self.isBase64(bare) { return keep(MailCoding.base64(Array(bare))) }
            }
            // It broke off, or was none at all.
            self.form = nil
            if files[files.count - 1].content.isEmpty {
                files.removeLast()
                if let beginning { output += beginning }
            }
            beginning = nil
        }
        if let (name, form) = Self.beginning(bare) {
            files.append(File(name: name))
            self.form = form
            beginning = Array(line)
        } else {
            output += line
        }
    }

    private func keep(_ bytes: [UInt8]) {
        beginning = nil
        held += bytes.count
        if held <= Self.mostHeld { files[files.count - 1].content += bytes } else { hasMore = true }
    }

    /// What a line such as `begin 644 list.csv` or `=ybegin line=128 size=9 name=list.csv` tells.
    private static func beginning(_ line: ArraySlice<UInt8>) -> (name: String, form: Form)? {
        guard line.count < 1024 else { return nil }
        if line.starts(with: signedMark) {
            let words = String(decoding: TextDecoder.decode(whole: Array(line)), as: UTF8.self)
            guard words.contains(" line="), let name = words.firstRange(of: " name=") else { return nil }
            return (String(words[name.upperBound...]), .yEnc)
        }
        guard line.starts(with: mark) else { return nil }
        let words = line.split(separator: 0x20, maxSplits: 2)
        guard words.count == 3, (3...4).contains(words[1].count), words[1].allSatisfy({ (0x30...0x37).contains($0) })
        else { return nil }
        let name = String(decoding: TextDecoder.decode(whole: Array(words[2])), as: UTF8.self)
        if words[0].elementsEqual("begin".utf8) { return (name, .letters) }
        return words[0].elementsEqual("begin-base64".utf8) ? (name, .base64) : nil
    }

    /// The bytes of a line: their count, and four letters for three of them; nil for what is no such line.
    private static func letters(_ line: ArraySlice<UInt8>, isFirst: Bool) -> [UInt8]? {
        guard line.allSatisfy({ (0x20...0x60).contains($0) }) else { return nil }
        // Blanks at the end, which count, may have got lost on the way.
        guard let first = line.first else { return isFirst ? nil : [] }
        let count = Int(first &- 0x20) & 0x3F
        let wanted = (count + 2) / 3 * 4
        var body = Array(line.dropFirst())
        guard body.count <= wanted + 2, !isFirst || body.count >= wanted, count > 0 || !isFirst else { return nil }
        body += [UInt8](repeating: 0x20, count: max(0, wanted - body.count))
        var bytes: [UInt8] = []
        for at in stride(from: 0, to: wanted, by: 4) {
            let bits = body[at..<at + 4].reduce(UInt32(0)) { $0 << 6 | UInt32($1 &- 0x20) & 0x3F }
            bytes += [
                UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
                UInt8(truncatingIfNeeded: bits),
            ]
        }
        return Array(bytes.prefix(count))
    }

    /// The bytes of a line in which each is 42 more than it was, and 64 more again behind a sign.
    private static func shifted(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var isSigned = false
        for byte in line {
            if byte == UInt8(ascii: "="), !isSigned {
                isSigned = true
            } else {
                bytes.append(byte &- 42 &- (isSigned ? 64 : 0))
                isSigned = false
            }
        }
        return bytes
    }

    private static func isBase64(_ line: ArraySlice<UInt8>) -> Bool {
        !line.isEmpty && line.count <= 1024
            && line.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "+/=".utf8.contains(byte)
            }
    }
}
