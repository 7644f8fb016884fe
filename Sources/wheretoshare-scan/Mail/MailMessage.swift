internal import ScanWire
internal import SensitiveContent

/// Reads an e-mail: its head, its texts and what is attached (RFC 5322, RFC 2045 to 2047).
struct MailMessage {
    private let desk: Desk
    /// So many parts may lie in each other.
    private static let deepest = 32

    init(desk: Desk) {
        self.desk = desk
    }

    /// Reads a whole message.
    func read(_ bytes: [UInt8]) throws(Obstacle) {
        // Apple's program writes the length of a message in a line before it, and a list of its own behind it.
        let line = bytes.prefix(32).prefix { $0 != 0x0A }
        let digits = line.prefix { (0x30...0x39).contains($0) }
        guard let length = Int(String(decoding: digits, as: UTF8.self)),
            line.dropFirst(digits.count).allSatisfy({ $0 <= 0x20 })
        else { return read(bytes[...], isTop: true, depth: 0, path: "1") }
        let message = bytes.dropFirst(line.count + 1)
        read(message.prefix(length), isTop: true, depth: 0, path: "1")
        var remains = Remains()
        remains.add(textIn: message.dropFirst(length))
        remains.hand(to: desk)
    }

    /// Reads a part of a message, which somebody signed.
    func read(part bytes: [UInt8]) { read(bytes[...], isTop: false, depth: 0, path: "1") }

    private func read(
        _ bytes: ArraySlice<UInt8>, isTop: Bool, usualType: String = "text/plain", depth: Int, path: String
    ) {
        guard depth < Self.deepest else { return desk.miss(.tooDeep) }
        // Some programs leave empty lines before the head of a message; a part that begins so has none.
        let (head, body) = MailHead.split(isTop ? bytes.drop { $0 == 0x0D || $0 == 0x0A } : bytes)
        if isTop {
            desk.begin(form: .mailHeader)
            desk.read(head.readable)
            desk.end()
        }
        var remains = Remains()
        for (name, value) in head.fields where !isTop || MailHead.isTechnical(name) {
            remains.add(MailCoding.words(value).utf8)
        }
        remains.hand(to: desk)
        let type = head.value("content-type") == nil ? usualType : head.type
        if type.hasPrefix("multipart/"), let boundary = head.parameter("boundary", of: "content-type") {
            let (parts, around) = parts(body, boundary: boundary)
            // What stands before and after the parts is shown by few programs.
            for text in around {
                desk.attempt { () throws(Obstacle) in try PlainText.readWithFiles(ReadyStream(Array(text)), to: desk) }
            }
            if parts.isEmpty { desk.miss(.damaged) }
            // The parts of a digest are messages (RFC 2046 section 5.1.5).
            let usualType = type == "multipart/digest" ? "message/rfc822" : "text/plain"
            func readPart(_ number: Int) {
                read(
                    parts[number], isTop: false, usualType: usualType, depth: depth + 1, path: "\(path).\(number + 1)")
            }
            // All parts of such a one say the same (RFC 2046 section 5.1.4).
            if type == "multipart/alternative" { return desk.readAlternatives(parts.count, readPart) }
            for number in parts.indices { readPart(number) }
            return
        }
        if type.hasPrefix("multipart/") { desk.miss(.damaged) }
        let content = MailCoding.decode(Array(body), as: head.value("content-transfer-encoding")?.lowercased() ?? "")
        if type.hasPrefix("multipart/encrypted") { return desk.miss(.encrypted) }
        let isArmored = ArmoredMessages.begin(in: content)
        if type == "message/rfc822" { return read(content[...], isTop: true, depth: depth + 1, path: path) }
        let name = head.parameter("filename", of: "content-disposition") ?? head.parameter("name", of: "content-type")
        if ["application/pkcs7-mime", "application/x-pkcs7-mime"].contains(type) {
            return readSigned(content, name ?? "part-\(path)", depth: depth, path: path)
        }
        desk.attempt { () throws(Obstacle) in
            let charset = head.parameter("charset", of: "content-type")
            if let charset, type.hasPrefix("text/"), Charset.isForeign(charset), Charset.maySwitch(content) {
                desk.miss(.unknownFormat, "letters of a code page that is not known")
            }
            switch (type, name) {
            case ("text/html", nil):
                if isArmored { desk.miss(.encrypted) }
                try HTMLText.read(try HeadedStream(ReadyStream(content), atLeast: 1), label: charset, to: desk)
            case (let text, nil) where isArmored && text.hasPrefix("text/"):
                try ArmoredMessages.read(ReadyStream(content), label: charset, to: desk)
            case (let text, nil) where text.hasPrefix("text/") && !isStructured(content, text):
                try PlainText.readWithFiles(ReadyStream(content), label: charset, to: desk)
            default:
                let name = name ?? "part-\(path)"
                let content = inUnicode(content, type, charset)
                desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(Source(content)) }
            }
        }
    }

    /// Reads what was signed, or says that it was sealed.
    private func readSigned(_ content: [UInt8], _ name: String, depth: Int, path: String) {
        guard SignedContent.begins(content) else { return desk.miss(.encrypted) }
        let signed = SignedContent(named: name, to: desk) {
            read($0[...], isTop: false, depth: depth + 1, path: "\(path).1")
        }
        desk.attempt { () throws(Obstacle) in try signed.read(Source(content)) }
    }

    /// Whether text has a reader of its own.
    private func isStructured(_ content: [UInt8], _ type: String) -> Bool {
        guard type != "text/plain" else { return false }
        return [.rtf, .json, .card, .calendar].contains(Kind(head: Array(content.prefix(Kind.head)), name: ""))
    }

    /// A text file in the letters that the head of its part names, in Unicode; a page names its letters itself.
    private func inUnicode(_ content: [UInt8], _ type: String, _ charset: String?) -> [UInt8] {
        guard let charset, Charset.name(charset) != nil, type.hasPrefix("text/"), !type.hasSuffix("ml"),
            !content.contains(0)
        else { return content }
        // Programs name their own letters for files that others wrote.
        guard isASCII(content) || firstInvalid(in: content, from: 0) != nil else { return content }
        let kind = Kind(head: Array(content.prefix(Kind.head)), name: "")
        guard !kind.needsAll, kind != .packed else { return content }
        return TextDecoder.decode(whole: content, label: charset)
    }

    /// The parts between lines with the boundary, and what stands before and after them.
    private func parts(
        _ body: ArraySlice<UInt8>, boundary: String
    ) -> (parts: [ArraySlice<UInt8>], around: [ArraySlice<UInt8>]) {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var around: [ArraySlice<UInt8>] = []
        var start: Int?
        var outside = body.startIndex
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[line..<end].starts(with: mark) {
                if let start { parts.append(body[start..<line]) } else { around.append(body[outside..<line]) }
                start = min(end + 1, body.endIndex)
                let isLast = body[line..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D])
                if isLast {
                    start = nil
                    outside = min(end + 1, body.endIndex)
                }
            }
            line = end + 1
        }
        if let start {
            if start < body.endIndex { parts.append(body[start...]) }
        } else {
            around.append(body[outside...])
        }
        return (parts, around.filter { !$0.isEmpty })
    }
}

/// Reads a mailbox: messages one after the other, each after a line that begins with `From ` (RFC 4155).
enum Mailbox {
    static func read(_ stream: ByteStream, to desk: Desk) throws(Obstacle) {
        var message: [UInt8] = []
        var number = 0
        var pending: [UInt8] = []
        var remains = Remains()
        let mark = Array("From ".utf8)
        func finish() {
            guard !message.isEmpty else { return }
            number += 1
            let bytes = message
            message = []
            desk.enter("message \(number)") { () throws(Obstacle) in try MailMessage(desk: desk).read(bytes) }
        }
        while true {
            let piece = try stream.next()
            pending += piece
            var start = pending.startIndex
            while let end = pending[start...].firstIndex(of: 0x0A) {
                let line = pending[start...end]
                if line.starts(with: mark) {
                    let next = pending[(end + 1)...]
                    let isAfterBlank =
                        message.isEmpty || message.suffix(2) == [0x0A, 0x0A]
                        || message.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A]
                    // What follows has to be there before it can be looked at.
                    if !piece.isEmpty, !next.contains(0x0A) { break }
                    let isUsual = isUsual(line)
                    if isField(next), isAfterBlank || isUsual {
                        finish()
                        if !isUsual { remains.add(line) }
                        start = end + 1
                        continue
                    }
                }
                if message.count < Int(desk.order.limits.heldBytes) { message += line }
                start = end + 1
            }
            pending.removeFirst(start)
            if piece.isEmpty { break }
            if pending.count > 1 << 20 {
                message += pending
                pending = []
            }
        }
        message += pending
        finish()
        remains.hand(to: desk)
    }

    /// Whether a sender and a date stand in a line, as they do before a message; some programs leave out the empty line
    /// before it.
    private static func isUsual(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count < 512 else { return false }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: { $0.isWhitespace })
        guard words.count >= 7, days.contains(words[2]) else { return false }
        return words.contains { word in word.count { $0 == ":" } == 2 }
    }

    /// Whether text begins with a field of a head.
    private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix(80).prefix { $0 != UInt8(ascii: ":") }
        return !name.isEmpty && name.count < min(80, text.count) && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private static let days: Set<Substring> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
