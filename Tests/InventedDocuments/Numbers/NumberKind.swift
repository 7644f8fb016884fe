/// A kind of number that people or their money have: how to make one, how it is written, and what it is called.
package struct NumberKind: Sendable {
    /// The detector that should find it.
    package var detector: String
    /// What tells it from others of the same detector.
    package var variant: String
    /// The confidence that the detector promises beside a word.
    package var promise: String
    /// How it is written; `#` stands for the next character.
    package var forms: [String]
    /// What it is called.
    package var words: [Tongue: [String]]
    /// Makes a number whose check digits need not hold yet.
    var draft: @Sendable (inout Dice) -> String
    /// Puts the check digits right, by each rule that is in force; nil when no such number is given out.
    var seals: [@Sendable (String) -> String?]
    /// Whether it has a check digit at all.
    package var isChecked: Bool { !seals.isEmpty }

    init(
        _ detector: String, _ variant: String = "", promise: String = "likely", forms: [String], en: [String],
        de: [String], draft: @escaping @Sendable (inout Dice) -> String, seals: [@Sendable (String) -> String?]
    ) {
        self.detector = detector
        self.variant = variant
        self.promise = promise
        self.forms = forms
        words = [.english: en, .german: de]
        self.draft = draft
        self.seals = seals
    }

    /// The kind's name, for messages.
    package var name: String { variant.isEmpty ? detector : "\(detector) \(variant)" }

    /// A number that could have been given out.
    package func make(_ dice: inout Dice) -> String {
        while true {
            let draft = draft(&dice)
            guard let seal = seals.first else { return draft }
            if let number = seal(draft) { return number }
        }
    }

    /// The number with one digit changed, whatever comes of it.
    package func withAnotherDigit(_ number: String, _ dice: inout Dice) -> String {
        var characters = Array(number)
        let place = dice.pick(characters.indices.filter { characters[$0].isWholeNumber })
        characters[place] = Character("\(((characters[place].wholeNumberValue ?? 0) + dice.number(1...9)) % 10)")
        return String(characters)
    }

    /// The number with one digit changed, so that it does not hold any more; nil when that change makes another number.
    package func corrupted(_ number: String, _ dice: inout Dice) -> String? {
        let changed = withAnotherDigit(number, &dice)
        return seals.contains { ($0(changed) ?? changed) == changed } ? nil : changed
    }

    /// The number in one of the forms.
    package func written(_ number: String, _ form: String) -> String {
        var rest = Substring(number)
        return String(form.compactMap { $0 == "#" ? rest.popFirst() : $0 }) + rest
    }

    /// The number in any form.
    package func written(_ number: String, _ dice: inout Dice) -> String { written(number, dice.pick(forms)) }
}

/// A day on which somebody may have been born.
package struct Day: Sendable {
    package var day: Int
    package var month: Int
    package var year: Int

    package init(_ dice: inout Dice, from first: Int = 1950, to last: Int = 2004) {
        day = dice.number(1...28)
        month = dice.number(1...12)
        year = dice.number(first...last)
    }

    var yearMonthDay: String { two(year % 100) + two(month) + two(day) }
    var dayMonthYear: String { two(day) + two(month) + two(year % 100) }
}
