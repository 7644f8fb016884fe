@testable import SensitiveContent
import Testing

/// The lines of a dump are the bytes that they show, and no numbers.
@Suite struct DumpTests {
    /// Bytes whose digits in columns are those of a payment card, in either order of two bytes.
    private static let card: [UInt8] = [0x45, 0x39, 0x57, 0x87, 0x63, 0x62, 0x14, 0x86]
    private static let swapped: [UInt8] = [0x39, 0x45, 0x87, 0x57, 0x62, 0x63, 0x86, 0x14]
    private static let account = "Konto AT48 3200 0000 1234 5864"

    private static func hex(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// Lines of a dump.
    private static func dump(
        _ bytes: [UInt8], inLine: Int = 16, from first: Int = 0, offset: (Int) -> String, group: Int = 1,
        between: String = " ", text: Bool
    ) -> String {
        stride(from: 0, to: bytes.count, by: inLine).map { place in
            let row = Array(bytes[place..<min(bytes.count, place + inLine)])
            let groups = stride(from: 0, to: row.count, by: group).map { start in
                row[start..<min(row.count, start + group)].map { hex(Int($0), digits: 2) }.joined()
            }
            let columns = groups.joined(separator: between)
            let width = (inLine / group) * (2 * group + 1) - 1
            let shown = row.map { (0x20...0x7E).contains($0) ? String(UnicodeScalar($0)) : "." }.joined()
            let padding = String(repeating: " ", count: max(0, width - columns.count))
            return offset(first + place) + columns + (text ? "\(padding)  \(shown)" : "") + "\n"
        }.joined()
    }

    private static func found(_ text: String) -> Set<String> {
        scan("credit card numbers:\n\(text)").detectors(atLeast: .possible)
    }

    /// Bytes with what looks like a card in the first line, in the middle and at the end.
    private static let bytes = card + card + [UInt8](repeating: 0x99, count: 16) + card + card + swapped + swapped

    @Test(arguments: [
        dump(bytes, offset: { hex($0, digits: 8) + ": " }, group: 2, text: true),
        dump(bytes, from: 0x30, offset: { hex($0, digits: 8) + ": " }, group: 2, text: true),
        dump(bytes, inLine: 32, offset: { hex($0, digits: 8) + ": " }, group: 2, text: true),
        dump(bytes, inLine: 8, offset: { hex($0, digits: 8) + ": " }, group: 2, text: true),
        dump(bytes, offset: { hex($0, digits: 8) + "  " }, text: false) + "00000040\n",
        dump(bytes, offset: { hex($0, digits: 7) + " " }, group: 2, text: false) + "0000040\n",
        dump(bytes, offset: { "\t0x" + hex($0, digits: 4) + ":  " }, group: 2, text: true),
    ])
    func figuresOfADumpAreNoNumbers(text: String) {
        #expect(Self.found(text) == [], "\(text)")
        #expect(Self.found(text.replacing("\n", with: "\r\n")) == [], "\(text)")
    }

    @Test(arguments: [
        "00000000 4539 5787 6362 1486\n", "00000000 4539 5787 6362 1486  Anna Huber\n",
        "20260101 4539 5787 6362 1486\n",
        "0000000 4539 5787 6362 1486\n", "1000001 4539 5787 6362 1486\n1000002 4539 5787 6362 1486\n",
    ])
    func whatOnlyLooksLikeALineOfADumpIsText(text: String) {
        #expect(Self.found(text).contains("payment-card"), "\(text)")
    }

    @Test(arguments: [8, 16, 32])
    func whatTheBytesSayIsDecoded(inLine: Int) {
        let bytes = [0, 1, 2, 0xFF] + Array(Self.account.utf8) + [0]
        let text = Self.dump(bytes, inLine: inLine, offset: { Self.hex($0, digits: 8) + ": " }, group: 2, text: true)
        #expect(Self.decoded(text).contains(Self.account), "\(text)")
    }

    /// Lines that are like the one before are left out by most programs.
    @Test func linesBehindThoseThatWereLeftOutAreDecoded() {
        let bytes = [UInt8](repeating: 0, count: 96) + Array(Self.account.utf8)
        for digits in [8, 7] {
            let lines = Self.dump(
                bytes, offset: { Self.hex($0, digits: digits) + (digits == 8 ? "  " : " ") }, text: false
            ).split(separator: "\n")
            let short = ([lines[0], "*"] + lines[6...]).joined(separator: "\n") + "\n"
            #expect(Self.decoded(short).contains(Self.account), "\(short)")
        }
    }

    private static func decoded(_ text: String) -> String {
        var scanner = ContentScanner(detectors: .standard, salt: 7)
        scanner.begin(Passage())
        scanner.read(Array(text.utf8).span)
        scanner.end()
        let content = scanner.takeEncoded()
        return String(decoding: content.texts + content.files.flatMap { $0 }, as: UTF8.self)
    }

    @Test func aDumpThatIsCutAnywhereIsTheSame() {
        let text = Self.dump(
            Self.bytes, offset: { Self.hex($0, digits: 8) + ": " }, group: 2, text: true)
        for cut in 0...text.utf8.count + 13 {
            let bytes = Array("card number:\n\(text)".utf8)
            #expect(scan(bytes, pieces: [cut]).findings.isEmpty, "cut at \(cut)")
        }
    }

    /// Whatever stands at the edge of the window, no line is taken for text.
    @Test func theEdgeOfTheWindowMakesNoDifference() {
        let bytes = Array(repeating: Self.bytes, count: 60).flatMap { $0 }
        let text = Self.dump(bytes, offset: { Self.hex($0, digits: 8) + ": " }, group: 2, text: true)
        for distance in stride(from: 0, to: 75, by: 7) {
            var scanner = ContentScanner(detectors: .standard, salt: 7, window: 0)
            scanner.begin(Passage())
            scanner.read(Array((String(repeating: ".", count: distance) + "\n" + text).utf8).span)
            #expect(scanner.finish().findings.isEmpty, "\(distance)")
        }
    }
}
