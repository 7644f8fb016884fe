internal import ScanWire
internal import SensitiveContent

/// Reads ZIP archives, and the office documents that are such archives.
struct OpenPackage {
    private enum Family {
        case word, sheet, slides, openDocument
    }

    private let desk: Desk
    private let source: Source
    private let name: String

    init(_ source: Source, name: String, desk: Desk) {
        self.source = source
        self.name = name
        self.desk = desk
    }

    /// Reads the archive by what is in it.
    func read() throws(Obstacle) {
        guard let directory = try ZipDirectory(source, mostMembers: desk.order.limits.members) else {
            // Its end is missing; what stands before may be there.
            desk.miss(.damaged)
            return try Archive.read(source, name: name, to: desk)
        }
        if directory.comments.count > 1 {
            desk.begin(.metadata)
            desk.read(TextDecoder.decode(whole: directory.comments))
            desk.end()
        }
        var extras = directory.extras
        extras.hand(to: desk)
        for stray in directory.strays { try readStray(stray) }
        guard let family = family(directory.names) else { return try Archive.read(source, name: name, to: desk) }
        let isBinary = directory.names.contains { $0.lowercased() == "xl/workbook.bin" }
        if desk.members.isEmpty { desk.kind = kind(family, isBinary: isBinary) }
        switch family {
        case .word: try readWord()
        case .sheet:
            // Its parts are records instead of markup.
            if isBinary { return try BinaryWorkbook(self).read() }
            try Workbook(self).read()
        case .slides: try readSlides()
        case .openDocument: try OpenDocument(self).read()
        }
    }

    /// Reads bytes that belong to no member, unless nothing is in them.
    private func readStray(_ range: Range<Int>) throws(Obstacle) {
        guard UInt64(range.count) <= desk.order.limits.heldBytes else { return desk.miss(.tooLarge) }
        let bytes = try source.read(at: range.lowerBound, range.count)
        guard bytes.contains(where: { $0 != 0 }) else { return }
        desk.enter("bytes of no member") { () throws(Obstacle) in
            try Document(desk: desk, name: "").read(Source(bytes))
        }
    }

    private func family(_ names: [String]) -> Family? {
        // Programs do not tell names of parts from each other by their case (ECMA-376 part 2 section 6.2.2.3).
        let parts = names.map { $0.lowercased() }
        if parts.contains("[content_types].xml") {
            if parts.contains(where: { $0.hasPrefix("word/") }) { return .word }
            if parts.contains(where: { $0.hasPrefix("xl/") }) { return .sheet }
            if parts.contains(where: { $0.hasPrefix("ppt/") }) { return .slides }
        }
        if names.contains("content.xml"), names.contains("META-INF/manifest.xml") || names.contains("mimetype") {
            return .openDocument
        }
        return nil
    }

    private func kind(_ family: Family, isBinary: Bool) -> String {
        let suffix = Kind.suffix(of: name)
        switch family {
        case .word: return ["docm", "dotx", "dotm"].contains(suffix) ? suffix : "docx"
        case .sheet:
            return ["xlsm", "xltx", "xltm", "xlsb"].contains(suffix) ? suffix : isBinary ? "xlsb" : "xlsx"
        case .slides: return ["pptm", "ppsx", "potx"].contains(suffix) ? suffix : "pptx"
        case .openDocument: return ["odt", "ods", "odp", "odg", "ott", "ots"].contains(suffix) ? suffix : "odf"
        }
    }

    // MARK: Members

    /// Goes through all members; what goes wrong with one does not stop the others.
    func eachMember(_ body: (String, ByteStream) throws(Obstacle) -> Void) throws(Obstacle) {
        let reader = try ArchiveReader(source: source)
        while let member = try reader.next() {
            guard desk.mayGoOn else { throw Obstacle(.tooLarge) }
            guard member.isFile else {
                desk.tell(name: member.name)
                continue
            }
            desk.attempt { () throws(Obstacle) in
                if member.isEncrypted { throw Obstacle(.encrypted) }
                try body(member.name, MemberStream(reader, desk: desk, archiveSize: source.size))
            }
        }
    }

    /// Reads a member that is no text of the document itself: fields about it, or something that is embedded.
    /// - Returns: Whether it was such a member.
    func readCommon(_ name: String, _ stream: ByteStream) throws(Obstacle) -> Bool {
        let part = name.lowercased()
        if part.hasPrefix("docprops/") {
            if part.hasSuffix(".xml") {
                try XMLReader.read(stream, KeyedMarkup(desk, part: .metadata, under: "document"))
            } else if ["emf", "wmf"].contains(Kind.suffix(of: name)) {
                // The first page as it was drawn when it was saved last, with its text.
                desk.enter(name) { () throws(Obstacle) in
                    let drawing = try Source(holding: stream, limit: desk.order.limits.heldBytes)
                    try Metafile.read(drawing, to: desk, isCopy: true)
                }
            } else if ["jpeg", "jpg", "png"].contains(Kind.suffix(of: name)) {
                // It shows the first page once more; what is noted in it stands nowhere else.
                let picture = try Source(holding: stream, limit: desk.order.limits.heldBytes)
                let kind = Kind(head: try picture.read(at: 0, Kind.head), name: "")
                if kind == .jpeg || kind == .png { PhotoFields.readFields(picture, kind, to: desk) }
            } else {
                desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(stream) }
            }
        } else if part.hasSuffix(".rels") {
            try XMLReader.read(stream, LinkMarkup(desk))
        } else if part.hasPrefix("customxml/"), part.hasSuffix(".xml") {
            try XMLReader.read(stream, KeyedMarkup(desk, part: .hidden))
        } else if part.contains("/printersettings/") {
            // A device's settings of fixed size, with its name and the paper's in UTF-16; Excel keeps them with each sheet.
            try PrintableRuns.read(stream, to: desk)
        } else if Self.holdsFiles(part) {
            desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(stream) }
        } else {
            return false
        }
        return true
    }

    /// Reads a member that no reader here knows, as a document of its own.
    func readOther(_ name: String, _ stream: ByteStream) {
        // Letters in their shapes, and small pictures of the first page.
        let isLook = ["odttf", "fntdata", "ttf"].contains(Kind.suffix(of: name))
        guard !isLook, !name.hasSuffix("/") else { return }
        desk.enter(name) { () throws(Obstacle) in try Document(desk: desk, name: name).read(stream) }
    }

    /// Whether the folder of a part, given in small letters, is one for files that are embedded.
    private static func holdsFiles(_ part: String) -> Bool {
        let folders = ["media", "embeddings", "pictures", "activex", "attachments", "objectreplacements"]
        return part.hasSuffix(".bin") || part.split(separator: "/").dropLast().contains { folders.contains(String($0)) }
    }

    /// Where the document is read.
    var place: Desk { desk }

    // MARK: Word and PowerPoint

    private func readWord() throws(Obstacle) {
        try eachMember { (name, stream) throws(Obstacle) in
            if try readCommon(name, stream) { return }
            let path = name.lowercased()
            guard path.hasSuffix(".xml") else { return readOther(name, stream) }
            let file = path.split(separator: "/").last.map { String($0) } ?? path
            let part: Passage.Part? =
                if file.hasPrefix("header") {
                    .header
                } else if file.hasPrefix("footer") {
                    .footer
                } else if file.hasPrefix("footnotes") || file.hasPrefix("endnotes") {
                    .footnote
                } else if file.hasPrefix("comments") {
                    .comment
                } else if file.hasPrefix("people") {
                    .metadata
                } else if file.hasPrefix("settings") {
                    // Variables of the document stand there.
                    .hidden
                } else if ["styles", "fonttable", "theme", "websettings", "numbering", "[content_types].xml"]
                    .contains(where: { file.hasPrefix($0) })
                {
                    nil
                } else {
                    .body
                }
            guard let part else { return try readLooks(stream) }
            if part == .metadata { return try XMLReader.read(stream, KeyedMarkup(desk, part: .metadata)) }
            try readText(stream, part)
        }
    }

    private func readSlides() throws(Obstacle) {
        try eachMember { (name, stream) throws(Obstacle) in
            if try readCommon(name, stream) { return }
            let path = name.lowercased()
            guard path.hasSuffix(".xml") else { return readOther(name, stream) }
            guard path != "[content_types].xml" else { return }
            let page = Int(name.filter(\.isNumber).suffix(6))
            if path.hasPrefix("ppt/slides/") {
                // Whether it is shown stands at its beginning.
                let headed = try HeadedStream(stream, atLeast: 4096)
                let isHidden = Self.isHidden(headed.head)
                try readText(headed, isHidden ? .hidden : .body, page: page)
            } else if path.hasPrefix("ppt/notesslides/") {
                try readText(stream, .notes, page: page)
            } else if path.contains("moderncomment") {
                try readText(stream, .comment)
            } else if path.contains("comment") {
                try XMLReader.read(stream, KeyedMarkup(desk, part: .comment))
            } else if path.hasPrefix("ppt/charts/") || path.hasPrefix("ppt/diagrams/data") {
                try readText(stream, .body)
            } else if path.hasPrefix("ppt/slidemasters/") || path.hasPrefix("ppt/slidelayouts/")
                || path.hasPrefix("ppt/notesmasters/") || path.hasPrefix("ppt/handoutmasters/")
            {
                try readText(stream, .footer)
            } else {
                try readText(stream, .hidden)
            }
        }
    }

    /// Reads what says how a document looks, of which names and texts of styles may be data; it may be empty.
    func readLooks(_ stream: ByteStream, allowsType: Bool = false) throws(Obstacle) {
        let headed = try HeadedStream(stream, atLeast: 1)
        guard !headed.head.isEmpty else { return }
        let looks = LookMarkup()
        defer { looks.remains.hand(to: desk) }
        try XMLReader.read(headed, looks, allowsType: allowsType)
    }

    /// Whether a slide that begins like this is not shown.
    private static func isHidden(_ head: [UInt8]) -> Bool {
        let start = String(decoding: head.prefix(4096), as: UTF8.self)
        guard let slide = start.firstRange(of: ":sld ") else { return false }
        return start[slide.upperBound...].prefix { $0 != ">" }.contains("show=\"0\"")
    }

    func readText(_ stream: ByteStream, _ part: Passage.Part, page: Int? = nil) throws(Obstacle) {
        let text = OfficeText(desk, part: part, page: page)
        defer { text.finish() }
        try XMLReader.read(stream, WordMarkup(text))
    }
}

/// Keeps what may be data, and nothing else.
private final class LookMarkup: MarkupHandler {
    var remains = Remains()

    func start(_ name: String, _ attributes: MarkupAttributes) { remains.add(attributes) }

    func end(_ name: String) {}

    func text(_ bytes: [UInt8]) { remains.add(bytes) }

    func aside(_ bytes: [UInt8]) { remains.add(bytes) }
}

/// Reads the addresses that a part links to.
private final class LinkMarkup: MarkupHandler {
    private let desk: Desk

    init(_ desk: Desk) {
        self.desk = desk
    }

    func start(_ name: String, _ attributes: MarkupAttributes) {
        guard let target = attributes["Target"],
            attributes["TargetMode"] == "External" || Remains.areData(target.utf8)
        else { return }
        desk.tell("document/link", target)
    }

    func end(_ name: String) {}

    func text(_ bytes: [UInt8]) {}
}
