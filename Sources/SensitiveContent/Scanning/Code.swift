/// Letters and digits from one position of a text on, with single separators between groups left out.
///
/// A prefix of it that ends where a group ends may be a number that somebody wrote in groups.
struct Code: Sendable {
    /// The characters, letters as capitals.
    private(set) var symbols = Symbols()
    /// Bit n is set when a group ends after n characters.
    private(set) var ends: UInt64 = 0
    /// Those of them behind which only another group of four is one of the same number.
    private var looseEnds: UInt64 = 0
    /// Those of them where a line ends, too.
    private var lineEnds: UInt64 = 0
    /// Where in the window it begins.
    let start: Int
    /// Whether digits and one separator stand right before.
    let isChainedBefore: Bool
    private var separators = InlineArray<48, UInt8>(repeating: 0)
    private var positions = InlineArray<48, UInt8>(repeating: 0)

    static let longest = 34
    /// So many bytes it takes at most with all that stands between its groups.
    private static let longestWritten = 255
    /// No number has more groups; a row of figures has.
    static let mostGroups = 9

    /// The ends of groups in the code that begins at a position, without gathering it.
    struct Ends {
        /// As ``Code/ends``.
        var all: UInt64 = 0
        /// Those behind which the bytes let a number end.
        var clean: UInt64 = 0

        /// Looks for them.
        /// - Parameters:
        ///   - text: The window.
        ///   - start: Where the first character stands.
        ///   - commaEndsCell: Whether a comma separates values and is no decimal sign.
        ///   - isAccount: Whether groups can be joined as only those of an account number are.
        ///   - ownLength: After so many characters it may end in the middle of a token; 0 when it may not.
        ///   - lengths: The lengths that are asked about, as bits; it is not followed beyond the longest.
        init(
            _ text: Span<UInt8>, at start: Int, commaEndsCell: Bool, isAccount: Bool, ownLength: Int, lengths: UInt64
        ) {
            let longest = Code.longest(of: lengths)
            var length: UInt64 = 0
            var groups = 0
            var position = start
            var mayBeAccount = isAccount
            let limit = min(text.count, start + Code.longestWritten)
            while position < limit, length < longest, text[position].isLetterOrDigit {
                // Behind its country, an account number has two check digits.
                if length == 2 || length == 3, !text[position].isDigit { mayBeAccount = false }
                length += 1
                position += 1
                let next = text.byte(position)
                if next.isLetterOrDigit {
                    if length == ownLength { all |= 1 << length }
                    continue
                }
                all |= 1 << length
                groups += 1
                if Code.isClean(text, after: position, commaEndsCell: commaEndsCell) { clean |= 1 << length }
                let width = Separator.between(text, position, isAccount: mayBeAccount).width
                guard width > 0, groups < Code.mostGroups else { break }
                position += width
            }
        }
    }

    /// Gathers a code.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where the first character stands.
    ///   - isAccount: Whether groups can be joined as only those of an account number are.
    ///   - lengths: The lengths that are asked about, as bits; it is followed up to the character behind the longest.
    init(_ text: Span<UInt8>, at start: Int, isAccount: Bool, lengths: UInt64) {
        self.start = start
        isChainedBefore = text.byte(start - 1) == UInt8(ascii: " ") && text.byte(start - 2).isDigit
        var position = start
        let limit = min(text.count, start + Self.longestWritten)
        let longest = min(Self.longest(of: lengths) + 1, Self.longest)
        while position < limit, symbols.count < longest {
            let byte = text[position]
            guard byte.isLetterOrDigit else { break }
            positions[symbols.count] = UInt8(position - start)
            symbols.append(byte.upperCased)
            position += 1
            let next = text.byte(position)
            if next.isLetterOrDigit { continue }
            ends |= 1 << UInt64(symbols.count)
            let (width, isLoose) = Separator.between(text, position, isAccount: isAccount)
            guard width > 0 else { break }
            if isLoose { looseEnds |= 1 << UInt64(symbols.count) }
            if (position..<position + width).contains(where: { text[$0] == 0x0A }) {
                lineEnds |= 1 << UInt64(symbols.count)
            }
            guard ends.nonzeroBitCount < Self.mostGroups else { break }
            separators[symbols.count] =
                isLoose || next == 0xC2 || next == 0xC3 || next == 0xE2 || next == 0xE3 || next == 0xEF || next == 0x0A
                    || next == 0x0D
                ? 0x20 : next
            position += width
        }
    }

    /// The longest of some lengths that are written as bits.
    @inline(__always)
    private static func longest(of lengths: UInt64) -> Int { max(0, UInt64.bitWidth - 1 - lengths.leadingZeroBitCount) }

    /// Where a prefix ends in the window.
    func end(_ length: Int) -> Int { start + Int(positions.span[length - 1]) + 1 }

    /// Where groups end inside a prefix, as bits; 0 when it is written in one piece.
    @inline(__always)
    func breaks(_ length: Int) -> UInt64 { ends & ((1 << UInt64(length)) - 1) }

    /// Whether a prefix is written in one piece or in groups of the given sizes, with one and the same separator.
    func isGrouped(_ length: Int, _ groups: [Int]...) -> Bool {
        let found = breaks(length)
        guard found != 0 else { return true }
        guard let separator = separator(length) else { return false }
        return separator != 0
            && groups.contains { groupBreaks($0) == found }
    }

    /// The separator between all groups of a prefix; 0 without any, nil when they differ.
    func separator(_ length: Int) -> UInt8? {
        var found: UInt8 = 0
        var rest = breaks(length)
        while rest != 0 {
            let separator = separators.span[rest.trailingZeroBitCount]
            if found != 0, found != separator { return nil }
            found = separator
            rest &= rest - 1
        }
        return found
    }

    /// Whether the groups of a prefix are those that people write account numbers in.
    ///
    /// They are one piece, groups of four of which one may be cut, the country's, the bank's and the account's, groups of one size, or two or three of
    /// any with the same between them. Rows of figures are cut at other places, by blanks here and by decimal points there.
    /// - Parameters:
    ///   - length: How long the prefix is.
    ///   - bankWidth: How many characters tell the bank, if it is known.
    /// - Returns: True when they are.
    func isLaidOutAsAccount(_ length: Int, bankWidth: Int?) -> Bool {
        let fours: UInt64 = 0x1_1111_1110 & ((1 << UInt64(length)) - 1)
        // A line may end anywhere.
        let found = breaks(length) & ~(lineEnds & ~fours)
        if found == 0 || found == fours && !isInCells(found) { return true }
        let isSame = separator(length) != nil
        let country: UInt64 = 1 << 2
        let parts = country | 1 << 4 | 1 << UInt64(4 + (bankWidth ?? 0))
        if isInCells(found) {
            // A bank that is told by four characters could be a year.
            if let bankWidth, bankWidth > 4, found | country == parts { return true }
            return found == fours && (found & looseEnds != 0 || isSame)
        }
        if found & ~parts == 0 { return true }
        // A narrow cell may have cut a group of four.
        if found & fours == fours, (found & ~fours).nonzeroBitCount == 1, separator(length) == 0x20 { return true }
        guard isSame else { return found == country | fours }
        if found & ~(country | fours) == 0 || isEven(found, length) { return true }
        return found.nonzeroBitCount <= 2 && found & (1 << 1 | 1 << 3) == 0
    }

    /// Whether groups are cells or something like it: then only those of four characters are one number.
    private func isInCells(_ breaks: UInt64) -> Bool {
        if breaks & looseEnds != 0 { return true }
        var rest = breaks
        while rest != 0 {
            if Separator.cells.contains(separators.span[rest.trailingZeroBitCount]) { return true }
            rest &= rest - 1
        }
        return false
    }

    /// Whether all groups behind the country and its check digits have one size, or all groups, but for the last, which may be
    /// shorter.
    private func isEven(_ breaks: UInt64, _ length: Int) -> Bool {
        var end = breaks.trailingZeroBitCount
        var rest = breaks & (breaks - 1)
        let size = rest.trailingZeroBitCount - end
        guard size >= 3, end == 2 || end == 4 || end == size else { return false }
        while rest != 0 {
            guard rest.trailingZeroBitCount - end == size else { return false }
            end = rest.trailingZeroBitCount
            rest &= rest - 1
        }
        return length - end <= size
    }

    /// The separator after so many characters; 0 when there is none.
    func separator(after length: Int) -> UInt8 { separators.span[length] }

    /// Whether a digit and the separator that the prefix itself uses follow it.
    func isChainedAfter(_ length: Int) -> Bool {
        length < symbols.count && ends & (1 << UInt64(length)) != 0 && symbols[length].isDigit
            && separators.span[length] == 0x20
    }

    /// Whether the bytes before a position let a number begin there: no decimal point, no longer name.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: The position.
    ///   - commaEndsCell: Whether a comma separates values and is no decimal sign.
    /// - Returns: True when it may begin there.
    static func isClean(_ text: Span<UInt8>, before start: Int, commaEndsCell: Bool) -> Bool {
        let previous = text.byte(start - 1)
        let earlier = text.byte(start - 2)
        switch previous {
        case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "+"), UInt8(ascii: "~"),
            UInt8(ascii: "$"), UInt8(ascii: "%"):
            return false
        case UInt8(ascii: "-"), UInt8(ascii: "/"): return !earlier.isLetterOrDigit
        case UInt8(ascii: "."): return !earlier.isDigit
        // The number of a field stands between colons (MT940).
        case UInt8(ascii: ":"): return !earlier.isDigit || text.byte(start - 4) == UInt8(ascii: ":")
        case UInt8(ascii: ","): return commaEndsCell || !earlier.isDigit
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return isEscape(text, at: start - 2)
        default: return !previous.isLetterOrDigit && !(previous >= 0xC3 && previous < 0xE2)
        }
    }

    /// Whether the end of a line or a tab is written here as programs do.
    static func isEscape(_ text: Span<UInt8>, at position: Int) -> Bool {
        guard text.byte(position) == UInt8(ascii: "\\"), text.byte(position - 1) != UInt8(ascii: "\\") else {
            return false
        }
        return switch text.byte(position + 1) {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): true
        default: false
        }
    }

    /// Whether the bytes at a position let a number end before it.
    @inline(__always)
    private static func isClean(_ text: Span<UInt8>, after end: Int, commaEndsCell: Bool) -> Bool {
        let next = text.byte(end)
        switch next {
        case UInt8(ascii: " "): return true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"):
            return !text.byte(end + 1).isLetterOrDigit
        case UInt8(ascii: ","): return commaEndsCell || !text.byte(end + 1).isDigit
        case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "%"): return false
        case UInt8(ascii: "\\"): return isEscape(text, at: end)
        default: return !next.isLetterOrDigit && next < 0xC3 || next == 0xE2
        }
    }
}
