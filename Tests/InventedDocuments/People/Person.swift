/// Somebody who does not exist.
package struct Person: Sendable {
    package var given: String
    package var family: String
    package var isFemale: Bool
    package var birth: Day
    package var country: Country
    package var street: String
    package var place: String
    package var phone: String
    package var mail: String
    /// The address's street and its number; then the postal code with the place.
    package var addressLines: [String] { [street, place] }
    package var name: String { "\(given) \(family)" }

    /// Where somebody lives, which decides how address and telephone are written.
    package enum Country: Sendable {
        case austria, germany, switzerland, britain, america
    }

    /// Somebody whose documents are in a language; half of the names come from anywhere.
    package init(_ language: Tongue, _ dice: inout Dice) {
        isFemale = dice.happens(50)
        let names = dice.happens(60) ? (language == .german ? Names.german : Names.english) : Names.international
        given = dice.pick(isFemale ? names.female : names.male)
        family = dice.pick(names.family)
        if dice.happens(6) { family += "-" + dice.pick(names.family) }
        birth = Day(&dice)
        country =
            language == .german
            ? dice.pick([.austria, .austria, .austria, .germany, .germany, .switzerland])
            : dice.pick([.britain, .america, .austria, .britain])
        (street, place) = Places.address(country, &dice)
        phone = Places.phone(country, &dice)
        mail = Names.mail(given, family, birth.year, &dice)
    }

    /// The date of birth in one of the ways of a language.
    func born(_ language: Tongue, _ dice: inout Dice) -> String { birth.written(language, &dice) }
}

extension Day {
    /// The day in one of the ways of a language.
    package func written(_ language: Tongue, _ dice: inout Dice) -> String {
        let german = [
            "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        switch (language, dice.below(6)) {
        case (.german, 0): return "\(day). \(german[month - 1]) \(year)"
        case (.german, 1): return "\(day).\(month).\(year)"
        case (.german, 2): return "\(year)-\(two(month))-\(two(day))"
        case (.german, _): return "\(two(day)).\(two(month)).\(year)"
        case (.english, 0): return "\(day) \(english[month - 1]) \(year)"
        case (.english, 1): return "\(english[month - 1]) \(day), \(year)"
        case (.english, 2): return "\(day) \(english[month - 1].prefix(3)) \(year)"
        case (.english, 3): return "\(two(day))/\(two(month))/\(year)"
        case (.english, _): return "\(year)-\(two(month))-\(two(day))"
        }
    }
}
