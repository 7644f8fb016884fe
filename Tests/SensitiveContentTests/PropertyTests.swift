@testable import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Numbers that are generated valid are found in every form that people write, and those with a wrong digit are not.
struct PropertyTests {
    private static let seed: UInt64 = .random(in: 0...UInt64.max)
    private static let rounds = 40

    /// A kind of number: how to make one, how it is written, and the word that announces it.
    private struct Kind: Sendable {
        var detector: DetectorID
        var pattern: String
        var isValid: @Sendable (Symbols) -> Bool
        var forms: [String]
        var word: String
        var least: Confidence = .likely
    }

    /// In a pattern, 9 is any digit, A any letter, Y M D a date of birth; in a form, # is the next character.
    private static let kinds: [Kind] = [
        Kind(
            detector: "austrian-social-insurance", pattern: "9999DDMMYY",
            isValid: AustrianSocialInsuranceDetector.isValid,
            forms: ["##########", "#### ######", "####/######", "####-######", "#### ## ## ##", "####\u{A0}######"],
            word: "Sozialversicherungsnummer"),
        Kind(
            detector: "german-tax-id", pattern: "99999999999", isValid: GermanTaxNumberDetector.isValid,
            forms: ["###########", "## ### ### ###"], word: "Steuer-ID"),
        Kind(
            detector: "german-pension-insurance", pattern: "53DDMMYYA999", isValid: GermanPensionDetector.isValid,
            forms: ["############", "## ###### # ###"], word: "RVNR", least: .certain),
        Kind(
            detector: "german-health-insurance", pattern: "A999999999", isValid: GermanHealthInsuranceDetector.isValid,
            forms: ["##########"], word: "Versichertennummer"),
        Kind(
            detector: "swiss-social-insurance", pattern: "7569999999999", isValid: SwissSocialInsuranceDetector.isValid,
            forms: ["#############", "###.####.####.##", "### #### #### ##"], word: "AHV", least: .certain),
        Kind(
            detector: "italian-fiscal-code", pattern: "HBRNNA85L55H999A", isValid: ItalianFiscalCodeDetector.isValid,
            forms: ["################"], word: "codice fiscale"),
        Kind(
            detector: "french-social-security", pattern: "2850775999999", isValid: { _ in true },
            forms: ["###############", "# ## ## ## ### ### ##"], word: "NIR"),
        Kind(
            detector: "spanish-identity-number", pattern: "99999999A", isValid: SpanishIdentityDetector.isValid,
            forms: ["#########", "########-#"], word: "DNI"),
        Kind(
            detector: "polish-pesel", pattern: "YYMMDD99999", isValid: PolishPESELDetector.isValid,
            forms: ["###########"],
            word: "PESEL"),
        Kind(
            detector: "czech-slovak-birth-number", pattern: "YYMMDD9999",
            isValid: CzechSlovakBirthNumberDetector.isValid,
            forms: ["##########", "######/####"], word: "rodné číslo"),
        Kind(
            detector: "hungarian-taj", pattern: "199999999", isValid: HungarianTAJDetector.isValid,
            forms: ["#########", "### ### ###", "###-###-###"], word: "TAJ"),
        Kind(
            detector: "hungarian-tax-id", pattern: "8999999999", isValid: HungarianTaxNumberDetector.isValid,
            forms: ["##########"], word: "adóazonosító jel"),
        Kind(
            detector: "slovenian-emso", pattern: "DDMM985509999", isValid: SlovenianEMSODetector.isValid,
            forms: ["#############"], word: "EMŠO"),
        Kind(
            detector: "croatian-oib", pattern: "99999999999", isValid: CroatianOIBDetector.isValid,
            forms: ["###########"],
            word: "OIB"),
        Kind(
            detector: "romanian-cnp", pattern: "2YYMMDD999999", isValid: RomanianCNPDetector.isValid,
            forms: ["#############"], word: "CNP"),
        Kind(
            detector: "dutch-bsn", pattern: "199999999", isValid: DutchBSNDetector.isValid,
            forms: ["#########", "#### ## ###"], word: "BSN"),
        Kind(
            detector: "belgian-national-number", pattern: "YYMMDD99999", isValid: BelgianNationalNumberDetector.isValid,
            forms: ["###########", "##.##.##-###.##"], word: "Rijksregisternummer"),
        Kind(
            detector: "swedish-personal-number", pattern: "YYMMDD9999", isValid: SwedishPersonalNumberDetector.isValid,
            forms: ["##########", "######-####"], word: "personnummer"),
        Kind(
            detector: "norwegian-birth-number", pattern: "DDMMYY99999", isValid: NorwegianBirthNumberDetector.isValid,
            forms: ["###########", "###### #####"], word: "fødselsnummer"),
        Kind(
            detector: "indian-aadhaar", pattern: "299999999999", isValid: IndianAadhaarDetector.isValid,
            forms: ["############", "#### #### ####", "####-####-####"], word: "Aadhaar"),
        Kind(
            detector: "chinese-identity-number", pattern: "11010519YYMMDD9999",
            isValid: ChineseIdentityDetector.isValid,
            forms: ["##################", "###### ######## ####"], word: "resident identity"),
        Kind(
            detector: "payment-card", pattern: "5399999999999999",
            isValid: { holdsLuhn($0) && $0.variety >= 4 },
            forms: [
                "################", "#### #### #### ####", "####-####-####-####", "####\u{A0}####\u{A0}####\u{A0}####",
            ],
            word: "Kreditkarte"),
        Kind(
            detector: "payment-card", pattern: "379999999999999", isValid: { holdsLuhn($0) && $0.variety >= 4 },
            forms: ["###############", "#### ###### #####"], word: "American Express"),
    ]

    private struct Dice {
        var generator: SeededGenerator
        mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    }

    @Test(arguments: kinds.indices)
    func whatIsGeneratedIsFoundInEveryForm(index: Int) throws {
        let kind = Self.kinds[index]
        print("\(kind.detector) with seed \(Self.seed)")
        var dice = Dice(generator: SeededGenerator(seed: Self.seed &+ UInt64(index)))
        for _ in 0..<Self.rounds {
            let number = try #require(Self.number(kind, &dice))
            for form in kind.forms {
                let written = Self.written(number, form)
                for text in ["\(kind.word): \(written)", "\(kind.word) \(written).", "(\(written), \(kind.word))"] {
                    let found = scan(text)
                    let isSample = found.sampleValues[kind.detector] != nil
                    #expect(
                        isSample || (found.confidence(of: kind.detector) ?? .topic) >= kind.least,
                        "seed \(Self.seed): \(text)")
                }
            }
        }
    }

    @Test(arguments: kinds.indices)
    func oneWrongDigitIsNotFound(index: Int) throws {
        let kind = Self.kinds[index]
        var dice = Dice(generator: SeededGenerator(seed: Self.seed &+ UInt64(index)))
        for _ in 0..<Self.rounds {
            let number = try #require(Self.number(kind, &dice))
            // The last digit is the check digit, or part of it.
            var symbols = Symbols(number)
            let place = (0..<symbols.count).last { symbols[$0].isDigit } ?? 0
            symbols[place] = 0x30 + (symbols[place] - 0x30 + 1 + UInt8(dice.below(8))) % 10
            guard kind.detector == "french-social-security" || !kind.isValid(symbols) else { continue }
            let wrong = String(decoding: (0..<symbols.count).map { symbols[$0] }, as: UTF8.self)
            for form in kind.forms {
                let found = scan("\(kind.word): \(Self.written(wrong, form))").confidence(of: kind.detector)
                #expect(found == nil, "seed \(Self.seed): \(kind.word): \(Self.written(wrong, form))")
            }
        }
    }

    /// Vocabulary, numbers and marks in any order: whatever it means, it is read to the end.
    @Test func anyOrderOfKnownPiecesIsRead() {
        print("pieces with seed \(Self.seed)")
        var dice = Dice(generator: SeededGenerator(seed: Self.seed))
        var pieces = SharedWords.allCases.flatMap(\.words)
        pieces += DetectorSet.standard.detectors.flatMap(\.words)
        pieces += [
            " ", " ", "\n", "\n", ": ", "=", "\"", ",", ";", "@", "<<", "+43", "0", "1980-04-03", "3.4.1980", "://",
        ]
        pieces += [
            "-----BEGIN PRIVATE KEY-----", "10.1234/", "\u{A0}", "«", "1.234,56", "€", "AT61 1904 3002 3457 3201",
        ]
        pieces += [
            "ghp_", "eyJhbGci", "3400 Wien", "Straße 5", "{", "(", ")", "é", "\u{301}", "_", "Huber", "A", "P<AUT",
        ]
        let forms: [Passage.Form] = [.prose, .table(separator: 0x2C), .sourceCode, .keyed(path: "dicom/PatientName")]
        for round in 0..<24 {
            var text = ""
            for _ in 0..<400 {
                text += pieces[dice.below(pieces.count)]
                if dice.below(3) == 0 { text += " " }
            }
            let bytes = Array(text.utf8)
            let form = forms[round % forms.count]
            let whole = scan(bytes, as: form, pieces: [])
            #expect(whole.bytesRead == bytes.count)
            #expect(scan(bytes, as: form, pieces: [dice.below(bytes.count)]) == whole, "seed \(Self.seed)")
            var small = ContentScanner(detectors: .standard, salt: 7, window: 4096)
            small.begin(Passage(form: form))
            small.read(bytes.span)
            #expect(small.finish().bytesRead == bytes.count)
        }
    }

    private static func number(_ kind: Kind, _ dice: inout Dice) -> String? {
        if kind.detector == "french-social-security" {
            var number = ""
            for character in kind.pattern {
                number.append(character == "9" ? Character("\(dice.below(10))") : character)
            }
            guard let value = Int(number) else { return nil }
            let key = 97 - value % 97
            return number + (key < 10 ? "0\(key)" : "\(key)")
        }
        for _ in 0..<20_000 {
            var number = ""
            let day = 1 + dice.below(28)
            let month = 1 + dice.below(12)
            let year = 55 + dice.below(40)
            var date: [Character: [Character]] = [
                "D": Array((day < 10 ? "0" : "") + "\(day)"), "M": Array((month < 10 ? "0" : "") + "\(month)"),
                "Y": Array("\(year)"),
            ]
            for character in kind.pattern {
                switch character {
                case "9": number.append(Character("\(dice.below(10))"))
                case "A" where kind.detector != "italian-fiscal-code" || number.count == 15:
                    number.append(Character(Unicode.Scalar(UInt8(65 + dice.below(26)))))
                case "D", "M", "Y": number.append(date[character]?.removeFirst() ?? "0")
                default: number.append(character)
                }
            }
            if kind.isValid(Symbols(number)) { return number }
        }
        return nil
    }

    private static func written(_ number: String, _ form: String) -> String {
        var rest = Substring(number)
        var text = ""
        for character in form { text.append(character == "#" ? rest.removeFirst() : character) }
        return text
    }
}
