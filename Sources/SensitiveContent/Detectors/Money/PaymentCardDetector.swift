internal import StorageModel

/// Numbers of credit and debit cards.
struct PaymentCardDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "payment-card", tag: "financial", english: "payment card", german: "Zahlungskarte")
    }
    var triggers: [Trigger] { [.digits([12, 13, 14, 15, 16, 17, 18, 19])] }
    var groupings: [[Int]]? { [[4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3], [6, 13], [4, 4, 4, 4, 2]] }
    var words: [String] {
        [
            "credit card", "creditcard", "credit card number", "card number", "card no", "cardnumber", "debit card",
            "visa", "mastercard", "amex", "american express", "maestro", "diners club", "kreditkarte", "kreditkarten",
            "kreditkartennummer", "kreditkartennr", "kartennummer", "kartennr", "karte nr", "bankomatkarte",
            "debitkarte",
            "bankkarte", "cardholder", "karteninhaber", "payment card", "pan", "unionpay", "jcb", "kk nr",
            "zahlungskarte",
        ]
    }
    // Numbers that the networks publish for tests.
    var samples: [String] {
        [
            "4111111111111111", "4242424242424242", "4012888888881881", "4222222222222", "4000056655665556",
            "5555555555554444", "5105105105105100", "5200828282828210", "2223003122003222", "2223000048400011",
            "378282246310005", "371449635398431", "378734493671000", "30569309025904", "38520000023237",
            "36227206271667",
            "6011111111111117", "6011000990139424", "3530111333300000", "3566002020360505", "6200000000000005",
            "4444333322221111", "4000000000000002", "4917610000000000", "5424000000000015", "4007000000027",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        guard code.symbols.areDigits(0..<length),
            code.isGrouped(length, [4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3], [6, 13], [4, 4, 4, 4, 2])
        else { return nil }
        // Dots and slashes separate other numbers than these.
        guard let separator = code.separator(length), [0, 0x20, 0x2D].contains(separator) else { return nil }
        let symbols = code.symbols.slice(0..<length)
        guard let network = CardNetwork(symbols), holdsLuhn(symbols), symbols.variety >= 4 else {
            return isUniform(code.symbols.slice(0..<length)) ? sample(code, length) : nil
        }
        let isGrouped = code.breaks(length) != 0
        var match = Match(
            code.start, code.end(length), alone: network.needsContext ? nil : isGrouped ? .likely : .possible,
            inContext: .likely, mask: .ends(0, 4), consumes: isGrouped && !network.needsContext)
        match.isChained = isGrouped && isSeries(symbols)
        return match
    }

    func judge(_ match: Match, in surroundings: Surroundings) -> Confidence? {
        guard let usual = surroundings.usual(match) else { return nil }
        // A card's companions, its month and the number on its back, are found with nothing else.
        let hasCompanion = surroundings.near.contains(.cardCompanion) && !surroundings.isInTable
        return surroundings.hasContext && hasCompanion ? .certain : usual
    }

    func conclude(_ document: inout DocumentReading) {
        // Chance does not meet the check digit, the issuer and a word nearby twice.
        if document.distinct(description.id, atLeast: .likely) >= 2 {
            document.move(description.id, from: .likely, to: .certain)
        }
    }

    /// Whether two of four groups are almost the same number, as in lists of atoms: `4722 1850 4719 4723`.
    private func isSeries(_ symbols: Symbols) -> Bool {
        guard symbols.count == 16 else { return false }
        let groups = (0..<4).map { symbols.number($0 * 4..<$0 * 4 + 4) }.sorted()
        return zip(groups, groups.dropFirst()).contains { $1 - $0 <= 8 }
    }

    private func isUniform(_ symbols: Symbols) -> Bool {
        symbols.count == 16 && symbols.variety <= 3 && CardNetwork(symbols) != nil && holdsLuhn(symbols)
    }

    /// A number of hardly any different digits is made up.
    private func sample(_ code: Code, _ length: Int) -> Match? {
        Match(code.start, code.end(length), inContext: .possible, isSample: true)
    }
}

/// Who issues cards, by the first digits and the length.
///
/// Source: ISO/IEC 7812 and the ranges that the networks publish.
enum CardNetwork: Hashable, Sendable {
    case visa, mastercard, amex, diners, jcb, discover, maestro, unionPay

    /// The network of a number; nil when none has such numbers.
    init?(_ symbols: Symbols) {
        guard symbols.count >= 12 else { return nil }
        let two = symbols.number(0..<2)
        let three = symbols.number(0..<3)
        let four = symbols.number(0..<4)
        let six = symbols.number(0..<6)
        switch symbols.count {
        case 13 where symbols.digit(0) == 4, 16 where symbols.digit(0) == 4, 19 where symbols.digit(0) == 4:
            self = .visa
        case 16 where 51...55 ~= two || 222_100...272_099 ~= six: self = .mastercard
        case 15 where two == 34 || two == 37: self = .amex
        case 14 where 300...305 ~= three || two == 36 || two == 38 || two == 39: self = .diners
        case 16 where 3528...3589 ~= four: self = .jcb
        case 16 where four == 6011 || 644...649 ~= three || two == 65: self = .discover
        case 12...19 where [5018, 5020, 5038, 6304, 6759, 6761, 6762, 6763].contains(four): self = .maestro
        case 16...19 where two == 62: self = .unionPay
        default: return nil
        }
    }

    /// Whether so many numbers begin like it that a word has to stand nearby.
    var needsContext: Bool { self == .maestro || self == .unionPay }
}
