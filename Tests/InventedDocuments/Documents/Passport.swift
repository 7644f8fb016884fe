private typealias Check = CheckDigits

extension InventedDocument {
    static func passport(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let person = Person(language, &dice)
        let zone = MachineZone(person, &dice)
        var text = MarkedText()
        let isGerman = language == .german
        if dice.happens(80) {
            text +=
                isGerman
                ? dice.pick([
                    "REPUBLIK ÖSTERREICH\nREISEPASS  PASSPORT  PASSEPORT\n",
                    "BUNDESREPUBLIK DEUTSCHLAND\nPERSONALAUSWEIS\n", "Aufenthaltstitel\n", "Kopie Reisepass\n\n",
                ])
                : dice.pick([
                    "UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND\nPASSPORT\n", "RESIDENCE PERMIT\n",
                    "Scan of passport, page 2\n\n", "VISA\n",
                ])
            let fields: [MarkedText] = [
                "\(isGerman ? "Name / Surname" : "Surname / Nom")\n\(person.family.uppercased())",
                "\(isGerman ? "Vornamen / Given names" : "Given names / Prénoms")\n\(person.given.uppercased())",
                "\(isGerman ? "Geburtsdatum / Date of birth" : "Date of birth / Date de naissance")\n\(person.born(language, &dice), as: "date-of-birth")",
                "\(isGerman ? "Geschlecht / Sex" : "Sex / Sexe")\n\(person.isFemale ? "F" : "M")",
            ]
            text += dice.some(dice.number(2...4), of: fields).joined("\n") + "\n\n"
        }
        text += "\(zone.scanned(&dice), as: "machine-readable-zone")\n"
        if dice.happens(20) { text += isGerman ? "\ngescannt am Empfang\n" : "\nscanned at the front desk\n" }
        return InventedDocument(profile: .passport, language: language, separator: nil, content: text)
    }
}

/// The machine-readable lines of a document, by ICAO Doc 9303, parts 4 to 7.
package struct MachineZone: Sendable {
    package var lines: [String]

    package init(_ person: Person, _ dice: inout Dice) {
        let country = dice.pick(["AUT", "D<<", "GBR", "HUN", "ITA", "IND", "CHN", "USA", "FRA", "SVK"])
        let name = Self.letters(person.family) + "<<" + Self.letters(person.given)
        let number =
            country == "D<<"
            ? dice.capitals(1, of: "CFGHJKL") + dice.capitals(8, of: "CFGHJKLMNPRTVWXYZ0123456789")
            : country == "AUT" ? dice.capitals(1, of: "PUS") + dice.digits(7) + "<" : dice.digits(9)
        let birth = person.birth.yearMonthDay + Check.travel(person.birth.yearMonthDay)
        let expiry = Day(&dice, from: 2024, to: 2033).yearMonthDay
        let until = expiry + Check.travel(expiry)
        let sex = person.isFemale ? "F" : "M"
        let serial = number + Check.travel(number)
        switch dice.below(8) {
        case 0...3:
            let optional = Self.fill(dice.happens(30) ? dice.digits(8) : "", 14)
            let check = optional.allSatisfy { $0 == "<" } ? dice.pick(["0", "<"]) : Check.travel(optional)
            let body = serial + country + birth + sex + until + optional + check
            let whole = body.prefix(10) + body.dropFirst(13).prefix(7) + body.dropFirst(21).prefix(22)
            lines = [Self.fill("P<" + country + name, 44), body + Check.travel(whole)]
        case 4, 5:
            let first = Self.fill(dice.pick(["I<", "ID", "IR", "AR"]) + country + serial, 30)
            let second = birth + sex + until + country + Self.fill("", 11)
            let whole = first.dropFirst(5) + second.prefix(7) + second.dropFirst(8).prefix(7) + second.dropFirst(18)
            lines = [first, second + Check.travel(whole), Self.fill(name, 30)]
        case 6:
            let body = serial + country + birth + sex + until + Self.fill("", 7)
            let whole = body.prefix(10) + body.dropFirst(13).prefix(7) + body.dropFirst(21).prefix(14)
            lines = [Self.fill("I<" + country + name, 36), body + Check.travel(whole)]
        default:
            let width = dice.pick([44, 36])
            lines = [Self.fill("V<" + country + name, width), Self.fill(serial + country + birth + sex + until, width)]
        }
    }

    /// The lines as a reader of images may give them: most often well, else with a slip.
    func scanned(_ dice: inout Dice) -> String {
        var lines = lines
        switch dice.below(12) {
        case 0: lines = lines.map { $0.replacing("<<", with: "«", maxReplacements: 1) }
        case 1:
            let last = lines.count == 3 ? 1 : lines.count - 1
            lines[last] = lines[last].replacing("0", with: "O", maxReplacements: 2)
        case 2: lines = lines.map { "  " + $0 }
        case 3: lines = lines.map { $0.prefix(9) + " " + $0.dropFirst(9) }
        case 4: lines = lines.map { $0.hasSuffix("<<<<") ? String($0.dropLast()) : $0 }
        default: break
        }
        return lines.joined(separator: dice.happens(20) ? "\r\n" : dice.happens(10) ? "\n\n" : "\n")
    }

    private static func fill(_ text: String, _ width: Int) -> String {
        String((text + String(repeating: "<", count: width)).prefix(width))
    }

    private static func letters(_ name: String) -> String {
        Names.plain(name).replacing("-", with: "<").uppercased()
    }
}
