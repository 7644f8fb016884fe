import InventoryFiles
import StorageModel
import Testing

@testable import InventoryFiles

@Suite struct NotationTests {
    @Test(
        arguments: [
            ("512 B", 512), ("25MB", 25_000_000), ("1.5 TiB", 1_649_267_441_664), ("20 GB", 20_000_000_000),
            ("0.5 kB", 500),
            ("007 KiB", 7168), ("18446744073709551615 B", UInt64.max), ("16 PiB", 18_014_398_509_481_984), ("0 B", 0),
        ] as [(String, UInt64)])
    func sizesAreRead(text: String, bytes: UInt64) throws {
        #expect(try SizeNotation.bytes(text) == bytes)
        // The looser notation of the command line means the same by it.
        #expect(ByteSize(text)?.bytes == bytes)
    }

    @Test(arguments: [
        ("", SizeNotation.Refusal.noNumber), ("MB", .noNumber), ("-1 MB", .noNumber), ("1.2.3 MB", .noNumber),
        (".5 MB", .noNumber),
        ("5. MB", .noNumber), ("20", .noUnit), ("20 ", .noUnit), ("1.5 B", .partOfByte), ("0.0001 kB", .partOfByte),
        ("18446744073709551616 B", .tooLarge), ("99999999999999999999999 B", .tooLarge), ("1000000 PB", .tooLarge),
        ("1.0000000000000000000000001 MB", .partOfByte), ("20 mb", .unknownUnit("mb", suggestions: ["MB", "MiB"])),
        ("20  MB", .unknownUnit(" MB", suggestions: ["MB"])), ("20 K", .unknownUnit("K", suggestions: ["kB"])),
        ("20 furlong", .unknownUnit("furlong", suggestions: [])),
    ])
    func otherTextsAreRefusedWithTheirReason(text: String, reason: SizeNotation.Refusal) {
        #expect(throws: reason) { try SizeNotation.bytes(text) }
    }

    @Test(arguments: ["a", "a-b", "0", "1-2-3", String(repeating: "a", count: 64)])
    func idsAreAccepted(text: String) { #expect(IDForm.accepts(text)) }

    @Test(arguments: ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "ä", "a/b", String(repeating: "a", count: 65)])
    func otherIDsAreRefused(text: String) { #expect(!IDForm.accepts(text)) }

    @Test(arguments: [
        ("Finance_Office", "finance-office"), ("  A  B ", "a-b"), ("v1.2", "v1-2"), ("ÖBB", "bb"), ("---", nil),
        ("fine", nil),
    ])
    func nearIDsAreProposed(text: String, id: String?) { #expect(IDForm.near(text) == id) }

    @Test func everyExampleHasItsForm() {
        for form in TextForm.all { #expect(form.accepts(form.example), "\(form.name)") }
    }

    /// The test in Swift and the pattern for editors say the same.
    @Test func formsAndPatternsAgree() throws {
        let samples = [
            "a", "A", "en", "EN", "e", "eng", "1", "a b", "", " ", "-", "a-", "-a", ".", "..", "a/..", "../a", "a/./b",
            "/a", "a/", "a//b",
            "a\\b", "a/b", ".a", "...", "a/...", "it@example.org", "@", "a@", "@b", "a@b@c", "a b@c", "+43 1 234",
            "(01) 2", "+", "43a",
            "http://x", "https://x y", "x://", "://x", "HTTP://x", "1x://y", "a+b://c", "host", "host.", ".host", "h_o",
            "::1",
            "fe80::1", "tun*", "*", "tun**", "t*n", "eth0.1", "days", "Days", "d ys", "é", "🙂", "a\nb", "x\u{A0}y",
            "1-", "(", "12/3.4",
        ]
        for form in TextForm.all {
            let pattern = try Regex(form.pattern)
            for sample in samples where sample.unicodeScalars.count <= form.longest {
                let matches = sample.firstMatch(of: pattern) != nil
                #expect(form.test(sample) == matches, "\(form.name): \(sample.debugDescription)")
            }
        }
    }

    @Test(
        arguments: [
            ("exposur", ["exposure", "expose"], ["exposure"]), ("otpics", ["optics", "topics"], ["optics", "topics"]),
            ("Optics", ["optics"], ["optics"]), ("xyz", ["optics"], []), ("ab", ["abc", "cd"], ["abc"]),
            ("", ["a"], []),
            ("confidental", ["confidential", "confident"], ["confidential"]),
            ("campsu", ["campus", "camps"], ["campus", "camps"].sorted()),
            (String(repeating: "a", count: 200), [String(repeating: "a", count: 200)], []),
        ] as [(String, [String], [String])])
    func nearWordsAreFound(word: String, candidates: [String], near: [String]) {
        #expect(didYouMean(word, among: candidates) == near)
    }
}
