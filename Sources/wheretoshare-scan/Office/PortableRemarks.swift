internal import ScanWire
internal import SensitiveContent

/// Reads what a PDF says beside its pages, which pdftotext leaves out: remarks, values of forms, links, bookmarks, and
/// fields in XML (ISO 32000-1 sections 7.3.4, 7.5.7, 12.3.3, 12.5.2, 12.7.3 and 14.3.2).
///
/// Objects are not followed, since whoever made the file decides what refers to what: all texts are read wherever they
/// stand, also those of earlier states of the document, and what would be drawn by objects that nothing refers to.
struct PortableRemarks {
    private let desk: Desk
    private let bytes: [UInt8]
    private var texts = PortableTexts()
    /// Streams that may hold a script, a page or a drawing, with the numbers of their objects.
    private var others: [(number: Int, head: ArraySlice<UInt8>, content: ArraySlice<UInt8>)] = []
    /// Whether there is something that could not be looked into.
    private var isHidden = false
    /// Account numbers that anything draws, or that pictures and the data of programs have.
    private var accounts = ScatteredAccounts()
    /// Those among them that are read as what they are a part of.
    private var read = ScatteredAccounts()
    /// Whether a table that should say which letters a font has says it of few of them.
    private var hasEmptyTable = false
    /// Whether something draws a picture that is no stream of its own.
    private var hasInnerPicture = false
    /// The numbers of streams in XML.
    private var markup: Set<Int> = []

    private static let longestHead = 4096
    private static let mostOthers = 1_000_000
    private static let longestPictureHead = 16 << 10
    private static let mostUnpacked = 64 << 20

    private init(_ bytes: [UInt8], desk: Desk) {
        self.bytes = bytes
        self.desk = desk
    }

    /// Reads them; `accounts` has what the pages show, when numbers that they do not show are to be told.
    /// - Returns: Whether drawings hold pictures themselves that text could stand in.
    static func read(_ source: Source, _ accounts: PortableAccounts?, to desk: Desk) throws(Obstacle) -> Bool {
        guard UInt64(source.size) <= desk.order.limits.heldBytes else { throw Obstacle(.tooLarge, "remarks and links") }
        var remarks = PortableRemarks(try source.all(limit: desk.order.limits.heldBytes), desk: desk)
        // Its texts are locked then, although its pages may be shown.
        let isLocked = remarks.bytes.place(of: Array("/Encrypt".utf8), from: 0) != nil
        remarks.readStreams(isLocked: isLocked)
        if isLocked, remarks.isHidden || !remarks.texts.found.isEmpty {
            desk.miss(.encrypted, "remarks and links")
            return false
        }
        remarks.readOthers()
        if remarks.texts.fonts.haveUnknownLetters || remarks.hasEmptyTable {
            desk.miss(.unknownFormat, "a font that does not say what its letters are")
        }
        remarks.texts.remains.hand(to: desk)
        if let accounts, !isLocked {
            remarks.look(at: remarks.texts.pieces[...])
            accounts.note(remarks.read.found)
            accounts.tell(remarks.accounts.found, to: desk)
        }
        if !remarks.texts.found.isEmpty {
            desk.begin(.comment)
            desk.read(remarks.texts.found)
            desk.end()
        }
        return remarks.hasInnerPicture
    }

    /// Goes from one stream to the next; what lies between them is objects.
    private mutating func readStreams(isLocked: Bool) {
        let start = Array("stream".utf8)
        let end = Array("endstream".utf8)
        var at = 0
        var from = 0
        while let stream = bytes.place(of: start, from: from) {
            from = stream + start.count
            guard let head = head(from: at, to: stream) else { continue }
            texts.read(bytes[at..<stream])
            let ended = bytes.place(of: end, from: stream + start.count) ?? bytes.count
            if isLocked {
                isHidden = isHidden || Self.names(head, "/ObjStm")
            } else {
                readStream(bytes[(stream + start.count)..<ended], head)
            }
            at = min(bytes.count, ended + end.count)
            from = at
        }
        texts.read(bytes[at...])
    }

    /// What is said of the stream that begins at a place; nil when the word there is only a part of some text.
    private func head(from start: Int, to stream: Int) -> ArraySlice<UInt8>? {
        let next = stream + 6
        guard next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D else { return nil }
        var end = stream
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end >= start + 2, bytes[end - 1] == UInt8(ascii: ">"), bytes[end - 2] == UInt8(ascii: ">") else {
            return nil
        }
        // After the word that begins its object.
        let object = Array("obj".utf8)
        var begin = max(start, stream - Self.longestHead)
        while let place = bytes.place(of: object, from: begin), place < end { begin = place + object.count }
        return bytes[begin..<end]
    }

    private mutating func readStream(_ content: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) {
        let isObjects = Self.names(head, "/ObjStm")
        let isFields = Self.names(head, "/XML") && !Self.names(head, "/EmbeddedFile")
        let content = content.drop { $0 == 0x0D || $0 == 0x0A }
        guard isObjects || isFields else {
            // What a camera or a person wrote into a picture stands before it.
            if Self.names(head, "/DCTDecode") { look(at: content.prefix(Self.longestPictureHead)) }
            // Neither pages nor scripts have a type.
            let isUntyped = !Self.names(head, "/Type") && !Self.names(head, "/Subtype")
            let isDrawing = Self.names(head, "/Form") || Self.names(head, "/PatternType")
            if isUntyped || isDrawing, others.count < Self.mostOthers, let number = number(of: head) {
                others.append((number, head, content))
            }
            return
        }
        guard let content = unpacked(content, head) else {
            // That a part of it is damaged is said by the program that reads the pages.
            if isObjects, Self.isDeflated(head) { return desk.miss(.damaged, "remarks and links") }
            if isObjects || isFields { desk.miss(.unknownFormat, "remarks and links") }
            return
        }
        if isObjects { texts.read(content) } else { readFields(content) }
    }

    private func readFields(_ content: ArraySlice<UInt8>) {
        let desk = desk
        desk.attempt { () throws(Obstacle) in try PhotoFields.readXMP(Array(content), to: desk) }
    }

    /// Reads a form in XML, which may have been cut into several streams at any place.
    private func readForm(_ text: [UInt8]) {
        guard !text.isEmpty else { return }
        let desk = desk
        desk.attempt { () throws(Obstacle) in
            try HTMLText.read(try HeadedStream(ReadyStream(text), atLeast: 1), to: desk)
        }
    }

    /// Looks for account numbers in a text as it is.
    private mutating func look(at text: ArraySlice<UInt8>) {
        accounts.read(Array(text))
        accounts.read([], isLast: true)
    }

    /// Reads scripts, and what would be drawn if anything referred to it.
    private mutating func readOthers() {
        guard !texts.hasManyObjects, others.count < Self.mostOthers else {
            return desk.miss(.tooLarge, "objects that nothing refers to")
        }
        let undrawn = undrawn()
        var form: [(place: Int, text: [UInt8])] = []
        for (number, head, content) in others {
            let isScript = texts.scripts.contains(number)
            let areFields = texts.metadata.contains(number)
            let place = texts.formParts.firstIndex(of: number)
            let isForm = place != nil || texts.namesForm && markup.contains(number)
            let isLoose = !texts.referred.contains(number) || undrawn.contains(number)
            guard isScript || areFields || isForm || isLoose else { continue }
            if let content = unpacked(content, head) {
                read.read(PortableTexts.shown(in: content), isLast: true)
                if areFields {
                    readFields(content)
                } else if isForm {
                    form.append((place ?? texts.formParts.count, TextDecoder.decode(whole: Array(content))))
                } else {
                    texts.read(other: content)
                }
            } else if isScript {
                desk.miss(.unknownFormat, "a script")
            }
        }
        readForm(form.sorted { $0.place < $1.place }.flatMap(\.text))
    }

    /// Looks at all that is drawn.
    /// - Returns: The numbers of drawings that are there for pages, and that no page or other drawing draws.
    private mutating func undrawn() -> Set<Int> {
        let forms = others.filter { Self.names($0.head, "/Form") && texts.referred.contains($0.number) }
        var drawn: Set<String> = []
        // Fonts draw nothing else.
        for (number, head, content) in others where !Self.names(head, "/Length1") {
            guard let content = unpacked(content, head) else { continue }
            if !forms.isEmpty { drawn.formUnion(PortableTexts.drawn(by: content)) }
            if Self.isMarkup(content) { markup.insert(number) }
            hasEmptyTable = hasEmptyTable || PortableFonts.isEmptyTable(content)
            hasInnerPicture = hasInnerPicture || PictureTraces.areLarge(within: content)
            accounts.read(PortableTexts.shown(in: content), isLast: true)
        }
        // How a remark or a field looks is drawn for it.
        drawn.formUnion(["N", "R"])
        return Set(forms.map(\.number).filter { texts.drawings[$0]?.isDisjoint(with: drawn) ?? false })
    }

    private static func isMarkup(_ content: ArraySlice<UInt8>) -> Bool {
        // In UTF-16, after its mark.
        content.prefix(8).first { $0 > 0x20 && $0 < 0xFE } == UInt8(ascii: "<")
    }

    /// The number of the object that a stream belongs to, given what is said of it.
    private func number(of head: ArraySlice<UInt8>) -> Int? {
        // Before it stand the number, the generation and the word that begins an object.
        let before = bytes[max(0, head.startIndex - 32)..<head.startIndex]
        let words = String(decoding: before, as: UTF8.self).split { $0 == " " || $0.isNewline }
        return words.count >= 3 ? Int(words[words.count - 3]) : nil
    }

    /// What a stream holds; nil when it is packed in a way that is not known, or damaged.
    private func unpacked(_ content: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard Self.names(head, "/Filter") else { return content }
        let isInLetters = Self.names(head, "/ASCII85Decode")
        let content = isInLetters ? Self.decodedLetters(content)[...] : content
        guard Self.isDeflated(head) else { return nil }
        return (try? Inflating.bytes(framed: content, limit: Self.mostUnpacked, to: desk)).map { $0[...] }
    }

    /// The bytes of a stream in base85, up to the mark of its end (ISO 32000-1 section 7.4.3).
    private static func decodedLetters(_ content: ArraySlice<UInt8>) -> [UInt8] {
        let alphabet = EncodedLetters.Alphabet.base85
        var letters = EncodedLetters(alphabet: alphabet)
        for byte in content.prefix(while: { $0 != UInt8(ascii: "~") }) {
            if let value = alphabet.value(byte) { letters.take(value) }
        }
        letters.end()
        return letters.bytes
    }

    private static func isDeflated(_ head: ArraySlice<UInt8>) -> Bool {
        names(head, "/FlateDecode") && !names(head, "/Predictor")
    }

    private static func names(_ head: ArraySlice<UInt8>, _ name: String) -> Bool { Array(head).names(name) }
}
