private typealias Check = CheckDigits

/// Whether the digits are a day of the month and a month.
private func isDay(_ day: Int, _ month: Int) -> Bool { 1...28 ~= day && 1...12 ~= month }

private func last(_ digit: @escaping @Sendable ([Int]) -> Int?) -> @Sendable (String) -> String? {
    { draft in digit(Check.values(draft.dropLast())).map { draft.dropLast() + "\($0)" } }
}

extension NumberKind {
    /// Numbers that other states give to their people.
    static let nations: [NumberKind] = [
        NumberKind(
            "italian-fiscal-code", forms: ["################"], en: ["codice fiscale", "Italian fiscal code"],
            de: ["Codice fiscale"],
            draft: { dice in
                let day = Day(&dice)
                return dice.capitals(6, of: "BCDFGLMNPRSTVZ") + two(day.year % 100)
                    + dice.capitals(1, of: "ABCDEHLMPRST")
                    + two(day.day + (dice.happens(50) ? 40 : 0)) + dice.capitals(1, of: "ABCDEFGHIL") + dice.digits(3)
                    + "A"
            },
            seals: [
                { draft in
                    let odd = [
                        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
                    ]
                    let sum = draft.dropLast().enumerated().reduce(0) { sum, pair in
                        let value = pair.element.wholeNumberValue ?? Int(pair.element.asciiValue ?? 65) - 65
                        return sum + (pair.offset.isMultiple(of: 2) ? odd[value] : value)
                    }
                    return draft.dropLast() + String(UnicodeScalar(UInt8(65 + sum % 26)))
                }
            ]),
        NumberKind(
            "french-social-security", forms: ["###############", "# ## ## ## ### ### ##"],
            en: ["French social security number", "NIR"], de: ["NIR", "Numéro de sécurité sociale"],
            draft: { dice in
                let day = Day(&dice)
                return "\(dice.number(1...2))" + two(day.year % 100) + two(day.month)
                    + dice.pick(["75", "13", "69", "2A", "2B", "05"])
                    + dice.digits(3) + dice.digits(3) + "00"
            },
            seals: [
                { draft in
                    var body = String(draft.dropLast(2))
                    for (letters, number) in [("2A", "19"), ("2B", "18")] where body.dropFirst(5).hasPrefix(letters) {
                        body = body.prefix(5) + number + body.dropFirst(7)
                    }
                    guard let value = Int(body) else { return nil }
                    return draft.dropLast(2) + two(97 - value % 97)
                }
            ]),
        NumberKind(
            "spanish-identity-number", "DNI", forms: ["#########", "########-#"], en: ["DNI", "identity number"],
            de: ["DNI"],
            draft: { dice in dice.digits(8) + "A" }, seals: [sealSpanish]),
        NumberKind(
            "spanish-identity-number", "NIE", forms: ["#########", "#-#######-#"], en: ["NIE"], de: ["NIE"],
            draft: { dice in dice.pick(["X", "Y", "Z"]) + dice.digits(7) + "A" }, seals: [sealSpanish]),
        NumberKind(
            "polish-pesel", forms: ["###########"], en: ["PESEL", "PESEL no"], de: ["PESEL", "PESEL-Nummer"],
            draft: { dice in
                let day = Day(&dice)
                return two(day.year % 100) + two(day.month + (day.year >= 2000 ? 20 : 0)) + two(day.day)
                    + dice.digits(5)
            },
            seals: [last { (10 - Check.weighted($0, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10 }]),
        NumberKind(
            "czech-slovak-birth-number", forms: ["##########", "######/####"], en: ["rodné číslo", "birth number"],
            de: ["Geburtsnummer", "Rodné číslo"],
            draft: { dice in
                let day = Day(&dice, from: 1954)
                return two(day.year % 100) + two(day.month + (dice.happens(50) ? 50 : 0)) + two(day.day)
                    + dice.digits(4)
            },
            seals: [
                last { body in
                    let rest = (Int(body.map(String.init).joined()) ?? 0) % 11
                    return rest == 10 ? nil : rest
                }
            ]),
        NumberKind(
            "hungarian-taj", forms: ["#########", "### ### ###", "###-###-###"], en: ["TAJ", "TAJ number"],
            de: ["TAJ", "TAJ-Nummer"],
            draft: { dice in dice.digits(9) },
            seals: [last { Check.weighted($0, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 }]),
        NumberKind(
            "hungarian-tax-id", forms: ["##########"], en: ["adóazonosító jel"], de: ["Adóazonosító jel"],
            draft: { dice in "8" + dice.digits(9) },
            seals: [
                last { body in
                    let rest = Check.weighted(body, Array(1...9)) % 11
                    return rest == 10 || body[0] != 8 ? nil : rest
                }
            ]),
        NumberKind(
            "slovenian-emso", forms: ["#############"], en: ["EMŠO"], de: ["EMŠO"],
            draft: { dice in
                let day = Day(&dice)
                return two(day.day) + two(day.month) + (day.year >= 2000 ? "00\(day.year % 10)" : "\(day.year % 1000)")
                    + "50"
                    + dice.digits(4)
            },
            seals: [
                last { body in
                    let digit = (11 - Check.weighted(body, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
                    return isDay(body[0] * 10 + body[1], body[2] * 10 + body[3]) ? digit % 10 : nil
                }
            ]),
        NumberKind(
            "croatian-oib", forms: ["###########"], en: ["OIB"], de: ["OIB"], draft: { dice in dice.digits(11) },
            seals: [last { Check.mod11Comma10($0) }]),
        NumberKind(
            "romanian-cnp", forms: ["#############"], en: ["CNP", "personal numeric code"], de: ["CNP"],
            draft: { dice in
                let day = Day(&dice)
                return "\(dice.number(1...2) + (day.year >= 2000 ? 4 : 0))" + day.yearMonthDay
                    + two(dice.number(1...46)) + dice.digits(4)
            },
            seals: [
                last { body in
                    let rest = Check.weighted(body, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
                    return rest == 10 ? 1 : rest
                }
            ]),
        NumberKind(
            "dutch-bsn", forms: ["#########", "#### ## ###"], en: ["BSN", "citizen service number"],
            de: ["BSN", "Burgerservicenummer"],
            draft: { dice in dice.digits(9) },
            seals: [
                last { body in
                    let rest = Check.weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
                    return rest == 10 ? nil : rest
                }
            ]),
        NumberKind(
            "belgian-national-number", forms: ["###########", "##.##.##-###.##"], en: ["national register number"],
            de: ["Nationalregisternummer", "Rijksregisternummer"],
            draft: { dice in Day(&dice, to: 1999).yearMonthDay + dice.digits(3) + "00" },
            seals: [
                { draft in (Int(draft.dropLast(2))).map { draft.dropLast(2) + two(97 - $0 % 97) } },
                { draft in (Int("2" + draft.dropLast(2))).map { draft.dropLast(2) + two(97 - $0 % 97) } },
            ]),
        NumberKind(
            "swedish-personal-number", forms: ["##########", "######-####"],
            en: ["personnummer", "Swedish personal number"],
            de: ["Personennummer", "Personnummer"], draft: { dice in Day(&dice).yearMonthDay + dice.digits(4) },
            seals: [last { Check.luhn($0) }]),
        NumberKind(
            "danish-cpr", forms: ["##########", "######-####"], en: ["CPR", "CPR no"], de: ["CPR-Nummer"],
            draft: { dice in Day(&dice).dayMonthYear + dice.digits(4) }, seals: []),
        NumberKind(
            "finnish-hetu", forms: ["######-####"], en: ["henkilötunnus", "personal identity code"],
            de: ["Personencode", "Henkilötunnus"],
            draft: { dice in Day(&dice, to: 1999).dayMonthYear + two(dice.number(1...89)) + "\(dice.below(10))" + "A" },
            seals: [
                { draft in
                    guard let value = Int(draft.dropLast()) else { return nil }
                    return draft.dropLast() + String(Array("0123456789ABCDEFHJKLMNPRSTUVWXY")[value % 31])
                }
            ]),
        NumberKind(
            "norwegian-birth-number", forms: ["###########", "###### #####"],
            en: ["fødselsnummer", "Norwegian birth number"],
            de: ["Fødselsnummer", "Geburtsnummer"],
            draft: { dice in Day(&dice, to: 1999).dayMonthYear + "\(dice.below(5))" + dice.digits(4) },
            seals: [
                { draft in
                    var body = Check.values(draft.dropLast(2))
                    for weights in [[3, 7, 6, 1, 8, 9, 4, 5, 2], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]] {
                        let digit = (11 - Check.weighted(body, weights) % 11) % 11
                        guard digit < 10 else { return nil }
                        body.append(digit)
                    }
                    return body.map(String.init).joined()
                }
            ]),
        NumberKind(
            "british-national-insurance", forms: ["#########", "## ## ## ## #"],
            en: ["National Insurance number", "NI number"],
            de: ["National Insurance Number"],
            draft: { dice in
                // ZZ is given to nobody.
                dice.capitals(1, of: "ABCEGHJKLMOPRSTWXY") + dice.capitals(1, of: "ACEHJLMPRSWXYZ") + dice.digits(6)
                    + dice.capitals(1, of: "ABCD")
            }, seals: []),
        NumberKind(
            "us-social-security", forms: ["###-##-####", "#########"], en: ["SSN", "social security number"],
            de: ["US-Sozialversicherungsnummer"],
            draft: { dice in
                "\(dice.number(101...665))" + two(dice.number(1...99)) + dice.digits(4)
            }, seals: []),
        NumberKind(
            "indian-aadhaar", forms: ["############", "#### #### ####"], en: ["Aadhaar", "Aadhaar number"],
            de: ["Aadhaar-Nummer"],
            draft: { dice in "\(dice.number(2...9))" + dice.digits(11) }, seals: [last { Check.verhoeff($0) }]),
        NumberKind(
            "chinese-identity-number", forms: ["##################"], en: ["resident identity", "ID card number"],
            de: ["Identitätsnummer"],
            draft: { dice in
                let day = Day(&dice)
                return dice.pick(["110105", "310104", "440106", "510107"]) + "\(day.year)" + two(day.month)
                    + two(day.day)
                    + dice.digits(3) + "0"
            },
            seals: [{ draft in draft.dropLast() + Check.mod11Dash2(Check.values(draft.dropLast())) }]),
    ]

    private static let sealSpanish: @Sendable (String) -> String? = { draft in
        var digits = String(draft.dropLast())
        for (index, letter) in ["X", "Y", "Z"].enumerated() where digits.hasPrefix(letter) {
            digits = "\(index)" + digits.dropFirst()
        }
        guard let value = Int(digits) else { return nil }
        return draft.dropLast() + String(Array("TRWAGMYFPDXBNJZSQVHLCKE")[value % 23])
    }
}
