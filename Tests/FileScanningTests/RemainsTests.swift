import FileScanning
import ScanWire
import TestKit
import Testing

/// What documents hold besides the text that people see is read, or said to be unread.
@Suite struct RemainsTests {
    private static let types = ("[Content_Types].xml", "<Types/>")

    private static let packages: [(place: String, name: String, members: [(String, String)])] = [
        ("a field's instruction", "a.docx", word("<w:fldSimple w:instr=\"REF IBAN_\(Canary.iban(1))\"/>")),
        ("a name of a place", "a.docx", word("<w:bookmarkStart w:name=\"konto_\(Canary.iban(1))\"/>")),
        (
            "around what is not shown", "a.docx",
            word(
                "<w:p><w:r><w:t>\(Canary.iban(1).prefix(8))</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>xx</w:t></w:r>"
                    + "<w:r><w:t>\(Canary.iban(1).dropFirst(8))</w:t></w:r></w:p>")
        ),
        (
            "what is not shown", "a.docx",
            word(
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x1</w:t></w:r><w:r><w:t>and</w:t></w:r>"
                    + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>\(Canary.iban(1).prefix(8))</w:t></w:r>"
                    + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>\(Canary.iban(1).dropFirst(8))</w:t></w:r>")
        ),
        (
            "a part whose name is written in another way", "a.docx",
            word("") + [
                (
                    "Word/Header9.XML",
                    "<w:hdr><w:r><w:t>\(Canary.iban(1).prefix(8))</w:t></w:r><w:r><w:t>\(Canary.iban(1).dropFirst(8))</w:t></w:r></w:hdr>"
                )
            ]
        ),
        ("a list of choices", "a.docx", word("<w:listItem w:value=\"\(Canary.iban(1))\"/>")),
        ("a remark in the markup", "a.docx", word("<!-- \(Canary.iban(1)) -->")),
        ("another form for older programs", "a.docx", word("<mc:Fallback><w:t>\(Canary.iban(1))</w:t></mc:Fallback>")),
        (
            "a variable", "a.docx",
            word("")
                + [
                    (
                        "word/settings.xml",
                        "<w:settings><w:docVar w:name=\"x\" w:val=\"\(Canary.iban(1))\"/></w:settings>"
                    )
                ]
        ),
        ("a part that no one knows", "a.docx", word("") + [("word/other.dat", Canary.sentence(1))]),
        ("a tag", "a.pptx", slides + [("ppt/tags/tag1.xml", "<p:tag name=\"X\" val=\"\(Canary.iban(1))\"/>")]),
        ("a formula", "a.xlsx", sheet("<c r=\"A1\"><f>IF(B1=\"\(Canary.iban(1))\",1)</f><v>1</v></c>")),
        (
            "a rule", "a.xlsx",
            sheet("", "<dataValidation><formula1>\"\(Canary.iban(1)),x\"</formula1></dataValidation>")
        ),
        ("a header's left part", "a.xlsx", sheet("", "<oddHeader>&amp;L\(Canary.iban(1))</oddHeader>")),
        (
            "a name's meaning", "a.xlsx",
            [
                types,
                ("xl/workbook.xml", "<workbook><definedName name=\"k\">\"\(Canary.iban(1))\"</definedName></workbook>"),
            ]
        ),
        (
            "a remark of today's kind", "a.xlsx",
            sheet("")
                + [
                    (
                        "xl/threadedComments/threadedComment1.xml",
                        "<threadedComment><text>\(Canary.iban(1))</text></threadedComment>"
                    )
                ]
        ),
        ("a part of tomorrow", "a.xlsx", sheet("") + [("xl/new/thing.xml", "<thing note=\"\(Canary.iban(1))\"/>")]),
        (
            "a button", "a.odt",
            openDocument + [
                ("Configurations2/accelerator/current.xml", ""),
                ("Configurations2/toolbar/x.xml", "<t:item t:label=\"\(Canary.iban(1))\"/>"),
            ]
        ),
        (
            "the name of a part that is gone", "a.odt",
            openDocument + [("META-INF/manifest.xml", "<t:entry t:full-path=\"\(Canary.iban(1)).png\"/>")]
        ),
        (
            "what a cell shows for another number", "a.ods",
            [
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                (
                    "content.xml",
                    "<o:body><o:spreadsheet><t:table t:name=\"x\"><t:table-row><t:table-cell o:value=\"5\"><t:p>"
                        + "\(Canary.iban(1))</t:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body>"
                ),
            ]
        ),
        (
            "a formula in a cell", "a.ods",
            [
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                (
                    "content.xml",
                    "<o:body><o:spreadsheet><t:table t:name=\"x\"><t:table-row><t:table-cell t:formula=\"of:=IF([.B1]=&quot;"
                        + "\(Canary.iban(1))&quot;;1)\"/></t:table-row></t:table></o:spreadsheet></o:body>"
                ),
            ]
        ),
    ].map { ($0, $1, $2.map { ($0, $1.contains("xmlns") ? $1 : named($1)) }) }

    @Test(arguments: packages.indices) func officeDocumentsAreReadInAllTheirParts(index: Int) async throws {
        let (place, name, members) = Self.packages[index]
        let report = try await scanned(ZipArchive.of(members), name: name)
        #expect(report.accounts == 1, "\(place)")
        #expect(report.state == .read, "\(place): \(report.gaps)")
    }

    @Test func whatIsNotedInAPreviewIsRead() async throws {
        let remark = Array(Canary.iban(1).utf8)
        let picture = [0xFF, 0xD8, 0xFF, 0xFE] + bigEndian(remark.count + 2, 2) + remark + [0xFF, 0xD9]
        let members = Self.word("").map { ($0.0, Array(Self.named($0.1).utf8)) }
        let report = try await scanned(ZipArchive.of(members + [("docProps/thumbnail.jpeg", picture)]), name: "a.docx")
        #expect(report.accounts == 1)
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func aPartOfAnUnknownFormatIsSaid() async throws {
        let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
        let members = Self.sheet("").map { ($0.0, Array(Self.named($0.1).utf8)) } + [("xl/model/item.data", noise)]
        let report = try await scanned(ZipArchive.of(members), name: "a.xlsx")
        #expect(report.state == .partial)
        #expect(report.gaps.map(\.members) == [["xl/model/item.data"]])
    }

    @Test func remarksOfXMLAndTextThatElementsCutAreRead() async throws {
        let cut = "\(Canary.iban(3).prefix(9))</tspan><tspan>\(Canary.iban(3).dropFirst(9))"
        let text = """
            <?xml version="1.0"?><?note \(Canary.iban(1))?><svg><!-- \(Canary.iban(2)) --><text><tspan>\(cut)</tspan></text></svg>
            """
        let report = try await scanned(text, name: "a.svg")
        #expect(report.accounts == 3)
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func whatStandsAroundThePartsOfAMessageIsRead() async throws {
        let head = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        let text = "\(Canary.iban(1))\n--b\n\n\(Canary.iban(2))\n--b--\n\(Canary.iban(3))\n"
        let report = try await scanned(head + text, name: "a.eml")
        #expect(report.accounts == 3)
        #expect(report.state == .read, "\(report.gaps)")
        let other = try await scanned(head + text.replacing("--b", with: "--c"), name: "a.eml")
        #expect(other.reasons == [.damaged])
        let sealed = "From: a@example.org\nSubject: x\nDate: now\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"
        #expect(try await scanned(sealed, name: "a.eml").reasons == [.encrypted])
    }

    @Test func remarksAndNamesOfArchivesAreRead() async throws {
        let bytes = ZipArchive.of([("IBAN_\(Canary.iban(1))/", ""), ("a.txt", "nothing")])
        let remark = Array("pay to \(Canary.iban(2))".utf8)
        let report = try await scanned(bytes.dropLast(2) + littleEndian(remark.count, 2) + remark, name: "a.zip")
        #expect(report.accounts == 2)
    }

    /// `ar` writes no kind of member, and gzip has a name and a remark of its own.
    @Test func archivesOfOneMemberAreRead() async throws {
        let sentence = "\(Canary.sentence(1))\n"
        // Members begin at even places.
        let text = sentence + (sentence.utf8.count.isMultiple(of: 2) ? "" : "\n")
        func field(_ text: String, _ width: Int) -> String { text.padding(to: width) }
        let head = field("a.txt/", 16) + field("0", 12) + field("0", 6) + field("0", 6) + field("644", 8)
        let member = "!<arch>\n" + head + field("\(text.utf8.count)", 10) + "`\n" + text
        #expect(try await scanned(member, name: "a.a").accounts == 1)
        let named: [UInt8] = [0x1F, 0x8B, 8, 24, 0, 0, 0, 0, 0, 3] + Array("\(Canary.iban(2)).txt\0".utf8)
        // An empty content that is compressed.
        let report = try await scanned(
            named + Array("for \(Canary.iban(3))\0".utf8) + [3, 0] + [UInt8](repeating: 0, count: 8), name: "a.gz")
        #expect(report.accounts == 2, "\(report.gaps)")
    }

    /// What comes out of a compressed file may begin as if it were compressed once more.
    @Test(arguments: [[0, 0, 0, 1, 0, 5], [0x78, 0, 0, 0, 1, 0, 4], [0x5D, 0, 0, 1, 0, 0]] as [[UInt8]])
    func packedNumbersAreWhole(start: [UInt8]) async throws {
        let text = start + [UInt8](repeating: 0, count: 200) + Array(Canary.sentence(1).utf8)
        let report = try await scanned(storedGzip(text), name: "volume.mgz")
        #expect(report.accounts == 1)
        #expect(report.reasons == [.unknownFormat], "\(report.gaps)")
    }

    /// Behind the head of this image its reader needs nothing, and what it leaves is no rest of the archive.
    @Test func whatAReaderLeavesIsNotBehindTheEnd() async throws {
        var random = SeededGenerator(seed: 17)
        let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let head = littleEndian(348, 4) + [UInt8](repeating: 0, count: 340) + Array("ni1\0".utf8)
        let report = try await scanned(storedGzip(head + littleEndian(0, 4) + noise), name: "a.hdr.gz")
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func textThatGoesOnAsSomethingElseIsReadInPart() async throws {
        let text = String(repeating: "words and more words\n", count: 5_000)
        let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
        let report = try await scanned(Array(text.utf8) + noise, name: "a.txt")
        #expect(report.state == .partial)
        #expect(report.reasons == [.unknownFormat])
    }

    @Test func longLinesOfACalendarAreFoldedInTime() async throws {
        let line = String(repeating: "a line of a long text ", count: 3)
        let folded = String(repeating: "\(line)\r\n ", count: 40_000)
        let text = "BEGIN:VCALENDAR\r\nDESCRIPTION:\(folded)\(Canary.iban(1))\r\nEND:VCALENDAR\r\n"
        let report = try await scanned(text, name: "a.ics")
        #expect(report.accounts == 1, "\(report.gaps)")
        #expect(report.state == .read)
    }

    /// Names of elements stand in vocabularies, which are declared.
    private static func named(_ text: String) -> String {
        guard let end = text.firstIndex(where: { ">/ ".contains($0) }), text.hasPrefix("<") else { return text }
        let spaces = ["w", "p", "mc", "o", "t"].map { " xmlns:\($0)=\"urn:\($0)\"" }.joined()
        return text[..<end] + spaces + text[end...]
    }

    private static func word(_ inner: String) -> [(String, String)] {
        [types, ("word/document.xml", "<w:document><w:body>\(inner)</w:body></w:document>")]
    }

    private static let openDocument = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<o:body><o:text><t:p>x</t:p></o:text></o:body>"),
    ]

    private static let slides = [types, ("ppt/presentation.xml", "<p:presentation/>")]

    private static func sheet(_ cells: String, _ rest: String = "") -> [(String, String)] {
        [
            types, ("xl/workbook.xml", "<workbook/>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row>\(cells)</row></sheetData>\(rest)</worksheet>"
            ),
        ]
    }
}
