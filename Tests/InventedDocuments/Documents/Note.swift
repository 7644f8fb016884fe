extension MarkedText {
    /// A short note with one number in it.
    package static func note(about kind: NumberKind, _ language: Tongue, _ dice: inout Dice) -> MarkedText {
        let word = dice.pick(kind.words[language] ?? [])
        let number: MarkedText = "\(kind.written(kind.make(&dice), &dice).trimmed, as: kind.detector)"
        let person = Person(language, &dice)
        switch (language, dice.below(3)) {
        case (.german, 0):
            return "Guten Tag,\n\ndie \(word) lautet " + number + ".\nBitte bestätigen Sie das bis Freitag.\n"
        case (.german, 1): return "Name: \(person.name, as: "person-name")\n\(word): " + number + "\nErledigt: ja\n"
        case (.german, _): return "Wir haben " + number + " (\(word)) in die Liste eingetragen und melden uns wieder.\n"
        case (.english, 0): return "Good morning,\n\nthe \(word) is " + number + ".\nPlease confirm until Friday.\n"
        case (.english, 1): return "Name: \(person.name, as: "person-name")\n\(word): " + number + "\nDone: yes\n"
        case (.english, _): return "We put " + number + " (\(word)) on the list and will come back to you.\n"
        }
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmed: String { String(reversed().drop { $0 == " " || $0 == "\u{A0}" }.reversed()) }
}
