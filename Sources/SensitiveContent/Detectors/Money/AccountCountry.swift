/// How a country's account numbers look inside an IBAN.
///
/// Source: the IBAN registry of SWIFT, release 101 (ISO 13616): n is a digit, a a letter, c either.
struct AccountCountry: Sendable {
    /// The number of characters of the whole IBAN.
    let length: Int
    private let classes: [UInt8]

    /// The country of two capitals; nil when it has no IBAN.
    static func of(_ first: UInt8, _ second: UInt8) -> AccountCountry? {
        guard first.isUpperCase, second.isUpperCase else { return nil }
        return table[Int(first - 0x41) * 26 + Int(second - 0x41)]
    }

    /// The number of characters of an IBAN of the country of two capitals; 0 when it has none.
    @inline(__always)
    static func length(_ first: UInt8, _ second: UInt8) -> Int {
        guard first.isUpperCase, second.isUpperCase else { return 0 }
        return Int(lengths.span[Int(first - 0x41) * 26 + Int(second - 0x41)])
    }

    /// How many characters tell the bank, where countries write them apart from the account (registry of SWIFT, release
    /// 101); nil for the others.
    static func bankWidth(_ first: UInt8, _ second: UInt8) -> Int? {
        switch (first, second) {
        case (UInt8(ascii: "A"), UInt8(ascii: "T")), (UInt8(ascii: "C"), UInt8(ascii: "H")),
            (UInt8(ascii: "L"), UInt8(ascii: "I")):
            5
        case (UInt8(ascii: "D"), UInt8(ascii: "E")), (UInt8(ascii: "P"), UInt8(ascii: "L")): 8
        case (UInt8(ascii: "C"), UInt8(ascii: "Z")), (UInt8(ascii: "S"), UInt8(ascii: "K")),
            (UInt8(ascii: "N"), UInt8(ascii: "L")), (UInt8(ascii: "D"), UInt8(ascii: "K")),
            (UInt8(ascii: "N"), UInt8(ascii: "O")):
            4
        default: nil
        }
    }

    /// Whether symbols in capitals are an account number of the country, with its check digits.
    func isNumber(_ symbols: Symbols) -> Bool {
        guard symbols.count == length, symbols[2].isDigit, symbols[3].isDigit, accepts(symbols) else { return false }
        var moved = symbols.slice(4..<length)
        moved.append(symbols.slice(0..<4))
        return remainderBy97(moved) == 1
    }

    /// Whether the characters after the first four are of the right kind.
    private func accepts(_ symbols: Symbols) -> Bool {
        for (offset, kind) in classes.enumerated() {
            let symbol = symbols[4 + offset]
            switch kind {
            case UInt8(ascii: "n"): guard symbol.isDigit else { return false }
            case UInt8(ascii: "a"): guard symbol.isUpperCase else { return false }
            default: break
            }
        }
        return true
    }

    private init(_ structure: Substring) {
        var classes: [UInt8] = []
        var count = 0
        for byte in structure.utf8 {
            if byte.isDigit {
                count = count * 10 + byte.digitValue
            } else {
                classes += Array(repeating: byte, count: count)
                count = 0
            }
        }
        self.classes = classes
        length = classes.count + 4
    }

    private static let table: [AccountCountry?] = {
        var table = [AccountCountry?](repeating: nil, count: 26 * 26)
        for row in registry.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
            let parts = row.split(separator: " ")
            guard parts.count == 2 else { continue }
            let letters = Array(parts[0].utf8)
            table[Int(letters[0] - 0x41) * 26 + Int(letters[1] - 0x41)] = AccountCountry(parts[1])
        }
        return table
    }()

    private static let lengths: [UInt8] = table.map { UInt8($0?.length ?? 0) }
}

private let registry = """
    AD 8n12c, AE 19n, AL 8n16c, AT 16n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c, BI 23n, BR 23n1a1c,
    BY 4c4n16c, CH 5n12c, CR 18n, CY 8n16c, CZ 20n, DE 18n, DJ 23n, DK 14n, DO 4c20n, EE 16n, EG 25n, ES 20n,
    FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, GB 4a14n, GE 2a16n, GI 4a15c, GL 14n, GR 7n16c, GT 24c, HN 4a20n,
    HR 17n, HU 24n, IE 4a14n, IL 19n, IQ 4a15n, IS 22n, IT 1a10n12c, JO 4a4n18c, KW 4a22c, KZ 3n13c, LB 4n20c,
    LC 4a24c, LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n, MC 10n11c2n, MD 20c, ME 18n, MK 3n10c2n, MN 16n,
    MR 23n, MT 4a5n18c, MU 4a19n3a, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, PK 4a16c, PL 24n, PS 4a21c, PT 21n,
    QA 4a21c, RO 4a16c, RS 18n, RU 14n15c, SA 2n18c, SC 4a20n3a, SD 14n, SE 20n, SI 15n, SK 20n, SM 1a10n12c,
    SO 19n, ST 21n, SV 4a20n, TL 19n, TN 20n, TR 6n16c, UA 6n19c, VA 18n, VG 4a16n, XK 16n, YE 4a4n18c
    """
