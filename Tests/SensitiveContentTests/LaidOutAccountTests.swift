import SensitiveContent
import StorageModel
import Testing

/// An account number is found where it goes on in other lines, cells or boxes, and what stands beside other figures is none.
@Suite struct LaidOutAccountTests {
    private static let number = "AT483200000012345864"
    private static let groups = ["AT48", "3200", "0000", "1234", "5864"]

    /// How often the number is found, where it stands or in what was put together.
    private func count(_ text: String, as form: Passage.Form = .prose) -> Int {
        var scanner = ContentScanner(salt: 7)
        scanner.begin(Passage(form: form))
        scanner.read(Array(text.utf8).span)
        scanner.end()
        let encoded = scanner.takeEncoded().texts
        let found = scanner.finish().findings.filter { $0.detector == "iban" }.reduce(0) { $0 + $1.count }
        return found
            + scan(String(decoding: encoded, as: UTF8.self)).findings.filter { $0.detector == "iban" }
            .reduce(0) { $0 + $1.count }
    }

    private static func characters(_ gap: String, _ before: String = "", _ after: String = "") -> String {
        before + number.map { String($0) }.joined(separator: gap) + after
    }

    @Test(arguments: [
        characters("\u{A0} ", "IBAN: "), characters("  "), characters("][", "[", "]"), characters(" | ", "| ", " |"),
        characters("', '", "['", "']"), characters("','", "char x[] = {'", "'};"), characters(" & ", "", " \\\\"),
        characters("\u{200B}"), characters("\u{AD}", "a "), characters("\u{332}", "", "\u{332}"),
        characters("\u{336}", "a ", "\u{336} b"),
        "IBAN AT 48 32 00 00 00 12 34 58 64", groups.joined(separator: "\\hspace{2pt}"),
        groups.joined(separator: "<x-y z=\"1\"/>"),
    ]) func whatIsTheSameBetweenAllGroupsIsLeftOut(text: String) {
        #expect(count(text) == 1, "\(text)")
    }

    @Test(arguments: [
        characters(" | ").replacing("8 | 6", with: "8 | 7"),
        characters(" | ").replacing("3 | 4", with: "3 || 4"),
        "X | Y | 4 | 8 | 3", characters("  ", "", "7"),
        // Countries and their figures.
        "AT 48 32 00 00 00 12 34 58 64\nBE 12 13 14 15 16 17 18 19 20",
        "AT 12 13 14 15 16 17 18 19 20",
    ]) func rowsOfOtherFiguresAreNone(text: String) {
        #expect(count(text) == 0, "\(text)")
    }

    @Test(arguments: [
        "Name     Konto            Betrag\nHuber    AT48 3200 0000   100,00\n         1234 5864\nMaier    x      1,00",
        "| AT48 3200  |  10 |\n| 0000 1234 5864 | x |", "a  AT483200000  1\nb  012345864    2\n",
        "Müller   AT48 3200   1\n         0000 1234\n         5864\n",
        "AT48 B-IBAN\n3200 I-IBAN\n0000 I-IBAN\n1234 I-IBAN\n5864 I-IBAN\n",
        groups.enumerated().map { "\($0 + 8)\t\($1)\t\($1)\tNUM\t_" }.joined(separator: "\n"),
        groups.enumerated().map { "  item [\($0)]:\n    from = \($0)\n    to = \($0 + 1)\n    text = \"\($1)\"\n" }
            .joined(),
    ]) func aNumberGoesOnInOtherLines(text: String) {
        #expect(count(text) == 1, "\(text)")
        #expect(count(text.replacing("\n", with: "\r\n")) == 1, "\(text)")
    }

    @Test func aNumberGoesOnInTheNextPartOfAnAnswer() {
        #expect(count("\r\ne\r\niban AT4832000\r\nb\r\n00012345864\r\n0\r\n") == 1)
        #expect(count("\r\ne\r\niban AT4832000\r\nx\r\n00012345864\r\n0\r\n") == 0)
    }

    @Test func fieldsOfFixedWidthsStandAroundANumber() {
        #expect(count("0001AT48320000001234586400015000") == 1)
        #expect(count("0128C000AT483200000012345864232MAX MUSTERMANN  0001") == 1)
        #expect(count("ibanAT483200000012345864End") == 1)
        #expect(count("0001AT48320000001234586500015000") == 0)
        #expect(count("0F3ADE25100200300123456789A1B2C3D4E5F60718") == 0)
    }

    @Test func aNumberEndsAVeryLongWord() {
        for length in [300, 70_000, 200_000] {
            #expect(count(String(repeating: "x", count: length) + Self.number) == 1)
            #expect(count(String(repeating: "x", count: length) + Self.number + " and more") == 1)
        }
    }

    @Test(arguments: [
        "Huber    AT48 3200 0000   100,00\n    1234 5864\n", "Huber    AT48 3200 0000   100,00\n         1234 5865\n",
        "Huber    AT48 3200 0000   100,00\nx\n         1234 5864\n", "a  AT48320  1\nb  0000  2\nc  0012345864  3\n",
        "code: AT48 x\n\n\n\n\n\n\ncode: 3200 0000 1234 5864", "a AT48 3200 x\na 0000 1234 58641",
    ]) func otherLinesAreNone(text: String) {
        #expect(count(text) == 0, "\(text)")
    }

    @Test func aNumberStandsInCellsAsBanksAreTold() {
        #expect(count("cc;bban\nAT48;3200000012345864\n", as: .table(separator: UInt8(ascii: ";"))) == 1)
        #expect(
            count("cc,blz,kto\n\"AT48\",\"32000\",\"00012345864\"\n", as: .table(separator: UInt8(ascii: ","))) == 1)
        #expect(count("AT48 | 32000 | 00012345864") == 1)
        #expect(count("DE25\t10020030\t0123456789") == 1)
        #expect(count("AT48;320000;0012345864") == 0)
        #expect(count("AT48;32000;00012345865") == 0)
        #expect(count("AT48;;3200000012345864") == 0)
        #expect(count("AT48;32000000123458641") == 0)
    }

    @Test(arguments: [
        "AT48 / 32000 / 00012345864", "AT 48 / 32000 / 00012345864", "AT48 \u{2013} 32000 \u{2013} 00012345864",
        "DE25 / 10020030 / 0123456789",
    ]) func signsStandBetweenTheBankAndTheAccount(text: String) {
        #expect(count(text) == 1, "\(text)")
        #expect(count(text.dropLast() + "1") == 0, "\(text)")
    }

    @Test func signsStandBetweenOtherFigures() {
        #expect(count("AT48 / 320000 / 0012345864") == 0)
        // Four digits may be a year.
        #expect(count("NO71 / 1234 / 5678903") == 0)
        #expect(count("NO71 1234 5678903") == 1)
    }

    private static let cells = ["AT", "48", "32000", "00012345864"]

    @Test(arguments: [
        "name,land,pz,blz,kto\nEva,\(cells.joined(separator: ","))\nMax,AT,,,\n",
        "a,country,account\nx,AT,483200000012345864\n", "iban,x,y\nAT,48,3200000012345864\n",
        "\"land\",\"pz\",\"bankleitzahl\",\"nr\"\n\"\(cells.joined(separator: "\",\""))\"\n",
        "country,account\nAT,483200000012345864\nDE,25100200300123456789\n",
    ]) func theCountryIsACellOfItsOwn(text: String) {
        let bytes = Array(text.utf8)
        let form = Passage.Form.table(separator: UInt8(ascii: ","))
        #expect(count(text, as: form) == (text.contains("DE") ? 2 : 1), "\(text)")
        for cut in 0...bytes.count {
            var scanner = ContentScanner(salt: 7)
            scanner.begin(Passage(form: form))
            scanner.read(bytes.span.extracting(..<cut))
            scanner.read(bytes.span.extracting(cut...))
            scanner.end()
            #expect(!scanner.takeEncoded().texts.isEmpty, "\(text), cut at \(cut)")
        }
    }

    @Test func theCountryIsACellOfItsOwnInText() {
        #expect(count("Konto:\n\nAT\t483200000012345864\t\n") == 1)
        #expect(count("Land | PZ | BLZ | Kto\n\(Self.cells.joined(separator: " | "))") == 1)
        #expect(count("AT\t483200000012345864\t\n") == 0)
        #expect(count("Konto: \(String(repeating: "x ", count: 50))AT\t483200000012345864\t\n") == 0)
    }

    @Test(arguments: [
        // Nothing says that it is an account, or the lines beside it say that it is none.
        "name,country,age,zip,id\nEva,AT,48,32000,00012345864\n",
        "a,country,account\nx,AT,483200000012345864\ny,AT,483200000012345865\n",
        "a,country,account\ny,BE,483200000012345865\nx,AT,483200000012345864\n",
        "country,account\nAT,483200000012345864\nUS,483200000012345865\n",
        "kto,country,id\nx,AT,483200000012345864\n", "country,kto\nAT,483200000012345865\n",
        "country,,kto\nAT,,483200000012345864\n", "country,kto\nXX,483200000012345864\n",
        "country,kto\nAT,4832000000123458640\n", "kto,a,b,c\nAT,48,320000,0012345864\n",
        "kto,a,b,c\nCAT,48,32000,00012345864\n",
    ]) func otherCellsBesideACountryAreNone(text: String) {
        #expect(count(text, as: .table(separator: UInt8(ascii: ","))) == 0, "\(text)")
    }

    @Test(arguments: [
        "AT48 32001 0000 1234 5864", "AT481 3200 0000 1234 5864", "AT48 3200 0000[12] 1234 5864",
        "AT48 3200 0000 (3) 1234 5864", "AT48\u{A0}3200\u{A0}00007\u{A0}1234\u{A0}5864", "AT48 32001\n0000 1234 5864",
        "AT48 3200 1 0000 1234 5864",
    ]) func theMarkOfANoteStandsBehindAGroup(text: String) {
        #expect(count("Konto \(text) bis") == 1, "\(text)")
        #expect(count("Konto \(text.replacing("64", with: "65"))") == 0, "\(text)")
    }

    @Test(arguments: [
        "AT48 32001 00001 1234 5864", "AT48 3200123 0000 1234 5864", "AT48 3200[1 0000 1234 5864",
        "AT48 32001 0000 1234 5864 1234", "AT48 3200 0000 1234 586",
    ]) func otherFiguresBehindAGroupAreNoMark(text: String) {
        #expect(count("Konto \(text) bis") == 0, "\(text)")
    }

    @Test(arguments: [
        "(AT) 483200000012345864", #"AT\num{483200000012345864}"#, #"AT48\numprint{3200000012345864}"#,
        #"auto x = "AT" "483200000012345864";"#, "'AT' + str(483200000012345864)",
        "AT48 \u{2026} 3200000012345864", #"x = "AT48{}".format("3200000012345864")"#, "`AT48${'3200000012345864'}`",
    ]) func theCountryStandsBeforeWhatAProgramWrites(text: String) {
        #expect(count(text, as: .sourceCode) == 1, "\(text)")
    }

    @Test(arguments: [
        "AT,483200000012345864", "country: AT\nid: 483200000012345864",
        #"{"country": "AT", "id": "483200000012345864"}"#,
        "(XAT) 483200000012345864", "(AT) 483200000012345865", "(AT) 4832000000123458640",
    ]) func theCountryOfAnotherFieldIsNone(text: String) {
        #expect(count(text) == 0, "\(text)")
    }

    @Test func lettersThatLookAlikeAreACountry() {
        #expect(count("\u{410}\u{422}483200000012345864") == 1)
        #expect(count("\u{391}\u{3A4}48 3200 0000 1234 5864") == 1)
        #expect(count("A\u{422}48 3200 0000 1234 5864") == 1)
        #expect(count("\u{410}\u{411}48 3200 0000 1234 5864") == 0)
        #expect(count("\u{410}\u{422}48 3200 0000 1234 5865") == 0)
    }

    /// Digits above and below the line, in rings, on keys, and of Thai.
    @Test(arguments: ["⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "⓪①②③④⑤⑥⑦⑧⑨", "⓿❶❷❸❹❺❻❼❽❾", "๐๑๒๓๔๕๖๗๘๙"])
    func rowsOfOtherDigitsAreANumber(digits: String) {
        let digits = Array(digits)
        let text = "IBAN AT" + Self.number.dropFirst(2).map { String(digits[$0.wholeNumberValue ?? 0]) }.joined()
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            #expect(scan(bytes, pieces: [cut]).confidence(of: "iban") == .certain, "\(text), cut at \(cut)")
        }
    }

    @Test func keysAreDrawnAroundDigits() {
        let keys = Self.number.dropFirst(2).map { "\($0)\u{FE0F}\u{20E3}" }.joined()
        #expect(count("AT" + keys) == 1)
    }

    /// An exponent or a footnote behind a number is no digit of it.
    @Test func oneOtherDigitIsNone() {
        #expect(count("IBAN \(Self.number)² and 10 m³, 5 cm²") == 1)
        #expect(count("IBAN \(Self.number)①") == 1)
        #expect(scan("Tel. 0664 1234567²").findings == scan("Tel. 0664 1234567").findings)
    }

    /// A label, an escape or a column may stand right before the first group, and another behind the last one.
    @Test(arguments: ["Iban", "n", "u00a0", "00012", "Huber", "IBAN"]) func aWordStandsRightBeforeGroups(word: String) {
        let groups = "AT48 3200 0000 1234 5864"
        #expect(count("pay \(word)\(groups) now") == 1)
        #expect(count("pay \(word)\(groups)BIC now") == 1)
        #expect(count("pay \(word)AT48 3200 0000 1234 5865 now") == 0)
    }

    /// As programs write the ends of lines and tabs.
    @Test(arguments: ["\\n", "\\r\\n", "\\t"]) func numbersStandBetweenEscapes(escape: String) {
        for card in ["4539 1488 0343 6467", "4539148803436467"] {
            #expect(scan("'Visa: \(escape)\(card)\(escape)bis'").confidence(of: "payment-card") != nil, "\(card)")
            // A word, and a letter behind a backslash that stands for itself.
            #expect(scan("'Visa: on\(card)'").confidence(of: "payment-card") == nil)
            #expect(scan("'Visa: \\\\n\(card)'").confidence(of: "payment-card") == nil)
        }
        #expect(count("pay\(escape)AT483200000012345864\(escape)now") == 1)
    }

    /// Of these letters, the check digits are right.
    @Test func wordsBehindTheNameOfAProcessorAreNone() {
        #expect(count("MD64 PLATFORM METHOD SLICIN") == 0)
        #expect(count("CRC performance, AMD64 platform\nMethod\nSlicing1 Multiword2 Improvement") == 0)
    }
}
