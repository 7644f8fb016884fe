import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import Testing

/// Text with tags, keys and control words around it.
@Suite struct MarkupTests {
    static let pages: [(String, String)] = [
        ("text", "<p>Konto \(Canary.iban(1))</p>"), ("an attribute", "<input value=\"\(Canary.iban(1))\">"),
        ("a comment", "<!-- old: \(Canary.iban(1)) -->"), ("a script", "<script>var a = '\(Canary.iban(1))';</script>"),
        ("references", "<p>" + Canary.iban(1).unicodeScalars.map { "&#\($0.value);" }.joined() + "</p>"),
        ("cut by tags", "<b>\(Canary.iban(1).prefix(8))</b><i>\(Canary.iban(1).dropFirst(8))</i>"),
        ("nothing closed", "<table><tr><td>x<td>\(Canary.iban(1))"), ("a sign", "1 < 2 and \(Canary.iban(1)) > 3"),
        ("an open tag", "<div class=\"\(Canary.iban(1))"),
        ("what is not shown", "<div style='DISPLAY: none'><p hidden>x</p>\(Canary.iban(1))</div>"),
        ("around what is not shown", cut(by: "<span style=\"color: red; visibility: hidden\">x<br>y</span>")),
        ("around a block that is not shown", cut(by: "<div hidden>a<div>b</div>c</div>")),
        ("behind what has no end", "<p hidden>x<p>\(Canary.iban(1))"),
        ("behind an element without content", "<input hidden>\(cut(by: "<wbr>"))"),
        ("around how it is pronounced", "<ruby>\(cut(by: "<rt>x</rt>"))</ruby>"),
        ("behind how it is pronounced", "<ruby>\(cut(by: "<rp>(<rt>x<rp>)</ruby>"))"),
        ("how a word is pronounced", "<ruby>x<rt>\(Canary.iban(1))</ruby>"),
        ("a style sheet's text", "<style>p::before{content:'\(groups(joinedBy: "\\A0 "))'}</style>"),
        ("behind a script that is not shown", "<p hidden>x<script>y</script>\(Canary.iban(1))</p>"),
        (
            "far behind the end of the piece",
            "<p>\(String(repeating: "words ", count: 10_922))\(cut(by: "<b hidden>x</b>"))"
        ),
    ]

    private static func cut(by inner: String) -> String {
        "\(Canary.iban(1).prefix(8))\(inner)\(Canary.iban(1).dropFirst(8))"
    }

    private static func groups(joinedBy joint: String) -> String {
        (0..<5).map { Canary.iban(1).dropFirst(4 * $0).prefix(4) }.joined(separator: joint)
    }

    @Test(arguments: pages)
    func htmlIsRead(place: String, inner: String) async throws {
        let report = try await scanned("<!DOCTYPE html><html><body>\(inner)", name: "page.html")
        #expect(report.kind == "html")
        #expect(report.accounts == 1, "\(place)")
    }

    /// Long comments are read in pieces, between which nothing gets lost; ends of them and of scripts stand anywhere.
    @Test(arguments: Array(0..<30)) func aLongCommentIsNotCut(shift: Int) async throws {
        let long = String(repeating: "words > and - words ", count: 3_276) + String(repeating: "x", count: shift)
        let text = "<html><body><!-- \(long) \(Canary.iban(1)) \(long)--><p>\(Canary.iban(2))</p><!--\(long)--></body>"
        let report = try await scanned(text, name: "a.html")
        #expect(report.accounts == 2)
        #expect(report.accountPlaces.map(\.passage.part).contains(.hidden))
    }

    @Test func jsonIsReadByItsKeys() async throws {
        let text = """
            {"person": {"name": "Anna", "accounts": ["\(Canary.iban(2))", "x"], "note": "a\\u00fc \(Canary.iban(3))\\n"},
             "\(Canary.iban(4))": 1, "deep": [[[{"a": "\(Canary.iban(5))"}]]]}
            """
        let report = try await scanned(text, name: "data.json")
        #expect(report.kind == "json")
        #expect(report.state == .read)
        #expect(report.accounts >= 3)
    }

    @Test func whatIsNotShownIsHidden() async throws {
        let text = "<!DOCTYPE html><html><p hidden>\(Canary.iban(1))</p><p class=hidden>\(Canary.iban(2))</p>"
        let report = try await scanned(text, name: "page.html")
        #expect(report.accountPlaces.map(\.passage.part).sorted { $0.rawValue < $1.rawValue } == [.body, .hidden])
    }

    @Test func listsOfTheNumbersOfBytesAreDecoded() async throws {
        func list(_ text: String, _ end: String = "") -> String {
            "{\"data\": [\(text.utf8.map { String($0) }.joined(separator: ", "))\(end)]}"
        }
        #expect(try await scanned(list(Canary.iban(1)), name: "a.json").accounts == 1)
        #expect(try await scanned(list(Canary.iban(1), ", 256"), name: "a.json").accounts == 0)
        #expect(try await scanned(list(Canary.iban(1), ", 1.5"), name: "a.json").accounts == 0)
        let long = String(repeating: "words and ", count: 5_000) + Canary.iban(1)
        #expect(try await scanned(list(long), name: "a.json").accounts == 1)
    }

    /// Colours of a terminal make a program write a line as the numbers of its bytes.
    @Test func bytesOfColouredTextAreDecoded() async throws {
        let number = Canary.iban(1)
        let text = "\u{1B}[1mKonto \(number.prefix(9))\u{1B}[0m\(number.dropFirst(9))"
        func line(_ bytes: [UInt8]) -> String {
            "{\"MESSAGE\": [\(bytes.map { String($0) }.joined(separator: ", "))], \"_PID\": \"1\"}"
        }
        #expect(try await scanned(line(Array(text.utf8)), name: "a.json").accounts == 1)
        // Other bytes behind a text are no document.
        let others = Array(Canary.sentence(2).utf8) + [0x1B, 1, 2, 3]
        let report = try await scanned(line(others), name: "a.json")
        #expect(report.accounts == 1)
        #expect(report.state == .read, "\(report.gaps)")
    }

    /// Shapes with names of letters are letters that nobody reads.
    @Test(arguments: [
        ("<use href=\"#glyph0-1\"/>", true), ("<use xlink:href=\"#glyph-2-10\" x=\"3\"/>", true),
        ("<path id=\"g1-72\" d=\"M 0 0\"/><use xlink:href=\"#g1-72\"/>", true),
        ("<g id=\"g1-72\"/><use xlink:href=\"#g1-72\"/>", false), ("<use data-text=\"a\" href=\"#glyph0-1\"/>", false),
        ("<use href=\"#gear\"/>", false), ("<use href=\"#marker-1\"/>", false), ("<path d=\"M 0 0\"/>", false),
    ])
    func lettersThatADrawingDrawsAreSaid(element: String, isLetter: Bool) async throws {
        let drawing = String(repeating: element, count: 9)
        let text =
            "<?xml version=\"1.0\"?><svg xmlns=\"s\" xmlns:xlink=\"x\"><g>\(drawing)</g><text>\(Canary.iban(1))</text></svg>"
        let report = try await scanned(text, name: "a.svg")
        #expect(report.gaps.map(\.detail) == (isLetter ? ["letters that are drawn"] : []))
        #expect(report.accounts == 1)
    }

    /// Some programs say which letter an outline is.
    @Test func outlinesWithTheirLettersAreRead() async throws {
        func line(_ text: String, at height: Int) -> String {
            text.enumerated().map { place, letter in
                "<use data-text=\"\(letter)\" href=\"#font_1_2\" transform=\"matrix(9,0,0,-9,\(place),\(height))\"/>\n"
            }.joined()
        }
        let lines = line("Konto \(Canary.iban(1))", at: 5) + line("\(Canary.iban(2)) bitte", at: 9)
        let text = "<svg xmlns=\"s\"><defs></defs><g>\(lines)</g></svg>"
        let report = try await scanned(text, name: "a.svg")
        #expect(report.accounts == 2)
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func aPageThatIsDrawnIsSaid() async throws {
        let path = "<Path Fill=\"#000000\" Data=\"M 46,56 V 57 H 47 Z\"/>"
        let glyphs = "<Glyphs OriginX=\"1\" OriginY=\"2\" UnicodeString=\"\(Canary.iban(1))\"/>"
        for (content, gaps) in [(path, ["letters that are drawn"]), (path + glyphs, []), ("", [])] {
            let page = "<FixedPage xmlns=\"http://schemas.microsoft.com/xps/2005/06\">\(content)</FixedPage>"
            let report = try await scanned(ZipArchive.of([("1.fpage", page)]), name: "a.xps")
            #expect(report.gaps.map(\.detail) == gaps)
        }
    }

    /// Programs that set pages keep runs of text in attributes.
    @Test func runsInAttributesAreOneNumber() async throws {
        let number = Canary.iban(1)
        let runs = "<ITEXT CH=\"Konto \(number.prefix(9))\"/><ITEXT FONTSIZE=\"9\" CH=\"\(number.dropFirst(9))\"/>"
        let text = "<SCRIBUSUTF8NEW><StoryText>\(runs)</StoryText></SCRIBUSUTF8NEW>"
        for beginning in ["", "<?xml version=\"1.0\"?>"] {
            #expect(try await scanned(beginning + text, name: "a.sla").accounts == 1)
        }
    }

    @Test func bytesUnderTheirPlacesAreDecoded() async throws {
        func object(_ text: String, from first: Int = 0) -> String {
            let bytes = text.utf8.enumerated().map { "\"\($0.offset + first)\": \($0.element)" }
            return "{\"data\": {\(bytes.joined(separator: ", "))}, \"next\": {\"0\": 1}}"
        }
        #expect(try await scanned(object(Canary.iban(1)), name: "a.json").accounts == 1)
        #expect(try await scanned(object(Canary.iban(1), from: 1), name: "a.json").accounts == 0)
    }

    private static let message = "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n"
    private static let cutMessage =
        "\(message)Content-Transfer-Encoding: quoted-printable\r\n\r\n\(cut(by: "=\r\n"))\r\n"

    /// Documents that are values of something else are read as what they are, and once.
    @Test(arguments: [
        "{\\rtf1\\ansi \(cut(by: "{\\b "))}}", cutMessage, "\(cutMessage)\(String(repeating: "x", count: 600_000))",
        "\(message)\r\n\(Canary.iban(1))\r\n", "Note: \(Canary.iban(1))\r\nand more of it",
    ])
    func documentsThatAreValuesAreRead(document: String) async throws {
        let escaped = document.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\r\\n")
        for (name, text) in [
            ("a.json", "{\"id\": 1, \"raw\": \"\(escaped)\"}"),
            ("a.xml", "<?xml version=\"1.0\"?><a><b>\(document)</b></a>"),
        ] {
            let report = try await scanned(text, name: name)
            #expect(report.findings.filter { $0.detector == "iban" }.map(\.count) == [1], "\(name)")
            #expect(report.state == .read, "\(report.gaps)")
        }
    }

    @Test func namesOfAttributesThatAreDataAreFound() async throws {
        let text = "<?xml version=\"1.0\"?><a \(Canary.iban(1))=\"x\" b=\"y\"/>"
        #expect(try await scanned(text, name: "a.xml").accounts == 1)
    }

    /// Programs that draw write the parts of a line one by one.
    @Test func halvesInADrawingAreOneNumber() async throws {
        let texts =
            "<text x=\"0\">\(Canary.iban(1).prefix(9))</text><text x=\"9\">\(Canary.iban(1).dropFirst(9))</text>"
        #expect(try await scanned("<svg xmlns=\"s\">\(texts)</svg>", name: "a.svg").accounts == 1)
        #expect(try await scanned("<?xml version=\"1.0\"?><a>\(texts)</a>", name: "a.xml").accounts == 0)
    }

    @Test func groupsInElementsAreOneNumber() async throws {
        let number = Canary.iban(1)
        let groups = (0..<5).map { String(number.dropFirst(4 * $0).prefix(4)) }
        func document(_ groups: [String]) -> String { "<a><b>\(groups.joined(separator: "</b>\n<b>"))</b></a>" }
        #expect(try await scanned(document(groups), name: "a.xml").accounts == 1)
        #expect(try await scanned(document(["AB12", "x"] + groups + ["a longer text"]), name: "a.xml").accounts == 1)
        #expect(try await scanned(document(["AB12", "a longer text"] + groups), name: "a.xml").accounts == 1)
        #expect(try await scanned(document(Array(groups[..<4])), name: "a.xml").accounts == 0)
    }

    /// What joins parts must not find once more what one passage joins anyway.
    @Test(arguments: ["[\"", "[[\"", "{\"a\": [\""]) func groupsInListsAreCountedOnce(beginning: String) async throws {
        let number = Canary.iban(1)
        let groups = (0..<5).map { String(number.dropFirst(4 * $0).prefix(4)) }
        let report = try await scanned(beginning + groups.joined(separator: "\", \""), name: "a.json")
        #expect(report.findings.filter { $0.detector == "iban" }.map(\.count) == [1])
    }

    @Test func recordsAreNoRunsOfText() async throws {
        let number = Canary.iban(1)
        let rows = "<row><a>\(number.prefix(12))</a><a>\(number.dropFirst(12))</a></row>"
        #expect(try await scanned("<?xml version=\"1.0\"?><table>\(rows)</table>", name: "a.xml").accounts == 0)
        let cells = "[{\"v\": \"\(number.prefix(12))\"}, {\"v\": \"\(number.dropFirst(12))\"}]"
        #expect(try await scanned(cells, name: "a.json").accounts == 0)
    }

    @Test func tagsInLinesDoNotCutThem() async throws {
        let number = Canary.iban(1)
        let link = "<a href=\"tel:0123456789\" title=\"\(Canary.iban(2))\">\(number.dropFirst(8))</a>"
        let report = try await scanned("<html><p>Konto \(number.prefix(8))\(link) bis</p>", name: "a.html")
        #expect(report.findings.filter { $0.detector == "iban" }.map(\.count) == [2])
        #expect(report.findings.contains { $0.detector == "iban" && $0.distinct == 2 })
    }

    @Test func jsonLinesAreRead() async throws {
        let text = (0..<5).map { "{\"iban\": \"\(Canary.iban($0))\"}\n" }.joined()
        let report = try await scanned(text, name: "data.jsonl")
        #expect(report.accounts == 5)
    }

    @Test func jsonIsReadByItsKeysHoweverManyThereAre() async throws {
        // More than are remembered, and the key that counts stands before and behind each of them.
        let records = (0..<5_000).map { "\"r\($0)\": {\"Geburtsdatum\": \"12.03.1978\", \"lot\": [\"01.02.1980\"]}" }
        let report = try await scanned("{\"all\": {\(records.joined(separator: ",\n"))}}", name: "data.json")
        #expect(report.findings.filter { $0.detector == "date-of-birth" }.map(\.count) == [5_000])
    }

    @Test func xmlIsReadByItsElements() async throws {
        let text = "<?xml version=\"1.0\"?><a><b c=\"\(Canary.iban(1))\">\(Canary.iban(2))<d/></b></a>"
        let report = try await scanned(text, name: "data.xml")
        #expect(report.kind == "xml")
        #expect(report.state == .read)
        #expect(report.accounts == 2)
    }

    @Test func brokenXMLIsReadAsText() async throws {
        let text = "<?xml version=\"1.0\"?><a><b>\(Canary.iban(1))</a><c>\(Canary.iban(2))</c>"
        let report = try await scanned(text, name: "data.xml")
        #expect(report.state == .partial)
        #expect(report.reasons == [.damaged])
        #expect(report.accounts == 2)
    }

    @Test func entitiesAreNotExpanded() async throws {
        var text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x0 \"lol\">"
        for level in 1...9 { text += "<!ENTITY x\(level) \"" + String(repeating: "&x\(level - 1);", count: 10) + "\">" }
        text += "]><a>&x9; \(Canary.iban(1))</a>"
        let report = try await scanned(text, name: "bomb.xml")
        #expect(report.state == .partial)
        #expect(report.reasons == [.declaresEntities])
        #expect(report.accounts == 1)
    }

    /// Encodings that the parser does not read by itself.
    @Test(arguments: [
        ("windows-1251", [0xCF, 0xF0, 0xE8], "При"), ("ISO-8859-2", [0xB3], "ł"), ("Shift_JIS", [0x8C, 0xFB], "口"),
        ("latin1", [0xE4], "ä"), ("EUC-KR", [0xB0, 0xA1], "가"),
    ])
    func xmlOfOtherEncodingsIsRead(encoding: String, letters: [UInt8], text: String) async throws {
        let start = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a><b n=\"\(Canary.iban(1))\">Mail "
        let bytes = Array(start.utf8) + letters + Array("</b><c>\(Canary.sentence(2))</c></a>".utf8)
        let report = try await scanned(bytes, name: "data.xml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 2)
    }

    @Test func documentTypesMayDescribeElements() async throws {
        let type = "<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ATTLIST a b CDATA #IMPLIED>]>"
        let report = try await scanned("<?xml version=\"1.0\"?>\(type)<a>\(Canary.iban(1))</a>", name: "data.xml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    /// A value that ends as a colour of a terminal begins.
    @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}]8;;", "\u{1B}[1\u{1B}"]) func marksThatDoNotEndAreRead(mark: String)
        async throws
    {
        let report = try await scanned("{\"a\": \"\(Canary.sentence(1))\(mark)\"}", name: "data.json")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    @Test func rtfIsRead() async throws {
        let text = """
            {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 \(Canary.iban(9));}}{\\info{\\author \(Canary.iban(1))}}
            {\\header \(Canary.iban(2))\\par}{\\*\\footnote \(Canary.iban(3))}{\\*\\annotation \(Canary.iban(4))}
            Gr\\'fc\\'dfe \\u252? {\\b \(Canary.iban(5).prefix(6))}\(Canary.iban(5).dropFirst(6))\\par {\\deleted \(Canary.iban(6))}}
            """
        let report = try await scanned(text, name: "letter.rtf")
        #expect(report.kind == "rtf")
        #expect(report.state == .read, "\(report.gaps)")
        let parts = Set(report.accountPlaces.map(\.passage.part))
        // What a font is called is nobody's text, and may be data all the same.
        #expect(parts == [.body, .metadata, .header, .footnote, .comment, .trackedChange, .hidden])
        #expect(report.accounts == 7)
    }

    /// What programs note in the middle of a text does not cut it, and is read.
    @Test(arguments: [
        "{\\loch {\\*\\bkmkstart #}{\\*\\bkmkend #}|}", "{\\*\\bkmkstart #}{\\*\\bkmkend #} |",
        "{\\*\\atrfstart 1}{\\*\\atrfend 1}{\\*\\atnid E}{\\*\\atnauthor #}\\chatn"
            + "{\\*\\annotation{\\*\\atndate 1}{\\*\\atnref 1}\\pard #} |",
        "{\\*\\xmlopen\\xmlns1{\\factoidname #}} |{\\*\\xmlclose}",
    ])
    func whatIsNotedInANumberDoesNotCutIt(note: String) async throws {
        let number = Canary.iban(1)
        func text(_ name: String) -> String {
            let rest = note.replacing("#", with: name).replacing("|", with: number.dropFirst(8))
            return "{\\rtf1\\ansi Account \(number.prefix(8))\(rest)\\par}"
        }
        let report = try await scanned(text("_GoBack"), name: "a.rtf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accountPlaces.map(\.passage.part) == [.body])
        let named = try await scanned(text(Canary.iban(2)), name: "a.rtf")
        #expect(named.accountPlaces.contains { $0.passage.part != .body })
    }

    /// A number that was changed is read as it is and as it was, whatever pieces the page comes in.
    @Test(arguments: [0, 65_470, 65_480, 65_490, 65_500, 65_510]) func numbersAreReadBeforeAndAfterAChange(
        size: Int
    ) async throws {
        let (old, new) = Canary.pair
        let text =
            "<html><body><p>\(String(repeating: "x", count: size)) Konto AT"
            + "<del>\(old.dropFirst(2).dropLast(4))</del><ins>\(new.dropFirst(2).dropLast(4))</ins>"
            + "\(new.suffix(4)), please</p>"
        let report = try await scanned(text, name: "a.html")
        #expect(report.accountPlaces.map(\.passage.part).sorted { $0.rawValue < $1.rawValue } == [.body, .hidden])
        #expect(report.accounts == 2)
    }

    /// What is shown as deleted and stands in no number is text.
    @Test func otherDeletedTextIsShown() async throws {
        let text = "<html><body><p>Konto <s>\(Canary.iban(1))</s> <ins>\(Canary.iban(2))</ins></p>"
        let report = try await scanned(text, name: "a.html")
        #expect(report.accountPlaces.map(\.passage.part) == [.body, .body])
    }

    /// Text changes its look in headers, notes, remarks and boxes, too.
    @Test(arguments: [
        "{\\header \\pard #\\par}", "{\\*\\footnote #}", "{\\*\\annotation{\\*\\atnref 1}#}",
        "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt \\pard #\\par}}}",
    ])
    func whatChangesItsLookIsOneText(group: String) async throws {
        let number = Canary.iban(1)
        let runs = [
            number.prefix(3), number.dropFirst(3).prefix(1), number.dropFirst(4).prefix(7), number.dropFirst(11),
        ]
        let text = group.replacing("#", with: runs.map { "{\\b \($0)}" }.joined())
        let report = try await scanned("{\\rtf1\\ansi x\\par \(text)y\\par}", name: "a.rtf")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
    }

    /// A cell of a workbook of Excel 2003, whose text has several looks.
    @Test func whatChangesItsLookInACellIsOneText() async throws {
        let number = Canary.iban(1)
        let xml = """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">\
            <Worksheet ss:Name="A"><Table><Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">\
            <B>\(number.prefix(8))</B><Font html:Color="#FF0000">\(number.dropFirst(8))</Font></ss:Data></Cell></Row>\
            </Table></Worksheet></Workbook>
            """
        let report = try await scanned(xml, name: "a.xml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 1)
        // Elsewhere, such a name is one of many.
        let other = "<?xml version=\"1.0\"?><a><Data><A>\(number.prefix(8))</A><B>\(number.dropFirst(8))</B></Data></a>"
        #expect(try await scanned(other, name: "a.xml").accounts == 0)
    }

    /// Equal neighbours in a row are written once, with their number.
    @Test func cellsThatAreRepeatedAreReadAsOften() async throws {
        func cells(_ texts: [String]) -> String {
            var cells = ""
            var index = 0
            while index < texts.count {
                let count = texts[index...].prefix { $0 == texts[index] }.count
                let repeats = count > 1 ? " table:number-columns-repeated=\"\(count)\"" : ""
                cells += "<table:table-cell\(repeats)><text:p>\(texts[index])</text:p></table:table-cell>"
                index += count
            }
            return cells
        }
        func content(_ cells: String) -> String {
            """
            <?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>\
            <table:table table:name="A"><table:table-row>\(cells)</table:table-row></table:table></office:spreadsheet>\
            </office:body></office:document>
            """
        }
        let ones = cells(Canary.iban(1).map { String($0) })
        #expect(ones.contains("repeated"))
        // A long text and a large number of cells are read once.
        let others =
            cells([String](repeating: Canary.iban(2), count: 3)) + cells([String](repeating: "5", count: 9_000))
        for text in [content(ones), content(ones + others)] {
            let packed = ZipArchive.of([
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", text),
            ])
            for report in [try await scanned(packed, name: "a.ods"), try await scanned(text, name: "a.fods")] {
                #expect(report.state == .read, "\(report.gaps)")
                #expect(report.accounts == (text.contains("9000") ? 2 : 1))
            }
        }
    }

    /// A line that ends in a cell is a paragraph, and none in the next cell.
    @Test func aNumberGoesOnInTheNextLineOfACell() async throws {
        let number = Canary.iban(1)
        let (one, two) = (number.prefix(14), number.dropFirst(14))
        func document(_ joint: String) -> String {
            """
            <?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><table:table-row>\
            <table:table-cell office:value-type="string"><text:p>\(one)</text:p>\(joint)<text:p>\(two)</text:p>\
            </table:table-cell><table:table-cell office:value-type="string"><text:p>\(Canary.iban(2))</text:p>\
            </table:table-cell></table:table-row></office:document>
            """
        }
        #expect(try await scanned(document(""), name: "a.fods").accounts == 2)
        let next = "</table:table-cell><table:table-cell office:value-type=\"string\">"
        #expect(try await scanned(document(next), name: "a.fods").accounts == 1)
    }

    /// Records that a page holds for its programs are no program.
    @Test func recordsInPagesAreRead() async throws {
        let number = Canary.iban(1)
        let groups = stride(from: 0, to: 20, by: 4).map { String(number.dropFirst($0).prefix(4)) }
        let value = "\\u003cp\\u003e\(groups.joined(separator: "\\u0026nbsp;"))\\u003c/p\\u003e"
        let rest = "<p>\(Canary.sentence(2))</p></body></html>"
        for (kind, filler) in [("application/json", 0), ("application/ld+json", 200_000)] {
            let words = String(repeating: "word ", count: filler / 5)
            let script = "<script type=\"\(kind)\">{\"a\": \"\(words)\", \"b\": \"\(value)\"}</script>"
            let report = try await scanned("<html><body>x \(script)\(rest)", name: "a.html")
            #expect(report.state == .read, "\(report.gaps)")
            #expect(report.accounts == 2)
            // What is not ended is read, too.
            let cut = try await scanned("<html><body>x \(script.dropLast(12))", name: "a.html")
            #expect(cut.accounts == 1)
        }
    }

    /// A long script is read in parts, one of which may end anywhere in the tag that ends the script.
    @Test(arguments: [(64 << 10) - 8, (64 << 10) - 4, 64 << 10]) func longScriptsEnd(size: Int) async throws {
        let number = Canary.iban(1).map { "<i class=digit>\($0)</i>" }.joined()
        for kind in ["", " type=\"application/json\""] {
            let script = "<script\(kind)>\(String(repeating: "x ", count: size / 2))</script>"
            let report = try await scanned("<html><body>\(script)<p>\(number)</p></body></html>", name: "a.html")
            #expect(report.accounts == 1)
        }
    }

    /// A message of Telegram's, part of which is taken for a telephone number.
    @Test func textsGoOnBehindObjects() async throws {
        let number = Canary.iban(1)
        let groups = stride(from: 0, to: 20, by: 4).map { String(number.dropFirst($0).prefix(4)) }
        let phone = "{\"type\": \"phone\", \"text\": \"\(groups[..<3].joined(separator: " "))\"}"
        let end = groups[3...].joined(separator: " ")
        for text in ["[\"here \", \(phone), \" \(end)\"]", "[\(phone), \" \(end) please\", \"x\"]"] {
            let report = try await scanned("{\"messages\": [{\"id\": 1, \"text\": \(text)}]}", name: "a.json")
            #expect(report.accounts == 1)
        }
        let others = "{\"a\": [\(phone), \" \(end)\"]}"
        #expect(try await scanned(others, name: "a.json").accounts == 0)
    }

    /// Pictures in pages, as links that hold their bytes.
    @Test func filesInLinksOfPagesAreTakenOut() async throws {
        // A longer one than a link of another kind.
        let picture = MailTests.base64(try documentBytes("picture.jpg") + [UInt8](repeating: 0, count: 5_000))
        let file = MailTests.base64(OfficeFiles.docx)
        for link in [
            "<img alt=x src=\"data:image/jpeg;base64,\(picture)\">", "<img src='data:image/jpeg;base64,\(picture)'/>",
            "<p style=\"background:url(data:image/jpeg;base64,\(picture))\">x</p>",
        ] {
            let report = try await scanned(
                "<html><body><p>\(Canary.sentence(1))\(link)</p></body></html>", name: "a.html")
            #expect(report.state == .partial)
            #expect(report.reasons == [.pictures], "\(report.gaps)")
        }
        let page = "<html><body><a href=\"data:application/octet-stream;base64,\(file)\">x</a></body></html>"
        let report = try await scanned(page, name: "a.html")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 15)
    }

    /// Office's and OpenDocument's flat forms have files as base64.
    @Test(arguments: [
        "<w:binData w:name=\"wordml://a.docx\" xmlns:w=\"w\">#</w:binData>",
        "<pkg:part pkg:name=\"/x\" xmlns:pkg=\"p\"><pkg:binaryData>#</pkg:binaryData></pkg:part>",
        "<office:binary-data xmlns:office=\"o\">#</office:binary-data>",
    ])
    func filesInXMLAreTakenOut(_ element: String) async throws {
        let file = MailTests.base64(OfficeFiles.docx)
        let xml = "<?xml version=\"1.0\"?><a><b>\(Canary.sentence(1))</b>\(element.replacing("#", with: file))</a>"
        let report = try await scanned(xml, name: "a.xml")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 16)
    }

    @Test func whatOfficeSavesBesideWebPagesIsRead() async throws {
        var object = CompoundWriter()
        object.add("CONTENTS", OfficeFiles.docx)
        let content = object.finished()
        let bytes = Array("ActiveMime\0\0".utf8) + [UInt8](repeating: 1, count: 38) + storedZlib(content)
        let report = try await scanned(bytes, name: "oledata.mso")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 15)
    }
}
