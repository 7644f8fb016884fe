internal import ScanWire
internal import SensitiveContent

/// Reads XML that is a document of its own.
enum AnyXML {
    /// The names of Word's forms as one file (Word 2003, ECMA-376 part 2 annex).
    private static let wordForms = ["office/word/2003/wordml", "office/2006/xmlPackage"]

    /// What names of OpenDocument's vocabularies have, whose flat form is one file (ODF 1.3 part 3).
    private static let openDocument = "opendocument:xmlns:text"

    /// Reads a stream; what expat does not take is read as the text between its tags.
    static func read(_ stream: HeadedStream, to desk: Desk) throws(Obstacle) {
        let encoding = declaredEncoding(stream.head)
        let recorder = RecordingStream(encoding.map { DecodedStream(stream, from: $0) } ?? stream)
        let isWord = wordForms.contains { stream.head.place(of: Array($0.utf8), from: 0) != nil }
        let isOpenDocument = stream.head.place(of: Array(openDocument.utf8), from: 0) != nil
        let markup = KeyedMarkup(desk, isWord: isWord, isOpenDocument: isOpenDocument)
        do throws(Obstacle) {
            try XMLReader.read(recorder, markup, allowsType: true, encoding: encoding == nil ? nil : "UTF-8")
        } catch {
            desk.end()
            guard error.reason == .damaged || error.reason == .declaresEntities || error.reason == .tooDeep else {
                throw error
            }
            desk.miss(error.reason)
            try HTMLText.read(try HeadedStream(recorder.again(), atLeast: 1), to: desk)
        }
    }
}

extension AnyXML {
    private static let declaration = Array("<?xml".utf8)
    private static let longestDeclaration = 256
    /// What expat reads by itself, and what tells its encoding by its first bytes.
    private static let known: Set = ["UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ISO-8859-1"]

    /// The encoding that a document names, where expat does not read it by itself (XML 1.0 section 4.3.3); nil for others.
    private static func declaredEncoding(_ head: [UInt8]) -> String? {
        guard head.starts(with: declaration) else { return nil }
        let text = head.prefix(longestDeclaration).prefix { $0 != UInt8(ascii: ">") }
        let words = String(decoding: text, as: UTF8.self).split { "\"'= \t\r\n".contains($0) }
        guard let place = words.firstIndex(of: "encoding"), place + 1 < words.count else { return nil }
        let name = String(words[place + 1])
        return known.contains(name.uppercased()) || Charset.name(name) == nil ? nil : name
    }
}

/// Text of another encoding, in UTF-8.
private final class DecodedStream: ByteStream {
    private let rest: ByteStream
    private var decoder: TextDecoder

    init(_ rest: HeadedStream, from encoding: String) {
        self.rest = rest
        decoder = TextDecoder(head: rest.head, label: encoding)
    }

    override func next() throws(Obstacle) -> [UInt8] {
        while true {
            let piece = try rest.next()
            let bytes = piece.isEmpty ? decoder.finish() : decoder.decode(piece)
            if !bytes.isEmpty || piece.isEmpty { return bytes }
        }
    }
}

/// Remembers the piece that was read last, so that it can be read in another way.
private final class RecordingStream: ByteStream {
    private let rest: ByteStream
    private var last: [UInt8] = []

    init(_ rest: ByteStream) {
        self.rest = rest
    }

    override func next() throws(Obstacle) -> [UInt8] {
        last = try rest.next()
        return last
    }

    /// The last piece, and all that comes after it.
    func again() -> ByteStream { JoinedStream([ReadyStream(last), rest]) }
}
