internal import StorageModel

/// International bank account numbers.
struct IBANDetector: Detector {
    var description: DetectorDescription {
        DetectorDescription(
            id: "iban", tag: "financial", english: "bank account (IBAN)", german: "Bankkonto (IBAN)")
    }
    var standsAnywhere: Bool { true }
    var triggers: [Trigger] { [.letters(2, Array(15...34))] }
    var words: [String] {
        [
            "iban", "account", "account number", "bank", "bank account", "bank details", "konto", "kontonummer",
            "bankverbindung", "lautend auf", "kontoverbindung", "bankkonto", "überweisung", "zahlungsempfänger",
            "kontoinhaber", "wire transfer", "beneficiary",
        ]
    }
    // Examples of the registry and of the banks' own pages.
    var samples: [String] {
        [
            "DE89370400440532013000", "AT611904300234573201", "CH9300762011623852957", "GB29NWBK60161331926819",
            "GB82WEST12345698765432", "FR1420041010050500013M02606", "NL91ABNA0417164300", "ES9121000418450200051332",
            "IT60X0542811101000000123456", "BE68539007547034", "LI21088100002324013AA", "CZ6508000000192000145399",
            "HU42117730161111101800000000", "SK3112000000198742637541", "SI56263300012039086",
            "PL61109010140000071219812874",
            "HR1210010051863000160", "SE4550000000058398257466", "DK5000400440116243", "FI2112345600000785",
            "NO9386011117947", "LU280019400644750000", "IE29AIBK93115212345678", "PT50000201231234567890154",
            "RO49AAAA1B31007593840000", "DE02120300000000202051", "AT022050302101023600",
        ]
    }

    func examine(_ code: Code, _ length: Int, in text: Span<UInt8>) -> Match? {
        let symbols = code.symbols
        // Nobody writes a country as `lI`.
        guard text.byte(code.start).isUpperCase || !text.byte(code.start + 1).isUpperCase else { return nil }
        guard symbols[2].isDigit, symbols[3].isDigit, let country = AccountCountry.of(symbols[0], symbols[1]),
            country.length == length,
            code.isLaidOutAsAccount(length, bankWidth: AccountCountry.bankWidth(symbols[0], symbols[1])),
            country.isNumber(symbols.slice(0..<length))
        else { return nil }
        return Match(
            code.start, code.end(length), alone: .certain, inContext: .certain, mask: .ends(2, 4), consumes: true)
    }
}
