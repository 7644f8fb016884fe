extension InventedDocument {
    static func addressList(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        dice.happens(70) ? addressTable(language, &dice) : addressBlocks(language, &dice)
    }

    /// A table with a row per person.
    static func addressTable(_ language: Tongue, rows: ClosedRange<Int> = 20...60, _ dice: inout Dice)
        -> InventedDocument
    {
        let isGerman = language == .german
        let separator: Character = dice.pick(isGerman ? [";", ";", ",", "\t"] : [",", ",", ";", "\t"])
        typealias Column = (title: String, cell: (Person, inout Dice) -> MarkedText)
        let isSplit = dice.happens(60)
        var columns: [Column] =
            isSplit
            ? [
                (
                    isGerman
                        ? dice.pick(["Nachname", "Familienname", "Zuname"])
                        : dice.pick(["Last name", "Surname", "lastname"]), { person, _ in "\(person.family)" }
                ),
                (
                    isGerman ? "Vorname" : dice.pick(["First name", "Given name", "firstname"]),
                    { person, _ in "\(person.given)" }
                ),
            ]
            : [
                (
                    isGerman ? dice.pick(["Name", "Teilnehmer"]) : dice.pick(["Name", "Full name", "Participant"]),
                    { person, _ in "\(person.name, as: "person-name")" }
                )
            ]
        var more: [Column] = [
            (
                isGerman ? "E-Mail" : dice.pick(["E-mail", "Email", "email_address"]),
                { person, _ in "\(person.mail, as: "email")" }
            ),
            (
                isGerman
                    ? dice.pick(["Telefon", "Tel.", "Mobil", "Handynummer"])
                    : dice.pick(["Phone", "Mobile", "Telephone"]), { person, _ in "\(person.phone, as: "phone")" }
            ),
            (
                isGerman
                    ? dice.pick(["Geburtsdatum", "geb. am", "Geb.-Datum"])
                    : dice.pick(["Date of birth", "DOB", "birthdate"]),
                { person, _ in "\(two(person.birth.day)).\(two(person.birth.month)).\(person.birth.year)" as MarkedText
                }
            ),
        ]
        if dice.happens(50) {
            more.append(
                (
                    isGerman ? dice.pick(["Adresse", "Anschrift"]) : "Address",
                    { person, _ in "\(person.addressLines.joined(separator: ", "), as: "postal-address")" }
                ))
        } else {
            more += [
                (isGerman ? dice.pick(["Straße", "Strasse"]) : "Street", { person, _ in "\(person.street)" }),
                (isGerman ? dice.pick(["PLZ Ort", "Ort"]) : "City", { person, _ in "\(person.place)" }),
            ]
        }
        if dice.happens(30) {
            more.append(
                (
                    isGerman ? "SVNR" : "Passport no",
                    { _, dice in number(isGerman ? "austrian-social-insurance" : "german-document-number", &dice) }
                ))
        }
        // A list without any way to reach its people is none.
        columns += dice.some(dice.number(2...more.count), of: more)
        if dice.happens(30) {
            columns.append((isGerman ? "Anmerkung" : "Remark", { _, dice in "\(dice.pick(["", "veg.", "ok", "-"]))" }))
        }
        if dice.happens(25) { columns.insert((isGerman ? "Nr." : "No", { _, dice in "\(dice.below(500))" }), at: 0) }
        var text = row(columns.map { "\($0.title)" }, separator)
        for _ in 0..<dice.number(rows) {
            let person = Person(language, &dice)
            var cells: [MarkedText] = []
            for column in columns { cells.append(column.cell(person, &dice)) }
            text += row(cells, separator)
        }
        return InventedDocument(
            profile: .addressList, language: language, separator: separator.asciiValue, content: text)
    }

    /// Blocks as on labels, or lines as in a telephone list.
    private static func addressBlocks(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let isGerman = language == .german
        var text: MarkedText =
            "\(isGerman ? dice.pick(["Adressliste", "Verteiler", "Mitgliederliste", "Weihnachtspost"]) : dice.pick(["Address list", "Contacts", "Members", "Mailing list"]))\n\n"
        let layout = dice.below(3)
        for _ in 0..<dice.number(5...30) {
            let person = Person(language, &dice)
            let title = isGerman ? (person.isFemale ? "Frau " : "Herr ") : (person.isFemale ? "Ms " : "Mr ")
            let contact: MarkedText =
                dice.happens(60)
                ? "\(person.mail, as: "email")" : "\(isGerman ? "Tel. " : "Tel ")\(person.phone, as: "phone")"
            switch layout {
            case 0:
                text +=
                    "\(dice.happens(60) ? title : "")\(person.name, as: "person-name")\n\(person.street + "\n" + person.place, as: "postal-address")\n\n"
            case 1:
                text +=
                    "\(person.family), \(person.given); \(person.street + ", " + person.place, as: "postal-address"); "
                    + contact + "\n"
            default:
                text +=
                    "\(person.name, as: "person-name")\n\(person.street + "\n" + person.place, as: "postal-address")\n"
                    + contact + "\n\n"
            }
        }
        return InventedDocument(profile: .addressList, language: language, separator: nil, content: text)
    }
}
