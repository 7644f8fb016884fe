internal import ScanWire
internal import SensitiveContent

/// Reads text that is what it looks like.
enum PlainText {
    /// Reads a stream as one passage.
    static func read(_ stream: HeadedStream, _ form: Passage.Form, label: String? = nil, to desk: Desk) throws(Obstacle)
    {
        var decoder = TextDecoder(head: stream.head, label: label)
        var terminal = TerminalText()
        desk.begin(form: form)
        defer { desk.end() }
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            let text = decoder.decode(piece)
            if isBinary(text) { desk.miss(.unknownFormat) }
            desk.read(terminal.plain(text))
        }
        desk.read(terminal.finish())
        desk.read(decoder.finish())
        guard !terminal.hidden.isEmpty else { return }
        desk.begin(.hidden)
        desk.read(terminal.hidden)
    }

    /// Whether a piece of what began as text goes on as something else.
    private static func isBinary(_ text: [UInt8]) -> Bool {
        // Nearly all text has no zero, and a zero is found fast.
        guard text.place(of: [0], from: 0) != nil else { return false }
        let controls = text.count { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B }
        return controls * 50 > text.count
    }

    /// Reads a stream as one passage, and the files that stand in it as lines of letters as documents of their own.
    static func readWithFiles(
        _ stream: ByteStream, _ form: Passage.Form = .prose, label: String? = nil, to desk: Desk
    ) throws(Obstacle) {
        let text = EncodedFiles(stream)
        try read(try HeadedStream(text, atLeast: 1), form, label: label, to: desk)
        for file in text.files {
            desk.enter(file.name) { () throws(Obstacle) in
                if !file.isWhole { desk.miss(.damaged) }
                try Document(desk: desk, name: file.name).read(Source(file.content))
            }
        }
        if text.hasMore { desk.miss(.tooLarge) }
    }

    /// Reads what an outside program wrote, with a form feed after each page.
    /// - Returns: How many pages there were, and how many bytes of visible text.
    static func readPages(
        _ stream: ByteStream, form: Passage.Form = .prose, from firstPage: Int = 1, to desk: Desk
    ) throws(Obstacle) -> (pages: Int, visible: Int) {
        var page = firstPage
        var visible = 0
        desk.begin(page: page, form: form)
        defer { desk.end() }
        while true {
            let piece = try stream.next()
            if piece.isEmpty { break }
            visible += piece.count { $0 > 0x20 }
            let parts = piece.split(separator: 0x0C, omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                desk.read(Array(part))
                if index < parts.count - 1 {
                    page += 1
                    desk.begin(page: page, form: form)
                }
            }
        }
        return (page - firstPage, visible)
    }
}
