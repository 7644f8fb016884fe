/// Choices that follow from a seed (SplitMix64; Steele, Lea, Flood 2014).
///
/// Its own generator, because programs use it that are built without the testing library that `TestKit` needs.
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below the limit.
    package mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(limit, 1), using: &self) }

    /// A number of a range.
    package mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// One of several; the list must not be empty.
    package mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

    /// Some of several, in a new order.
    package mutating func some<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
        Array(choices.shuffled(using: &self).prefix(count))
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
