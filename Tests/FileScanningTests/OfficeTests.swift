import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import Testing

/// Every place that text can stand in, in office documents, is read and told by its name.
@Suite struct OfficeTests {
    private func parts(_ report: FileReport) -> [Passage.Part: Int] {
        Dictionary(report.accountPlaces.map { ($0.passage.part, 1) }, uniquingKeysWith: +)
    }

    @Test func docx() async throws {
        let report = try await scanned(OfficeFiles.docx, name: "contract.docx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "docx")
        #expect(
            parts(report) == [
                .body: 6, .trackedChange: 1, .hidden: 1, .header: 1, .footer: 1, .footnote: 2, .comment: 1,
                .metadata: 2,
            ])
        #expect(report.accountPlaces.contains { $0.passage.members == ["word/embeddings/list.csv"] })
    }

    @Test func xlsx() async throws {
        let report = try await scanned(OfficeFiles.xlsx, name: "payroll.xlsx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "xlsx")
        #expect(parts(report) == [.body: 4, .hidden: 1, .header: 1, .comment: 1, .metadata: 1])
        #expect(report.accountPlaces.count { $0.passage.sheet == "Payroll" && $0.passage.part == .body } == 3)
        #expect(report.accountPlaces.first { $0.passage.part == .hidden }?.passage.sheet == "Secret")
    }

    @Test func xlsb() async throws {
        let report = try await scannedDocument("payroll.xlsb")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "xlsb")
        #expect(parts(report) == [.body: 2, .hidden: 1])
        #expect(report.accountPlaces.first { $0.passage.part == .hidden }?.passage.sheet == "Secret")
        // Days that count from 1899 are dates, by the styles of their cells.
        #expect(report.findings.first { $0.detector == "date-of-birth" }?.count == 2)
    }

    @Test func xlsbInAllItsParts() async throws {
        func wide(_ text: String) -> [UInt8] {
            littleEndian(text.utf16.count, 4) + text.utf16.flatMap { littleEndian(Int($0), 2) }
        }
        func record(_ type: Int, _ content: [UInt8]) -> [UInt8] {
            let number = type < 128 ? [UInt8(type)] : [UInt8(type & 0x7F | 0x80), UInt8(type >> 7)]
            return number
                + (content.count < 128
                    ? [UInt8(content.count)] : [UInt8(content.count & 0x7F | 0x80), UInt8(content.count >> 7)])
                + content
        }
        func cell(_ column: Int) -> [UInt8] { littleEndian(column, 4) + littleEndian(0, 4) }
        let none = littleEndian(0xFFFF_FFFF, 4)
        let area = [UInt8](repeating: 0, count: 16)
        let sheet =
            record(0, littleEndian(0, 4)) + record(6, cell(0) + wide(Canary.iban(1)))
            + record(8, cell(2) + wide(Canary.iban(2)) + [0, 0]) + record(62, cell(3) + [1] + wide(Canary.iban(3)))
            + record(494, area + wide("r1") + none + wide(Canary.sentence(4)) + none)
            + record(479, [0, 0] + wide("&L\(Canary.sentence(5))") + none + none + none + none + none)
            + record(64, littleEndian(0, 4) + littleEndian(1, 4) + area + none + wide(Canary.sentence(6)) + none + none)
        let comments = record(632, wide("Anna")) + record(637, [0] + wide(Canary.sentence(7)))
        let outline = record(156, littleEndian(0, 4) + littleEndian(1, 4) + wide("rId1") + wide("Pay"))
        let links = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>"
        let bytes = ZipArchive.of([
            ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.bin", outline),
            ("xl/_rels/workbook.bin.rels", Array(links.utf8)), ("xl/worksheets/sheet1.bin", sheet),
            ("xl/comments1.bin", comments),
            ("xl/printerSettings/printerSettings1.bin", Canary.sentence(8).utf16.flatMap { littleEndian(Int($0), 2) }),
        ])
        let report = try await scanned(bytes, name: "a.xlsb")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 4, .header: 3, .comment: 1])
        #expect(report.accountPlaces.count { $0.passage.sheet == "Pay" } == 6)
        let cut = try await scanned(
            ZipArchive.of([
                ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.bin", outline),
                ("xl/worksheets/sheet1.bin", Array(sheet.dropLast(3))),
            ]), name: "cut.xlsb")
        #expect(cut.state == .partial)
        #expect(cut.reasons == [.damaged])
    }

    @Test func pptx() async throws {
        let report = try await scanned(OfficeFiles.pptx, name: "talk.pptx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "pptx")
        #expect(parts(report) == [.body: 1, .hidden: 1, .notes: 1, .comment: 1, .metadata: 1])
        #expect(report.accountPlaces.first { $0.passage.part == .hidden }?.passage.page == 2)
    }

    /// Some programs leave the small picture of the first page empty.
    @Test func anEmptyPictureIsNoDamage() async throws {
        let content = "<?xml version=\"1.0\"?><a>\(Canary.sentence(1))</a>"
        let report = try await scanned(
            ZipArchive.of([
                ("mimetype", "application/vnd.oasis.opendocument.text"), ("Thumbnails/thumbnail.png", ""),
                ("content.xml", content),
            ]), name: "a.odt")
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func odt() async throws {
        let report = try await scanned(OfficeFiles.odt, name: "letter.odt")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "odt")
        #expect(
            parts(report) == [
                .body: 2, .trackedChange: 1, .footnote: 1, .comment: 1, .header: 1, .footer: 1, .metadata: 1,
            ])
    }

    /// What is hidden in the middle of a number is left out of it, and read with it, too.
    @Test func aNumberIsReadWithWhatIsHiddenAndWithout() async throws {
        let styles =
            "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style><style:style "
            + "style:name=\"T2\"><style:text-properties fo:color=\"red\"/></style:style>"
        func places(_ paragraph: String) async throws -> [Passage.Part] {
            let content =
                "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\">"
                + "\(styles)<office:body><office:text><text:p>\(paragraph)</text:p></office:text></office:body>"
                + "</office:document-content>"
            let report = try await scanned(
                ZipArchive.of([
                    ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
                ]), name: "a.odt")
            #expect(report.state == .read, "\(report.gaps)")
            return report.accountPlaces.map(\.passage.part)
        }
        func hidden(_ text: some StringProtocol) -> String { "<text:span text:style-name=\"T1\">\(text)</text:span>" }
        let number = Canary.iban(1)
        let (start, middle, end) = (number.prefix(8), number.dropFirst(8).prefix(4), number.dropFirst(12))
        #expect(try await places("\(start)\(hidden(" (seen) "))\(middle)\(end) and") == [.body])
        #expect(try await places("\(start)\(hidden(middle))\(end) and") == [.hidden])
        #expect(try await places("\(start)\(hidden(middle.prefix(2)))\(hidden(middle.suffix(2)))\(end)") == [.hidden])
        #expect(try await places("\(hidden(Canary.iban(2))) and \(number)").count == 2)
        #expect(try await places("\(start)\(hidden("<text:span>x</text:span> (seen)"))\(middle)\(end)") == [.body])
        let red = "<text:span text:style-name=\"T2\">\(middle)</text:span>"
        #expect(try await places("\(start)\(red)\(end)") == [.body])
        #expect(try await places("x\(hidden("AT")) and \(number)") == [.body])
    }

    /// Neither the mark of a note nor its text cuts the number that it belongs to.
    @Test func aNoteDoesNotCutANumber() async throws {
        let (number, other) = (Canary.iban(1), Canary.iban(2))
        let text =
            "<text:p>\(number.prefix(8))<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
            + "see \(other.prefix(5))<text:span>\(other.dropFirst(5))</text:span></text:p></text:note-body></text:note>"
            + "\(number.dropFirst(8))</text:p>"
        func content(_ root: String) -> String {
            "<?xml version=\"1.0\"?><office:\(root) xmlns:office=\"o\" "
                + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>\(text)"
                + "</office:text></office:body></office:\(root)>"
        }
        let report = try await scanned(
            ZipArchive.of([
                ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content("document-content")),
            ]), name: "a.odt")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 1, .footnote: 1])
        #expect(try await scanned(content("document"), name: "a.fodt").accounts == 2)
    }

    /// A document of Word whose change lies in a number has two of them.
    @Test func aNumberIsReadBeforeAndAfterAChange() async throws {
        let (old, new) = Canary.pair
        func run(_ text: some StringProtocol, _ name: String = "t") -> String {
            "<w:r><w:\(name)>\(text)</w:\(name)></w:r>"
        }
        let deleted = run(old.dropFirst(2).dropLast(4), "delText")
        let content =
            "<w:document xmlns:w=\"w\"><w:p>\(run("to AT"))<w:del>\(deleted)</w:del>"
            + "<w:ins>\(run(new.dropFirst(2).dropLast(4)))</w:ins>\(run("\(new.suffix(4)) today"))</w:p></w:document>"
        let report = try await scanned(
            ZipArchive.of([("[Content_Types].xml", "<Types/>"), ("word/document.xml", content)]), name: "a.docx")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 1, .trackedChange: 1])
    }

    @Test func ods() async throws {
        let report = try await scanned(OfficeFiles.ods, name: "payroll.ods")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 1, .hidden: 1, .comment: 1, .metadata: 1])
        #expect(Set(report.accountPlaces.compactMap(\.passage.sheet)) == ["Payroll", "Secret"])
    }

    @Test func odp() async throws {
        let report = try await scanned(OfficeFiles.odp, name: "talk.odp")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(parts(report) == [.body: 2, .notes: 1, .metadata: 1])
        #expect(Set(report.accountPlaces.filter { $0.passage.part == .body }.compactMap(\.passage.page)) == [1, 2])
    }

    @Test func aNameIsNotBelieved() async throws {
        let report = try await scanned(OfficeFiles.docx, name: "holiday.jpg")
        #expect(report.kind == "docx")
        #expect(report.accounts == 15)
    }

    @Test func aDeclarationOfEntitiesIsRefused() async throws {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
            <w:document xmlns:w="w"><w:p><w:r><w:t>&lol2;</w:t></w:r></w:p></w:document>
            """
        let bytes = ZipArchive.of([("[Content_Types].xml", "<Types/>"), ("word/document.xml", bomb)])
        let report = try await scanned(bytes, name: "bomb.docx")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.declaresEntities])
    }
}
