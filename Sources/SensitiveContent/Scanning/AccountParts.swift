/// Puts an account number together whose parts stand in neighbouring texts of a document: in runs of other looks, as words
/// that a program recognized, as letters that were drawn one by one.
///
/// Other figures stand beside each other, too: of what joins to an account number with the right length and check digits,
/// only what is cut the way such numbers are is taken for one.
public struct AccountParts: Sendable {
    /// A number whose end is still to come.
    fileprivate struct Begun {
        var symbols: [UInt8]
        /// The key that its first part stood under.
        let key: Int
        /// Whether other text stands before it, or the key is one of running text: then it may be cut anywhere.
        let isInText: Bool
        var parts = 1
        /// Whether all parts have one character, or four of them.
        var isInOnes: Bool
        var isInFours: Bool
        /// How many texts came since its last part.
        var distance = 0
    }

    private var begun: [Begun] = []

    private static let most = 8
    private static let farthest = 64
    /// A number in running text has no more parts.
    fileprivate static let mostRuns = 3
    fileprivate static let longestPart = 64

    /// Begins with no parts.
    public init() {}

    /// Takes the next text.
    /// - Parameters:
    ///   - text: The text.
    ///   - key: What it stands under; parts of a number stand under the same, or right behind each other.
    ///   - isRun: Whether what stands there is running text, cut where its look changes.
    ///   - mayEnd: Whether it can end a number; what stands in one passage is joined there.
    /// - Returns: The account number that ends in it.
    public mutating func take(_ text: Span<UInt8>, under key: Int, isRun: Bool = false, mayEnd: Bool = true) -> [UInt8]?
    {
        if !begun.isEmpty, mayEnd {
            let part = Part(beginningOf: text)
            // Blank text parts nothing.
            guard !part.symbols.isEmpty || text.count > Self.longestPart || !Self.isBlank(text) else { return nil }
            if let number = goOn(with: part, under: key) {
                begun = []
                return number
            }
        }
        begin(text, under: key, isRun: isRun)
        return nil
    }

    private static func isBlank(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] > 0x20 { return false }
        return true
    }

    private mutating func begin(_ text: Span<UInt8>, under key: Int, isRun: Bool) {
        guard let (symbols, hasTextBefore) = Self.end(of: text) else { return }
        if begun.count == Self.most { begun.removeFirst() }
        begun.append(
            Begun(
                symbols: symbols, key: key, isInText: isRun || hasTextBefore, isInOnes: symbols.count == 1,
                isInFours: symbols.count == 4))
    }

    /// Adds a part to the numbers that were begun.
    /// - Returns: The one that it completes.
    private mutating func goOn(with part: Part, under key: Int) -> [UInt8]? {
        var others: [Begun] = []
        for var begun in begun {
            let isSame = begun.key == key
            if isSame || begun.distance == 0 {
                if let number = begun.completed(with: part, isSame: isSame) { return number }
                var longer = begun
                if longer.add(part, isSame: isSame) { others.append(longer) }
                if isSame { continue }
            }
            begun.distance += 1
            if begun.distance <= Self.farthest { others.append(begun) }
        }
        begun = others.suffix(Self.most)
        return nil
    }

    // MARK: Texts

    /// The letters and digits that a text begins with.
    fileprivate struct Part {
        private(set) var symbols: [UInt8] = []
        /// Whether nothing else is in the text.
        private(set) var isWhole = false
        /// Bit n is set when a word ends after n of them.
        private var ends: UInt64 = 0

        init(beginningOf text: Span<UInt8>) {
            var index = 0
            while index < min(text.count, AccountParts.longestPart) {
                let byte = text[index]
                if byte.isDigit || byte.isUpperCase {
                    guard symbols.count < Code.longest else { return }
                    symbols.append(byte)
                    if !text.byte(index + 1).isLetterOrDigit { ends |= 1 << UInt64(symbols.count) }
                } else if !AccountParts.isBlank(text, index) {
                    return
                }
                index += 1
            }
            isWhole = index == text.count
        }

        /// Whether there are so many, with nothing between them.
        func isOneGroup(of count: Int) -> Bool { symbols.count == count && ends == 1 << UInt64(count) }

        func ends(after count: Int) -> Bool { count <= symbols.count && ends & (1 << UInt64(count)) != 0 }
    }

    /// Whether a byte is one of a blank or a hyphen between groups.
    private static func isBlank(_ text: Span<UInt8>, _ index: Int) -> Bool {
        switch text[index] {
        case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "-"): true
        case 0xC2: text.byte(index + 1) == 0xA0
        case 0xA0: text.byte(index - 1) == 0xC2
        default: false
        }
    }

    /// Whether a text ends with the beginning of an account number, which goes on in what follows.
    public static func isBegun(by text: Span<UInt8>) -> Bool { beginning(endedBy: text) != nil }

    /// The beginning of an account number that a text ends with, without blanks; nil when it ends with none.
    public static func beginning(endedBy text: Span<UInt8>) -> [UInt8]? {
        guard let symbols = end(of: text)?.symbols, symbols.count > 1 else { return nil }
        return symbols
    }

    /// Whether two capitals are those of a country that has account numbers.
    public static func isCountry(_ first: UInt8, _ second: UInt8) -> Bool { AccountCountry.length(first, second) > 0 }

    /// The beginning of an account number that a text ends with, and whether other text stands before it.
    private static func end(of text: Span<UInt8>) -> (symbols: [UInt8], hasTextBefore: Bool)? {
        var index = text.count - 1
        while index >= max(0, text.count - longestPart) {
            let byte = text[index]
            if byte.isUpperCase, !text.byte(index - 1).isLetterOrDigit {
                let end = text.extracting(index...)
                if isBeginning(end) {
                    let symbols = end.indices.map { end[$0] }.filter { $0.isUpperCase || $0.isDigit }
                    let hasTextBefore = !isBlank(text.extracting(..<min(index, longestPart)))
                    return symbols.count >= 4 || hasTextBefore && symbols.count > 1 || symbols.count == 1
                        ? (symbols, hasTextBefore) : nil
                }
            }
            guard byte.isDigit || byte.isUpperCase || isBlank(text, index) else { return nil }
            index -= 1
        }
        return nil
    }

    /// Whether the letters and digits of a text may begin an account number: a country, check digits, and not all that
    /// follows.
    private static func isBeginning(_ text: Span<UInt8>) -> Bool {
        var count = 0
        var first: UInt8 = 0
        var longest = 0
        for index in text.indices where text[index].isUpperCase || text[index].isDigit {
            let symbol = text[index]
            switch count {
            case 0: first = symbol
            case 1:
                guard let country = AccountCountry.of(first, symbol) else { return false }
                longest = country.length - 1
            case 2, 3: guard symbol.isDigit else { return false }
            default: break
            }
            count += 1
        }
        return count == 1 || count <= longest
    }

    // MARK: Numbers

    /// The account number that symbols begin with; nil when they begin none.
    static func number(at symbols: [UInt8]) -> [UInt8]? {
        guard symbols.count >= 4, let country = AccountCountry.of(symbols[0], symbols[1]),
            symbols.count >= country.length
        else { return nil }
        let number = Array(symbols.prefix(country.length))
        var whole = Symbols()
        for symbol in number { whole.append(symbol.upperCased) }
        return country.isNumber(whole) ? number : nil
    }
}

extension AccountParts.Begun {
    /// How many symbols are missing; nil when the country is not known yet.
    private var missing: Int? {
        guard symbols.count >= 2 else { return nil }
        return AccountCountry.of(symbols[0], symbols[1]).map { $0.length - symbols.count }
    }

    /// The account number that a part completes.
    fileprivate func completed(with part: AccountParts.Part, isSame: Bool) -> [UInt8]? {
        guard let missing, part.ends(after: missing) else { return nil }
        let isCutLikeOne =
            isInOnes && missing == 1 || isInFours && (missing <= 4 || parts == 1)
            || isSame && parts < AccountParts.mostRuns && isInText
        return isCutLikeOne ? AccountParts.number(at: symbols + part.symbols.prefix(missing)) : nil
    }

    /// Adds a part that is not the last.
    /// - Returns: Whether the number may go on.
    fileprivate mutating func add(_ part: AccountParts.Part, isSame: Bool) -> Bool {
        guard part.isWhole, part.symbols.count < missing ?? 2 else { return false }
        isInOnes = isInOnes && part.symbols.count == 1
        isInFours = isInFours && part.isOneGroup(of: 4)
        symbols += part.symbols
        parts += 1
        distance = 0
        guard symbols.count < 2 || missing != nil else { return false }
        return isInOnes || isInFours || isSame && isInText && parts < AccountParts.mostRuns
    }
}
