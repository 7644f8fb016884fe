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
    ///   - filter: A bit for each hash of a word that means something.
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
                let first = text.eight(at: start)
                var end = start &+ letters
                var hash = wordHash(0, adding: first.lowered(first: min(letters, 8)))
                // One question instead of several: which of them it is cannot be guessed, and most words are none.
                var asked = always
                if letters <= Self.mostLetters {
                    if letters > 8 {
                        hash = wordHash(hash, adding: text.eight(at: start &+ 8).lowered(first: letters &- 8))
                    }
                    asked |= block.digits &>> UInt64(truncatingIfNeeded: end &- block.start)
                    if Self.codeLengths &>> UInt64(truncatingIfNeeded: letters) & ~(first.bits &>> 5) & 1 != 0 {
                        asked |= Self.mayBeCode(first, letters)
                    }
                } else {
                    (end, hash) = longWord(text, from: start, kinds)
                    position = max(position, end)
                    asked |= end &- start >= EncodedText.shortest || text.byte(end).isDigit ? 1 : 0
                }
                let bit = filterBit(of: hash)
                asked |= filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit)
                if asked & 1 != 0 {
                    wordStart = start
                    self.hash = hash
                    position = end
                    countLines(upTo: offset)
                    return .word
                }
                words.add(hash, from: base &+ start, upTo: base &+ end)
            }
            countLines(upTo: TextBlock.size)
        }
        return .limit
    }

    /// Whether nobody asks about a sign and what follows it: a bracket alone, a sign of two bytes that is no quotation mark.
    @inline(__always)
    private static func isPlainMark(_ byte: UInt8, _ next: UInt8) -> Bool {
        byte == UInt8(ascii: "<") && next != byte || byte == 0xC2 && next != 0xAB
    }

    /// Longer words are read apart.
    private static let mostLetters = 16

    /// The lengths of words in capitals that may be a code, or begin one, as bits.
    private static let codeLengths: UInt64 = 1 << 1 | 1 << 2 | 1 << 8 | 1 << 11

    /// Whether a word of one of those lengths that begins with a capital may be a code, or begin one, as 1 or 0.
    @inline(__always)
    private static func mayBeCode(_ first: EightBytes, _ length: Int) -> UInt64 {
        length > 2 ? first[1].isUpperCase ? 1 : 0 : isBeforeGroup(first[length], first[length &+ 1])
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

    /// Reads a word that has many letters.
    @inline(never)
    private func longWord(_ text: Span<UInt8>, from start: Int, _ kinds: ByteKinds) -> (end: Int, hash: UInt64) {
        var position = start
        var hash: UInt64 = 0
        while true {
            let eight = text.eight(at: position)
            var count = eight.leadingLetters
            if count == 8 {
                hash = wordHash(hash, adding: eight.lowered)
                position += 8
                continue
            }
            var bits = count > 0 ? eight.lowered(first: count) : 0
            position += count
            while count < 8, position < text.count {
                let byte = text[position]
                guard kinds[byte] & ByteKind.continuesWord != 0 else { break }
                bits |= UInt64(byte | 0x20) << UInt64(8 * count)
                count += 1
                position += 1
            }
            if count > 0 { hash = wordHash(hash, adding: bits) }
            if count < 8 { return (position, hash) }
        }
    }
}

/// The last words of a passage, for phrases.
struct WordHistory: Sendable {
    /// A word's hash, and where it stands in the passage.
    struct Word: Sendable {
        var hash: UInt64 = 0
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
    mutating func add(_ hash: UInt64, from start: Int, upTo end: Int) {
        words[count & 3] = Word(hash: hash, start: start, end: end)
        count &+= 1
    }

    /// Forgets them all.
    mutating func removeAll() { count = 0 }
}
