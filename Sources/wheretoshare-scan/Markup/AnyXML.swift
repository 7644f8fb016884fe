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
        let recorder = RecordingStream(stream)
        let isWord = wordForms.contains { stream.head.place(of: Array($0.utf8), from: 0) != nil }
        let isOpenDocument = stream.head.place(of: Array(openDocument.utf8), from: 0) != nil
        let markup = KeyedMarkup(desk, isWord: isWord, isOpenDocument: isOpenDocument)
        do throws(Obstacle) {
            try XMLReader.read(recorder, markup, allowsType: true)
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
