/// Office documents with a canary in each place that text can stand in.
enum OfficeFiles {
    private static let types = """
        <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>
        """
    private static let core = """
        <?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>\(Canary.sentence(90))</dc:creator>
        </cp:coreProperties>
        """

    private static func word(_ root: String, _ inner: String) -> String {
        "<?xml version=\"1.0\"?><w:\(root) xmlns:w=\"w\" xmlns:mc=\"mc\" xmlns:a=\"a\">\(inner)</w:\(root)>"
    }

    private static func paragraph(_ number: Int) -> String {
        // Word likes to cut numbers into runs.
        let text = Canary.sentence(number)
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        return
            "<w:p><w:r><w:t xml:space=\"preserve\">\(text[..<middle])</w:t></w:r><w:r><w:t xml:space=\"preserve\">\(text[middle...])</w:t></w:r></w:p>"
    }

    static let docx = ZipArchive.of([
        ("[Content_Types].xml", types),
        (
            "word/document.xml",
            word(
                "document",
                paragraph(1) + "<w:p><w:del><w:r><w:delText>\(Canary.sentence(2))</w:delText></w:r></w:del></w:p>"
                    + "<w:p><w:ins><w:r><w:t>\(Canary.sentence(3))</w:t></w:r></w:ins></w:p>"
                    + "<w:tbl><w:tr><w:tc>\(paragraph(4))</w:tc><w:tc>\(paragraph(5))</w:tc></w:tr></w:tbl>"
                    + "<mc:AlternateContent><mc:Choice>\(paragraph(6))</mc:Choice><mc:Fallback>\(paragraph(6))</mc:Fallback>"
                    + "</mc:AlternateContent><w:p><w:r><w:instrText>HYPERLINK \"\(Canary.sentence(7))\"</w:instrText></w:r></w:p>"
            )
        ),
        ("word/header1.xml", word("hdr", paragraph(8))), ("word/footer1.xml", word("ftr", paragraph(9))),
        ("word/footnotes.xml", word("footnotes", paragraph(10))),
        ("word/endnotes.xml", word("endnotes", paragraph(11))),
        ("word/comments.xml", word("comments", "<w:comment w:author=\"Bert\">\(paragraph(12))</w:comment>")),
        ("docProps/core.xml", core),
        ("word/embeddings/list.csv", "name;iban\nAnna;\(Canary.iban(13))\n"),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"mailto:bank@example.org?subject=\(Canary.sentence(14))\" TargetMode=\"External\"/></Relationships>"
        ),
    ])

    static let xlsx = ZipArchive.of([
        ("[Content_Types].xml", types),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>\(Canary.iban(21))</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>1</f><v>\(Canary.iban(22))</v></c><c r=\"B2\" s=\"1\"><v>29221</v></c></row></sheetData>"
                + "<headerFooter><oddHeader>\(Canary.sentence(23))</oddHeader></headerFooter></worksheet>"
        ),
        (
            "xl/worksheets/sheet2.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row></sheetData></worksheet>"
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>\(Canary.iban(24))</t></si><si><r><t>\(Canary.iban(25).prefix(9))</t></r><r><t>\(Canary.iban(25).dropFirst(9))</t></r></si></sst>"
        ),
        (
            "xl/comments1.xml",
            "<comments><commentList><comment><text><r><t>\(Canary.sentence(26))</t></r></text></comment></commentList></comments>"
        ),
        ("xl/drawings/drawing1.xml", "<xdr><a:p xmlns:a=\"a\"><a:t>\(Canary.sentence(27))</a:t></a:p></xdr>"),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Payroll\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Secret\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/></sheets></workbook>"
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>"
        ),
        ("docProps/core.xml", core),
    ])

    static let pptx = ZipArchive.of([
        ("[Content_Types].xml", types),
        (
            "ppt/slides/slide1.xml",
            "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>\(Canary.sentence(31))</a:t></a:r></a:p></p:sld>"
        ),
        (
            "ppt/slides/slide2.xml",
            "<p:sld xmlns:p=\"p\" xmlns:a=\"a\" show=\"0\"><a:p><a:r><a:t>\(Canary.sentence(32))</a:t></a:r></a:p></p:sld>"
        ),
        (
            "ppt/notesSlides/notesSlide1.xml",
            "<p:notes xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>\(Canary.sentence(33))</a:t></a:r></a:p></p:notes>"
        ),
        (
            "ppt/comments/comment1.xml",
            "<p:cmLst xmlns:p=\"p\"><p:cm><p:text>\(Canary.sentence(34))</p:text></p:cm></p:cmLst>"
        ),
        ("docProps/core.xml", core),
    ])

    private static let manifest = "<manifest:manifest xmlns:manifest=\"m\"/>"
    private static let meta =
        "<office:document-meta xmlns:office=\"o\" xmlns:dc=\"d\"><dc:creator>\(Canary.sentence(90))</dc:creator></office:document-meta>"

    private static func open(_ inner: String) -> String {
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:dc=\"d\" xmlns:draw=\"w\" xmlns:presentation=\"p\" xmlns:style=\"s\">\(inner)</office:document-content>"
    }

    static let odt = ZipArchive.of([
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", manifest),
        ("meta.xml", meta),
        (
            "content.xml",
            open(
                "<text:tracked-changes><text:deletion><text:p>\(Canary.sentence(41))</text:p></text:deletion></text:tracked-changes>"
                    + "<text:p>\(Canary.sentence(42))</text:p><text:p>a<text:note><text:note-body><text:p>\(Canary.sentence(43))</text:p></text:note-body></text:note></text:p>"
                    + "<text:p>b<office:annotation><dc:creator>Bert</dc:creator><text:p>\(Canary.sentence(44))</text:p></office:annotation></text:p>"
                    + "<table:table><table:table-row><table:table-cell><text:p>\(Canary.sentence(45))</text:p></table:table-cell></table:table-row></table:table>"
            )
        ),
        (
            "styles.xml",
            open(
                "<style:header><text:p>\(Canary.sentence(46))</text:p></style:header><style:footer><text:p>\(Canary.sentence(47))</text:p></style:footer>"
            )
        ),
    ])

    static let ods = ZipArchive.of([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", manifest),
        ("meta.xml", meta),
        (
            "content.xml",
            open(
                "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style><office:spreadsheet>"
                    + "<table:table table:name=\"Payroll\" table:style-name=\"ta1\"><table:table-row><table:table-cell><text:p>\(Canary.iban(51))</text:p></table:table-cell>"
                    + "<table:table-cell table:number-columns-repeated=\"16000\"/><table:table-cell><office:annotation><text:p>\(Canary.sentence(52))</text:p></office:annotation><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
                    + "<table:table table:name=\"Secret\" table:style-name=\"ta2\"><table:table-row><table:table-cell><text:p>\(Canary.iban(53))</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
            )
        ),
    ])

    static let odp = ZipArchive.of([
        ("mimetype", "application/vnd.oasis.opendocument.presentation"), ("META-INF/manifest.xml", manifest),
        ("meta.xml", meta),
        (
            "content.xml",
            open(
                "<draw:page><text:p>\(Canary.sentence(61))</text:p></draw:page><draw:page><text:p>\(Canary.sentence(62))</text:p>"
                    + "<presentation:notes><text:p>\(Canary.sentence(63))</text:p></presentation:notes></draw:page>")
        ),
    ])
}
