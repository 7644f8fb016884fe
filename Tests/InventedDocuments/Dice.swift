import TestKit

/// Choices that follow from a seed.
package struct Dice {
    private var generator: SeededGenerator

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A number from 0 to below the limit.
    package mutating func below(_ limit: Int) -> Int { generator.below(limit) }

    /// A number of a range.
    package mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// One of several; the list must not be empty.
    package mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

    /// Some of several, in a new order.
    package mutating func some<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
        Array(choices.shuffled(using: &generator).prefix(count))
    }

    /// Whether it happens, so often out of a hundred times.
    package mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// So many digits, of which the first is no 0.
    package mutating func digits(_ count: Int) -> String {
        (0..<count).map { "\(number(($0 == 0 ? 1 : 0)...9))" }.joined()
    }

    /// So many capitals.
    package mutating func capitals(_ count: Int, of letters: String = "ABCDEFGHIJKLMNOPQRSTUVWXYZ") -> String {
        let letters = Array(letters)
        return String((0..<count).map { _ in pick(letters) })
    }
}

/// The languages that documents are invented in.
package enum Tongue: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
}

/// A number in two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Text with blanks up to a width.
func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
}

/// Text with blanks before it, up to a width.
func padLeft(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
