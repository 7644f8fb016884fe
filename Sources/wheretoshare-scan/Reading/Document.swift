internal import ScanWire
internal import SensitiveContent

/// Reads a document of any kind.
struct Document {
    let desk: Desk
    /// The document's own name.
    let name: String

    /// Reads a document that can be read in any order.
    func read(_ source: Source) throws(Obstacle) {
        let head = try source.read(at: 0, Kind.head)
        let kind = Kind(head: head, name: name)
        note(kind)
        if kind.needsAll { return try read(source, kind) }
        var end = source.size
        if desk.members.isEmpty, let sample = desk.order.limits.sampleBytes, sample < end {
            end = Int(sample)
            desk.unreadBytes = UInt64(source.size - end)
            desk.miss(.sample)
        }
        if kind == .nifti { return try BrainImage.read(source, upTo: end, to: desk) }
        let stream = SourceStream(source, upTo: end)
        try read(try HeadedStream(stream, atLeast: 1), kind, size: source.size)
    }

    /// Reads a document that comes piece by piece; `size` is only for comparing with what is unpacked from it.
    func read(_ stream: ByteStream) throws(Obstacle) {
        let stream = try HeadedStream(stream, atLeast: Kind.head)
        let kind = Kind(head: Array(stream.head.prefix(Kind.head)), name: name)
        note(kind)
        if kind.needsAll {
            try read(try Source(holding: stream, limit: desk.order.limits.heldBytes), kind)
        } else {
            try read(stream, kind, size: nil)
        }
    }

    private func note(_ kind: Kind) {
        if desk.members.isEmpty { desk.kind = kind.rawValue }
    }

    private func read(_ source: Source, _ kind: Kind) throws(Obstacle) {
        switch kind {
        case .zip: try OpenPackage(source, name: name, desk: desk).read()
        case .archive: try Archive.read(source, name: name, to: desk)
        case .pdf: try PortableDocument.read(source, to: desk)
        case .compound: try OldOffice(source, desk: desk).read()
        case .packedCompound:
            // What Office saves beside web pages: fifty bytes about it, and a compressed compound file.
            let limit = desk.order.limits.heldBytes
            let packed = try source.all(limit: limit).dropFirst(50)
            try read(Source(try Inflating.bytes(framed: packed, limit: Int(clamping: limit), to: desk)))
        case .jpeg, .png, .tiff, .picture: try PhotoFields.read(source, kind, to: desk)
        case .metafile: try Metafile.read(source, to: desk)
        case .dicom: try MedicalImage.read(source, to: desk)
        case .edf: try Recording.read(source, to: desk)
        case .cram: try Genomics.readCompressed(source, to: desk)
        case .packets: try PacketMessage.read(try source.all(limit: desk.order.limits.heldBytes), to: desk)
        case .outlookMailbox: try readMailbox(source)
        case .signed:
            let desk = desk
            try SignedContent(named: name, to: desk) { MailMessage(desk: desk).read(part: $0) }.read(source)
        default: try readRuns(SourceStream(source))
        }
    }

    private func readMailbox(_ source: Source) throws(Obstacle) {
        var files: (folder: UInt32, count: UInt32) = (0, 0)
        let ending = try desk.ask(.mailbox, about: desk.members.isEmpty ? nil : source) { (answer) throws(Obstacle) in
            if case .files(let folder, let count) = answer { files = (folder, count) }
        }
        desk.note(ending)
        // It may be empty, or not what the program can read: that is not told apart.
        if files.count == 0, ending == .quiet { desk.miss(.complained, "it gave no messages") }
        // A message may need a program of its own, so none is open while another is fetched.
        for number in 0..<files.count where desk.mayGoOn {
            var message: (name: String, source: Source)?
            let task = OutsideTask.fetch(folder: files.folder, file: number)
            let ending = try desk.ask(task, about: nil) { (answer) throws(Obstacle) in
                if case .file(let name, let source) = answer { message = (name, source) }
            }
            desk.note(ending)
            guard let message else { continue }
            desk.enter(message.name) { () throws(Obstacle) in
                try Document(desk: desk, name: message.name).read(message.source)
            }
        }
    }

    private func readRuns(_ stream: ByteStream) throws(Obstacle) {
        desk.miss(.unknownFormat)
        try PrintableRuns.read(stream, to: desk)
    }

    private func read(_ stream: HeadedStream, _ kind: Kind, size: Int?) throws(Obstacle) {
        switch kind {
        case .empty: break
        case .table:
            let head = stream.head.prefix(Kind.head)
            let separator = Kind.separator(TextDecoder.decode(whole: Array(head)), Kind.suffix(of: name)) ?? 0x2C
            try PlainText.read(stream, .table(separator: separator), to: desk)
        case .sourceCode: try PlainText.readWithFiles(stream, .sourceCode, to: desk)
        case .json: try JSONText.read(stream, to: desk)
        case .html: try HTMLText.read(stream, to: desk)
        case .xml: try AnyXML.read(stream, to: desk)
        case .rtf: try RTFText.read(stream, to: desk)
        case .card, .calendar: try CardText.read(stream, to: desk)
        case .mail:
            let source = try Source(holding: stream, limit: desk.order.limits.heldBytes)
            let bytes = try source.all(limit: desk.order.limits.heldBytes)
            let isWide = TextDecoder.isWide(Array(bytes.prefix(Kind.head)))
            try MailMessage(desk: desk).read(isWide ? TextDecoder.decode(whole: bytes) : bytes)
        case .variants: try Genomics.readText(stream, to: desk)
        case .bam: try Genomics.readBinary(stream, to: desk)
        case .nifti: try BrainImage.read(stream, to: desk)
        case .mbox: try Mailbox.read(stream, to: desk)
        case .torrent:
            let source = try Source(holding: stream, limit: desk.order.limits.heldBytes)
            try BencodedText.read(try source.all(limit: desk.order.limits.heldBytes), to: desk)
        case .messages:
            let source = try Source(holding: stream, limit: desk.order.limits.heldBytes)
            try MessageCatalogue.read(try source.all(limit: desk.order.limits.heldBytes), to: desk)
        case .packed: try Archive.read(stream, name: name, to: desk)
        case .binary: try readRuns(stream)
        case .text where SubtitleText.mayBe(named: name):
            try SubtitleText.read(stream, named: name, to: desk)
        case .text where DrawingText.mayBe(named: name): try PlainText.readWithFiles(DrawingText(stream), to: desk)
        case .text where HeaderCards.begins(stream.head):
            try PlainText.readWithFiles(HeaderCards(stream), to: desk)
        case .text where FoldedText.begins(stream.head):
            try PlainText.readWithFiles(FoldedText(stream), to: desk)
        case .text where ArmoredMessages.begin(in: stream.head): try ArmoredMessages.read(stream, to: desk)
        case _ where RegistryText.begins(stream.head): try readRegistry(stream)
        default:
            noteCut(stream.head)
            try PlainText.readWithFiles(stream, to: desk)
        }
    }

    private func readRegistry(_ stream: ByteStream) throws(Obstacle) {
        let source = try Source(holding: stream, limit: desk.order.limits.heldBytes)
        let bytes = try source.all(limit: desk.order.limits.heldBytes)
        try PlainText.read(try HeadedStream(ReadyStream(bytes), atLeast: 1), .prose, to: desk)
        let registry = RegistryText(TextDecoder.decode(whole: bytes))
        desk.begin(.hidden)
        desk.read(registry.values)
        desk.end()
    }

    /// Notes text of which the words may be cut, or written in a way that nobody here knows.
    private func noteCut(_ head: [UInt8]) {
        if head.starts(with: "%!".utf8) { desk.miss(.unknownFormat, "PostScript") }
        // PCL and PJL, and what troff hands to them: words stand at places of their own.
        if ["\u{1B}E", "\u{1B}%-12345X", "x T "].contains(where: { head.starts(with: $0.utf8) }) {
            desk.miss(.unknownFormat, "a printer's language")
        }
        if head.place(of: Array("(This file must be converted with BinHex".utf8), from: 0) != nil {
            desk.miss(.unknownFormat, "BinHex")
        }
        if ["pkl", "pickle"].contains(Kind.suffix(of: name)) { desk.miss(.unknownFormat, "objects of Python") }
    }
}
