import SensitiveContent
import StorageModel
import Testing

/// An institution describes its own numbers, and is told what it cannot describe.
struct CustomDetectorTests {
    private static let staff = DetectorDescription(
        id: "staff-number", tag: "personal", english: "staff number", german: "Personalnummer")

    private func set(_ rule: CustomDetector.Rule, words: [String] = [], alone: Confidence? = .possible) throws
        -> DetectorSet
    {
        try DetectorSet(custom: [CustomDetector(description: Self.staff, rule: rule, words: words, alone: alone)])
    }

    @Test(arguments: [
        ("'IST'-9{6}", "see IST-004213.", true), ("'IST'-9{6}", "see ist-004213", true),
        ("'IST'-9{6}", "see IST-00421", false), ("'IST'-9{6}", "see IST-0042135", false),
        ("'IST'-9{6}", "see XIST-004213", false), ("A99/9{4}", "card K12/3456,", true),
        ("A99/9{4}", "card 112/3456", false), ("x{4,6}-99", "code ab3-12", false), ("x{4,6}-99", "code ab34-12", true),
        ("9{4,5}", "room 1234 here", true), ("9{4,5}", "room 123456 here", false),
    ])
    func aPatternFindsWhatItSays(pattern: String, text: String, isFound: Bool) throws {
        let set = try set(.pattern(try CustomPattern(pattern)))
        #expect((scan(text, with: set).confidence(of: "staff-number") != nil) == isFound)
    }

    @Test func aCheckDigitIsAsked() throws {
        let set = try set(.pattern(try CustomPattern("'S'9{7}"), check: .mod11Comma10))
        #expect(scan("S1234567", with: set).confidence(of: "staff-number") == nil)
        let luhn = try self.set(.pattern(try CustomPattern("9{8}"), check: .luhn))
        #expect(scan("number 12345674", with: luhn).confidence(of: "staff-number") == .possible)
        #expect(scan("number 12345675", with: luhn).confidence(of: "staff-number") == nil)
    }

    @Test func aWordNearbyPromotes() throws {
        let set = try set(.pattern(try CustomPattern("9{5}")), words: ["personalnummer", "staff no"], alone: nil)
        #expect(scan("12345", with: set).confidence(of: "staff-number") == nil)
        #expect(scan("Personalnummer: 12345", with: set).confidence(of: "staff-number") == .likely)
        #expect(scan("12345 (staff no.)", with: set).confidence(of: "staff-number") == .likely)
    }

    @Test func valuesAndPrefixesAreWholeWords() throws {
        let values = try set(.values(["project-zebra", "ahuber"]))
        #expect(scan("about Project-Zebra.", with: values).confidence(of: "staff-number") == .possible)
        #expect(scan("about project-zebras", with: values).confidence(of: "staff-number") == nil)
        let prefixes = try set(.prefixes(["zbr-"]).withoutMark)
        #expect(scan("sample ZBR17", with: prefixes).confidence(of: "staff-number") == .possible)
        #expect(scan("sample ZBR", with: prefixes).confidence(of: "staff-number") == nil)
    }

    @Test func whatEverybodyMayKnowIsNotCounted() throws {
        let set = try DetectorSet(custom: [], ignoring: ["iban": ["AT48 3200 0000 1234 5864"]])
        let summary = scan("AT483200000012345864", with: set)
        #expect(summary.findings == [])
        #expect(summary.sampleValues == ["iban": 1])
        #expect(set.revision != DetectorSet.standard.revision)
    }

    @Test(arguments: [
        ("'IST-9", "pattern \"'IST-9\", character 1: the quote that opens here is not closed"),
        ("''9999", "pattern \"''9999\", character 1: nothing stands between these quotes"),
        ("9{4", "pattern \"9{4\", character 2: the count that opens here is not closed"),
        ("9{0}", "pattern \"9{0}\", character 2: a count is {4} or {4,6}, from 1 to 48"),
        ("-{4}999", "pattern \"-{4}999\", character 2: a count follows 9, A or x"),
        ("B9999", "pattern \"B9999\", character 1: only 9, A, x, quotes, counts and - / . _ # : have a meaning here"),
        ("999", "pattern \"999\": it has 3 characters, and what is shorter than 4 is found everywhere"),
        ("9{40}-9{40}", "pattern \"9{40}-9{40}\": it has up to 81 characters, and at most 48 can be looked for"),
        ("AAAA", "pattern \"AAAA\": without 9 or x it would find words; list them as values instead"),
        ("-9999", "pattern \"-9999\", character 1: it has to begin with a letter or a digit"),
    ])
    func aPatternThatSaysNothingIsRefused(pattern: String, message: String) {
        let error = #expect(throws: CustomDetectorError.self) { try CustomPattern(pattern) }
        #expect(error?.description == message)
    }

    @Test func aDetectorThatCannotWorkIsRefused() throws {
        let pattern = CustomDetector.Rule.pattern(try CustomPattern("9{5}"))
        func problem(_ detector: CustomDetector) -> String? {
            #expect(throws: CustomDetectorError.self) { try DetectorSet(custom: [detector]) }?.description
        }
        var taken = Self.staff
        taken.id = "iban"
        #expect(
            problem(CustomDetector(description: taken, rule: pattern, words: ["x y"]))
                == "there is a detector 'iban' already; choose another name")
        #expect(
            problem(CustomDetector(description: Self.staff, rule: pattern))
                == "detector 'staff-number' asks for a word nearby, but names none")
        #expect(
            problem(CustomDetector(description: Self.staff, rule: pattern, words: ["nr. 5"]))
                == "detector 'staff-number': \"nr. 5\" cannot be looked for; a word consists of letters, and a phrase of three words at most"
        )
        #expect(
            problem(CustomDetector(description: Self.staff, rule: .values([]), alone: .likely))
                == "detector 'staff-number' has neither values nor prefixes")
        #expect(
            problem(CustomDetector(description: Self.staff, rule: .values(["a b"]), alone: .likely))
                == "detector 'staff-number': \"a b\" is too short; a value has three characters or more, without spaces"
        )
        let unknown = #expect(throws: CustomDetectorError.self) {
            try DetectorSet(custom: [], ignoring: ["ibna": ["1"]])
        }
        #expect(unknown?.description == "there is no detector 'ibna'; did you mean 'iban'?")
    }
}

extension CustomDetector.Rule {
    /// The same prefixes without their last character.
    fileprivate var withoutMark: CustomDetector.Rule {
        guard case .prefixes(let values) = self else { return self }
        return .prefixes(values.map { String($0.dropLast()) })
    }
}
