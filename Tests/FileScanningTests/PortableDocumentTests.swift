import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// PDF is read by pdftotext, in a jail of its own.
@Suite struct PortableDocumentTests {
    @Test(arguments: ["notes.md", "notes.py", "notes.json", "notes.csv"])
    func textThatSpeaksOfTheFormatIsText(name: String) async throws {
        let text = "A file begins with \"%PDF-1.7\".\n%PDF-1.4 is older, as in x.startswith('%PDF-').\n"
        let report = try await scanned(text + Canary.sentence(1), name: name)
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func pagesAndFieldsAreRead() async throws {
        let bytes = PortableFile.of(
            [.text(["A first page", Canary.sentence(1)]), .text(["A second page", Canary.sentence(2)])],
            author: "Account \(Canary.iban(3))")
        let report = try await scanned(bytes, name: "letter.pdf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.kind == "pdf")
        #expect(report.accounts == 3)
        #expect(Set(report.accountPlaces.compactMap(\.passage.page)) == [1, 2])
        #expect(report.accountPlaces.count { $0.passage.part == .metadata } == 1)
    }

    @Test func oneInAnArchiveIsRead() async throws {
        let bytes = PortableFile.of([.text([Canary.sentence(4)])])
        let report = try await scanned(ZipArchive.of([("in/letter.pdf", bytes)]), name: "all.zip")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accountPlaces.map(\.passage.members) == [["in/letter.pdf"]])
    }

    @Test func picturesAreNotTakenForNothing() async throws {
        let picture = PortableFile.Page.picture(width: 100, height: 100, [UInt8](repeating: 0x80, count: 10_000))
        let report = try await scanned(PortableFile.of([picture]), name: "scan.pdf")
        #expect(report.state == .unreadable)
        #expect(report.reasons == [.pictures])
        #expect(report.bytesRead == 0)
    }

    @Test func aLockedOneIsSaid() async throws {
        let bytes = PortableFile.of([.text([Canary.sentence(5)])], locked: true)
        let report = try await scanned(bytes, name: "locked.pdf")
        #expect(report.state == .unreadable)
        #expect(report.reasons.contains(.encrypted), "\(report.gaps)")
    }

    @Test func aCutOneIsNotReadInFull() async throws {
        let bytes = PortableFile.of((0..<20).map { .text([Canary.sentence($0)]) })
        let report = try await scanned(Array(bytes.prefix(bytes.count / 2)), name: "cut.pdf")
        #expect(report.state != .read)
        #expect(!report.gaps.isEmpty)
    }

    /// The list of files is compressed there, which hides it from whoever looks at the bytes alone.
    @Test func attachedFilesAreRead() async throws {
        let report = try await scannedDocument("attached.pdf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 3)
        #expect(Set(report.accountPlaces.map(\.passage.members)) == [[], ["Liste ä.csv"], ["letter.pdf"]])
        let packed = try documentBytes("attached.pdf")
        let inner = try await scanned(ZipArchive.of([("a.pdf", packed)]), name: "all.zip")
        #expect(inner.state == .read, "\(inner.gaps)")
        #expect(inner.accounts == 3)
    }

    /// A remark, a link, a field of a form, a bookmark and a field in XML, also where objects are compressed.
    @Test(arguments: ["remarks.pdf", "remarks-plain.pdf"])
    func whatStandsBesideThePagesIsRead(name: String) async throws {
        let report = try await scannedDocument(name)
        #expect(report.state == .read, "\(report.gaps)")
        // The page shows what is filled in, and the fields stand there twice.
        #expect(report.findings.first { $0.detector == "iban" }?.distinct == 6)
        let parts = Dictionary(grouping: report.accountPlaces) { $0.passage.part }.mapValues(\.count)
        #expect(parts == [.body: 2, .comment: 4, .metadata: 2])
    }

    @Test func whatIsLockedBesideThePagesIsSaid() async throws {
        let report = try await scannedDocument("remarks-locked.pdf")
        #expect(report.state == .partial)
        #expect(report.findings.first { $0.detector == "iban" }?.distinct == 3)
        #expect(report.gaps.map(\.description) == ["it is locked with a password (remarks and links)"])
    }

    @Test func textsInObjectsAreReadAsTheyAreMeant() async throws {
        let (one, two) = (Canary.iban(1), Canary.iban(2))
        let octal = one.utf8.map { "\\" + String(Int($0) + 512, radix: 8).dropFirst() }.joined()
        let hex = "feff" + two.utf16.map { String(Int($0) + 0x10000, radix: 16).dropFirst() }.joined(separator: " ")
        let bytes = PortableFile.of(
            [.text(["Nothing to see on this page, really"])],
            extra: "/X << /Contents (a \\(b\\) (\(octal)) stream\n) /V <\(hex)> /T(\\\n\(Canary.iban(3))) >>")
        let report = try await scanned(bytes, name: "a.pdf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 3)
    }

    @Test func aFormInXMLIsRead() async throws {
        let form = "<xfa:data><iban>\(Canary.iban(1))</iban></xfa:data>"
        var bytes = PortableFile.of(
            [.text(["Please wait until the form is there"])], extra: "/AcroForm << /XFA 99 0 R >>")
        let object = "99 0 obj\n<< /Length \(form.utf8.count) >>\nstream\n\(form)\nendstream\nendobj\n"
        let table = try #require(bytes.firstRange(of: Array("xref\n0 ".utf8)))
        bytes.insert(contentsOf: object.utf8, at: table.lowerBound)
        #expect(try await scanned(bytes, name: "form.pdf").accounts == 1)
    }

    @Test func aFormInXMLThatIsCutIsRead() async throws {
        func stream(_ number: Int, _ content: String) -> String {
            "\(number) 0 obj\n<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream\nendobj\n"
        }
        var bytes = PortableFile.of(
            [.text(["Please wait until the form is there"])], extra: "/AcroForm << /XFA[(a)98 0 R(b)99 0 R] >>")
        let objects =
            stream(99, "\(Canary.iban(1).dropFirst(9))</iban></a>") + stream(98, "<a><iban>\(Canary.iban(1).prefix(9))")
        let table = try #require(bytes.firstRange(of: Array("xref\n0 ".utf8)))
        bytes.insert(contentsOf: objects.utf8, at: table.lowerBound)
        #expect(try await scanned(bytes, name: "form.pdf").accounts == 1)
    }

    /// A table of a font may say of its letters that they are no characters.
    @Test(arguments: [("0000", FileState.partial), ("FFFD", .partial), ("0041", .read)])
    func aTableOfLettersHasToSayWhatTheyAre(meaning: String, state: FileState) async throws {
        let letters = (1...12).map { "<00\($0 + 10)> <\(meaning)>" }.joined(separator: "\n")
        let map =
            "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n12 beginbfchar\n\(letters)\nendbfchar"
        var bytes = PortableFile.of([.text(["Nothing to see on this page, really"])], extra: "/X 99 0 R")
        let object = "99 0 obj\n<< /Length \(map.utf8.count) >>\nstream\n\(map)\nendstream\nendobj\n"
        let table = try #require(bytes.firstRange(of: Array("xref\n0 ".utf8)))
        bytes.insert(contentsOf: object.utf8, at: table.lowerBound)
        let report = try await scanned(bytes, name: "a.pdf")
        #expect(report.state == state, "\(report.gaps)")
    }

    /// Numbers of drawings are told once, whether something draws them or not.
    @Test(arguments: ["/X1", "/X2"]) func aDrawingThatNoPageShowsIsRead(drawn: String) async throws {
        var bytes = PortableFile.of(
            [.text(["Nothing to see on this page, really"])], extra: "/Y << /X1 98 0 R >> /Z 99 0 R")
        func stream(_ number: Int, _ head: String, _ content: String) -> String {
            "\(number) 0 obj\n<< \(head)/Length \(content.utf8.count) >>\nstream\n\(content)\nendstream\nendobj\n"
        }
        let objects =
            stream(98, "/Type /XObject /Subtype /Form ", "BT (\(Canary.iban(1))) Tj ET")
            + stream(99, "", "q 1 0 0 1 0 0 cm \(drawn) Do Q")
        let table = try #require(bytes.firstRange(of: Array("xref\n0 ".utf8)))
        bytes.insert(contentsOf: objects.utf8, at: table.lowerBound)
        #expect(try await scanned(bytes, name: "a.pdf").accounts == 1)
    }

    @Test(arguments: [
        ("[65 /A /B/one/uni2212]", FileState.read), ("[65 /a65 /a66 100/a100]", .read), ("[97 /g1 /g2]", .partial),
        ("[97 /a1/a2\n/a3]", .partial),
    ])
    func lettersThatADocumentDrawsHaveToHaveNames(names: String, state: FileState) async throws {
        let bytes = PortableFile.of(
            [.text(["Nothing to see on this page, really"])],
            extra: "/X << /Type /Font /Subtype /Type3 /Encoding << /Differences \(names) >> >>")
        let report = try await scanned(bytes, name: "a.pdf")
        #expect(report.state == state, "\(report.gaps)")
        let named = PortableFile.of(
            [.text(["Nothing to see on this page, really"])],
            extra: "/X << /Type /Font /Subtype /Type3 /ToUnicode 1 0 R /Encoding << /Differences \(names) >> >>")
        #expect(try await scanned(named, name: "a.pdf").state == .read)
    }

    /// Fonts of PostScript have the mark of an end, too.
    @Test func aMarkOfAnEndInAStreamIsNone() async throws {
        let page = "BT /F1 12 Tf 40 740 Td (\(Canary.sentence(1))) Tj ET\n%%EndResource\n%%EOF\n"
        let report = try await scanned(PortableFile.of([.drawing(page)]), name: "a.pdf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
        #expect(Set(report.accountPlaces.map(\.passage.members)) == [[]])
    }

    /// What pdftotext says of a choice whose value is written wrongly, as that of LaTeX is.
    @Test func choicesInFormsAreRead() async throws {
        let value = Canary.iban(2).utf16.map { "00" + String($0, radix: 16) }.joined()
        let field = "/FT /Ch /Ff 917504 /T (a) /Q 0 /V <fefffeff000078> /Opt [<feff0078> <feff\(value)>]"
        let report = try await scanned(
            PortableFile.of([.text([Canary.sentence(1)])], fields: [field]), name: "a.pdf")
        #expect(report.accounts == 2)
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func anEmptyListOfFilesIsNone() async throws {
        let bytes = PortableFile.of(
            [.text([Canary.sentence(6)])], extra: "/Names << /EmbeddedFiles << /Names [] >> >>")
        let report = try await scanned(bytes, name: "attached.pdf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func attachedFilesThatNothingListsAreSaid() async throws {
        var bytes = PortableFile.of([.text([Canary.sentence(6)])])
        bytes += Array("\n99 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj\n".utf8)
        let report = try await scanned(bytes, name: "attached.pdf")
        #expect(report.state == .partial)
        #expect(report.reasons.contains(.embedded), "\(report.gaps)")
    }
}
