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
    init(at position: Int) {
        self.position = position
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
                block.read(
                    text, at: position, upTo: limit, separator: kinds.separator, filter: filter,
                    stopsAtWords: stopsAtWords)
            }
            let ahead = ~TextBlock.bits(below: position &- block.start)
            var stops = block.stops & ahead
            while stops != 0 {
                let offset = stops.trailingZeroBitCount
                if block.isWord(at: offset) {
                    stop(atWord: offset, text, kinds)
                    return .word
                }
                // The digit tells of the word right before it, unless that was stopped at.
                if block.isBehindWord(offset) {
                    let words = block.starts & ahead & TextBlock.bits(below: offset)
                    if words != 0 {
                        stop(atWord: TextBlock.last(of: words), text, kinds)
                        return .word
                    }
                }
                stops &= stops &- 1
                let start = block.start &+ offset
                if Self.isPlainMark(text.byte(start), text.byte(start &+ 1)) { continue }
                position = start
                countLines(TextBlock.bits(below: offset))
                return .other
            }
            countLines(~0)
            position = block.end
        }
        return .limit
    }

    /// Stops at a word of the block.
    @inline(__always)
    private mutating func stop(atWord offset: Int, _ text: Span<UInt8>, _ kinds: ByteKinds) {
        wordStart = block.start &+ offset
        mayMean = block.mayMean(at: offset)
        position = block.endOfWord(from: offset)
        if position == block.start &+ TextBlock.size { position = endOfWord(text, from: position, kinds) }
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
