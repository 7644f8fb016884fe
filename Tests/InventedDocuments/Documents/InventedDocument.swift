/// A document of somebody who does not exist, and what is in it.
package struct InventedDocument: Sendable {
    package var profile: Profile
    package var language: Tongue
    /// The byte that ends a cell of a table; nil for text.
    package var separator: UInt8?
    package var content: MarkedText

    /// The kinds of documents that the institute's guideline names.
    package enum Profile: String, CaseIterable, Sendable {
        case curriculumVitae = "cv"
        case passport = "machine-readable-zone"
        case payslip
        case grades = "grade-table"
        case addressList = "address-list"
        case bankStatement = "bank-statement"

        /// The detectors any of which may recognize the document.
        package var detectors: [String] {
            self == .addressList ? ["mailing-list", "postal-address"] : [rawValue]
        }
    }

    package static func make(_ profile: Profile, _ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        switch profile {
        case .curriculumVitae: curriculumVitae(language, &dice)
        case .passport: passport(language, &dice)
        case .payslip: payslip(language, &dice)
        case .grades: grades(language, &dice)
        case .addressList: addressList(language, &dice)
        case .bankStatement: bankStatement(language, &dice)
        }
    }

    /// The kind of number of a detector.
    static func kind(_ detector: String, _ variant: String = "") -> NumberKind {
        NumberKind.all.first { $0.detector == detector && (variant.isEmpty || $0.variant == variant) }
            ?? NumberKind.all[0]
    }

    static func number(_ detector: String, _ variant: String, _ dice: inout Dice) -> MarkedText {
        let kind = kind(detector, variant)
        let number = kind.make(&dice)
        return "\(kind.written(number, &dice), as: detector)"
    }

    static func number(_ detector: String, _ dice: inout Dice) -> MarkedText { number(detector, "", &dice) }

    /// An amount of money in the ways of a language.
    static func money(_ language: Tongue, _ range: ClosedRange<Int>, _ dice: inout Dice) -> String {
        let whole = dice.number(range), cents = two(dice.below(100))
        let thousands = "\(whole / 1000)", rest = "\(whole % 1000)"
        let padded = String(repeating: "0", count: 3 - rest.count) + rest
        let mark = language == .german ? "." : ","
        let number = whole < 1000 ? "\(whole)" : thousands + mark + padded
        return number + (language == .german ? "," : ".") + cents
    }

    /// Cells of a row, quoted where they have to be.
    static func row(_ cells: [MarkedText], _ separator: Character) -> MarkedText {
        cells.map { cell in cell.text.contains(separator) ? "\"" + cell + "\"" : cell }.joined(String(separator)) + "\n"
    }
}
