extension InventedDocument {
    static func curriculumVitae(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let person = Person(language, &dice)
        let isGerman = language == .german
        let style = HeadingStyle(&dice)
        var text = MarkedText()
        let title =
            isGerman
            ? dice.pick(["Lebenslauf", "LEBENSLAUF", "Curriculum Vitae", "Tabellarischer Lebenslauf", ""])
            : dice.pick(["Curriculum Vitae", "CURRICULUM VITAE", "CV", "Résumé", "Resume", ""])
        if dice.happens(50) {
            text += "\(title)\n\n\(person.name, as: "person-name")\n"
        } else {
            text += "\(person.name, as: "person-name")\n\(title)\n\n"
        }
        text += personal(person, language, style, &dice)
        let (stations, others) = sections(language, &dice)
        let chosen = dice.some(dice.number(1...4), of: others) + [stations]
        for section in dice.some(chosen.count, of: chosen) { text += section(style, &dice) }
        if dice.happens(40) {
            text +=
                "\n\(dice.pick(["Wien", "Linz", "London", "Graz"])), \(Day(&dice, from: 2020, to: 2026).written(language, &dice))\n"
        }
        return InventedDocument(profile: .curriculumVitae, language: language, separator: nil, content: text)
    }

    private struct HeadingStyle {
        var kind: Int
        init(_ dice: inout Dice) { kind = dice.below(6) }

        func write(_ title: String, _ number: Int) -> MarkedText {
            switch kind {
            case 0: "\n\(title.uppercased())\n\n"
            case 1: "\n\(title)\n\(String(repeating: "=", count: title.count))\n"
            case 2: "\n\(title):\n"
            case 3: "\n\(number). \(title)\n"
            case 4: "\n## \(title)\n\n"
            default: "\n\(title)\n"
            }
        }
    }

    private typealias Section = (HeadingStyle, inout Dice) -> MarkedText

    private static func personal(_ person: Person, _ language: Tongue, _ style: HeadingStyle, _ dice: inout Dice)
        -> MarkedText
    {
        let isGerman = language == .german
        let born = person.born(language, &dice)
        let address = person.addressLines.joined(separator: ", ")
        if dice.happens(25) {
            // One line under the name, as in English.
            let separator = dice.pick([" | ", " · ", "\n", ", "])
            let parts: [MarkedText] = [
                "\(address, as: "postal-address")", "\(isGerman ? "Tel. " : "Tel: ")\(person.phone, as: "phone")",
                "\(person.mail, as: "email")",
            ]
            return parts.joined(separator) + "\n"
        }
        var text =
            dice.happens(60)
            ? style.write(
                isGerman
                    ? dice.pick(["Persönliche Daten", "Angaben zur Person", "Zur Person"])
                    : dice.pick(["Personal details", "Personal information", "Personal data"]), 1)
            : "\n"
        var fields: [(String, MarkedText)] = [
            (
                isGerman
                    ? dice.pick(["Geburtsdatum", "geboren am", "Geb.-Datum"])
                    : dice.pick(["Date of birth", "Born", "DOB"]), "\(born, as: "date-of-birth")"
            ),
            (
                isGerman
                    ? dice.pick(["Anschrift", "Adresse", "Wohnadresse"]) : dice.pick(["Address", "Home address"]),
                "\(address, as: "postal-address")"
            ),
            (
                isGerman ? dice.pick(["Telefon", "Tel.", "Mobil", "Handy"]) : dice.pick(["Phone", "Tel.", "Mobile"]),
                "\(person.phone, as: "phone")"
            ),
            (isGerman ? "E-Mail" : dice.pick(["E-mail", "Email"]), "\(person.mail, as: "email")"),
        ]
        if dice.happens(60) {
            fields.append(
                (
                    isGerman
                        ? dice.pick(["Staatsbürgerschaft", "Staatsangehörigkeit", "Nationalität"]) : "Nationality",
                    isGerman ? "Österreich" : "British"
                ))
        }
        if dice.happens(40) {
            fields.append(
                (
                    isGerman ? "Familienstand" : "Marital status",
                    isGerman ? "verheiratet, zwei Kinder" : "married, two children"
                ))
        }
        fields = dice.some(dice.number(3...fields.count), of: fields)
        let layout = dice.below(3)
        for (label, value) in fields {
            text +=
                layout == 0
                ? "\(label): " + value + "\n"
                : layout == 1 ? "\(pad(label + ":", 24))" + value + "\n" : "\(label)\t" + value + "\n"
        }
        return text
    }

    private static func period(_ first: Int, _ language: Tongue, _ style: Int, _ dice: inout Dice) -> String {
        let last = min(first + dice.number(1...5), 2025)
        switch style {
        case 0: return "\(first)–\(last)"
        case 1: return "\(first) - \(last)"
        case 2: return "\(two(dice.number(1...12)))/\(first) – \(two(dice.number(1...12)))/\(last)"
        case 3: return language == .german ? "\(first) bis \(last)" : "\(first) to \(last)"
        case 4: return "\(two(dice.number(1...12))).\(first)-\(two(dice.number(1...12))).\(last)"
        default: return language == .german ? "seit \(first)" : "\(first) – present"
        }
    }

    private static func sections(_ language: Tongue, _ dice: inout Dice) -> (Section, [Section]) {
        let isGerman = language == .german
        let periodStyle = dice.below(5)
        let posts =
            isGerman
            ? [
                "Laborleiterin, Institut für Zellbiologie", "Postdoc, Universität Graz",
                "Softwareentwickler, Koller & Söhne", "Lehrer, BG Klosterneuburg", "Projektassistentin",
                "Krankenpfleger, Klinikum Wels", "Sachbearbeiterin Buchhaltung", "Praktikum, Stadtarchiv",
            ]
            : [
                "Laboratory manager, Institute of Cell Biology", "Postdoctoral researcher, University of Leeds",
                "Software engineer, Thorne Ltd", "Teacher, Bath", "Project assistant", "Nurse, York Hospital",
                "Accounts clerk", "Intern, city archive",
            ]
        let degrees =
            isGerman
            ? [
                "Doktoratsstudium Molekularbiologie", "Masterstudium Informatik", "Matura, BG Tulln",
                "Bachelor Physik, Universität Wien", "Lehre als Elektriker", "Volksschule Mödling",
            ]
            : [
                "PhD in molecular biology", "MSc Computer Science", "A-levels, York", "BSc Physics, University of Bath",
                "High school diploma", "Apprenticeship as electrician",
            ]
        func stations(_ items: [String], _ count: Int) -> Section {
            { _, dice in
                var text = MarkedText()
                var year = dice.number(1990...2012)
                for item in dice.some(count, of: items) {
                    text += "\(pad(period(year, language, dice.happens(12) ? 5 : periodStyle, &dice), 20))\(item)\n"
                    if dice.happens(30) {
                        text +=
                            "\(isGerman ? "  - Betreuung von Studierenden und Anlagen" : "  - supervised students and equipment")\n"
                    }
                    year += dice.number(2...5)
                }
                return text
            }
        }
        func list(_ items: [String]) -> Section {
            { _, dice in
                let bullet = dice.pick(["- ", "• ", "", "* "])
                return dice.some(dice.number(2...items.count), of: items).map { "\(bullet)\($0)\n" as MarkedText }
                    .joined("")
            }
        }
        let bodies: [([String], Section)] =
            isGerman
            ? [
                (
                    ["Berufserfahrung", "Beruflicher Werdegang", "Berufliche Erfahrung", "Werdegang", "Berufspraxis"],
                    stations(posts, dice.number(3...6))
                ),
                (
                    ["Ausbildung", "Schulbildung", "Studium", "Schulischer Werdegang", "Bildungsweg"],
                    stations(degrees, dice.number(2...4))
                ),
                (
                    ["Sprachkenntnisse", "Sprachen", "Fremdsprachen"],
                    list(["Deutsch (Muttersprache)", "Englisch C1", "Französisch B1", "Ungarisch"])
                ),
                (
                    ["EDV-Kenntnisse", "Kenntnisse", "Besondere Kenntnisse", "Fähigkeiten"],
                    list(["Python, R", "MS Office", "Mikroskopie", "Führerschein B"])
                ),
                (["Interessen", "Hobbys", "Freizeit"], list(["Bergsteigen", "Klavier", "Kochen"])),
                (
                    ["Weiterbildung", "Kurse und Weiterbildung"],
                    list(["Strahlenschutzkurs 2016", "Projektmanagement, 2019", "Erste Hilfe"])
                ),
            ]
            : [
                (
                    ["Work experience", "Professional experience", "Employment history", "Experience", "Employment"],
                    stations(posts, dice.number(3...6))
                ),
                (
                    ["Education", "Education and training", "Academic background", "Qualifications"],
                    stations(degrees, dice.number(2...4))
                ),
                (["Languages", "Language skills"], list(["English (native)", "German C1", "French B1", "Hungarian"])),
                (
                    ["Skills", "Technical skills", "Key skills"],
                    list(["Python, R", "MS Office", "microscopy", "driving licence"])
                ),
                (["Interests", "Hobbies", "Hobbies and interests"], list(["climbing", "piano", "cooking"])),
                (
                    ["Awards", "Awards and honours", "References", "Publications"],
                    list(["Best poster 2016", "Travel grant, 2019", "available on request"])
                ),
            ]
        var numbered = 1
        // The stations stand in every curriculum; the rest is chosen.
        let titled: [Section] = bodies.map { titles, body in
            let title = dice.pick(titles)
            numbered += 1
            let number = numbered
            return { style, dice in style.write(title, number) + body(style, &dice) }
        }
        let both: Section = { style, dice in titled[0](style, &dice) + titled[1](style, &dice) }
        return (both, Array(titled.dropFirst(2)))
    }
}
