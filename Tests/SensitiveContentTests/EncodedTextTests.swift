import FoundationEssentials
@testable import SensitiveContent
import Testing

/// What stands in base64, hexadecimal digits or percent signs inside a text is decoded, and nothing else is taken for it.
@Suite struct EncodedTextTests {
    private static let sentence = "Please pay to the account of Anna Huber by Friday."

    /// What is encoded in a text that is read in pieces, with lines and files behind each other.
    private func decoded(
        _ text: String, pieces: [Int] = [], window: Int = 0, of form: Passage.Form = .prose
    ) -> [String] {
        var scanner = ContentScanner(detectors: .standard, salt: 7, window: window)
        let bytes = Array(text.utf8)
        scanner.begin(Passage(form: form))
        var start = 0
        for end in pieces + [bytes.count] {
            scanner.read(bytes.span.extracting(start..<end))
            start = end
        }
        scanner.end()
        let content = scanner.takeEncoded()
        #expect(scanner.takeEncoded().isEmpty)
        return ([content.texts] + content.files).filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    private static func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func lines(_ text: String, of length: Int, end: String = "\n") -> String {
        let letters = Array(base64(text))
        return stride(from: 0, to: letters.count, by: length)
            .map { String(letters[$0..<min(letters.count, $0 + length)]) }.joined(separator: end)
    }

    /// Each byte of the sentence, written from its two digits.
    private static func escaped(_ write: (String) -> String) -> String {
        sentence.utf8.map { write(hex(String(UnicodeScalar($0)))) }.joined()
    }

    private static func octal(_ digits: String) -> String {
        let number = String(UInt8(digits, radix: 16) ?? 0, radix: 8)
        return String(repeating: "0", count: 3 - number.count) + number
    }

    private static func base32(_ text: String) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits = text.utf8.map { byte in
            let digits = String(byte, radix: 2)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
        bits += String(repeating: "0", count: (5 - bits.count % 5) % 5)
        return stride(from: 0, to: bits.count, by: 5).map { place in
            let start = bits.index(bits.startIndex, offsetBy: place)
            return String(letters[Int(bits[start..<bits.index(start, offsetBy: 5)], radix: 2) ?? 0])
        }.joined()
    }

    private static func base85(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: 4).map { place in
            let group = Array(bytes[place..<min(bytes.count, place + 4)])
            let padded = group + [UInt8](repeating: 0, count: 4 - group.count)
            var number = padded.reduce(0) { $0 << 8 | Int($1) }
            var letters: [UInt8] = []
            for _ in 0..<5 {
                letters.insert(UInt8(33 + number % 85), at: 0)
                number /= 85
            }
            return String(decoding: letters.prefix(group.count + 1), as: UTF8.self)
        }.joined()
    }

    /// Sixteen bytes a line, as dumps show them.
    private static func columns(_ text: String, _ mark: String) -> String {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: 16).map { place in
            let row = bytes[place..<min(bytes.count, place + 16)]
            let offset = String(place, radix: 16)
            let pairs = row.map { hex(String(UnicodeScalar($0))) }
            let left = pairs.prefix(8).joined(separator: " ")
            let right = pairs.dropFirst(8).joined(separator: " ")
            return String(repeating: "0", count: 8 - offset.count) + offset + mark + left + " " + right + "  |...|\n"
        }.joined()
    }

    /// Lines of `od`, each with its offset to the base of eight and the bytes as they are written.
    private static func lines(of text: String, _ offset: (Int) -> String, _ write: ([UInt8]) -> String) -> String {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: 16).map { place in
            offset(place) + write(Array(bytes[place..<min(bytes.count, place + 16)])) + "\n"
        }.joined()
    }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
    }

    private static func hex(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }

    private static func od(_ write: ([UInt8]) -> String) -> String {
        lines(of: sentence, { octal($0, digits: 7) }, write) + "0000062\n"
    }

    /// Two bytes each, the first of which is the lower one.
    private static func words(_ bytes: [UInt8]) -> [Int] {
        stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
    }

    private static let written: [(name: String, text: String)] = [
        ("a word", "see \(base64(sentence)) there"),
        ("a value", "{\"a\": \"\(base64(sentence))\"}"),
        ("a link", "data:text/plain;base64,\(base64(sentence))"),
        ("the end of a path", "/some/path/\(base64(sentence))"),
        ("digits", "x'\(hex(sentence))'"),
        ("digits of a program", "0x\(hex(sentence).uppercased())"),
        ("digits in a dump of a database", "INSERT INTO `k` VALUES (1,0x\(hex(sentence).uppercased()));"),
        ("lines", "\n\(lines(sentence, of: 44))\n"),
        ("letters and six digits", "x = \(base32(sentence))"),
        ("letters and signs", "x <~\(base85(sentence))~> y"),
        ("letters and signs in a line of their own", "<~\n\(base85(sentence))"),
        (
            "lines of letters and signs",
            "a<~\(base85(sentence).prefix(42))\n\(base85(sentence).dropFirst(42).prefix(1))"
                + "\(base85(sentence).dropFirst(43))\n~>"
        ),
        ("numbers of characters", "\"\(escaped { "\\u00" + $0 })\""),
        ("numbers in braces", "\"\(escaped { "\\u{" + $0 + "}" })\""),
        ("numbers of bytes", "'\(escaped { "\\x" + $0 })'"),
        ("numbers to the base of eight", "\"\(escaped { "\\" + octal($0) })\""),
        ("numbers of a style sheet", "content: \"\(escaped { "\\0000" + $0 })\""),
        ("references", "<\(escaped { "&#x" + $0 + ";" })>"),
        ("quoted signs", "\"\(escaped { "=" + $0.uppercased() })\""),
        ("percent signs", "'\(escaped { "%" + $0 })'"),
        ("pairs", "bytes \(sentence.utf8.map { hex(String(UnicodeScalar($0))) }.joined(separator: " "))."),
        ("a list of numbers", "[\(sentence.utf8.map { String($0) }.joined(separator: ", "))]"),
        ("a list without blanks", "= {\(sentence.utf8.map { String($0) }.joined(separator: ",")), 0}"),
        (
            "a list of digits and letters",
            "{ \(sentence.utf8.map { "0x\(String($0, radix: 16))" }.joined(separator: ",\n    ")) }"
        ),
        ("columns", "see:\n\(columns(sentence, ": "))."),
        ("columns with two blanks", "\(columns(sentence, "  "))\nend"),
        ("characters of od", od { $0.map { "   " + String(UnicodeScalar($0)) }.joined() }),
        ("octal numbers of od", od { $0.map { " " + octal(Int($0), digits: 3) }.joined() }),
        ("hexadecimal numbers of od", od { $0.map { " " + hex(Int($0), digits: 2) }.joined() }),
        ("words of od", od { words($0).map { " " + octal($0, digits: 6) }.joined() }),
        (
            "words of hexdump",
            lines(of: sentence, { hex($0, digits: 7) }, { words($0).map { " " + hex($0, digits: 4) }.joined() })
        ),
        (
            "a packet",
            lines(of: sentence, { "\t0x\(hex($0, digits: 4)):  " }) { bytes in
                words(bytes).map { hex($0.byteSwapped >> 48 & 0xFFFF, digits: 4) }.joined(separator: " ") + "  ..."
            }
        ),
        (
            "a debugger's bytes",
            lines(of: sentence, { "0x7ffe\(hex($0, digits: 4)):\t" }) { bytes in
                bytes.map { "0x" + hex(Int($0), digits: 2) }.joined(separator: "\t")
            }
        ),
        ("parts of a text", "x = (\n    \"\(lines(sentence, of: 44, end: "\"\n    \""))\"\n)"),
        ("parts of bytes", "x = b'\(lines(sentence, of: 44, end: "' \\\n    b'"))'"),
        ("joined parts", "x = \"\(lines(sentence, of: 44, end: "\" +\r\n    \""))\";"),
        ("parts with ends of lines", "x = (\"\(lines(sentence, of: 44, end: "\\n\"\n    \""))\\n\")"),
        ("ends of lines of a program", "x = \"\(lines(sentence, of: 44, end: "\\n"))\\n\""),
        ("longer ends of lines", "x = \"\(lines(sentence, of: 44, end: "\\r\\n"))\""),
        ("lines further in", "\n    \(lines(sentence, of: 44, end: "\r\n    "))\r\n"),
    ]

    @Test func whatIsEncodedIsDecoded() {
        for (name, text) in Self.written { #expect(decoded(text) == ["\(Self.sentence)\n"], "\(name)") }
    }

    @Test func aTextThatIsCutAnywhereIsTheSameText() {
        for (name, text) in Self.written {
            for cut in 0...text.utf8.count {
                let found = decoded(text, pieces: [cut])
                if found != ["\(Self.sentence)\n"] {
                    #expect(found == ["\(Self.sentence)\n"], "\(name), cut at \(cut)")
                }
            }
        }
    }

    @Test func theEdgeOfTheWindowMakesNoDifference() {
        let long = String(repeating: Self.sentence + " ", count: 150)
        for distance in stride(from: 0, through: 4200, by: 61) {
            let filler = String(repeating: ".", count: distance) + "\n"
            let found = decoded(filler + Self.lines(long, of: 76) + "\nend of it all\n")
            #expect(found == [long], "\(distance)")
        }
    }

    @Test func longListsAreDecodedInParts() {
        let text = (0..<400).map { "w\($0) " }.joined()
        let parts = decoded("[\(text.utf8.map { String($0) }.joined(separator: ",\n        "))]", window: 4096)
        let lines = parts.flatMap { $0.split(separator: "\n") }
        #expect(lines.count > 5)
        for number in 10..<399 {
            #expect(lines.contains { $0.contains("w\(number) w\(number + 1)") }, "\(number)")
        }
        #expect(decoded("1, 2, 3, 300, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57.5") == [])
    }

    @Test func zerosOfBase85HaveOneLetter() {
        let text = "<~\(Self.base85("PK\u{3}\u{4}ab"))~>"
        #expect(decoded(text) == [])
        let file = decoded("<~\(Self.base85("PK\u{3}\u{4}"))z\(Self.base85("abcdefgh"))~>")
        #expect(file == ["PK\u{3}\u{4}\0\0\0\0abcdefgh"])
    }

    /// No token of the value is long enough by itself.
    @Test func aWholeValueIsDecodedWhateverSignsItHas() {
        let value = Self.base64("?>?>a b?>c d?>?>e f?>")
        #expect(value.split { "+/=".contains($0) }.allSatisfy { $0.count < 24 })
        #expect(decoded(value) == [])
        #expect(decoded(value, of: .keyed(path: "a")) == ["?>?>a b?>c d?>?>e f?>\n"])
        #expect(decoded("\n\t\(value)\n\t", of: .keyed(path: "a")) == ["?>?>a b?>c d?>?>e f?>\n"])
        #expect(decoded("\(value)!", of: .keyed(path: "a")) == [])
        #expect(decoded("some-name_of-a/path+that-is_long/en", of: .keyed(path: "a")) == [])
    }

    @Test func charactersInBoxesAreOneText() {
        #expect(decoded("IBAN  X Y 4 8 3 2 0 0 0 0 0 0 1 2 3 4 of") == ["XY48320000001234\n"])
        #expect(decoded("X Y 4 8 3 2 0 0  (a) 1 2 3 4 5 6 7 8 9") == [])
    }

    @Test func aFewEscapesAreNoText() {
        #expect(decoded(#"caf\u00e9 \u2013 10\x0a a=10 b=20 c=30 &#38; 50%25 {41}"#) == [])
    }

    @Test func bigEndianTextOfTwoBytesALetterIsText() {
        let wide: [UInt8] = Self.sentence.utf8.flatMap { [0, $0] as [UInt8] }
        #expect(decoded("+\(Data(wide).base64EncodedString())-") == ["\(Self.sentence)\n"])
    }

    @Test func textOfTwoBytesALetterIsText() {
        let wide: [UInt8] = Self.sentence.utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(decoded("-enc \(Data(wide).base64EncodedString())") == ["\(Self.sentence)\n"])
    }

    /// What `hyperref` writes for the headings of a document.
    @Test func textOfTwoBytesALetterIsTextInEscapes() {
        let wide = Self.sentence.map { "\\000\($0)" }.joined()
        #expect(decoded("{\\376\\377\(wide)}{}").contains { $0.contains(Self.sentence) })
    }

    @Test func aLinkInALinkIsRead() {
        let found = decoded("https://example.org/?r=https%3A//example.org/%3Fto%3DAnna%2520Huber")
        #expect(found.count == 1 && found[0].contains("to=Anna Huber"))
    }

    /// Numbers at the beginnings of lines that count no bytes.
    @Test(arguments: [
        "1234567 41 54 36 31\n1234583 41 54 36 31\n", "0000000 the first of all lines\n0000020 and the second\n",
        "0000000  12  13  14  15\n", "\t0x0010:  506c 6561 7365 2070\n",
    ]) func otherFiguresAreNoDump(text: String) {
        #expect(decoded(text) == [])
    }

    @Test func documentsAreHandedOnAsTheyAre() {
        for head in ["<html><body>", "PK\u{3}\u{4}", "%PDF-1.7\n", "{\\rtf1 "] {
            let text = head + Self.sentence
            #expect(decoded("x \(Self.base64(text)) y") == [text])
        }
    }

    @Test func linksWithPercentSignsAreRead() {
        let found = decoded("https://example.org/pay?to=Anna%20Huber&date=1.%2012.%202026 and more")
        #expect(found.count == 1 && found[0].contains("Anna Huber date=1. 12. 2026"))
    }

    @Test(arguments: [
        // A sequence of a protein, of DNA, a hash, a long name, a token, a number, a row of digits.
        ">seq\nMKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQAPILSRVGDGTQDNLSGAEKAVQVKVKALPDAQ\n",
        "ACGTACGTTTGACCAGTACGATCGATCGGGCTAGCTAGCTAACCGGTATCG",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "someVeryLongNameOfAFunctionThatDoesALotOfThings",
        "3141592653589793238462643383279502884197169399375105820974944592",
        "12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 41 42 43 44 45 46 47 48",
        "https://example.org/without/any/signs/at/all",
    ]) func whatIsNoTextIsLeftAlone(text: String) {
        #expect(decoded(text) == [])
    }

    /// The bytes before a text say how long it is, and what follows may look like a part of it.
    @Test func textsOfRecordsAreRead() {
        let account = "AT611904300234573201"
        let record = [0x08, 0x96, 0x01, 0x12, 20] + Array(account.utf8) + [0x30, 0x1E, 0x17]
        let texts = decoded("x: \(Data(record).base64EncodedString())")
        #expect(texts.count == 1)
        #expect(texts.first?.split(separator: "\n").contains(Substring(account)) == true)
    }

    /// Keys, hashes and names have no long row of digits when they are decoded.
    @Test(arguments: [
        "kQ8n3pJ7xZ1vT5bYc9RwLmEo2HdFgSaUi4K6", "com_example_some_long_name_of_a_module",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "123456789012345678901234567890",
    ])
    func keysAreNoRecords(text: String) {
        #expect(decoded("x: \(text)").isEmpty)
    }

    @Test func textWithAMarkOfItsOrderIsText() {
        let wide = Array(Self.sentence.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(decoded("x: \(Data([0xFF, 0xFE] + wide).base64EncodedString())") == [Self.sentence + "\n"])
    }

    @Test func moreThanIsHeldIsSaid() {
        var scanner = ContentScanner(detectors: .standard, salt: 7)
        scanner.begin(Passage())
        let piece = Array(Self.base64(String(repeating: Self.sentence + " ", count: 3000)).utf8)
        #expect(piece.count % 4 == 0 && !piece.contains(UInt8(ascii: "=")))
        for _ in 0..<300 { scanner.read(piece.span) }
        scanner.end()
        #expect(scanner.takeEncoded().isCut)
    }
}
