private typealias Check = CheckDigits

extension NumberKind {
    /// Numbers of identity in Austria, Germany and Switzerland.
    static let identity: [NumberKind] = [
        NumberKind(
            "austrian-social-insurance", forms: ["##########", "#### ######", "####/######", "#### ## ## ##"],
            en: ["social insurance number", "insurance no."],
            de: ["SVNR", "SV-Nummer", "Sozialversicherungsnummer", "Vers.-Nr."],
            draft: { dice in dice.digits(4) + Day(&dice).dayMonthYear },
            seals: [
                { draft in
                    var digits = Check.values(draft)
                    guard digits[0] > 0, 1...31 ~= digits[4] * 10 + digits[5], 1...15 ~= digits[6] * 10 + digits[7]
                    else {
                        return nil
                    }
                    digits[3] = 0
                    let check = Check.weighted(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11
                    guard check < 10 else { return nil }
                    digits[3] = check
                    return digits.map(String.init).joined()
                }
            ]),
        NumberKind(
            "german-tax-id", forms: ["###########", "## ### ### ###"], en: ["tax ID", "tax identification number"],
            de: ["Steuer-ID", "IdNr.", "Steueridentifikationsnummer"],
            draft: { dice in
                // One digit twice, one of the others not at all.
                var body = dice.some(9, of: Array(0...9))
                body.insert(body[dice.below(9)], at: dice.below(10))
                return body.map(String.init).joined() + "0"
            },
            seals: [
                { draft in
                    let body = Check.values(draft.dropLast())
                    let counts = Dictionary(grouping: body) { $0 }.values.map(\.count)
                    guard body[0] != 0, counts.count(where: { $0 > 1 }) == 1, counts.allSatisfy({ $0 <= 3 }) else {
                        return nil
                    }
                    return draft.dropLast() + "\(Check.mod11Comma10(body))"
                }
            ]),
        NumberKind(
            "german-pension-insurance", promise: "certain", forms: ["############", "## ###### # ###"],
            en: ["pension insurance number"], de: ["Rentenversicherungsnummer", "RVNR", "SV-Nummer"],
            draft: { dice in
                let area = dice.pick(["02", "12", "13", "15", "24", "50", "53", "65", "78"])
                return area + Day(&dice).dayMonthYear + dice.capitals(1) + two(dice.below(100)) + "0"
            },
            seals: [
                { draft in
                    let characters = Array(draft)
                    let month = Check.values(draft.dropFirst(4).prefix(2)),
                        day = Check.values(draft.dropFirst(2).prefix(2))
                    guard 1...12 ~= month[0] * 10 + month[1], 1...31 ~= day[0] * 10 + day[1] else { return nil }
                    let body =
                        Check.values(draft.prefix(8)) + Check.place(characters[8])
                        + Check.values(draft.dropFirst(9).prefix(2))
                    return draft.dropLast() + "\(Check.cross(body, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10)"
                }
            ]),
        NumberKind(
            "german-health-insurance", forms: ["##########"], en: ["health insurance number"],
            de: ["Krankenversichertennummer", "KVNR", "Versichertennr."],
            draft: { dice in dice.capitals(1) + dice.digits(9) },
            seals: [
                { draft in
                    let body = Check.place(Array(draft)[0]) + Check.values(draft.dropFirst().dropLast())
                    return draft.dropLast() + "\(Check.cross(body, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10)"
                }
            ]),
        NumberKind(
            "swiss-social-insurance", promise: "certain",
            forms: ["#############", "###.####.####.##", "### #### #### ##"],
            en: ["social insurance number", "AVS"], de: ["AHV-Nummer", "AHV-Nr."],
            draft: { dice in "756" + dice.digits(10) },
            seals: [
                { draft in
                    guard draft.hasPrefix("756") else { return nil }
                    let sum = Check.weighted(Check.values(draft.dropLast()), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3])
                    return draft.dropLast() + "\((10 - sum % 10) % 10)"
                }
            ]),
        NumberKind(
            "german-document-number", forms: ["##########"], en: ["ID card number", "passport number"],
            de: ["Personalausweisnummer", "Ausweisnummer", "Reisepassnummer"],
            draft: { dice in
                dice.capitals(1, of: "CFGHJKL") + dice.capitals(8, of: "CFGHJKLMNPRTVWXYZ0123456789") + "0"
            },
            seals: [
                { draft in
                    let serial = draft.dropLast()
                    guard serial.contains(where: \.isWholeNumber), Set(serial).count >= 5 else { return nil }
                    return serial + Check.travel(serial)
                }
            ]),
        NumberKind(
            "student-number", forms: ["########"], en: ["student ID", "matriculation number"],
            de: ["Matrikelnummer", "Matr.-Nr."],
            draft: { dice in dice.pick(["1", "0", "5"]) + two(dice.number(5...24)) + dice.digits(5) }, seals: []),
    ]
}
