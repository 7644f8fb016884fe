import InventedDocuments
import SensitiveContent
import StorageModel
import TestKit
import Testing

/// Of the numbers that people have, 99 in 100 are found with the confidence that their detector promises, however they
/// are written and whatever they stand in; none is found whose check digits do not hold.
///
/// The numbers and their check digits come from definitions of their own, not from the detectors.
struct NumberRecallSlowTests {
    private static let seed: UInt64 = .random(in: 0...UInt64.max)
    private static let rounds = 60

    /// What a number stands in: `{w}` is its word, `{n}` the number.
    private static let sentences: [Tongue: [String]] = [
        .english: [
            "{w}: {n}", "Her {w} is {n}, as agreed last week.", "Please use {n} ({w}) when you call.", "{w} {n}",
            "{w}\n{n}\n", "Name:        Fiona Baxter\n{w}:     {n}\nSigned on Monday\n", "| {w} | {n} |",
            "We wrote down her {w} ({n}).",
        ],
        .german: [
            "{w}: {n}", "Die {w} lautet {n}, wie besprochen.", "Bitte {n} ({w}) am Telefon nennen.", "{w} {n}",
            "{w}\n{n}\n", "Name:        Verena Köck\n{w}:     {n}\nUnterschrift am Montag\n", "| {w} | {n} |",
            "Wir haben die {w} ({n}) notiert.",
        ],
    ]

    @Test(arguments: NumberKind.all.indices)
    func numbersInTextAreFound(index: Int) throws {
        let kind = NumberKind.all[index]
        let promise = try #require(Confidence(rawValue: kind.promise))
        var dice = Dice(seed: Self.seed &+ UInt64(index))
        var missed: [String] = []
        var count = 0
        for language in Tongue.allCases {
            for sentence in Self.sentences[language] ?? [] {
                for _ in 0..<Self.rounds / 4 {
                    let number = kind.telling(&dice)
                    let written = kind.written(number, &dice)
                    let word = dice.pick(kind.words[language] ?? [])
                    let text = sentence.replacing("{w}", with: word).replacing("{n}", with: written)
                    count += 1
                    let summary = scan(text)
                    let found = summary.confidence(of: DetectorID(kind.detector))
                    let isSample = summary.sampleValues[DetectorID(kind.detector)] != nil
                    if !isSample, (found ?? .topic) < promise {
                        missed.append("\(found.map(\.rawValue) ?? "none"): \(text)")
                    }
                }
            }
        }
        print("\(kind.name): \(count - missed.count) of \(count) in text, seed \(Self.seed)")
        #expect(
            missed.count * 100 <= count,
            "seed \(Self.seed), \(kind.name):\n\(missed.prefix(12).joined(separator: "\n"))")
    }

    @Test(arguments: NumberKind.all.indices)
    func numbersInTablesAreFound(index: Int) throws {
        let kind = NumberKind.all[index]
        let promise = try #require(Confidence(rawValue: kind.promise))
        var dice = Dice(seed: Self.seed &+ UInt64(index))
        var missed: [String] = []
        for round in 0..<Self.rounds {
            let language = Tongue.allCases[round % 2]
            let separator = dice.pick([",", ";", "\t"])
            let word = dice.pick(kind.words[language] ?? [])
            var text = ["Ort", word, "Betrag"].joined(separator: separator) + "\n"
            for _ in 0..<dice.number(3...12) {
                text += "Linz\(separator)\(kind.written(kind.telling(&dice), &dice))\(separator)\(dice.below(900)).5\n"
            }
            let found = scan(text, as: .table(separator: Array(separator.utf8)[0]))
                .confidence(of: DetectorID(kind.detector))
            if (found ?? .topic) < promise {
                missed.append("\(found.map(\.rawValue) ?? "none"): \(text)")
            }
        }
        print("\(kind.name): \(Self.rounds - missed.count) of \(Self.rounds) in tables, seed \(Self.seed)")
        #expect(
            missed.count * 100 <= Self.rounds,
            "seed \(Self.seed), \(kind.name):\n\(missed.prefix(3).joined(separator: "\n"))")
    }

    @Test(arguments: NumberKind.all.indices.filter { NumberKind.all[$0].isChecked })
    func numbersWithOneOtherDigitAreNot(index: Int) throws {
        let kind = NumberKind.all[index]
        var dice = Dice(seed: Self.seed &+ UInt64(index))
        var count = 0
        for _ in 0..<Self.rounds {
            guard let wrong = kind.corrupted(kind.telling(&dice), &dice) else { continue }
            for form in kind.forms {
                let language = dice.pick(Tongue.allCases)
                let text = "\(dice.pick(kind.words[language] ?? [])): \(kind.written(wrong, form))"
                let found = scan(text).confidence(of: DetectorID(kind.detector))
                count += 1
                #expect((found ?? .topic) < .likely, "seed \(Self.seed), \(kind.name): \(text)")
            }
        }
        #expect(count > 0, "\(kind.name): no digit could be changed")
    }
}

extension NumberKind {
    /// A number that is not like an example: one with hardly any different digits counts as such, and is left alone.
    fileprivate func telling(_ dice: inout Dice) -> String {
        while true {
            let number = make(&dice)
            let digits = number.filter(\.isNumber)
            if Set(digits).count > (digits.count < 8 ? 2 : 3) { return number }
        }
    }
}
