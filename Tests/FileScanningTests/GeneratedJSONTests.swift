import FileScanning
import InventedDocuments
import SensitiveContent
import StorageModel
import Testing

/// Whatever is written in JSON is found, however it is nested, escaped, keyed and cut into pieces.
@Suite struct GeneratedJSONTests {
    private static let seed: UInt64 = .random(in: 0...UInt64.max)

    @Test(arguments: 0..<24) func allThatIsPlantedIsFound(round: UInt64) async throws {
        var dice = Dice(seed: Self.seed &+ round)
        var writer = Writer(dice: dice)
        var text = ""
        for _ in 0..<dice.number(1...4) { text += writer.value(depth: 0) + "\n" }
        let report = try await scanned(text, name: dice.pick(["a.json", "a.jsonl", "a.ipynb"]))
        #expect(report.state == .read, "seed \(Self.seed), round \(round): \(report.gaps)")
        #expect(report.accounts == writer.planted, "seed \(Self.seed), round \(round), \(text.utf8.count) bytes")
    }

    /// The pieces of a file end anywhere in a long text with escapes, and no number is cut there.
    @Test(arguments: Array(0..<23)) func aLongTextIsNotCut(shift: Int) async throws {
        // Each account stands where a piece may end: after each 64 kB, and a little before it.
        let letter = #"a\u00e4\ud83d\ude00\\\" "#
        var text = #"{"note": ""# + String(repeating: "x", count: shift)
        for number in 0..<7 {
            while text.utf8.count < (number + 2) << 16 - 40 { text += letter }
            text += String(repeating: " ", count: max(0, (number + 2) << 16 - 11 - text.utf8.count) % 30)
            text += "Konto \(Canary.iban(number)) "
        }
        for _ in 0..<20_000 { text += letter }
        text += #"", "next": "\#(Canary.iban(7))"}"#
        let report = try await scanned(text, name: "a.json")
        #expect(report.state == .read, "\(report.gaps)")
        #expect(report.accounts == 8)
    }

    @Test(arguments: [10, 511, 512, 513, 600, 20_000]) func levelsThatAreDeepAreReadToTheirEnd(depth: Int) async throws
    {
        let inner = #"["x", "\#(Canary.iban(1))", {"iban": "\#(Canary.iban(2))", "more": [1, "\#(Canary.iban(3))"]}]"#
        let arrays = String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
        let objects = String(repeating: #"{"k":"#, count: depth) + inner + String(repeating: "}", count: depth)
        let text = #"{"a": \#(arrays), "b": \#(objects), "c": ["\#(Canary.iban(4))"], "d": "\#(Canary.iban(5))"}"#
        let report = try await scanned(text, name: "a.json")
        #expect(report.accounts == 8)
        #expect(report.state == .read, "\(report.gaps)")
    }

    @Test func keysThatAreDataAreFound() async throws {
        let text =
            #"{"\#(Canary.iban(1))": {"grade": 1}, "anna.huber@research-institute.at": 2, "a1b2": 3, "grade": 4}"#
        let report = try await scanned(text, name: "grades.json")
        #expect(report.accounts == 1)
        #expect(report.findings.contains { $0.detector == "email" })
    }
}

/// Writes JSON at random, with account numbers in it.
private struct Writer {
    var dice: Dice
    private(set) var planted = 0
    private var size = 0

    init(dice: Dice) {
        self.dice = dice
    }

    mutating func value(depth: Int) -> String {
        switch dice.below(depth > 8 || size > 600_000 ? 5 : 9) {
        case 0:
            return dice.pick(["true", "false", "null", "-1.5e-7", "0", "12345678901234567890", "\(dice.below(9_999))"])
        case 1...3: return string()
        case 4: return account()
        case 5, 6:
            let members = (0..<dice.number(0...9)).map { _ in
                "\(space())\(key())\(space()):\(space())\(value(depth: depth + 1))"
            }
            return "{" + members.joined(separator: ",") + space() + "}"
        default:
            let members = (0..<dice.number(0...9)).map { _ in space() + value(depth: depth + 1) }
            return "[" + members.joined(separator: ",") + space() + "]"
        }
    }

    private mutating func space() -> String { dice.happens(30) ? dice.pick([" ", "\n", "\t", "\r\n  "]) : "" }

    private mutating func key() -> String {
        dice.happens(5)
            ? account()
            : dice.pick([#""name""#, #""a\"b""#, #""\u00e4""#, #""value""#, #""""#, #""k\#(dice.below(99))""#])
    }

    private mutating func account() -> String {
        planted += 1
        let number = Canary.iban(planted)
        // Any character may be written as an escape.
        let text = dice.happens(30) ? number.map { dice.happens(20) ? escaped($0) : String($0) }.joined() : number
        return "\"\(dice.pick(["", "Konto ", "\\n", "x: "]))\(text)\""
    }

    private func escaped(_ character: Character) -> String {
        let digits = String(character.asciiValue ?? 0x20, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private mutating func string() -> String {
        let part = dice.pick(["text ", #"\\ "#, #"\" "#, #"\ud83d\ude00 "#, "ä ", #"\n"#, #"\u00e4 "#])
        let count = dice.happens(3) ? dice.number(20_000...90_000) : dice.number(0...40)
        size += count * part.utf8.count
        return "\"" + String(repeating: part, count: count) + "\""
    }
}
