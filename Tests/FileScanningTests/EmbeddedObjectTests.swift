import FileScanning
import ScanWire
import SensitiveContent
import Testing

/// What documents embed of other programs is taken out, or said.
@Suite struct EmbeddedObjectTests {
    private func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

    /// A file that somebody put into a document.
    private func package(_ name: String, _ content: [UInt8]) -> [UInt8] {
        littleEndian(2, 2) + text(name) + text("C:\\Users\\anna\\\(name)") + littleEndian(0, 2) + littleEndian(3, 2)
            + littleEndian(5, 4) + text("C:\\t") + littleEndian(content.count, 4) + content
    }

    /// An object as RTF has it (MS-OLEDS section 2.2.5).
    private func object(_ program: String, _ content: [UInt8]) -> [UInt8] {
        let name = text(program)
        return littleEndian(0x501, 4) + littleEndian(2, 4) + littleEndian(name.count, 4) + name + littleEndian(0, 4)
            + littleEndian(0, 4) + littleEndian(content.count, 4) + content
    }

    private func hex(_ bytes: [UInt8]) -> String {
        var text = ""
        for (index, byte) in bytes.enumerated() {
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16) + (index % 32 == 31 ? "\r\n" : "")
        }
        return text
    }

    private func members(_ report: FileReport) -> Set<[String]> { Set(report.accountPlaces.map(\.passage.members)) }

    @Test func filesInRTFAreTakenOut() async throws {
        let file = object("Package", package("list.csv", Array("name;iban\nAnna;\(Canary.iban(2))\n".utf8)))
        let document = object("Word.Document.12", OfficeFiles.docx)
        let rtf =
            "{\\rtf1\\ansi \(Canary.sentence(1)){\\object\\objemb{\\*\\objclass Package}{\\*\\objdata \(hex(file))}"
            + "{\\result \(Canary.sentence(3))}}{\\object\\objemb{\\*\\objdata\r\n\(hex(document))}}\\par}"
        let report = try await scanned(rtf, name: "letter.rtf")
        #expect(report.kind == "rtf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 3 + 15)
        #expect(members(report).isSuperset(of: [[], ["object 1", "list.csv"], ["object 2"]]), "\(members(report))")
    }

    @Test func filesInRTFThatStandInBytesAreTakenOut() async throws {
        let file = object("Package", package("a.txt", Array(Canary.sentence(2).utf8)))
        let rtf = Array("{\\rtf1{\\object{\\*\\objdata\\bin\(file.count) ".utf8) + file + Array("}}x}".utf8)
        let report = try await scanned(rtf, name: "letter.rtf")
        #expect(members(report) == [["object 1", "a.txt"]], "\(report.gaps)")
    }

    @Test func picturesInRTFAreSaidAndTheirFieldsRead() async throws {
        func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
            let body = Array(type.utf8) + content
            return bigEndian(content.count, 4) + body + bigEndian(Int(checkSum(body)), 4)
        }
        let png =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("tEXt", Array("Comment\0\(Canary.sentence(2))".utf8)) + chunk("IEND", [])
        let rtf =
            "{\\rtf1 {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv 1}}}\\picw10\\pngblip \(hex(png))}}"
            + "{\\nonshppict{\\pict\\wmetafile8 0100090000}}text \(Canary.sentence(1))}"
        let report = try await scanned(rtf, name: "letter.rtf")
        #expect(members(report) == [[], ["picture 1"]])
        #expect(report.gaps.map(\.description) == ["picture 1: it has pictures, in which no text was looked for"])
    }

    @Test func whatIsDamagedInRTFIsSaid() async throws {
        let cut = object("Package", package("a.txt", Array(Canary.sentence(2).utf8))).dropLast(20)
        let rtf = "{\\rtf1 \(Canary.sentence(1)){\\object{\\*\\objdata \(hex(Array(cut)))}}}"
        let report = try await scanned(rtf, name: "letter.rtf")
        #expect(report.state == .partial)
        #expect(report.reasons.contains(.damaged), "\(report.gaps)")
        #expect(report.accountPlaces.contains { $0.passage.members.isEmpty })
    }

    /// A document with text enough for catdoc.
    private func word(_ number: Int) -> [UInt8] {
        let text = Array((Canary.sentence(number) + String(repeating: "More text follows here. ", count: 300)).utf8)
        var head = littleEndian(0xA5EC, 2) + littleEndian(0xC1, 2) + [UInt8](repeating: 0, count: 20)
        head += littleEndian(0x200, 4) + littleEndian(0x200 + text.count, 4)
        head += [UInt8](repeating: 0, count: 0x200 - head.count)
        return head + text
    }

    @Test func filesInOldDocumentsAreTakenOut() async throws {
        var file = CompoundWriter()
        file.add("WordDocument", word(1))
        let pool = file.addFolder("ObjectPool")
        let first = file.addFolder("_1", to: pool)
        let wrapped = package("list.csv", Array("name;iban\nAnna;\(Canary.iban(2))\n".utf8))
        file.add("\u{1}Ole10Native", littleEndian(wrapped.count, 4) + wrapped, to: first)
        let second = file.addFolder("_2", to: pool)
        file.add("Package", OfficeFiles.docx, to: second)
        let third = file.addFolder("_3", to: pool)
        file.add("WordDocument", word(3), to: third)
        let report = try await scanned(file.finished(), name: "old.doc")
        #expect(report.kind == "doc")
        // catdoc reads the third one, too, as if it stood in the first.
        #expect(report.accounts == 1 + 1 + 15 + 2, "\(report.gaps)")
        #expect(members(report).isSuperset(of: [[], ["_1", "list.csv"], ["_2"], ["_3"]]), "\(members(report))")
        #expect(
            report.gaps.map(\.description) == [
                "_3: files that are embedded in it were not read (an old Office document; only what looks like text was read)"
            ])
    }

    /// As a new document has it, whose members are such files.
    @Test func aFileOfItsOwnIsTakenOut() async throws {
        var file = CompoundWriter()
        let wrapped = package("a.txt", Array(Canary.sentence(2).utf8))
        file.add("\u{1}Ole10Native", littleEndian(wrapped.count, 4) + wrapped)
        let bytes = ZipArchive.of([
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/document.xml", Array("<w:document xmlns:w=\"w\"><w:t>x</w:t></w:document>".utf8)),
            ("word/embeddings/oleObject1.bin", file.finished()),
        ])
        let report = try await scanned(bytes, name: "a.docx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(members(report) == [["word/embeddings/oleObject1.bin", "object", "a.txt"]])
    }

    @Test func objectsAndPicturesOfOldSlidesAreSeen() async throws {
        let words = Canary.sentence(3)
        let atom = littleEndian(0, 2) + littleEndian(0x0FA8, 2) + littleEndian(words.utf8.count, 4) + Array(words.utf8)
        var inner = CompoundWriter()
        inner.add("Package", Array("%PDF".utf8) + OfficeFiles.docx)
        inner.add("CONTENTS", OfficeFiles.docx)
        let object = inner.finished()
        // Zlib's frame around blocks that are stored as they are.
        var packed: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: object.count, by: 60_000) {
            let part = object[start..<min(start + 60_000, object.count)]
            packed += [start + 60_000 >= object.count ? 1 : 0] + littleEndian(part.count, 2)
            packed += littleEndian(~part.count & 0xFFFF, 2) + part
        }
        packed += [0, 0, 0, 0]
        let external =
            littleEndian(1 << 4, 2) + littleEndian(0x1011, 2) + littleEndian(packed.count + 4, 4)
            + littleEndian(object.count, 4) + packed
        let end = littleEndian(0, 2) + littleEndian(0x03EA, 2) + littleEndian(0, 4)
        var file = CompoundWriter()
        file.add("PowerPoint Document", atom + external + end + [UInt8](repeating: 0, count: 5000))
        file.add("Pictures", [0, 0, 0xFF, 0xD8, 0xFF, 0xE0, 0, 0])
        let report = try await scanned(file.finished(), name: "old.ppt")
        #expect(report.kind == "ppt")
        #expect(report.accountPlaces.contains { $0.passage.members.starts(with: ["object 1"]) }, "\(report.gaps)")
        #expect(report.reasons.contains(.pictures))
    }
}
