internal import ScanWire
internal import SensitiveContent

/// Reads PDF through pdftotext: the text page by page, and the fields about the document that it writes before it.
enum PortableDocument {
    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        try read(source, PortableAccounts(), isEarlier: false, to: desk)
    }

    /// Reads a state of a document; what no page shows is looked for in the last one, which has what all had.
    private static func read(
        _ source: Source, _ accounts: PortableAccounts, isEarlier: Bool, to desk: Desk
    ) throws(Obstacle) {
        var pages = 0
        var visible = 0
        var watched: WatchedPages?
        let ending = try desk.ask(.pdfText, about: desk.members.isEmpty ? nil : source) { (answer) throws(Obstacle) in
            guard case .text(let stream) = answer else { return }
            let text = try HeadedText(stream)
            for (name, value) in text.fields { desk.tell("pdf/\(name)", value) }
            let watching = WatchedPages(text)
            watched = watching
            (pages, visible) = try PlainText.readPages(watching, to: desk)
        }
        desk.note(ending)
        guard ending != .wantsPassword else { return }
        if let watched { try readScattered(watched, of: source, accounts, to: desk) }
        try readEarlierState(source, accounts, to: desk)
        var hasInnerPicture = false
        desk.attempt { () throws(Obstacle) in
            hasInnerPicture = try PortableRemarks.read(source, isEarlier ? nil : accounts, to: desk)
        }
        try PortableAttachments.read(source, to: desk)
        try readStrays(source, to: desk)
        // Fewer than a line of text for each page: the pages are pictures of text, or the program got stuck.
        let isPictured = visible < 8 * max(1, pages)
        guard !isPictured || pages > 0 else { return desk.miss(ending == .quiet ? .pictures : .damaged) }
        if isPictured, !desk.order.readsPictures { return desk.miss(.pictures) }
        // Among pages of text a scanned one is easily overlooked, and so is an identity card on one of them.
        let traces = try PictureTraces(in: source).size
        if traces == .none, !hasInnerPicture, !isPictured { return }
        if traces == .large || hasInnerPicture, !desk.order.readsPictures { return desk.miss(.pictures) }
        let pictures = try PortablePictures(in: source, to: desk)
        let wanted = isPictured ? Array(1...pages) : pictures.pages
        guard !wanted.isEmpty else { return }
        guard desk.order.readsPictures else { return desk.miss(.pictures) }
        // Such a page comes out empty, with no other word.
        if pictures.hasGiants { desk.miss(.pictures, "they are too large") }
        try readPictures(source, pages: wanted, mustHaveText: isPictured, to: desk)
    }

    /// Reads account numbers whose parts are apart on the pages: in boxes, in lines at an angle, or in a table's cell that
    /// others stand beside.
    private static func readScattered(
        _ pages: WatchedPages, of source: Source, _ accounts: PortableAccounts, to desk: Desk
    ) throws(Obstacle) {
        if pages.hasUnknownLetters { desk.miss(.unknownFormat, "a font that does not say what its letters are") }
        accounts.note(pages.accounts.found.subtracting(pages.accounts.scattered))
        accounts.tell(pages.accounts.scattered, to: desk)
        guard pages.accounts.hasBeginning || pages.mayHaveSlantedLines else { return }
        var drawn = ScatteredAccounts()
        let document = desk.members.isEmpty ? nil : source
        let ending = try desk.ask(.pdfDrawnText, about: document) { (answer) throws(Obstacle) in
            guard case .text(let stream) = answer else { return }
            while true {
                let piece = try stream.next()
                drawn.read(piece, isLast: piece.isEmpty)
                if piece.isEmpty { break }
            }
        }
        desk.note(ending)
        accounts.tell(drawn.found, to: desk)
    }

    /// Reads what stands before the document's beginning and behind its end, where programs look for neither.
    private static func readStrays(_ source: Source, to desk: Desk) throws(Obstacle) {
        let head = try source.read(at: 0, Kind.head)
        let tailStart = max(0, source.size - Kind.head)
        let tail = try source.read(at: tailStart, Kind.head)
        let mark = Array("%%EOF".utf8)
        var end = tail.count
        var place = 0
        while let found = tail.place(of: mark, from: place) {
            end = found + mark.count
            place = end
        }
        let strays = [head[..<(head.place(of: Array("%PDF-".utf8), from: 0) ?? 0)], tail[end...]]
        for stray in strays where stray.count(where: { $0 > 0x20 }) >= leastStray {
            desk.enter("bytes outside the document") { () throws(Obstacle) in
                try Document(desk: desk, name: "").read(Source(Array(stray)))
            }
        }
    }

    /// Reads the document as it was before it was changed.
    ///
    /// A change is written behind the end, and what it replaces stays (ISO 32000-1 section 7.5.6). That state may have an
    /// earlier one in its turn.
    private static func readEarlierState(
        _ source: Source, _ accounts: PortableAccounts, to desk: Desk
    ) throws(Obstacle) {
        guard UInt64(source.size) <= desk.order.limits.heldBytes else { return }
        let bytes = try source.all(limit: desk.order.limits.heldBytes)
        let mark = Array("%%EOF".utf8)
        var ends: [Int] = []
        var place = 0
        while let found = bytes.place(of: mark, from: place) {
            place = found + mark.count
            if isEnd(bytes, at: found) { ends.append(place) }
        }
        // What is arranged for the web has an end behind its first page.
        let head = Array(bytes.prefix(1024))
        if head.place(of: Array("/Linearized".utf8), from: 0) != nil, !ends.isEmpty { ends.removeFirst() }
        guard let last = ends.popLast(), let end = ends.last,
            bytes[end..<last].firstRange(of: Array("endobj".utf8)) != nil
        else { return }
        desk.enter("an earlier state") { () throws(Obstacle) in
            try read(Source(Array(bytes[..<end])), accounts, isEarlier: true, to: desk)
        }
    }

    /// Whether the mark of an end stands behind the place of a table, and not in a stream, as fonts have it (ISO 32000-1 section
    /// 7.5.5).
    private static func isEnd(_ bytes: [UInt8], at mark: Int) -> Bool {
        let before = Array(bytes[max(0, mark - longestTail)..<mark])
        var place = 0
        while let found = before.place(of: tableMark, from: place) { place = found + tableMark.count }
        guard place > 0, before.place(of: stream, from: place) == nil else { return false }
        let after = bytes[(mark + 5)...].prefix(longestTail).drop { $0 <= 0x20 }
        return !after.starts(with: streamEnd)
    }

    private static let tableMark = Array("startxref".utf8)
    private static let stream = Array("stream".utf8)
    private static let streamEnd = Array("endstream".utf8)
    private static let longestTail = 1024
    /// So many bytes may be an account number.
    private static let leastStray = 12

    /// Reads pages as pictures, as many as may be.
    private static func readPictures(
        _ source: Source, pages: [Int], mustHaveText: Bool, to desk: Desk
    ) throws(Obstacle) {
        var hasText = false
        for page in pages {
            guard desk.takesPicture() else { return desk.missFurtherPictures() }
            let task = OutsideTask.pdfPicture(page: UInt32(page))
            let ending = try desk.ask(task, about: desk.members.isEmpty ? nil : source) { (answer) throws(Obstacle) in
                guard case .text(let stream) = answer else { return }
                let text = RecognizedText(stream, to: desk)
                if try PlainText.readPages(text, from: page, to: desk).visible > 0 { hasText = true }
            }
            desk.note(ending)
        }
        if mustHaveText, !hasText { desk.miss(.pictures, "no text was found in them") }
    }
}

/// What pdftotext writes with the option for fields: a head of HTML with them, and the text as it is.
private final class HeadedText: ByteStream {
    private let rest: ByteStream
    private var first: [UInt8] = []
    private(set) var fields: [(name: String, value: String)] = []

    private static let mostHead = 64 << 10

    init(_ stream: ByteStream) throws(Obstacle) {
        rest = stream
        super.init()
        let mark = Array("<pre>\n".utf8)
        var head: [UInt8] = []
        while head.count < Self.mostHead {
            let piece = try stream.next()
            head += piece
            if let end = head.firstRange(of: mark) {
                readFields(String(decoding: head[..<end.lowerBound], as: UTF8.self))
                first = Array(head[end.upperBound...])
                return
            }
            if piece.isEmpty { break }
        }
        first = head
    }

    override func next() throws(Obstacle) -> [UInt8] {
        if first.isEmpty { first = try rest.next() }
        defer { first = [] }
        // The end of the HTML is no text.
        let foot = Array("</pre>\n</body>\n</html>\n".utf8)
        return first.count >= foot.count && first.suffix(foot.count) == foot[...] ? first.dropLast(foot.count) : first
    }

    private func readFields(_ head: String) {
        if let start = head.firstRange(of: "<title>"), let end = head.firstRange(of: "</title>"),
            start.upperBound <= end.lowerBound
        {
            fields.append(("Title", HTMLReference.decoded(String(head[start.upperBound..<end.lowerBound]))))
        }
        for tag in head.split(separator: "<meta ").dropFirst() {
            let attributes = HTMLAttributes.all(
                in: "meta " + (tag.split(separator: ">").first.map { String($0) } ?? ""))
            guard let name = attributes.first(where: { $0.name == "name" })?.value,
                let value = attributes.first(where: { $0.name == "content" })?.value, name != "Producer",
                name != "Creator"
            else { continue }
            fields.append((name, HTMLReference.decoded(value)))
        }
    }
}
