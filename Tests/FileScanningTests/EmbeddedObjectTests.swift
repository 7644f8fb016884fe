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
        #expect(report.gaps.map(\.description) == ["picture 1: it has pictures, whose text was not read"])
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
        let packed = storedZlib(object)
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

    /// Letters alone, as the compression of macros has them when nothing repeats (MS-OVBA section 2.4.1).
    private func macro(_ text: String) -> [UInt8] {
        var packed: [UInt8] = [1]
        for start in stride(from: 0, to: text.utf8.count, by: 3000) {
            let letters = Array(text.utf8.dropFirst(start).prefix(3000))
            var chunk: [UInt8] = []
            for at in stride(from: 0, to: letters.count, by: 8) {
                chunk += [0] + letters[at..<min(at + 8, letters.count)]
            }
            packed += littleEndian(chunk.count + 2 - 3 | 0xB000, 2) + chunk
        }
        return [UInt8](repeating: 7, count: 100) + packed
    }

    private func project(_ modules: [UInt8]...) -> CompoundWriter {
        var file = CompoundWriter()
        file.add("PROJECT", Array("ID=\"{0}\"".utf8))
        let folder = file.addFolder("VBA")
        file.add("dir", [1, 2, 3], to: folder)
        file.add("_VBA_PROJECT", [1, 2, 3], to: folder)
        for (index, module) in modules.enumerated() { file.add("Module\(index + 1)", module, to: folder) }
        return file
    }

    @Test func macrosAreRead() async throws {
        let head = "Attribute VB_Name = \"Module1\"\r\n"
        let text =
            head + String(repeating: "' A remark that goes on.\r\n", count: 200) + "x = \"\(Canary.iban(1))\"\r\n"
        // The word and its beginning again: eight letters, then six from nine before, by a distance in four bits.
        let repeated = "Attribut".utf8.map { $0 }
        let short = [0] + repeated + [1] + littleEndian(7 << 12 | 5, 2) + Array("\n\(Canary.iban(2).prefix(6))".utf8)
        let rest =
            [0] + Array(Canary.iban(2).dropFirst(6).prefix(8).utf8) + [0] + Array(Canary.iban(2).dropFirst(14).utf8)
        let packed = [UInt8(1)] + littleEndian((short + rest).count - 1 | 0xB000, 2) + short + rest
        let bytes = ZipArchive.of([
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/document.xml", Array("<w:t xmlns:w=\"w\">x</w:t>".utf8)),
            ("word/vbaProject.bin", project(macro(text), packed).finished()),
        ])
        let report = try await scanned(bytes, name: "a.docm")
        #expect(report.state == .read, "\(report.gaps)")
        let project = "word/vbaProject.bin"
        #expect(members(report) == [[project, "VBA/Module1"], [project, "VBA/Module2"]])
        let none = try await scanned(project2(), name: "vbaProject.bin")
        #expect(none.kind == "vba")
        #expect(none.reasons == [.damaged])
    }

    private func project2() -> [UInt8] { project(Array("nothing".utf8)).finished() }

    @Test func lockedSlidesAreSaid() async throws {
        var file = CompoundWriter()
        file.add("PowerPoint Document", [UInt8](repeating: 7, count: 6000))
        file.add("Current User", [UInt8](repeating: 0, count: 12) + littleEndian(0xF3D1_C4DF, 4))
        let report = try await scanned(file.finished(), name: "old.ppt")
        #expect(report.reasons == [.encrypted])
    }

    // MARK: Drawings

    private func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { littleEndian(Int($0), 2) } }

    private func drawing(_ records: [UInt8]...) -> [UInt8] {
        var head = littleEndian(1, 4) + littleEndian(88, 4) + [UInt8](repeating: 0, count: 32) + Array(" EMF".utf8)
        head += [UInt8](repeating: 0, count: 88 - head.count)
        return head + records.flatMap { $0 } + littleEndian(14, 4) + littleEndian(20, 4)
            + [UInt8](repeating: 0, count: 12)
    }

    private func enhanced(_ type: Int, _ content: [UInt8]) -> [UInt8] {
        let padded = content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
        return littleEndian(type, 4) + littleEndian(padded.count + 8, 4) + padded
    }

    private func words(_ text: String, line: Int, options: Int = 0) -> [UInt8] {
        let fields =
            littleEndian(0, 4) + littleEndian(line, 4) + littleEndian(text.utf16.count, 4) + littleEndian(76, 4)
        return enhanced(
            84,
            [UInt8](repeating: 0, count: 28) + fields + littleEndian(options, 4) + [UInt8](repeating: 0, count: 20)
                + wide(text))
    }

    @Test func textsOfDrawingsAreRead() async throws {
        let iban = Canary.iban(1)
        // Letter by letter, and then a line of its own.
        let letters = iban.map { words(String($0), line: 10) }.flatMap { $0 }
        let report = try await scanned(drawing(letters, words(Canary.sentence(2), line: 20)), name: "a.emf")
        #expect(report.kind == "metafile")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 2)
        let text = wide(Canary.sentence(3))
        let draw =
            littleEndian(0x401C, 2) + littleEndian(0, 2) + littleEndian(40 + text.count, 4) + littleEndian(0, 4)
            + littleEndian(0, 8) + littleEndian(text.count / 2, 4) + [UInt8](repeating: 0, count: 16) + text
        let newer = try await scanned(
            drawing(enhanced(70, littleEndian(draw.count + 4, 4) + Array("EMF+".utf8) + draw)), name: "a.emf")
        #expect(newer.accounts == 1)
        let shapes = try await scanned(drawing(words("abc", line: 1, options: 0x10)), name: "a.emf")
        #expect(shapes.reasons == [.unknownFormat])
        let picture = try await scanned(drawing(enhanced(81, [UInt8](repeating: 0, count: 100))), name: "a.emf")
        #expect(picture.reasons == [.pictures])
    }

    @Test func textsOfOldDrawingsAreRead() async throws {
        func record(_ type: Int, _ content: [UInt8]) -> [UInt8] {
            littleEndian((content.count + 6) / 2, 4) + littleEndian(type, 2) + content
        }
        let (one, two) = (Array(Canary.iban(1).utf8), Array(Canary.iban(2).utf8))
        let head: [UInt8] = [1, 0, 9, 0, 0, 3] + [UInt8](repeating: 0, count: 12)
        let texts =
            record(0x0521, littleEndian(one.count, 2) + one + littleEndian(5, 2) + littleEndian(5, 2))
            + record(0x0A32, littleEndian(50, 2) + littleEndian(5, 2) + littleEndian(two.count, 2) + [0, 0] + two)
        let report = try await scanned(head + texts + littleEndian(3, 4) + [0, 0], name: "a.wmf")
        #expect(report.kind == "metafile")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 2)
        let cut = try await scanned(head + texts, name: "a.wmf")
        #expect(cut.reasons == [.damaged])
    }
}
