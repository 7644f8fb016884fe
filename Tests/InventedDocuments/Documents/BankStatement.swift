extension InventedDocument {
    static func bankStatement(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        dice.happens(30) ? accountExport(language, &dice) : statement(language, &dice)
    }

    private static let purposes: [Tongue: [String]] = [
        .german: [
            "Miete März", "Gehalt", "Billa dankt", "Wien Energie", "Versicherung", "Bankomat 15:32", "Spende",
            "Handy A1", "Rückzahlung", "Apotheke", "Dauerauftrag Sparen",
        ],
        .english: [
            "Rent March", "Salary", "Groceries", "Electricity", "Insurance", "Cash withdrawal", "Donation",
            "Mobile phone", "Refund", "Pharmacy", "Savings transfer",
        ],
    ]

    private static func day(_ language: Tongue, _ dice: inout Dice) -> String {
        let day = Day(&dice, from: 2022, to: 2025)
        return language == .german
            ? dice.pick([
                "\(two(day.day)).\(two(day.month)).\(day.year)", "\(two(day.day)).\(two(day.month)).",
                "\(day.year)-\(two(day.month))-\(two(day.day))",
            ])
            : dice.pick([
                "\(two(day.day))/\(two(day.month))/\(day.year)", "\(day.year)-\(two(day.month))-\(two(day.day))",
                day.written(.english, &dice),
            ])
    }

    private static func statement(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let isGerman = language == .german
        let person = Person(language, &dice)
        var text: MarkedText =
            "\(isGerman ? dice.pick(["Kontoauszug", "KONTOAUSZUG Nr. 3", "Umsatzübersicht", "Kontoauszug per 31.03.2024"]) : dice.pick(["Bank statement", "Account statement", "STATEMENT OF ACCOUNT", "Your statement"]))\n"
        var head: [MarkedText] = [
            "\(isGerman ? dice.pick(["Kontoinhaber", "lautend auf", "Inhaber"]) : dice.pick(["Account holder", "Name"])): \(person.name, as: "person-name")",
            account(language, &dice),
        ]
        if dice.happens(50) {
            head.append("BIC: \(dice.pick(["RLNWATWW", "GIBAATWWXXX", "BARCGB22", "DEUTDEFF"]), as: "bic")")
        }
        if dice.happens(40) { head.append("\(person.street)\n\(person.place)") }
        text += dice.some(head.count, of: head).joined("\n") + "\n\n"
        let opening =
            isGerman
            ? dice.pick(["Alter Saldo", "Anfangssaldo", "Kontostand am 01.03.2024", "Saldo alt"])
            : dice.pick(["Opening balance", "Balance brought forward", "Previous balance"])
        let closing =
            isGerman
            ? dice.pick(["Neuer Saldo", "Endsaldo", "Kontostand am 31.03.2024", "Saldo neu"])
            : dice.pick(["Closing balance", "Balance carried forward", "New balance"])
        text +=
            isGerman
            ? dice.pick([
                "Buchungstag  Valuta  Buchungstext  Betrag\n", "Datum   Verwendungszweck    Betrag EUR\n",
                "Buchung    Wert    Text    Soll    Haben\n",
            ])
            : dice.pick([
                "Date    Description    Debit    Credit    Balance\n", "Date  Details  Amount\n",
                "Transaction date   Description   Amount EUR\n",
            ])
        text += "\(pad(opening, 40))\(money(language, 100...9000, &dice))\n"
        let hasValue = dice.happens(40)
        for _ in 0..<dice.number(4...15) {
            let purpose = dice.pick(purposes[language] ?? [])
            let sign = dice.happens(60) ? dice.pick(["-", "-", "- "]) : dice.pick(["", "+"])
            let amount = money(language, 3...2500, &dice)
            text +=
                "\(day(language, &dice))  \(hasValue ? day(language, &dice) + "  " : "")\(pad(purpose, 26))\(isGerman && dice.happens(20) ? amount + "-" : sign + amount)\n"
        }
        text += "\(pad(closing, 40))\(money(language, 100...9000, &dice))\n"
        return InventedDocument(profile: .bankStatement, language: language, separator: nil, content: text)
    }

    /// An IBAN; one time in ten an account as it was written before.
    private static func account(_ language: Tongue, _ dice: inout Dice) -> MarkedText {
        let isGerman = language == .german
        guard dice.happens(10) else {
            let variants = isGerman ? ["Austria", "Germany", "neighbours"] : ["with letters", "neighbours", "Austria"]
            return "IBAN: " + number("iban", dice.pick(variants), &dice)
        }
        return isGerman
            ? "Kontonummer \(dice.digits(8)), BLZ \(dice.digits(5))"
            : "Sort code \(dice.digits(2))-\(dice.digits(2))-\(dice.digits(2)), account number \(dice.digits(8))"
    }

    /// What the bank's own page exports as a table.
    private static func accountExport(_ language: Tongue, _ dice: inout Dice) -> InventedDocument {
        let isGerman = language == .german
        let separator: Character = isGerman ? ";" : dice.pick([",", ";"])
        var text = row(
            isGerman
                ? [
                    dice.pick(["IBAN", "Auftragskonto", "Konto"]), dice.pick(["Buchungstag", "Buchungsdatum"]),
                    "Valuta", dice.pick(["Verwendungszweck", "Buchungstext"]), "Betrag",
                    dice.pick(["Saldo", "Währung"]),
                ]
                : [
                    dice.pick(["IBAN", "Account"]), dice.pick(["Booking date", "Transaction date", "Date"]),
                    "Value date", "Description", dice.pick(["Amount", "Debit"]), dice.pick(["Balance", "Currency"]),
                ], separator)
        let own = number("iban", isGerman ? "Austria" : "with letters", &dice)
        for _ in 0..<dice.number(6...30) {
            let date = Day(&dice, from: 2022, to: 2025)
            let written =
                isGerman
                ? "\(two(date.day)).\(two(date.month)).\(date.year)"
                : "\(date.year)-\(two(date.month))-\(two(date.day))"
            text += row(
                [
                    own, "\(written)", "\(written)", "\(dice.pick(purposes[language] ?? []))",
                    "\(dice.happens(60) ? "-" : "")\(money(language, 3...2500, &dice))",
                    "\(money(language, 100...9000, &dice))",
                ], separator)
        }
        return InventedDocument(
            profile: .bankStatement, language: language, separator: separator.asciiValue, content: text)
    }
}
