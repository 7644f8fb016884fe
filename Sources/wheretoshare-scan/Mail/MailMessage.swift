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
    func read(_ bytes: [UInt8]) throws(Obstacle) { read(bytes[...], isTop: true, depth: 0, path: "1") }

    private func read(_ bytes: ArraySlice<UInt8>, isTop: Bool, depth: Int, path: String) {
        guard depth < Self.deepest else { return desk.miss(.tooDeep) }
        let (head, body) = MailHead.split(bytes)
        if isTop {
            desk.begin(form: .mailHeader)
            desk.read(head.readable)
            desk.end()
        }
        var remains = Remains()
        for (name, value) in head.fields where !isTop || MailHead.isTechnical(name) { remains.add(value.utf8) }
        remains.hand(to: desk)
        let type = head.type
        if type.hasPrefix("multipart/"), let boundary = head.parameter("boundary", of: "content-type") {
            let (parts, around) = parts(body, boundary: boundary)
            // What stands before and after the parts is shown by few programs.
            for text in around {
                desk.attempt { () throws(Obstacle) in try PlainText.readWithFiles(ReadyStream(Array(text)), to: desk) }
            }
            if parts.isEmpty { desk.miss(.damaged) }
            for (index, part) in parts.enumerated() {
                read(part, isTop: false, depth: depth + 1, path: "\(path).\(index + 1)")
            }
            return
        }
        if type.hasPrefix("multipart/") { desk.miss(.damaged) }
        let content = MailCoding.decode(Array(body), as: head.value("content-transfer-encoding")?.lowercased() ?? "")
        if type == "application/pkcs7-mime" || type.hasPrefix("multipart/encrypted") { return desk.miss(.encrypted) }
        if content.place(of: Array("-----BEGIN PGP MESSAGE-----".utf8), from: 0) != nil { desk.miss(.encrypted) }
        if type == "message/rfc822" { return read(content[...], isTop: true, depth: depth + 1, path: path) }
        let name = head.parameter("filename", of: "content-disposition") ?? head.parameter("name", of: "content-type")
        desk.attempt { () throws(Obstacle) in
            let charset = head.parameter("charset", of: "content-type")
            if let charset, Charset.isForeign(charset) {
                desk.miss(.unknownFormat, "letters of a code page that is not known")
            }
            switch (type, name) {
            case ("text/html", nil):
                try HTMLText.read(try HeadedStream(ReadyStream(content), atLeast: 1), label: charset, to: desk)
            case (let text, nil) where text.hasPrefix("text/"):
                try PlainText.readWithFiles(ReadyStream(content), label: charset, to: desk)
            default:
                let name = name ?? "part-\(path)"
                desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(Source(content)) }
            }
        }
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
                if line.starts(with: mark),
                    message.isEmpty || message.suffix(2) == [0x0A, 0x0A]
                        || message.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A]
                {
                    finish()
                } else if message.count < Int(desk.order.limits.heldBytes) {
                    message += line
                }
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
    }
}
