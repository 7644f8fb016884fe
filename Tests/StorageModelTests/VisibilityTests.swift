import StorageModel
import Testing

@Suite struct VisibilityTests {
    @Test(
        arguments: [
            "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{34F}", "\u{61C}", "\u{115F}", "\u{180E}", "\u{200B}",
            "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}",
            "\u{3164}", "\u{E000}", "\u{FEFF}", "\u{FFA0}", "\u{FFF9}", "\u{E0041}", "\u{10FE80}", "\u{10FFFF}", "\t",
            "\0",
        ] as [Unicode.Scalar])
    func whatIsNotSeenIsReplaced(_ scalar: Unicode.Scalar) {
        #expect(!scalar.isVisible)
        #expect("a\(scalar)b".shownOnOneLine == "a\u{FFFD}b")
        #expect("a\(scalar)b".shownOnItsLines == "a\u{FFFD}b")
    }

    @Test(arguments: ["plain text", "Grüße, Größe", "données é", "文件 (1).pdf", "שלום", "😀", "\u{A0}", "\u{FFFD}"])
    func whatIsSeenStays(_ text: String) {
        #expect(text.unicodeScalars.allSatisfy { $0.isVisible })
        #expect(text.shownOnOneLine == text)
    }

    @Test func textKeepsItsLinesAndWhatItsWordsNeed() {
        let text = "می\u{200C}خواهم\n👩\u{200D}🔬 ✔\u{FE0F}"
        #expect(text.shownOnItsLines == text)
        #expect("a\r\nb\nc".shownOnOneLine == "a\u{FFFD}\u{FFFD}b\u{FFFD}c")
        #expect("a\r\nb\nc".shownOnItsLines == "a\u{FFFD}\nb\nc")
    }
}
