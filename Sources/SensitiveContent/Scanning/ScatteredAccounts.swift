/// Finds account numbers in a text whose parts may stand apart, as characters in boxes, down a page or around a stamp do.
///
/// A number is told by its country, its length and its check digits, and by where it is cut: between all of its
/// characters, between groups of four, or once.
public struct ScatteredAccounts: Sendable {
    /// The numbers that were found, without blanks.
    public private(set) var found: Set<[UInt8]> = []
    /// Those among them that no reading of the text as it is finds.
    public private(set) var scattered: Set<[UInt8]> = []
    /// Whether something begins as a number does, and goes on as something else.
    public private(set) var hasBeginning = false
    /// The end of what was read, in which a number may begin.
    private var rest = Self.start

    /// What ends no word stands before the first one.
    private static let start: [UInt8] = [0x20]
    /// The longest number with gaps.
    private static let reach = 34 * (Letters.widestGap + 1)
    private static let most = 10_000

    /// Begins with nothing found.
    public init() {}

    /// Reads the next piece of a text in UTF-8.
    public mutating func read(_ piece: [UInt8], isLast: Bool = false) {
        let bytes = rest + piece
        let end = isLast ? bytes.count : max(0, bytes.count - Self.reach)
        let text = bytes.span
        // The first byte was looked at already.
        var at = 1
        while at < end {
            guard text[at].isUpperCase, !text.byte(at - 1).isLetterOrDigit else {
                at += 1
                continue
            }
            at = meet(text, at)
        }
        rest = isLast ? Self.start : Array(bytes[(at - 1)...])
    }

    /// Looks at a capital that begins a word.
    /// - Returns: Where to look for another.
    private mutating func meet(_ text: Span<UInt8>, _ start: Int) -> Int {
        guard let letters = Letters(text, from: start) else { return start + 1 }
        guard letters.isWhole, letters.isAccount else {
            if letters.isBeginning { hasBeginning = true }
            return start + 1
        }
        guard found.count < Self.most else { return letters.end }
        found.insert(letters.symbols)
        if letters.isScattered { scattered.insert(letters.symbols) }
        return letters.end
    }
}

/// The characters that may be an account number, and what stands between them.
private struct Letters {
    private(set) var symbols: [UInt8] = []
    private(set) var end: Int
    private let country: AccountCountry
    /// After how many characters there are blanks.
    private var gaps: [Int] = []
    /// Of those in the middle of groups of four, where a line ends.
    private var lineEnds: [Int] = []
    private var hasLineBreak = false
    /// Whether the country and its check digits are the last of their line.
    private var endsLineAtOnce = false
    private var hasPageBreak = false
    private var isEnded = false
    private var endsLine = false
    /// Whether it is a line that comes after one that ends with a digit, as where lines stand the other way round.
    private var isLineBehindDigit = false

    init?(_ text: Span<UInt8>, from start: Int) {
        end = start
        guard let second = Self.next(text, from: start + 1), text[second].isUpperCase,
            let country = AccountCountry.of(text[start], text[second])
        else { return nil }
        self.country = country
        var position = start
        while symbols.count < country.length {
            symbols.append(text[position])
            end = position + 1
            guard let next = Self.next(text, from: end), text[next].isDigit || text[next].isUpperCase else { break }
            if symbols.count < country.length, next > end { noteGap(text, end..<next) }
            position = next
        }
        isEnded = !text.byte(end).isLetterOrDigit
        var next = end
        while text.byte(next) >= 0x80, next < end + Self.widestGap { next += 1 }
        endsLine = text.byte(next) == 0x0A
        isLineBehindDigit = endsLine && Self.digitEndsLine(text, before: start)
    }

    private static func digitEndsLine(_ text: Span<UInt8>, before start: Int) -> Bool {
        var position = start - 1
        while position > start - widestGap, text.byte(position) == 0x0A { position -= 1 }
        return position < start - 1 && text.byte(position).isDigit
    }

    private mutating func noteGap(_ text: Span<UInt8>, _ range: Range<Int>) {
        gaps.append(symbols.count)
        for place in range where text[place] == 0x0C { hasPageBreak = true }
        guard range.contains(where: { text[$0] == 0x0A }) else { return }
        hasLineBreak = true
        if symbols.count == 4 { endsLineAtOnce = true }
        if symbols.count % 4 != 0 { lineEnds.append(symbols.count) }
    }

    /// The next letter or digit behind a few blanks, or signs that are no ASCII.
    private static func next(_ text: Span<UInt8>, from start: Int) -> Int? {
        var position = start
        var signs = 0
        while position < text.count, text[position] <= 0x20 || text[position] >= 0x80 {
            // Marks of direction and other signs have several bytes.
            if text[position] < 0x80 || text[position] >= 0xC0 { signs += 1 }
            guard signs <= mostSigns else { return nil }
            position += 1
        }
        return text.byte(position).isLetterOrDigit ? position : nil
    }

    private static let mostSigns = 4
    fileprivate static let widestGap = 3 * mostSigns

    /// Whether so many characters stand there as the country's numbers have, cut where one may be.
    var isWhole: Bool {
        symbols.count == country.length && isEnded
            && (isInLetters || gaps.allSatisfy { $0 % 4 == 0 || lineEnds == [$0] } || gaps.count == 1 && gaps[0] > 4
                || isBankAndAccount)
    }

    /// Whether it is cut as tables with a column for the bank and one for the account do.
    private var isBankAndAccount: Bool {
        guard let bankWidth = AccountCountry.bankWidth(symbols[0], symbols[1]) else { return false }
        return bankWidth > 4 && gaps == [4, 4 + bankWidth]
    }

    var isAccount: Bool {
        var number = Symbols()
        for symbol in symbols { number.append(symbol) }
        return country.isNumber(number)
    }

    /// Whether most characters stand alone.
    private var isInLetters: Bool { gaps.count * 4 >= (symbols.count - 1) * 3 }

    /// Characters that all stand alone in one line are read as they are.
    var isScattered: Bool { hasPageBreak || isInLetters && (hasLineBreak || gaps.count < symbols.count - 1) }

    /// Whether it begins as a number in one piece, in groups or in letters does, or is a country alone in its line.
    var isBeginning: Bool {
        guard symbols.count >= 4 else { return symbols.count == 2 && isLineBehindDigit }
        guard symbols[2].isDigit, symbols[3].isDigit else { return false }
        let first = gaps.first ?? symbols.count
        guard first >= 4 else { return gaps.count >= 4 && (hasLineBreak || first != 2) }
        return symbols.count < 6
            ? endsLine || endsLineAtOnce : symbols.count >= 8 || symbols[4...].allSatisfy(\.isDigit)
    }
}
