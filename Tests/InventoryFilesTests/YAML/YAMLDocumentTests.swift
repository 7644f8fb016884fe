import Testing

@testable import InventoryFiles

@Suite struct YAMLDocumentTests {
    @Test(arguments: [
        "\u{FEFF}a: b\nc: d\n", "a: b\r\nc: d\r\n", "---\na: b\nc: d\n...\n", "{a: b, c: d}", "\"a\": 'b'\n'c': d",
    ])
    func equalFilesAreReadEqually(text: String) throws {
        let node = try YAMLDocument.read(InventorySource.File(path: "f", text: text)).get()
        #expect(node.entries.map(\.key) == ["a", "c"])
        #expect(node.entries.compactMap(\.value.scalar) == ["b", "d"])
    }

    @Test func placesAreExact() throws {
        let text = "\u{FEFF}# comment\r\nä🙂: 'x'\r\nlist:\r\n- é: [a, b]\r\n"
        let node = try YAMLDocument.read(InventorySource.File(path: "f", text: text)).get()
        let list = try #require(node["list"]?.elements.first)
        #expect(node.entries.map { "\($0.keyPlace)" } == ["f:2:1", "f:3:1"])
        #expect("\(node.entries[0].value.place)" == "f:2:5")
        #expect("\(list.place)" == "f:4:3")
        #expect(list.entries[0].value.elements.map { "\($0.place)" } == ["f:4:7", "f:4:10"])
    }

    @Test(arguments: [
        ("on", PlainText.boolean), ("No", .boolean), ("TRUE", .boolean), ("~", .nothing), ("", .nothing),
        ("Null", .nothing),
        ("1.10", .number), ("0x1F", .number), ("1e3", .number), (".5", .number), ("-7", .number), ("+1_000", .number),
        ("0o17", .number), (".inf", .number), ("-.INF", .number), (".NaN", .number), ("12:30", .number),
        ("1:02:03.5", .number),
        ("5.", .number), ("1.10.2", .text), ("1e", .text), ("a1", .text), ("-", .text), (".", .text),
        ("2026-11-22", .text),
        ("12:3a", .text), ("none", .text), ("+43 1 234", .text), ("1:234", .text), ("192.0.2.1", .text), ("::1", .text),
        ("e5", .text),
    ])
    func plainTextsAreTypedAsOthersTypeThem(text: String, type: PlainText) {
        #expect(PlainText(text) == type)
    }
}
