internal import ScanWire

/// Takes out the files that are attached to a PDF, through pdfdetach, each as a document of its own (ISO 32000-1 section
/// 7.11.4).
enum PortableAttachments {
    /// So many files are taken out.
    private static let most = 1000
    /// A longer list of files is not read.
    private static let mostList = 1 << 20

    /// Reads what is attached; a document without a trace of attached files costs no program.
    static func read(_ source: Source, to desk: Desk) throws(Obstacle) {
        let traces = try AttachmentTraces(in: source)
        guard traces.count > 0 || traces.isNamed else { return }
        let document = desk.members.isEmpty ? nil : source
        var list: [UInt8] = []
        let ending = try desk.ask(.pdfFiles, about: document) { (answer) throws(Obstacle) in
            guard case .text(let stream) = answer else { return }
            list = try Source(holding: stream, limit: UInt64(mostList)).all(limit: UInt64(mostList))
        }
        desk.note(ending)
        let names = names(in: list)
        for (index, name) in names.prefix(most).enumerated() where desk.mayGoOn {
            desk.enter(name) { () throws(Obstacle) in
                var file: Source?
                let task = OutsideTask.pdfFile(UInt32(index + 1))
                let ending = try desk.ask(task, about: document) { (answer) throws(Obstacle) in
                    guard case .text(let stream) = answer else { return }
                    let counted = CountedStream(stream, packedSize: source.size, desk: desk)
                    file = try Source(holding: counted, limit: desk.order.limits.heldBytes)
                }
                desk.note(ending)
                if let file { try Document(desk: desk, name: name).read(file) }
            }
        }
        if names.count > most { desk.miss(.tooManyMembers) }
        // Files that the program does not list, such as those of an earlier state of the document.
        if names.count < traces.count { desk.miss(.embedded) }
    }

    /// The names in lines such as `2: list.csv`, which come after one with their count.
    private static func names(in list: [UInt8]) -> [String] {
        var names: [String] = []
        for line in list.split(separator: 0x0A) {
            let mark = Array("\(names.count + 1): ".utf8)
            if line.starts(with: mark) { names.append(String(decoding: line.dropFirst(mark.count), as: UTF8.self)) }
        }
        return names
    }
}

/// What shows in a PDF's bytes of files that are attached: a stream always stands there in the open, whatever is compressed.
private struct AttachmentTraces {
    /// How many streams say that they are attached files.
    private(set) var count = 0
    /// Whether something else speaks of attached files.
    private(set) var isNamed = false

    init(in source: Source) throws(Obstacle) {
        let mark = Array("/EmbeddedFile".utf8)
        let others = ["/EF", "/Filespec", "/FileAttachment"].map { Array($0.utf8) }
        // A mark that is cut by the end of a piece shows in the next.
        let overlap = 32
        var offset = 0
        while offset < source.size {
            let piece = try source.read(at: offset, 1 << 20)
            let isLast = offset + piece.count >= source.size
            let end = isLast ? piece.count : piece.count - overlap
            var from = 0
            while let place = piece.place(of: mark, from: from), place < end {
                // The list of names is called /EmbeddedFiles.
                let next = place + mark.count
                if next < piece.count, piece[next] == UInt8(ascii: "s") { isNamed = true } else { count += 1 }
                from = next
            }
            if !isNamed { isNamed = others.contains { piece.place(of: $0, from: 0) != nil } }
            if isLast { break }
            offset += end
        }
    }
}

/// A stream whose bytes count as unpacked from something of this size.
final class CountedStream: ByteStream {
    private let rest: ByteStream
    private let packedSize: Int
    private let desk: Desk
    private var count: UInt64 = 0

    init(_ rest: ByteStream, packedSize: Int, desk: Desk) {
        self.rest = rest
        self.packedSize = packedSize
        self.desk = desk
    }

    override func next() throws(Obstacle) -> [UInt8] {
        let bytes = try rest.next()
        count += UInt64(bytes.count)
        try desk.count(unpacked: bytes.count, ofArchive: packedSize, soFar: count)
        return bytes
    }
}
