import InventedDocuments
import SensitiveContent
import StorageModel
import Testing

/// What is passed without asking anybody is what nobody would have found anything in.
struct ShortcutTests {
    private static let seed: UInt64 = .random(in: 0...UInt64.max)

    /// The detectors, and one more that is asked about every word and number, and finds nothing: for it nothing is passed.
    private let asking: DetectorSet

    init() throws {
        let description = DetectorDescription(id: "nothing", tag: "personal", english: "nothing", german: "nichts")
        let rule = CustomDetector.Rule.values(["this-stands-nowhere"])
        asking = try DetectorSet(custom: [CustomDetector(description: description, rule: rule, alone: .possible)])
    }

    @Test(arguments: [
        Passage.Form.prose, .table(separator: UInt8(ascii: ",")), .table(separator: UInt8(ascii: "\t")),
        .keyed(path: "person/dateOfBirth"), .keyed(path: "sample/value"), .keyed(path: "svnr"), .sourceCode,
    ])
    func theSameIsFoundWhenEverythingIsAsked(form: Passage.Form) {
        var dice = Dice(seed: Self.seed)
        var found = 0
        // A value is one word or number, and the other texts are many.
        let isValue = if case .keyed = form { true } else { false }
        for round in 0..<(isValue ? 4_000 : 200) {
            let text = text(of: form, &dice)
            let short = scan(text, as: form)
            let long = scan(text, as: form, with: asking)
            guard short == long else {
                Issue.record("seed \(Self.seed), round \(round): \(text)\n\(short)\n\(long)")
                return
            }
            found += short.findings.count
        }
        #expect(found > 20, "texts in which nothing is found show nothing")
    }

    @Test(arguments: [
        "2024-05-12 geboren 1985-07-15", "geboren am 1985-07-15", "2024-05-12.05.1985 geboren", "geb. 2024-05-12- 1999",
        "2024-05-12,1985-07-15 geboren", "am 1985-7-5 geboren",
    ])
    func aDateBehindADateIsFound(text: String) {
        #expect(scan(text).confidence(of: "date-of-birth") == .likely, "\(text)")
        #expect(scan(text) == scan(text, with: asking))
    }

    @Test func aNumberOfOnesOwnIsFoundInTheMiddleOfADate() throws {
        let description = DetectorDescription(id: "room", tag: "personal", english: "room", german: "Raum")
        let rule = CustomDetector.Rule.pattern(try CustomPattern("99-99"))
        let set = try DetectorSet(custom: [CustomDetector(description: description, rule: rule, alone: .possible)])
        #expect(scan("at 2024-05-12 it was", with: set).confidence(of: "room") == .possible)
    }

    /// Words that somebody asks about, and numbers and dates that are written well or not quite.
    private func text(of form: Passage.Form, _ dice: inout Dice) -> String {
        switch form {
        case .table(let separator):
            let mark = String(Unicode.Scalar(separator))
            let header = (0..<5).map { _ in dice.pick(Self.words) }
            let rows = (0..<30).map { _ in (0..<5).map { _ in cell(&dice) } }
            return ([header] + rows).map { $0.joined(separator: mark) }.joined(separator: "\n") + "\n"
        case .keyed: return dice.happens(50) ? number(&dice) : cell(&dice)
        default:
            return (0..<60).map { _ in "\(dice.pick(Self.words)) \(cell(&dice))" }.joined(
                separator: dice.happens(50) ? " " : "\n")
        }
    }

    private func cell(_ dice: inout Dice) -> String {
        switch dice.below(8) {
        case 0: return "\(dice.below(9)).\(dice.below(100_000))"
        case 1: return "\(dice.below(2_000))"
        case 2: return "19\(50 + dice.below(50))-0\(1 + dice.below(9))-1\(dice.below(9))"
        case 3:
            let kind = dice.pick(NumberKind.all)
            return kind.written(kind.make(&dice), &dice)
        default:
            let parts = (0...dice.below(5)).map { _ in number(&dice) }
            return parts.dropFirst().reduce(parts[0]) { $0 + dice.pick(Self.marks) + $1 }
        }
    }

    private func number(_ dice: inout Dice) -> String {
        let digits = (0..<dice.pick([1, 2, 2, 2, 3, 4, 4, 6, 8, 10])).map { _ in "\(dice.below(10))" }.joined()
        return dice.happens(25) ? dice.pick(["1985", "2024", "05", "12", "7"]) : digits
    }

    private static let marks = ["-", "-", "-", ".", ".", "/", " ", ":", "- ", ". ", "_", "T", "--", "e-"]

    private static let words = [
        "born", "geboren am", "Geburtsdatum", "SVNR", "BSN", "date of birth", "Tel.", "phone", "IBAN", "Konto", "AT",
        "passport", "birthday", "heute", "from", "ip", "sample", "measured", "value", "Name", "€", "EUR",
    ]
}
