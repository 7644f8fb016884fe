internal import ScanWire
internal import SensitiveContent

/// Reads what is in compound files: messages of Outlook itself, old Office documents through catdoc's programs.
struct OldOffice {
    private static let longestBook = 512 << 20
    private static let longestBeside = 128 << 20
    private static let besideText: Set = ["0Table", "1Table", "Data", "contents"]
    /// A folder of what tables of a workbook were made from (MS-XLS section 2.1.7.15).
    private static let cache = "_SX_DB_CUR"

    private let source: Source
    private let desk: Desk

    init(_ source: Source, desk: Desk) {
        self.source = source
        self.desk = desk
    }

    func read() throws(Obstacle) {
        let file = try CompoundFile(source)
        let names = Set(file.children(of: 0).map { file.entries[$0].name })
        func note(_ kind: String) { if desk.members.isEmpty { desk.kind = kind } }
        if names.contains("EncryptedPackage") {
            note("locked-office")
            throw Self.locked
        }
        let isMessage = names.contains("__properties_version1.0")
        if isMessage || Self.isKnown(names) {
            desk.attempt { () throws(Obstacle) in try Remains.read(textIn: file.strays(), to: desk) }
        }
        if isMessage {
            note("msg")
            return try OutlookMessage(file, desk: desk).read(folder: 0)
        }
        try readProperties(file)
        readRemains(file)
        if names.contains("WordDocument") {
            note("doc")
            try readDocument(file)
        } else if names.contains("Workbook") || names.contains("Book") {
            note("xls")
            try readWorkbook(file)
            try readBeside(file, besideCells(file))
        } else if names.contains("PowerPoint Document") {
            note("ppt")
            // Locked slides have a mark of their own among what is said of the user (MS-PPT section 2.3.2).
            if let user = file.child("Current User"),
                ByteTable(try file.content(file.entries[user])).u32(12) == 0xF3D1_C4DF
            {
                throw Self.locked
            }
            try read(.powerPoint, .prose)
        } else if !names.isDisjoint(with: CompoundObjects.streams) {
            note("ole")
        } else if names.contains("VBA") {
            note("vba")
        } else {
            desk.miss(.unknownFormat)
            try PrintableRuns.read(SourceStream(source), to: desk)
        }
        try CompoundObjects(file, desk: desk).read()
    }

    /// Whether streams are read one by one; of other files, all bytes are.
    private static func isKnown(_ names: Set<String>) -> Bool {
        !names.isDisjoint(with: CompoundObjects.streams.union(CompoundObjects.documents).union(["VBA"]))
    }

    private func readWorkbook(_ file: CompoundFile) throws(Obstacle) {
        let index = file.child("Workbook") ?? file.child("Book")
        var records: [UInt8] = []
        var obstacle: Obstacle?
        do throws(Obstacle) {
            if let index { records = try file.content(file.entries[index], limit: Self.longestBook) }
        } catch {
            obstacle = error
        }
        if OldWorkbook.isLocked(records) { return desk.miss(Self.locked.reason, Self.locked.detail) }
        try read(.excel, .table(separator: 0x09))
        if let obstacle { throw obstacle }
        try OldWorkbook.readRemains(records, to: desk)
    }

    /// Excel and PowerPoint lock what is only protected from changes with a password of their own, which they do not ask for.
    private static let locked = Obstacle(
        .encrypted, "if Office opens it without asking for one, it is Office's own: save a copy without protection")

    /// Reads a document of Word, and what it keeps beside the text: names of marks and styles, texts of forms.
    private func readDocument(_ file: CompoundFile) throws(Obstacle) {
        if let visible = try OldDocument.read(file, to: desk) {
            if visible == 0 { desk.miss(.complained, "it gave no text") }
        } else {
            try read(.word, .prose)
        }
        try readBeside(file, file.entries.filter { $0.type == 2 && Self.besideText.contains($0.name) })
    }

    /// Streams that no other reader knows: what was changed in a shared workbook, who changed it, and what its tables were made from.
    private func besideCells(_ file: CompoundFile) -> [CompoundFile.Entry] {
        let known = CompoundObjects.streams.union(CompoundObjects.documents)
        let folders = [0] + file.children(of: 0).filter { file.entries[$0].name == Self.cache }
        let streams = folders.flatMap { file.children(of: $0) }.map { file.entries[$0] }
        return streams.filter { $0.type == 2 && !known.contains($0.name) && !$0.name.hasPrefix("\u{5}") }
    }

    /// Reads what may be data in streams, which may be many that lie in the same place.
    private func readBeside(_ file: CompoundFile, _ streams: [CompoundFile.Entry]) throws(Obstacle) {
        var left = Self.longestBeside
        for entry in streams {
            left -= entry.size
            guard left >= 0 else { return desk.miss(.tooLarge) }
            try Remains.read(textIn: ReadyStream(try file.content(entry, limit: Self.longestBeside)), to: desk)
        }
    }

    private func read(_ task: OutsideTask, _ form: Passage.Form) throws(Obstacle) {
        var visible = 0
        do throws(Obstacle) {
            let ending = try desk.ask(task, about: desk.members.isEmpty ? nil : source) { (answer) throws(Obstacle) in
                guard case .text(let stream) = answer else { return }
                visible = try PlainText.readPages(stream, form: form, to: desk).visible
            }
            desk.note(ending)
            if visible == 0, ending == .quiet { desk.miss(.complained, "it gave no text") }
        } catch {
            // What looks like text is better than nothing.
            desk.miss(error.reason, error.detail)
        }
        if visible == 0 { try PrintableRuns.read(SourceStream(source), to: desk) }
    }

    /// The fields about the document (MS-OLEPS): texts alone are read.
    private func readProperties(_ file: CompoundFile) throws(Obstacle) {
        let names: [UInt32: String] = [
            2: "title", 3: "subject", 4: "author", 5: "keywords", 6: "comments", 8: "lastAuthor",
        ]
        guard let index = file.child("\u{5}SummaryInformation"),
            let bytes = try? file.content(file.entries[index], limit: 1 << 20)
        else { return }
        let table = ByteTable(bytes)
        var remains = Remains()
        let start = Int(table.u32(44))
        for property in 0..<min(64, Int(table.u32(start + 4))) {
            let id = table.u32(start + 8 + property * 8)
            let at = start + Int(table.u32(start + 12 + property * 8))
            let length = Int(table.u32(at + 4))
            let text: [UInt8] =
                switch table.u32(at) {
                case 30: TextDecoder.decode(whole: Array(table.bytes(at + 8, min(length, 4096)).prefix { $0 != 0 }))
                case 31: OutlookMessage.text(Array(table.bytes(at + 8, min(length, 4096) * 2)))
                // Lists of texts, and what else there may be.
                case 0x101E, 0x101F: PrintableRuns.text(in: Array(table.bytes(at + 4, 4096)))
                default: []
                }
            if let name = names[id] {
                desk.tell("document/\(name)", String(decoding: text, as: UTF8.self))
            } else {
                remains.add(text)
            }
        }
        remains.hand(to: desk)
    }

    /// Reads the other fields, among them those that people made, and the names of all streams.
    private func readRemains(_ file: CompoundFile) {
        var remains = Remains()
        for entry in file.entries { remains.add(entry.name.utf8) }
        if let index = file.child("\u{5}DocumentSummaryInformation"),
            let bytes = try? file.content(file.entries[index], limit: 1 << 20)
        {
            remains.add(textIn: bytes)
        }
        remains.hand(to: desk)
    }
}
