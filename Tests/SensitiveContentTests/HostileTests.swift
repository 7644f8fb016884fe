@testable import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Input that nobody wrote for people: it must be read to the end, in bounded memory, and found to be nothing.
struct HostileTests {
    private static let seed: UInt64 = 0x5E5_17E

    @Test func randomBytesAreReadAndHoldNothing() {
        print("random bytes with seed \(Self.seed)")
        var random = SeededGenerator(seed: Self.seed)
        for form: Passage.Form in [.prose, .table(separator: 0x2C), .keyed(path: "a/b"), .sourceCode, .mailHeader] {
            let bytes = (0..<60_000).map { _ in UInt8.random(in: 0...255, using: &random) }
            let summary = scan(bytes, as: form, pieces: [])
            #expect(summary.bytesRead == bytes.count)
            #expect(summary.detectors(atLeast: .likely) == [], "seed \(Self.seed)")
        }
    }

    @Test(arguments: ["0", "9", "A", "a", "<", "@", ".", "-", " 1", "1.", "+4", "\"", ",", "AT", "a@", "é", "\n", "1-"])
    func oneThingOverAndOverIsNothing(_ piece: String) {
        let bytes = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
        for form: Passage.Form in [.prose, .table(separator: 0x2C)] {
            let summary = scan(bytes, as: form, pieces: [])
            #expect(summary.bytesRead == bytes.count)
            #expect(summary.findings.filter { $0.confidence > .topic } == [])
        }
    }

    /// What the readers of numbers, dumps, escapes and codes look for, in an order that none of them expects, cut anywhere.
    @Test func anyOrderOfKnownPiecesIsReadWholeAndInParts() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("known pieces with seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let piece = Array(Self.pieces.randomElement(using: &random)!.utf8)
                // One in eight is not whole.
                bytes += Int.random(in: 0..<8, using: &random) == 0 ? piece.dropLast() : piece[...]
            }
            let form: Passage.Form = Bool.random(using: &random) ? .prose : .table(separator: 0x2C)
            let cuts = (0..<3).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
            let whole = scan(bytes, as: form, pieces: [])
            #expect(whole.bytesRead == bytes.count)
            let inParts = scan(bytes, as: form, pieces: cuts)
            #expect(inParts.findings == whole.findings, "seed \(seed), cut at \(cuts): \(bytes)")
        }
    }

    private static let pieces = [
        "A", "AT", "DE", "at", "0", "1", "61", "1904", "3002", "3457", "AT61", "1904300234573201", "0x0010:  ",
        "0000020 ", "4154 3631", " 101 124", " ", "  ", "\t", "\n", "\r\n", ",", ";", "|", "\"", "'", "-", ".", ":",
        "/",
        "\\", "\\u0041", "\\x41", "\\101", "&#65;", "&nbsp;", "%41", "=41", "=\n", "<", ">", "<br>", "(", ")", "{", "}",
        "[", "]", "\\num{", "+43 ", "@", "a@b.at", "IBAN", "Konto ", "name: ", "QVQ2MTE5MDQzMDAyMzQ1NzMyMDE=",
        "H4sIAAAAAAAA", "eJwzNA", "begin 644 a\n", "é", "\u{0391}\u{03A4}", "\u{0410}\u{0422}", "\u{FF21}\u{FF34}",
        "\u{0661}", "\u{06F1}", "\u{0966}", "\u{0E51}", "\u{1D7CE}", "\u{B2}", "\u{2081}", "\u{2460}", "\u{20E3}",
        "\u{FE0F}",
        "\u{332}", "\u{200B}", "\u{A0}", "\u{AD}", "\0",
    ]

    @Test func manyValuesAreCountedInBoundedMemory() throws {
        // 3,000 different valid numbers; the estimate of a HyperLogLog errs by a few percent.
        var text = "SVNR\n"
        var written = 0
        var serial = 100
        while written < 3000 {
            let day = 1 + serial % 28
            for check in 0...9 {
                let number =
                    "\(serial % 900 + 100)\(check)\(day < 10 ? "0" : "")\(day)0\(1 + serial % 9)\(10 + serial / 900)"
                if AustrianSocialInsuranceDetector.isValid(Symbols(number)) {
                    text += "SVNR \(number)\n"
                    written += 1
                }
            }
            serial += 1
        }
        let finding = try #require(scan(text).findings.first { $0.detector == "austrian-social-insurance" })
        #expect(finding.count == 3000)
        #expect(abs(finding.distinct - 3000) < 300)
        #expect(finding.places.count == Finding.mostPlaces)
    }
}

/// The same, long enough that anything which grows would show.
struct HostileSlowTests {
    @Test func fiftyMegabytesOfOneDigitAreNothing() {
        let block = Array(repeating: UInt8(ascii: "7"), count: 1 << 20)
        var scanner = ContentScanner(salt: 7)
        for _ in 0..<50 { scanner.read(block.span) }
        let summary = scanner.finish()
        #expect(summary.bytesRead == 50 << 20)
        #expect(summary.findings == [])
    }
}
