/// Passes what nobody asks about: words that mean nothing, and what stands between them.
///
/// Nearly all bytes of a text are read here, so it holds little.
struct Skimming: Sendable {
    /// Where to go on, in the window.
    var position: Int
    /// How many lines were ended, and where the one after them began, in the window.
    var lines = 0
    private(set) var lineStart = 0
    /// The word that it stopped at.
    private(set) var wordStart = 0
    /// Whether it may mean something.
    private(set) var mayMean = false
    /// Where the window begins in the passage.
    private let base: Int
    private var block = TextBlock()
    /// Where words begin in the block that were passed.
    private var passed: UInt64 = 0
    /// The last words before them.
    private var history: WordHistory

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
    init(at position: Int, base: Int, after words: WordHistory) {
        self.position = position
        self.base = base
        history = words
    }

    /// Goes on up to something that may be asked about.
    /// - Parameters:
    ///   - text: The window.
    ///   - limit: What begins from here on is left alone.
    ///   - kinds: The kinds of all bytes.
    ///   - filter: A bit for each hash of the first eight letters of a word that means something.
    ///   - stopsAtWords: Whether it stops at every word.
    /// - Returns: Why it stopped.
    @inline(never)
    mutating func pass(
        _ text: Span<UInt8>, upTo limit: Int, kinds: ByteKinds, filter: Span<UInt64>, stopsAtWords: Bool
    ) -> Stop {
        while position < limit {
            if position >= block.end || block.isInside(position) {
                history = words
                passed = 0
                block.read(
                    text, at: position, upTo: limit, separator: kinds.separator, filter: filter,
                    stopsAtWords: stopsAtWords)
            }
            let ahead = ~TextBlock.bits(below: position &- block.start)
            var stops = block.stops & ahead
            while stops != 0 {
                let offset = stops.trailingZeroBitCount
                let words = block.starts & ahead & TextBlock.bits(below: offset)
                if block.isWord(at: offset) {
                    stop(atWord: offset, behind: words, text, kinds)
                    return .word
                }
                // The digit tells of the word right before it, unless that was stopped at.
                if block.isBehindWord(offset), words != 0 {
                    let start = TextBlock.last(of: words)
                    stop(atWord: start, behind: words & TextBlock.bits(below: start), text, kinds)
                    return .word
                }
                stops &= stops &- 1
                let start = block.start &+ offset
                if Self.isPlainMark(text.byte(start), text.byte(start &+ 1)) { continue }
                position = start
                passed |= words
                countLines(TextBlock.bits(below: offset))
                return .other
            }
            passed |= block.starts & ahead
            countLines(~0)
            position = block.end
        }
        return .limit
    }

    /// Stops at a word of the block behind others that are passed.
    @inline(__always)
    private mutating func stop(atWord offset: Int, behind words: UInt64, _ text: Span<UInt8>, _ kinds: ByteKinds) {
        wordStart = block.start &+ offset
        mayMean = block.mayMean(at: offset)
        position = block.endOfWord(from: offset)
        if position == block.start &+ TextBlock.size { position = endOfWord(text, from: position, kinds) }
        passed |= words
        countLines(TextBlock.bits(below: offset))
    }

    /// Whether nobody asks about a sign and what follows it: a bracket alone, a sign of two bytes that is no quotation mark.
    @inline(__always)
    private static func isPlainMark(_ byte: UInt8, _ next: UInt8) -> Bool {
        byte == UInt8(ascii: "<") && next != byte && next != UInt8(ascii: "~") || byte == 0xC2 && next != 0xAB
    }

    /// Counts the ends of lines in a part of the block, each once.
    @inline(__always)
    private mutating func countLines(_ part: UInt64) {
        let passed = block.newlines & part
        guard passed != 0 else { return }
        lines &+= passed.nonzeroBitCount
        lineStart = block.start &+ TextBlock.last(of: passed) &+ 1
        block.newlines &= ~passed
    }

    /// Where a word ends that fills a block.
    @inline(never)
    private func endOfWord(_ text: Span<UInt8>, from start: Int, _ kinds: ByteKinds) -> Int {
        var end = start
        while end < text.count, kinds[text[end]] & ByteKind.continuesWord != 0 { end += 1 }
        return end
    }

    /// Adds the word that it stopped at to those that were passed.
    mutating func addWord() {
        guard position < block.start &+ TextBlock.size else {
            history = words
            history.add(WordHistory.Word(start: base &+ wordStart, end: base &+ position))
            passed = 0
            return
        }
        passed |= 1 &<< UInt64(truncatingIfNeeded: wordStart &- block.start)
    }

    /// The last word that was passed.
    @inline(__always)
    var lastWord: WordHistory.Word { passed != 0 ? word(at: TextBlock.last(of: passed)) : history.last }

    /// The last words that were passed.
    @inline(__always)
    var words: WordHistory {
        var words = history
        guard passed != 0 else { return words }
        let last = TextBlock.last(of: passed)
        let earlier = passed & TextBlock.bits(below: last)
        if earlier != 0 { words.add(word(at: TextBlock.last(of: earlier))) }
        words.add(word(at: last))
        return words
    }

    /// Where a word of the block stands in the passage.
    @inline(__always)
    private func word(at offset: Int) -> WordHistory.Word {
        WordHistory.Word(start: base &+ block.start &+ offset, end: base &+ block.endOfWord(from: offset))
    }
}

/// The hash of a word that stands in a text.
@inline(__always)
func wordHash(_ text: Span<UInt8>, from start: Int, upTo end: Int) -> UInt64 {
    let hash = wordHash(0, adding: text.eight(at: start).lowered(first: min(end &- start, 8)))
    return end &- start <= 8 ? hash : wordHash(hash, adding: text, from: start &+ 8, upTo: end)
}

/// The hash of a word from that of its first eight letters.
@inline(never)
private func wordHash(_ beginning: UInt64, adding text: Span<UInt8>, from start: Int, upTo end: Int) -> UInt64 {
    var hash = beginning
    var position = start
    while position < end {
        hash = wordHash(hash, adding: text.eight(at: position).lowered(first: min(end &- position, 8)))
        position &+= 8
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

    private(set) var last = Word()
    private(set) var beforeLast = Word()

    /// Adds the next word.
    mutating func add(_ word: Word) {
        beforeLast = last
        last = word
    }
}
