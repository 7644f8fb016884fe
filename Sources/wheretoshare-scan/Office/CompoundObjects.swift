internal import ScanWire
internal import SensitiveContent

/// Takes out what old Office documents embed: macros, files, documents of newer programs, and the text of older ones, of which
/// catdoc's programs read those of the same kind at most.
struct CompoundObjects {
    /// Streams that are a file or a document of their own.
    static let streams: Set = ["\u{1}Ole10Native", "Package", "CONTENTS", "EmbeddedOdf"]
    /// Streams of documents that need a program which cannot be given a part of a file.
    static let documents: Set = ["WordDocument", "Workbook", "Book", "PowerPoint Document"]
    private static let deepest = 16
    private static let mostObjects = 10_000
    private static let longest = 128 << 20

    private let file: CompoundFile
    private let desk: Desk

    init(_ file: CompoundFile, desk: Desk) {
        self.file = file
        self.desk = desk
    }

    /// Reads all of them, and says whether there are pictures.
    func read() throws(Obstacle) {
        var seen: Set<Int> = [0]
        read(folder: 0, depth: 0, &seen)
        if let slides = file.child("PowerPoint Document") { readSlides(file.entries[slides]) }
        if try holdsPictures() { desk.miss(.pictures) }
    }

    private func read(folder: Int, depth: Int, _ seen: inout Set<Int>) {
        guard depth < Self.deepest else { return desk.miss(.tooDeep) }
        for index in file.children(of: folder).sorted() where seen.insert(index).inserted {
            guard seen.count < Self.mostObjects else { return desk.miss(.tooManyMembers) }
            let entry = file.entries[index]
            if entry.type == 1 {
                read(folder: index, depth: depth + 1, &seen)
            } else if Self.streams.contains(entry.name) {
                desk.enter(depth == 0 ? "object" : file.entries[folder].name) { () throws(Obstacle) in
                    let bytes = try file.content(entry, limit: Self.longest)
                    if entry.name == "\u{1}Ole10Native" {
                        try EmbeddedObject.read(stream: bytes, to: desk)
                    } else {
                        try Document(desk: desk, name: entry.name).read(Source(bytes))
                    }
                }
            } else if depth > 0, file.entries[folder].name == "VBA" {
                readMacro(entry)
            } else if depth > 0, Self.documents.contains(entry.name) {
                desk.enter(file.entries[folder].name) { () throws(Obstacle) in
                    if try OldDocument.read(file, in: folder, to: desk) != nil { return }
                    desk.miss(.embedded, "an old Office document; only what looks like text was read")
                    try PrintableRuns.read(ReadyStream(try file.content(entry, limit: Self.longest)), to: desk)
                }
            }
        }
    }

    /// Reads the text of a macro; streams beside the modules have none.
    private func readMacro(_ entry: CompoundFile.Entry) {
        guard entry.name != "dir", !entry.name.hasPrefix("_") else { return }
        desk.enter("VBA/\(entry.name)") { () throws(Obstacle) in
            guard let text = MacroText.read(try file.content(entry, limit: Self.longest)) else { throw .damaged }
            try PlainText.read(try HeadedStream(ReadyStream(text), atLeast: 1), .sourceCode, to: desk)
        }
    }

    /// Slides have objects among their records, mostly compressed (MS-PPT section 2.10.34).
    private func readSlides(_ entry: CompoundFile.Entry) {
        desk.attempt { () throws(Obstacle) in
            let bytes = try file.content(entry, limit: Self.longest)
            let table = ByteTable(bytes)
            var at = 0
            var number = 0
            while at + 8 <= bytes.count {
                let length = Int(table.u32(at + 4))
                if table.u16(at + 2) == 0x1011 {
                    number += 1
                    let content = table.bytes(at + 8, length)
                    let isPacked = table.u16(at) >> 4 == 1
                    desk.enter("object \(number)") { () throws(Obstacle) in
                        let object =
                            isPacked
                            ? try Inflating.bytes(framed: content.dropFirst(4), limit: Self.longest, to: desk)
                            : Array(content)
                        try Document(desk: desk, name: "object").read(Source(object))
                    }
                }
                at += 8 + length
            }
        }
    }

    /// Whether pictures stand in one of the streams that have them.
    private func holdsPictures() throws(Obstacle) -> Bool {
        let marks: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], [0xFF, 0xD8, 0xFF, 0xE1],
        ]
        for name in ["Pictures", "Data", "Workbook"] {
            guard let index = file.child(name) else { continue }
            let bytes = try file.content(file.entries[index], limit: Self.longest)
            if marks.contains(where: { bytes.place(of: $0, from: 0) != nil }) { return true }
        }
        return false
    }
}
