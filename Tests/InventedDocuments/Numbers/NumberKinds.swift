private typealias Check = CheckDigits

/// Appends the digit that follows from those before the last.
private func last(_ digit: @escaping @Sendable ([Int]) -> Int?) -> @Sendable (String) -> String? {
    { draft in digit(Check.values(draft.dropLast())).map { draft.dropLast() + "\($0)" } }
}

/// Appends the digit that makes a weighted sum divisible by 11; nil where that would take ten.
private func eleven(_ weights: [Int], tenIs ten: Int? = nil) -> @Sendable (String) -> String? {
    last { body in
        let digit = (11 - Check.weighted(body, weights) % 11) % 11
        return digit == 10 ? ten : digit
    }
}

extension NumberKind {
    /// Numbers of money.
    package static let money: [NumberKind] =
        cards + [
            NumberKind(
                "iban", "Austria", promise: "certain",
                forms: [
                    "####################", "#### #### #### #### ####", "####\u{A0}####\u{A0}####\u{A0}####\u{A0}####",
                ],
                en: ["IBAN", "bank account"], de: ["IBAN", "Bankverbindung"],
                draft: { "AT00" + $0.digits(16) }, seals: [sealIBAN]),
            NumberKind(
                "iban", "Germany", promise: "certain",
                forms: ["######################", "#### #### #### #### #### ##"], en: ["IBAN", "account"],
                de: ["IBAN", "Konto"], draft: { "DE00" + $0.digits(18) }, seals: [sealIBAN]),
            NumberKind(
                "iban", "with letters", promise: "certain",
                forms: ["################################", "#### #### #### #### #### #### #### ####"],
                en: ["IBAN"], de: ["IBAN"],
                draft: { dice in
                    switch dice.below(6) {
                    case 0: "GB00" + dice.capitals(4) + dice.digits(14)
                    case 1: "NL00" + dice.capitals(4) + dice.digits(10)
                    case 2: "IT00" + dice.capitals(1) + dice.digits(10) + dice.digits(12)
                    case 3: "FR00" + dice.digits(10) + dice.digits(11) + dice.digits(2)
                    case 4: "IE00" + dice.capitals(4) + dice.digits(14)
                    default: "RO00" + dice.capitals(4) + dice.digits(16)
                    }
                }, seals: [sealIBAN]),
            NumberKind(
                "iban", "neighbours", promise: "certain",
                forms: ["################################", "#### #### #### #### #### #### #### ####"],
                en: ["IBAN", "account number"], de: ["IBAN", "Kontonummer"],
                draft: { dice in
                    let (country, length) = dice.pick([
                        ("CH", 17), ("LI", 17), ("ES", 20), ("CZ", 20), ("SK", 20), ("SE", 20), ("BE", 12), ("HU", 24),
                        ("SI", 15), ("HR", 17), ("PL", 24), ("DK", 14), ("FI", 14), ("NO", 11), ("PT", 21), ("LT", 16),
                    ])
                    return country + "00" + dice.digits(length)
                }, seals: [sealIBAN]),
            NumberKind(
                "austrian-tax-account", promise: "possible", forms: ["##-###/####", "#########"], en: ["tax number"],
                de: ["Steuernummer", "Abgabenkontonummer"],
                draft: { dice in dice.pick(["03", "10", "22", "38", "46", "59", "68", "90", "98"]) + dice.digits(7) },
                seals: [last { (10 - Check.cross($0, [1, 2, 1, 2, 1, 2, 1, 2]) % 10) % 10 }]),
        ]

    private static let cards: [NumberKind] = [
        card("Visa", ["4"], 16), card("Mastercard", ["51", "52", "53", "54", "55"], 16),
        card("Mastercard, new", ["2221", "2345", "2500", "2699", "2720"], 16),
        card("Discover", ["6011", "65", "644"], 16),
        card("JCB", ["3528", "3560", "3589"], 16),
        card("American Express", ["34", "37"], 15, ["###############", "#### ###### #####", "####-######-#####"]),
        card("Diners", ["300", "305", "36", "38"], 14, ["##############", "#### ###### ####"]),
        card("UnionPay", ["62"], 16), card("Maestro", ["5018", "6304", "6759", "6761"], 16),
    ]

    private static func card(
        _ variant: String, _ prefixes: [String], _ length: Int,
        _ forms: [String] = ["################", "#### #### #### ####", "####-####-####-####"]
    ) -> NumberKind {
        NumberKind(
            "payment-card", variant, forms: forms, en: ["credit card", "card number", "Visa/Mastercard"],
            de: ["Kreditkarte", "Kartennummer", "Kreditkartennummer"],
            draft: { dice in
                let prefix = dice.pick(prefixes)
                return prefix + dice.digits(length - prefix.count)
            }, seals: [last { Check.luhn($0) }])
    }

    private static let sealIBAN: @Sendable (String) -> String? = { draft in
        let rest = Check.mod97(draft.dropFirst(4) + draft.prefix(2) + "00")
        return draft.prefix(2) + two(98 - rest) + draft.dropFirst(4)
    }

    /// All kinds.
    package static let all: [NumberKind] = money + identity + nations
}
