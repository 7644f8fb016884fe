extension InventedDocument {
    static func grades(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        switch dice.below(3) {
        case 0: gradeSheet(language, &dice)
        case 1: transcript(language, &dice)
        default: report(language, &dice)
        }
    }

    private static let subjects: [Tongue: [String]] = [
        .german: [
            "Molekularbiologie I", "Statistik", "Lineare Algebra", "Organische Chemie", "Mechanik", "Datenbanken",
            "Genetik", "Bildverarbeitung", "Ökologie", "Programmierung",
        ],
        .english: [
            "Molecular Biology I", "Statistics", "Linear Algebra", "Organic Chemistry", "Mechanics", "Databases",
            "Genetics", "Image Analysis", "Ecology", "Programming",
        ],
    ]

    /// A course's table: a row per student.
    private static func gradeSheet(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let isGerman = language == .german
        let separator: Character = dice.pick(isGerman ? [";", ";", ",", "\t"] : [",", ",", ";", "\t"])
        let isSplit = dice.happens(50), hasPoints = dice.happens(60), hasMail = dice.happens(30)
        var header: [MarkedText] = [
            isGerman
                ? dice.pick(["Matrikelnummer", "Matr.-Nr.", "Matrikelnr"])
                : dice.pick(["Student ID", "Student number", "Matriculation number"])
        ]
        header += isSplit ? (isGerman ? ["Nachname", "Vorname"] : ["Last name", "First name"]) : ["Name"]
        if hasPoints { header.append(isGerman ? "Punkte" : "Points") }
        header.append(
            isGerman ? dice.pick(["Note", "Beurteilung", "Gesamtnote"]) : dice.pick(["Grade", "Final grade", "Mark"]))
        if dice.happens(50) {
            header.append(
                isGerman
                    ? dice.pick(["Prüfungsdatum", "LVA", "Prüfer"]) : dice.pick(["Course", "Examination", "Examiner"]))
        }
        if dice.happens(40) { header.append("ECTS") }
        if hasMail { header.append("E-Mail") }
        var text = row(header, separator)
        for _ in 0..<dice.number(8...30) {
            let person = Person(language, &dice)
            var cells: [MarkedText] = [number("student-number", &dice)]
            cells += isSplit ? ["\(person.family)", "\(person.given)"] : ["\(person.name, as: "person-name")"]
            if hasPoints { cells.append("\(dice.number(20...100))") }
            cells.append(
                "\(isGerman ? dice.pick(["1", "2", "3", "4", "5"]) : dice.pick(["A", "B", "C", "D", "F", "B+"]))")
            while cells.count < header.count - (hasMail ? 1 : 0) {
                cells.append(
                    cells.count + 1 == header.count && header.last?.text == "ECTS"
                        ? "6" : "\(dice.pick(["2024-01-30", "28.06.2023"]))")
            }
            if hasMail { cells.append("\(person.mail, as: "email")") }
            text += row(cells, separator)
        }
        return InventedDocument(profile: .grades, language: language, separator: separator.asciiValue, content: text)
    }

    /// One student's courses.
    private static func transcript(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let isGerman = language == .german
        let person = Person(language, &dice)
        var text: MarkedText =
            "\(isGerman ? dice.pick(["Studienerfolgsnachweis", "Sammelzeugnis", "Bestätigung der Prüfungen", "Transcript of Records"]) : dice.pick(["Transcript of Records", "Academic transcript", "Academic Record"]))\n\n"
        text +=
            "\(isGerman ? dice.pick(["Name", "Studierende/r", "Familienname, Vorname"]) : dice.pick(["Name", "Student"])): \(person.name, as: "person-name")\n"
        text +=
            "\(isGerman ? dice.pick(["Matrikelnummer", "Matr.-Nr."]) : dice.pick(["Student ID", "Matriculation number"])): "
            + number("student-number", &dice) + "\n"
        if dice.happens(70) {
            text +=
                "\(isGerman ? dice.pick(["Geburtsdatum", "geb. am"]) : "Date of birth"): \(person.born(language, &dice), as: "date-of-birth")\n"
        }
        text +=
            isGerman
            ? "\n\(pad("Lehrveranstaltung", 28))\(pad("Datum", 14))\(pad("ECTS", 8))\(dice.pick(["Beurteilung", "Note", "Prüfungsnote"]))\n"
            : "\n\(pad("Course", 28))\(pad("Date", 14))\(pad(dice.pick(["ECTS", "Credits"]), 8))Grade\n"
        let words = dice.happens(60)
        for subject in dice.some(dice.number(5...10), of: subjects[language] ?? []) {
            let mark =
                isGerman
                ? (words
                    ? dice.pick(["sehr gut", "gut", "befriedigend", "genügend"]) : dice.pick(["1", "2", "3", "4"]))
                : (words
                    ? dice.pick(["excellent", "good", "satisfactory", "sufficient"])
                    : dice.pick(["A", "B", "C", "B+"]))
            text +=
                "\(pad(subject, 28))\(pad(Day(&dice, from: 2019, to: 2025).written(language, &dice), 20))\(pad("\(dice.number(2...8))", 8))\(mark)\n"
        }
        text += isGerman ? "\nNotendurchschnitt: 1,\(dice.number(1...9))\n" : "\nGPA: 3.\(dice.number(1...9))\n"
        return InventedDocument(profile: .grades, language: language, separator: nil, content: text)
    }

    /// A school's report.
    private static func report(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let isGerman = language == .german
        let person = Person(language, &dice)
        let school =
            isGerman
            ? dice.pick(["BG/BRG Klosterneuburg", "HTL Mödling", "Gymnasium Nordstadt"])
            : dice.pick(["Ashworth High School", "Langley College"])
        var text: MarkedText =
            "\(school)\n\(isGerman ? dice.pick(["Jahreszeugnis", "Abschlusszeugnis", "Schulnachricht", "Reifeprüfungszeugnis"]) : dice.pick(["Report card", "School report", "Certificate of examination"])) \(dice.number(2005...2025))\n\n"
        let born = person.born(language, &dice)
        text +=
            isGerman
            ? dice.pick([
                "\(person.name, as: "person-name"), geboren am \(born, as: "date-of-birth"), Schulstufe 8\n\n",
                "Schüler/in: \(person.name, as: "person-name")\nGeburtsdatum: \(born, as: "date-of-birth")\n\n",
            ])
            : dice.pick([
                "Student: \(person.name, as: "person-name")\nDate of birth: \(born, as: "date-of-birth")\n\n",
                "\(person.name, as: "person-name"), born \(born, as: "date-of-birth")\n\n",
            ])
        text +=
            isGerman
            ? "\(dice.pick(["Pflichtgegenstände", "Fächer"]))\(String(repeating: " ", count: 18))\(dice.pick(["Beurteilung", "Note", "Noten"]))\n"
            : "Subjects\(String(repeating: " ", count: 20))\(dice.pick(["Grade", "Marks", "Final grade"]))\n"
        let names =
            isGerman
            ? [
                "Deutsch", "Englisch", "Mathematik", "Physik", "Geschichte", "Biologie", "Musikerziehung",
                "Bewegung und Sport",
            ] : ["English", "German", "Mathematics", "Physics", "History", "Biology", "Music", "Physical education"]
        for subject in dice.some(dice.number(5...8), of: names) {
            let mark =
                isGerman
                ? dice.pick(["Sehr gut", "Gut", "Befriedigend", "Genügend", "sehr gut (1)", "gut (2)"])
                : dice.pick(["A excellent", "B good", "C satisfactory", "passed", "D sufficient"])
            text += "\(pad(subject, 28))\(mark)\n"
        }
        text +=
            isGerman
            ? dice.pick([
                "\nHat die Prüfung mit Auszeichnung bestanden.\n", "\nBeurteilung des Verhaltens: zufriedenstellend\n",
                "\nDer Prüfungsvorsitzende\n",
            ])
            : dice.pick([
                "\nThe student passed the examination with distinction.\n",
                "\nExaminer: the head teacher\nSemester 2\n",
            ])
        return InventedDocument(profile: .grades, language: language, separator: nil, content: text)
    }
}
