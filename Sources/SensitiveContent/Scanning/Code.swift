/// Letters and digits from one position of a text on, with single separators between groups left out.
///
/// A prefix of it that ends where a group ends may be a number that somebody wrote in groups.
struct Code: Sendable {
    /// The characters, letters as capitals.
    private(set) var symbols = Symbols()
    /// Bit n is set when a group ends after n characters.
    private(set) var ends: UInt64 = 0
    /// Where in the window it begins.
    let start: Int
    /// Whether digits and one separator stand right before.
    let isChainedBefore: Bool
    private var separators = InlineArray<48, UInt8>(repeating: 0)
    private var positions = InlineArray<48, UInt8>(repeating: 0)

    static let longest = 34
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
        ///   - newlineJoins: Whether a line break can stand between two groups.
        init(_ text: Span<UInt8>, at start: Int, commaEndsCell: Bool, newlineJoins: Bool) {
            var length: UInt64 = 0
            var groups = 0
            var position = start
            let limit = min(text.count, start + 200)
            while position < limit, length < longest, text[position].isLetterOrDigit {
                length += 1
                position += 1
                let next = text.byte(position)
                if next.isLetterOrDigit { continue }
                all |= 1 << length
                groups += 1
                if Code.isClean(text, after: position, commaEndsCell: commaEndsCell) { clean |= 1 << length }
                let width = separatorWidth(text, position, newlineJoins: newlineJoins)
                guard width > 0, groups < Code.mostGroups else { break }
                position += width
            }
        }
    }

    /// Gathers a code.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where the first character stands.
    ///   - newlineJoins: Whether a line break can stand between two groups.
    init(_ text: Span<UInt8>, at start: Int, newlineJoins: Bool = false) {
        self.start = start
        isChainedBefore = text.byte(start - 1) == UInt8(ascii: " ") && text.byte(start - 2).isDigit
        var position = start
        let limit = min(text.count, start + 200)
        while position < limit, symbols.count < Self.longest {
            let byte = text[position]
            guard byte.isLetterOrDigit else { break }
            positions[symbols.count] = UInt8(position - start)
            symbols.append(byte.upperCased)
            position += 1
            let next = text.byte(position)
            if next.isLetterOrDigit { continue }
            ends |= 1 << UInt64(symbols.count)
            let width = Self.separatorWidth(text, position, newlineJoins: newlineJoins)
            guard width > 0 else { break }
            guard ends.nonzeroBitCount < Self.mostGroups else { break }
            separators[symbols.count] =
                next == 0xC2 || next == 0xE2 || next == 0xE3 || next == 0xEF || next == 0x0A || next == 0x0D
                ? 0x20 : next
            position += width
        }
    }

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
        case UInt8(ascii: "."), UInt8(ascii: ":"): return !earlier.isDigit
        case UInt8(ascii: ","): return commaEndsCell || !earlier.isDigit
        default: return !previous.isLetterOrDigit && !(previous >= 0xC3 && previous < 0xE2)
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
        case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: "%"):
            return false
        default: return !next.isLetterOrDigit && next < 0xC3 || next == 0xE2
        }
    }

    /// The width of a separator that another group can follow; 0 when there is none.
    @inline(__always)
    private static func separatorWidth(_ text: Span<UInt8>, _ position: Int, newlineJoins: Bool) -> Int {
        switch text.byte(position) {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
            text.byte(position + 1).isLetterOrDigit
                ? 1 : newlineJoins ? widthOfLineBreak(text, position) : 0
        case 0x21...0x7F: newlineJoins ? widthOfWrittenBlank(text, position) : 0
        default: widthOfRareSeparator(text, position, newlineJoins: newlineJoins)
        }
    }

    /// The width of blanks between two groups, among which a line may end, also a quoted one or one of a remark; 0 when
    /// there are none.
    @inline(never)
    private static func widthOfLineBreak(_ text: Span<UInt8>, _ position: Int) -> Int {
        // A hyphen may end a line.
        var end = text.byte(position) == UInt8(ascii: "-") ? position + 1 : position
        var breaks = 0
        while end < position + 12 {
            switch text.byte(end) {
            case 0x0A: breaks += 1
            case 0x20, 0x09, 0x0B...0x0D: break
            case UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "/"):
                if breaks == 0 { return 0 }
            default:
                let isBroken = breaks == 1 || breaks == 0 && text.byte(position) != UInt8(ascii: "-")
                return isBroken && text.byte(end).isLetterOrDigit ? end - position : 0
            }
            end += 1
        }
        return 0
    }

    /// The width of what stands for a blank in TeX, in HTML and in links; 0 when there is none.
    @inline(never)
    private static func widthOfWrittenBlank(_ text: Span<UInt8>, _ position: Int) -> Int {
        let width =
            switch text.byte(position) {
            case UInt8(ascii: "~"), UInt8(ascii: "+"): 1
            case UInt8(ascii: "\\") where text.byte(position + 1) == UInt8(ascii: ","): 2
            case UInt8(ascii: "%") where text.holds("%20", at: position): 3
            case UInt8(ascii: "&") where text.holds("&nbsp;", at: position) || text.holds("&#160;", at: position): 6
            default: 0
            }
        return text.byte(position + width).isLetterOrDigit ? width : 0
    }

    private static let rare: [UInt8] = [
        0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0xAF, 0x90, 0x91, 0x93, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC,
        0xAD,
        0xAE,
    ]

    @inline(never)
    private static func widthOfRareSeparator(_ text: Span<UInt8>, _ position: Int, newlineJoins: Bool) -> Int {
        let width: Int
        switch text.byte(position) {
        // A space that does not break, and a hyphen that shows at the end of a line alone.
        case 0xC2 where [0xA0, 0xAD, 0xB7].contains(text.byte(position + 1)): width = 2
        // What joins words, and marks of bytes and of variants.
        case 0xE2 where text.byte(position + 1) == 0x81 && text.byte(position + 2) == 0xA0: width = 3
        case 0xEF where text.byte(position + 1) == 0xBB && text.byte(position + 2) == 0xBF: width = 3
        case 0xEF where text.byte(position + 1) == 0xB8 && text.byte(position + 2) == 0x8F: width = 3
        // Narrow spaces and those of no width, hyphens that do not break, dashes, and marks of direction.
        case 0xE2 where text.byte(position + 1) == 0x80 && Self.rare.contains(text.byte(position + 2)): width = 3
        // The blank between characters of full width.
        case 0xE3 where text.byte(position + 1) == 0x80 && text.byte(position + 2) == 0x80: width = 3
        case 0x09, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return newlineJoins ? widthOfLineBreak(text, position) : 0
        default: return 0
        }
        return text.byte(position + width).isLetterOrDigit ? width : 0
    }
}
