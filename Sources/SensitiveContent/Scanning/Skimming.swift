/// Passes what nobody asks about: words that mean nothing, and what stands between them.
///
/// Nearly all bytes of a text are read here, so it holds little and calls nothing.
struct Skimming: Sendable {
    /// Where to go on, in the window.
    var position: Int
    /// How many lines were ended, and where the one after them began, in the window.
    var lines = 0
    private(set) var lineStart = 0
    /// The word that it stopped at.
    private(set) var wordStart = 0
    private(set) var hash: UInt64 = 0
    /// Whether the word may mean something.
    private(set) var mayMean = false
    /// The last words before that one.
    var words: WordHistory
    private var block = TextBlock()

    /// Why it stopped.
    enum Stop {
        /// The limit was reached.
        case limit
        /// A word that may mean something, or that other characters may follow; the position is behind it.
        case word
        /// Something else that is more than a separator; the position is before it.
        case other
    }

    /// Begins at a position of a window.
    init(at position: Int, after words: WordHistory) {
        self.position = position
        self.words = words
    }

    /// Goes on up to something that may be asked about.
    /// - Parameters:
    ///   - text: The window.
    ///   - limit: What begins from here on is left alone.
    ///   - base: Where the window begins in the passage.
    ///   - kinds: The kinds of all bytes.
    ///   - filter: A bit for each hash of the first eight letters of a word that means something.
    ///   - stopsAtWords: Whether it stops at every word.
    /// - Returns: Why it stopped.
    @inline(never)
    mutating func pass(
        _ text: Span<UInt8>, upTo limit: Int, base: Int, kinds: ByteKinds, filter: Span<UInt64>, stopsAtWords: Bool
    ) -> Stop {
        // Known to be so many, no look-up of a bit has to be checked.
        guard filter.count == 1 << (WordTable.filterBits - 6) else { return .limit }
        let always: UInt64 = stopsAtWords ? 1 : 0
        while position < limit {
            if position >= block.end || block.isBroken(at: position &- block.start) {
                block = TextBlock(text, at: position, upTo: limit, kinds: kinds)
            }
            var events = block.events & ~TextBlock.bits(below: position &- block.start)
            position = block.end
            while events != 0 {
                let offset = events.trailingZeroBitCount
                let letters = (~(block.words &>> UInt64(truncatingIfNeeded: offset))).trailingZeroBitCount
                let start = block.start &+ offset
                events &= events &- 1
                guard letters > 0 else {
                    if Self.isPlainMark(text.byte(start), text.byte(start &+ 1)) { continue }
                    position = start
                    countLines(upTo: offset)
                    return .other
                }
                // One question instead of several: which of them it is cannot be guessed, and most words are none.
                let first = text.eight(at: start)
                let beginning = wordHash(0, adding: first.lowered(first: min(letters, 8)))
                let bit = filterBit(of: beginning)
                let known = filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit)
                var asked = known | always | block.digits &>> UInt64(truncatingIfNeeded: offset &+ letters)
                asked |= letters >= EncodedText.shortest ? 1 : 0
                if Self.mayBeCode(first, letters) {
                    asked |= letters > 2 ? 1 : Self.isBeforeGroup(first[letters], first[letters &+ 1])
                }
                let end = start &+ letters
                if asked & 1 != 0 {
                    wordStart = start
                    position = letters < TextBlock.size ? end : endOfWord(text, from: end, kinds)
                    mayMean = known & 1 != 0
                    hash = letters > 8 ? wordHash(text, from: start, upTo: position) : beginning
                    countLines(upTo: offset)
                    return .word
                }
                words.add(from: base &+ start, upTo: base &+ end)
            }
            countLines(upTo: TextBlock.size)
        }
        return .limit
    }

    /// Whether nobody asks about a sign and what follows it: a bracket alone, a sign of two bytes that is no quotation mark.
    @inline(__always)
    private static func isPlainMark(_ byte: UInt8, _ next: UInt8) -> Bool {
        byte == UInt8(ascii: "<") && next != byte && next != UInt8(ascii: "~") || byte == 0xC2 && next != 0xAB
    }

    /// Whether a word is in capitals, as far as its first two letters tell, and as long as codes or their beginnings are.
    @inline(__always)
    private static func mayBeCode(_ first: EightBytes, _ letters: Int) -> Bool {
        // Of ASCII's letters, the capitals have no bit 5.
        let capitals = ~first.bits &>> 5
        let lengths: UInt64 = 1 << 2 | 1 << 8 | 1 << 11
        let length = UInt64(truncatingIfNeeded: letters)
        return (lengths &>> length & capitals &>> 8 | (1 << 1) &>> length) & capitals & 1 != 0
    }

    /// Whether a separator and the first digit of a group stand there.
    @inline(__always)
    private static func isBeforeGroup(_ separator: UInt8, _ digit: UInt8) -> UInt64 {
        (separator == 0x20 || separator == 0x2D) && digit.isDigit ? 1 : 0
    }

    /// Counts the ends of lines in a block up to an offset, each once.
    @inline(__always)
    private mutating func countLines(upTo offset: Int) {
        let passed = block.newlines & TextBlock.bits(below: offset)
        guard passed != 0 else { return }
        lines &+= passed.nonzeroBitCount
        lineStart = block.start &+ TextBlock.size &- passed.leadingZeroBitCount
        block.newlines &= ~passed
    }

    /// Where a word ends that fills a block.
    @inline(never)
    private func endOfWord(_ text: Span<UInt8>, from start: Int, _ kinds: ByteKinds) -> Int {
        var end = start
        while end < text.count, kinds[text[end]] & ByteKind.continuesWord != 0 { end += 1 }
        return end
    }
}

/// The hash of a word that stands in a text.
@inline(never)
func wordHash(_ text: Span<UInt8>, from start: Int, upTo end: Int) -> UInt64 {
    var hash: UInt64 = 0
    for position in stride(from: start, to: end, by: 8) {
        hash = wordHash(hash, adding: text.eight(at: position).lowered(first: min(end - position, 8)))
    }
    return hash
}

/// The last words of a passage, for phrases.
struct WordHistory: Sendable {
    /// Where a word stands in the passage.
    struct Word: Sendable {
        var start = -1
        var end = -100
    }

    /// In turn, so that no word has to be moved when another one comes.
    private var words = InlineArray<4, Word>(repeating: Word())
    private var count = 0

    var last: Word { count > 0 ? words[(count &- 1) & 3] : Word() }
    var beforeLast: Word { count > 1 ? words[(count &- 2) & 3] : Word() }

    /// Adds the next word.
    @inline(__always)
    mutating func add(from start: Int, upTo end: Int) {
        words[count & 3] = Word(start: start, end: end)
        count &+= 1
    }

    /// Forgets them all.
    mutating func removeAll() { count = 0 }
}
