/// What 64 bytes of a text are, a bit for each of them, and where somebody has to look closer.
struct TextBlock: Sendable {
    /// Where it begins in the window.
    private(set) var start = -size
    /// Where it was read up to: the end of a word, if there is one.
    private(set) var end = 0
    /// What words consist of.
    private(set) var words: UInt64 = 0
    /// Where words begin.
    private(set) var starts: UInt64 = 0
    /// Ends of lines that were not counted yet; none in a table, where they are asked about.
    var newlines: UInt64 = 0
    /// Where words begin that may mean something, or that may be codes or encoded; where numbers begin, and what else somebody
    /// may ask about.
    private(set) var stops: UInt64 = 0
    /// Which of the words may mean something.
    private var known: UInt64 = 0
    /// What words and numbers go on with, and digits right behind words.
    private var inside: UInt64 = 0
    private var digitsBehindWords: UInt64 = 0

    static let size = 64
    /// So much of a text is looked at, as a word at the end of a block is read on.
    private static let width = size + 8

    /// A block before any text.
    init() {}

    /// Looks at the bytes from a position on, which is in no word or at its beginning.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where it begins.
    ///   - limit: What begins from here on is left alone.
    ///   - separator: What ends the cells of a table; 0 when the text is none.
    ///   - filter: A bit for each hash of the first eight letters of a word that means something.
    ///   - stopsAtWords: Whether somebody asks about every word.
    @inline(never)
    mutating func read(
        _ text: Span<UInt8>, at start: Int, upTo limit: Int, separator: UInt8, filter: Span<UInt64>, stopsAtWords: Bool
    ) {
        guard start <= text.count &- Self.width else {
            return readEnd(of: text, at: start, upTo: limit, separator, filter, stopsAtWords)
        }
        let part = text.extracting(start..<start &+ Self.width)
        read(part, start, upTo: limit, separator, filter, stopsAtWords)
    }

    /// Looks at the last bytes of a text, with zeros behind them, which are nothing.
    @inline(never)
    private mutating func readEnd(
        of text: Span<UInt8>, at start: Int, upTo limit: Int, _ separator: UInt8, _ filter: Span<UInt64>,
        _ stopsAtWords: Bool
    ) {
        var padded = InlineArray<72, UInt8>(repeating: 0)
        var target = padded.mutableSpan
        let part = text.extracting(start..<min(text.count, start + Self.width))
        for index in part.indices { target[index] = part[index] }
        read(padded.span, start, upTo: limit, separator, filter, stopsAtWords)
    }

    /// Looks at the bytes, some of which follow those that it answers about.
    @inline(__always)
    private mutating func read(
        _ part: Span<UInt8>, _ start: Int, upTo limit: Int, _ separator: UInt8, _ filter: Span<UInt64>,
        _ stopsAtWords: Bool
    ) {
        self.start = start
        let bytes = Bytes64(part)
        words = bytes.letters
        newlines = bytes.newlines
        var digits = bytes.digits
        var capitals = bytes.capitals
        stops = capitals & ~words
        capitals &= words
        if !bytes.areASCII {
            let others = addOthers(part)
            digits &= ~others
            capitals &= ~others
        }
        if separator != 0 { addCells(part, separatedBy: separator) }
        starts = words & ~(words &<< 1)
        inside = words & (words &<< 1) | digits & (digits &<< 1)
        digitsBehindWords = digits & (words &<< 1)
        // A word that may go on is left to the next block, unless it fills this one.
        let open = (~words).leadingZeroBitCount
        end = start &+ Self.size &- (open & (Self.size - 1))
        let within = ~0 &>> UInt64(truncatingIfNeeded: Self.size &- (min(limit, end) &- start))
        starts &= within
        newlines &= within
        stops = (stops | digits & ~(digits &<< 1)) & within
        if limit < end {
            end = endOfWord(at: limit)
            // A word that began before the limit may be followed by a digit behind it.
            stops |= digitsBehindWords & (1 &<< UInt64(truncatingIfNeeded: end &- start))
        }
        known = knownWords(part, filter)
        stops |= known | starts & (stopsAtWords ? ~0 : longRuns | codes(capitals, digits))
    }

    /// Looks at the bytes that are not of ASCII.
    /// - Returns: Which they are.
    @inline(never)
    private mutating func addOthers(_ part: Span<UInt8>) -> UInt64 {
        let bytes = Bytes64(part)
        let others = bytes.others
        let later = bytes.laterBytes
        newlines &= ~others
        stops = stops & ~others | bytes.otherSigns
        words = words & ~others | bytes.otherLetters
        // Where a run begins with later bytes, adding its first bit carries through all of them.
        words &= ~(later & ~(later &+ (later & ~(words &<< 1))))
        return others
    }

    /// Looks at what ends or encloses the cells of a table, in which ends of lines are asked about.
    @inline(never)
    private mutating func addCells(_ part: Span<UInt8>, separatedBy separator: UInt8) {
        let bytes = Bytes64(part)
        stops |= (bytes.places(of: separator) | bytes.places(of: UInt8(ascii: "\""))) & ~bytes.others | newlines
        newlines = 0
    }

    /// Where the word ends that a position is in the middle of, if there is one.
    @inline(never)
    private func endOfWord(at position: Int) -> Int {
        let offset = UInt64(truncatingIfNeeded: position &- start)
        guard words &>> (offset &- 1) & 1 != 0 else { return position }
        return position &+ (~(words &>> offset)).trailingZeroBitCount
    }

    /// Where runs of letters begin that may be encoded, and places in the middle of some.
    @inline(__always)
    private var longRuns: UInt64 {
        let pairs = words & words &>> 1
        let fours = pairs & pairs &>> 2
        let eights = fours & fours &>> 4
        return eights & eights &>> 8 & eights &>> 16
    }

    /// Where words in capitals begin that are as long as codes, or as their beginnings that digits follow; some more begin
    /// other words.
    @inline(__always)
    private func codes(_ capitals: UInt64, _ digits: UInt64) -> UInt64 {
        let ends = words &<< 1 & ~words
        // What is not known, as it follows the block, may be a digit.
        let afterOne = ends &>> 1 & ~(~digits &>> 2)
        let afterTwo = ends &>> 2 & ~(~digits &>> 3)
        return capitals & (afterOne | capitals &>> 1 & (afterTwo | ends &>> 8 | ends &>> 11))
    }

    /// Where words begin that may mean something.
    @inline(__always)
    private func knownWords(_ part: Span<UInt8>, _ filter: Span<UInt64>) -> UInt64 {
        // Known to be so many, no look-up has to be checked.
        guard part.count == Self.width, filter.count == 1 << (WordTable.filterBits - 6) else { return starts }
        var known: UInt64 = 0
        // A letter alone means nothing.
        var left = starts & (words &>> 1)
        while left != 0 {
            let offset = left.trailingZeroBitCount & (Self.size - 1)
            let others = ~(words &>> UInt64(truncatingIfNeeded: offset))
            let first = part.eight(at: offset).lowered(first: (others | 1 &<< 8).trailingZeroBitCount)
            let bit = filterBit(of: wordHash(0, adding: first))
            let isKnown = filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit) & 1
            known |= isKnown &<< UInt64(truncatingIfNeeded: offset)
            left &= left &- 1
        }
        return known
    }

    /// The bits below that of an offset in the block.
    @inline(__always)
    static func bits(below offset: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: offset)) &- 1 }

    /// Whether a position is in a word or a number, so that what begins from there on is something else.
    @inline(__always)
    func isInside(_ position: Int) -> Bool {
        inside &>> UInt64(truncatingIfNeeded: position &- start) & 1 != 0
    }

    /// Whether a letter stands at an offset.
    @inline(__always)
    func isWord(at offset: Int) -> Bool { words &>> UInt64(truncatingIfNeeded: offset) & 1 != 0 }

    /// Whether a digit stands at an offset, right behind a word.
    @inline(__always)
    func isBehindWord(_ offset: Int) -> Bool { digitsBehindWords &>> UInt64(truncatingIfNeeded: offset) & 1 != 0 }

    /// Whether the word at an offset may mean something.
    @inline(__always)
    func mayMean(at offset: Int) -> Bool { known &>> UInt64(truncatingIfNeeded: offset) & 1 != 0 }

    /// Where the word at an offset ends, in the window; at the end of the block it may go on.
    @inline(__always)
    func endOfWord(from offset: Int) -> Int {
        let letters = (~(words &>> UInt64(truncatingIfNeeded: offset))).trailingZeroBitCount
        return start &+ offset &+ letters
    }

    /// The last of some bits that are not all 0.
    @inline(__always)
    static func last(of bits: UInt64) -> Int { size &- 1 &- bits.leadingZeroBitCount }
}
