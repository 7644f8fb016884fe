/// A detector of an institution's own: the numbers of its staff, the names of its projects, a list of accounts.
public struct CustomDetector: Hashable, Sendable {
    /// What it finds, in words.
    public var description: DetectorDescription
    /// What it recognizes.
    public var rule: Rule
    /// Words that promote what stands near them; capitals do not count, and umlauts stand for their transcriptions, too.
    public var words: [String]
    /// How sure it is without a word nearby; nil when a word has to stand there.
    public var alone: Confidence?
    /// How sure it is with a word nearby.
    public var inContext: Confidence

    /// Puts the parts together; what does not fit is told when a ``DetectorSet`` is made of it.
    public init(
        description: DetectorDescription, rule: Rule, words: [String] = [], alone: Confidence? = nil,
        inContext: Confidence = .likely
    ) {
        self.description = description
        self.rule = rule
        self.words = words
        self.alone = alone
        self.inContext = inContext
    }

    /// What a custom detector recognizes.
    public enum Rule: Hashable, Sendable {
        /// A pattern, and the algorithm by which its last characters check the others, if any.
        case pattern(CustomPattern, check: CheckAlgorithm? = nil)
        /// One of some words or numbers; capitals do not count.
        case values([String])
        /// A word or number that begins with one of these and has at least one character more.
        case prefixes([String])
    }
}

/// An algorithm by which some characters of a number check the others.
public enum CheckAlgorithm: String, Hashable, Sendable, CaseIterable {
    /// ISO/IEC 7812-1: payment cards.
    case luhn
    /// ISO 7064, mod 97-10: the whole number, letters as 10 to 35, has the remainder 1.
    case mod97 = "mod-97-10"
    /// ISO 7064, mod 11,10.
    case mod11Comma10 = "mod-11-10"
    /// ISO 7064, mod 11-2; the last character may be `X`.
    case mod11Dash2 = "mod-11-2"
    /// J. Verhoeff, 1969.
    case verhoeff
    /// ICAO Doc 9303-3, 4.9: weights 7, 3, 1.
    case travelDocument = "icao-9303"

    /// Whether the characters hold.
    func holds(_ symbols: Symbols) -> Bool {
        guard symbols.count >= 2 else { return false }
        switch self {
        case .luhn: return symbols.areDigits && holdsLuhn(symbols)
        case .mod97: return remainderBy97(symbols) == 1
        case .mod11Comma10: return symbols.areDigits && holdsMod11Comma10(symbols)
        case .mod11Dash2: return symbols.areDigits(0..<symbols.count - 1) && holdsMod11Dash2(symbols)
        case .verhoeff: return symbols.areDigits && holdsVerhoeff(symbols)
        case .travelDocument:
            let last = symbols[symbols.count - 1]
            return last.isDigit && travelDocumentDigit(symbols.slice(0..<symbols.count - 1)) == last.digitValue
        }
    }
}
