import FileScanning
import ScanWire
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Text in every encoding is read, by the real worker.
@Suite struct TextTests {
    @Test func aCanaryIsFoundInPlainText() async throws {
        let text = "Liebe Anna,\n\(Canary.sentence(1))\n"
        let report = try await scanned(text, name: "letter.txt")
        #expect(report.state == .read)
        #expect(report.kind == "text")
        #expect(report.accounts == 1)
        #expect(report.accountPlaces.first?.line == 2)
        #expect(report.bytesRead == report.size)
        #expect(report.size == UInt64(text.utf8.count))
        #expect(report.findings.allSatisfy { $0.masked?.contains(String(Canary.iban(1).dropFirst(6))) != true })
    }

    static let wide: [(String, [UInt8])] = {
        let text = "Überweisung an \(Canary.iban(2)), bitte.\n"
        let units = Array(text.utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let long = text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }
        let longBig = text.unicodeScalars.flatMap { [0, 0, UInt8($0.value >> 8), UInt8($0.value & 0xFF)] }
        return [
            ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("UTF-16LE", little), ("UTF-16BE", big), ("UTF-16LE with a mark", [0xFF, 0xFE] + little),
            ("UTF-16BE with a mark", [0xFE, 0xFF] + big), ("UTF-32LE", long), ("UTF-32BE", longBig),
            ("UTF-32LE with a mark", [0xFF, 0xFE, 0, 0] + long),
            ("UTF-32BE with a mark", [0, 0, 0xFE, 0xFF] + longBig),
            ("Latin-1", text.unicodeScalars.map { UInt8($0.value) }),
            ("DOS", text.unicodeScalars.map { $0.value == 0xDC ? 0x9A : UInt8($0.value) }),
            ("Macintosh", text.unicodeScalars.map { $0.value == 0xDC ? 0x86 : UInt8($0.value) }),
        ]
    }()

    @Test(arguments: wide)
    func aCanaryIsFoundInEveryEncoding(name: String, bytes: [UInt8]) async throws {
        let report = try await scanned(bytes, name: "letter.txt")
        #expect(report.accounts == 1, "\(name)")
        #expect(report.state == .read, "\(name): \(report.gaps)")
    }

    /// What begins like something compressed in base64 may be a long name.
    @Test func longNamesAreNoFiles() async throws {
        let names = ["eNotificationTypeForEverybody", "eJournalEntryWithALongNameOfIt", "eAllocationWithALongName"]
        let report = try await scanned("enum { \(names.joined(separator: ", ")) };\n", name: "names.txt")
        #expect(report.state == .read, "\(report.gaps)")
    }

    /// Cyrillic letters, too, are pairs of high bytes.
    @Test func cyrillicIsNotTakenForChinese() async throws {
        let word: [UInt8] = [0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0x20]
        let words = (0..<20).flatMap { _ in word + Array("some plain words between ".utf8) }
        let report = try await scanned(words + Array(Canary.sentence(8).utf8), name: "letter.txt")
        #expect(report.accounts == 1)
        #expect(report.state == .read, "\(report.gaps)")
    }

    /// Requests of SAML and drawings have no frame around what deflate packed.
    @Test(arguments: [1, 200]) func whatDeflatePackedWithoutAFrameIsRead(count: Int) async throws {
        let sentences = (0..<count).map { Canary.sentence($0) }.joined(separator: "\n")
        let packed = try await withTemporaryFolder { folder in
            let path = try folder.write(sentences, to: "a")
            let run = try await runProgram("/usr/bin/gzip", ["-n", path])
            #expect(run.exitStatus == 0, "\(run.stderr)")
            return try bytes(of: "\(path).gz").dropFirst(10).dropLast(8)
        }
        let report = try await scanned("request=\(MailTests.base64(Array(packed)))\n", name: "a.txt")
        #expect(report.accounts == count)
        #expect(report.state == .read, "\(report.gaps)")
        let cut = try await scanned("request=\(MailTests.base64(Array(packed.dropFirst())))\n", name: "a.txt")
        #expect(cut.accounts == 0)
        #expect(cut.state == .read, "\(cut.gaps)")
    }

    /// Lines of a width, without an end.
    private static func cards(_ lines: [String]) -> String {
        lines.map { $0 + String(repeating: " ", count: 80 - $0.utf8.count) }.joined()
    }

    static let marked: [(String, String)] = {
        let number = Canary.iban(1)
        let (one, two) = (number.prefix(9), number.dropFirst(9))
        // Values are cut after so many characters.
        let long = String((String(repeating: "words and ", count: 25) + one).suffix(250))
        return [
            ("a.sub", "{1}{25}Konto|\(number)|danke\n"),
            ("b.sub", "{1}{25}\(number.prefix(8))|\(number.dropFirst(8))\n"),
            ("a.dxf", "  0\nMTEXT\n  1\n{\\fArial|b0;\(one)\\C1;\(two)}\n  0\nEOF\n"),
            ("b.dxf", "  0\r\nMTEXT\r\n  3\r\n\(long)\r\n  1\r\n\(two)\r\n"),
            ("f.dxf", "  0\nMTEXT\n  3\nwords \(one)\n  1\n\(two)\n  0\nEOF\n"),
            ("c.dxf", "  0\nTEXT\n  1\n%%u\(one)%%u\(two)\n  8\nA\n"), ("d.dxf", "  0\nTEXT\n  1\nC:\\A\\\(number)\n"),
            ("a.fits", cards(["SIMPLE  = T", "A       = 'x \(one)&'", "CONTINUE  '\(two)'", "END"])),
            ("b.fits", cards(["SIMPLE  = T", "A       = 'x&'", "COMMENT \(number)", "END"])),
            ("a.ldif", "# x\n\ndn: cn=a\naccount: \(one)\n \(two)\n"),
            ("a.yaml", "version: 1\na:\n \(number)\n b: c\n"),
            ("e.dxf", "  0\nINSERT\n  2\n\(number)\n"),
        ]
    }()

    /// Marks that say how letters look do not cut a text.
    @Test(arguments: marked) func marksInTextsAreLeftOut(name: String, text: String) async throws {
        let report = try await scanned(text, name: name)
        #expect(report.accounts == 1, "\(text)")
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func anEmptyFileIsRead() async throws {
        let report = try await scanned("", name: "nothing.txt")
        #expect(report.state == .read)
        #expect(report.kind == "empty")
    }

    @Test func unknownBytesAreReadInPart() async throws {
        var bytes = [UInt8](0...255) + Array(Canary.sentence(3).utf8) + [UInt8](repeating: 0, count: 300)
        bytes += Array(Canary.sentence(4).utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let report = try await scanned(bytes, name: "dump.bin")
        #expect(report.state == .partial)
        #expect(report.reasons == [.unknownFormat])
        #expect(report.accounts == 2)
    }

    /// Links and titles that a terminal shows in no line stand around a part of a number, end with either mark, or not at all.
    @Test func linksOfATerminalAreNoText() async throws {
        let (begin, end) = (Canary.iban(9).prefix(9), Canary.iban(9).dropFirst(9))
        for mark in ["\u{7}", "\u{1B}\\"] {
            let text = "\u{1B}]8;;http://x.example/\(mark)\(begin)\u{1B}]8;;\(mark)\(end) paid\n"
            #expect(try await scanned(text, name: "a.log").accounts == 1)
        }
        let link = "see \u{1B}]8;;http://x.example/?to=\(Canary.iban(9))\u{7}there\u{1B}]8;;\u{7}\nand more\n"
        #expect(try await scanned(link, name: "a.log").accounts == 1)
        #expect(try await scanned("title \u{1B}]0;\(Canary.iban(9))", name: "a.log").accounts == 1)
        #expect(try await scanned("title \u{1B}]0;x\n\(Canary.iban(9))\n", name: "a.log").accounts == 1)
    }

    /// Between two subtitles stand the number of the second and its times.
    @Test func aNumberGoesOnInTheNextSubtitle() async throws {
        let groups = Canary.iban(10).enumerated().map { $0.offset % 4 == 3 ? "\($0.element) " : "\($0.element)" }
            .joined()
        let (begin, end) = (groups.prefix(9), groups.dropFirst(10))
        func subtitles(_ second: some StringProtocol) -> String {
            "1\n00:00:01,000 --> 00:00:02,000\nKonto \(begin)\n\n2\n00:00:02,000 --> 00:00:04,000\n\(second) bitte\n"
        }
        #expect(try await scanned(subtitles(end), name: "a.srt").accounts == 1)
        let lines = subtitles(end).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try await scanned(lines, name: "a.vtt").accounts == 1)
        #expect(try await scanned(subtitles(end.dropLast(2)), name: "a.srt").accounts == 0)
    }

    @Test func cellsOfATableAreKeptApart() async throws {
        let text = "name;iban;age\nAnna;\(Canary.iban(5));40\nBert;\(Canary.iban(6));41\n"
        let report = try await scanned(text, name: "list.csv")
        #expect(report.kind == "table")
        #expect(report.accounts == 2)
    }

    @Test func aRunThatIsCutByAPieceIsReadAsOne() async throws {
        // The reader takes 256 KB at once.
        for shift in [0, 1, 7, 20, 40, 41] {
            let before = [UInt8](repeating: 1, count: 256 << 10).dropLast(20 - shift % 20)
            let narrow = before + Array(" \(Canary.iban(7)) ".utf8) + [2]
            #expect(try await scanned(Array(narrow), name: "a.bin").accounts == 1, "\(shift)")
            let wide = before + Array(" \(Canary.iban(7)) ".utf16).flatMap { [UInt8($0), 0] } + [2]
            #expect(try await scanned(Array(wide), name: "a.bin").accounts == 1, "wide, \(shift)")
        }
    }

    /// What a module says of its own parts marks no document.
    @Test(arguments: ["Heavy.pm", "guide.pod"]) func modulesOfPerlArePrograms(name: String) async throws {
        let report = try await scanned("=head1 NAME\n\nHeavy\n\n(internal use only)\n", name: name)
        #expect(report.kind == "source-code")
        #expect(!report.findings.contains { $0.detector == "confidentiality-marking" && $0.confidence >= .possible })
    }
}
