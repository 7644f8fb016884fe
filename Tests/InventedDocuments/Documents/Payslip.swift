extension InventedDocument {
    static func payslip(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let person = Person(language, &dice)
        let isGerman = language == .german
        var text = MarkedText()
        let month = dice.number(1...12), year = dice.number(2019...2026)
        let period =
            isGerman
            ? dice.pick([
                "\(["Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"][month - 1]) \(year)",
                "\(two(month))/\(year)", "\(two(month)).\(year)",
            ])
            : dice.pick([
                "\(two(month))/\(year)",
                "\(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1]) \(year)",
            ])
        let title =
            isGerman
            ? dice.pick([
                "Gehaltszettel", "Lohnzettel", "Gehaltsabrechnung", "Entgeltabrechnung", "Lohn-/Gehaltsabrechnung",
                "Bezugszettel", "Verdienstnachweis",
            ])
            : dice.pick(["Payslip", "Pay slip", "PAYSLIP", "Salary statement", "Earnings statement", "Pay advice"])
        if dice.happens(50) {
            text +=
                "\(dice.pick(["Koller & Söhne GmbH", "Thorne Ltd", "Institut für Wasserforschung", "Pemberton Foundation"]))\n"
        }
        text +=
            "\(title) \(isGerman ? dice.pick(["für", "Abrechnungsmonat", "-"]) : dice.pick(["for", "- pay period", "-"])) \(period)\n\n"
        text += head(person, language, &dice)
        text += lines(language, &dice)
        if dice.happens(60) {
            text +=
                isGerman
                ? dice.pick(["\nÜberweisung auf ", "\nBankverbindung: ", "\nIBAN: "])
                : dice.pick(["\nPaid into ", "\nBank account: ", "\nIBAN: "])
            text += number("iban", isGerman ? "Austria" : "with letters", &dice) + "\n"
        }
        return InventedDocument(profile: .payslip, language: language, separator: nil, content: text)
    }

    private static func head(_ person: Person, _ language: Tongue, _ dice: inout Dice) -> MarkedText {
        let isGerman = language == .german
        var fields: [(String, MarkedText)] = []
        let name: MarkedText =
            dice.happens(70)
            ? "\(person.name, as: "person-name")" : "\(person.family + " " + person.given, as: "person-name")"
        fields.append(
            (
                isGerman
                    ? dice.pick([
                        "Dienstnehmer", "Dienstnehmerin", "Name", "Mitarbeiter", "Mitarbeiterin", "Arbeitnehmer",
                        "Herr/Frau",
                    ]) : dice.pick(["Employee", "Name", "Employee name"]), name
            ))
        var more: [(String, MarkedText)] = [
            (
                isGerman
                    ? dice.pick(["Personalnummer", "Pers.-Nr.", "PNr"])
                    : dice.pick(["Employee no", "Payroll number", "Staff ID"]), "\(dice.digits(5))"
            ),
            (
                isGerman ? dice.pick(["Eintritt", "Eintrittsdatum"]) : "Start date",
                "\(Day(&dice, from: 2001, to: 2018).written(language, &dice))"
            ),
            (
                isGerman ? "Anschrift" : "Address",
                "\(person.addressLines.joined(separator: ", "), as: "postal-address")"
            ),
            (isGerman ? "Steuerklasse" : "Tax code", isGerman ? "1" : "1257L"),
        ]
        if isGerman {
            more.append(
                (dice.pick(["SVNR", "SV-Nummer", "Vers.-Nr.", "SV-Nr."]), number("austrian-social-insurance", &dice)))
        } else {
            more.append(
                (dice.pick(["NI number", "National Insurance number"]), number("british-national-insurance", &dice)))
        }
        fields += dice.some(dice.number(1...more.count), of: more)
        let layout = dice.below(3)
        var text = MarkedText()
        for (label, value) in fields {
            text +=
                layout == 0
                ? "\(label): " + value + "\n"
                : layout == 1 ? "\(pad(label, 22))" + value + "\n" : "\(label):\t" + value + "\n"
        }
        return text + "\n"
    }

    private static func lines(_ language: Tongue, _ dice: inout Dice) -> MarkedText {
        let isGerman = language == .german
        var rows: [String] =
            isGerman
            ? [dice.pick(["Bruttobezug", "Brutto", "Bruttogehalt", "Bruttolohn", "Gesamtbrutto"])]
            : [dice.pick(["Gross pay", "Gross salary", "Total gross pay"])]
        rows += dice.some(
            dice.number(1...3),
            of: isGerman
                ? ["Grundgehalt", "Überstunden 50 %", "Zulage", "Sonderzahlung", "Sachbezug", "Urlaubszuschuss"]
                : ["Basic pay", "Overtime", "Bonus", "Holiday pay"])
        rows +=
            isGerman
            ? [
                dice.pick(["Lohnsteuer", "LSt"]),
                dice.pick(["SV-Beitrag", "SV-DN", "Sozialversicherung DN", "Sozialversicherungsbeitrag"]),
            ]
            : [
                dice.pick(["Income tax", "PAYE tax", "Tax"]),
                dice.pick(["National Insurance", "NI contribution", "Pension contribution"]),
            ]
        rows += [
            isGerman
                ? dice.pick(["Nettobezug", "Auszahlungsbetrag", "Netto", "Auszahlung", "Überweisungsbetrag"])
                : dice.pick(["Net pay", "Net salary", "Take home pay", "Amount paid"])
        ]
        let currency = isGerman ? dice.pick(["", "EUR ", "€ "]) : dice.pick(["", "EUR ", "£", "£ "])
        let trailing = currency.isEmpty && dice.happens(50) ? (isGerman ? " €" : " EUR") : ""
        let filler: Character = dice.pick([" ", " ", "."])
        let isTabbed = dice.happens(25)
        var text = MarkedText()
        for row in rows {
            let amount = currency + money(language, row == rows[0] ? 1800...6500 : 40...3200, &dice) + trailing
            text +=
                isTabbed
                ? "\(row)\t\(amount)\n"
                : "\(row)\(String(repeating: filler, count: max(2, 34 - row.count)))\(padLeft(amount, 12))\n"
        }
        return text
    }
}
