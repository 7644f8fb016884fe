/// What 64 bytes of a text are, a bit for each of them.
struct TextBlock: Sendable {
    /// Where it begins in the window.
    private(set) var start = -size
    /// Where it was read up to: the end of a word, if there is one.
    private(set) var end = 0
    /// What words consist of.
    private(set) var words: UInt64 = 0
    private(set) var digits: UInt64 = 0
    /// Ends of lines that were not counted yet; none in a table, where they are asked about.
    var newlines: UInt64 = 0
    /// Where words and numbers begin, and what else somebody may ask about.
    private(set) var events: UInt64 = 0

    static let size = 64

    /// A block before any text.
    init() {}

    /// Looks at the bytes from a position on, which is in no word or at its beginning; what begins at the limit or behind it
    /// is no event.
    @inline(__always)
    init(_ text: Span<UInt8>, at start: Int, upTo limit: Int, kinds: ByteKinds) {
        self.start = start
        var all: UInt64 = 0
        if start &+ Self.size <= text.count {
            // Written out, no place has to be computed, and none has to be checked.
            let part = text.extracting(start..<start &+ Self.size)
            all = add(part.eight(at: 0), at: 0) | add(part.eight(at: 8), at: 8)
            all |= add(part.eight(at: 16), at: 16) | add(part.eight(at: 24), at: 24)
            all |= add(part.eight(at: 32), at: 32) | add(part.eight(at: 40), at: 40)
            all |= add(part.eight(at: 48), at: 48) | add(part.eight(at: 56), at: 56)
        } else {
            all = addEnd(of: text)
        }
        if all & EightBytes.highs != 0 { addOthers(of: text) }
        if kinds.isTable { addCells(of: text, separatedBy: kinds.separator) }
        events |= words & ~(words &<< 1) | digits & ~(digits &<< 1)
        // A word that may go on is left to the next block, unless it fills this one.
        let open = (~words).leadingZeroBitCount
        end = start &+ Self.size &- (open < Self.size ? open : 0)
        keepEvents(before: min(limit, end))
        if limit < end { end = endOfWord(at: limit) }
    }

    private mutating func keepEvents(before limit: Int) {
        let within = Self.bits(below: limit &- start)
        events &= within
        newlines &= within
    }

    /// Where the word ends that a position is in the middle of, if there is one.
    @inline(never)
    private func endOfWord(at position: Int) -> Int {
        let offset = UInt64(truncatingIfNeeded: position &- start)
        guard words &>> (offset &- 1) & 1 != 0 else { return position }
        return position &+ (~(words &>> offset)).trailingZeroBitCount
    }

    /// Looks at eight bytes as if all were of ASCII.
    /// - Returns: The bytes.
    @inline(__always)
    private mutating func add(_ eight: EightBytes, at offset: UInt64) -> UInt64 {
        words |= eight.letters &<< offset
        digits |= eight.digits &<< offset
        newlines |= eight.all(UInt8(ascii: "\n")) &<< offset
        events |= eight.either(UInt8(ascii: "@"), UInt8(ascii: "<")) &<< offset
        return eight.bits
    }

    /// Looks at the last bytes of a text, which is padded with zeros, which are nothing.
    @inline(never)
    private mutating func addEnd(of text: Span<UInt8>) -> UInt64 {
        var all: UInt64 = 0
        for offset in stride(from: 0, to: Self.size, by: 8) {
            all |= add(text.eight(at: start &+ offset), at: UInt64(offset))
        }
        return all
    }

    /// Looks at the bytes that are not of ASCII.
    @inline(never)
    private mutating func addOthers(of text: Span<UInt8>) {
        var (others, letters, later, signs): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for index in 0..<8 {
            let eight = text.eight(at: start &+ index &* 8)
            let offset = UInt64(truncatingIfNeeded: index &* 8)
            others |= eight.others &<< offset
            letters |= eight.otherLetters &<< offset
            later |= eight.laterBytes &<< offset
            signs |= eight.signs &<< offset
        }
        digits &= ~others
        newlines &= ~others
        events = events & ~others | signs
        words = words & ~others | letters
        // Where a run begins with later bytes, adding its first bit carries through all of them.
        words &= ~(later & ~(later &+ (later & ~(words &<< 1))))
    }

    /// Looks at what ends or encloses the cells of a table, in which ends of lines are asked about.
    @inline(never)
    private mutating func addCells(of text: Span<UInt8>, separatedBy separator: UInt8) {
        for index in 0..<8 {
            let eight = text.eight(at: start &+ index &* 8)
            let marks = eight.either(separator, UInt8(ascii: "\"")) & ~eight.others
            events |= marks &<< UInt64(truncatingIfNeeded: index &* 8)
        }
        events |= newlines
        newlines = 0
    }

    /// So many bits, from the lowest on.
    @inline(__always)
    static func bits(below offset: Int) -> UInt64 {
        offset < size ? (1 &<< UInt64(truncatingIfNeeded: offset)) &- 1 : ~0
    }

    /// Whether a word or a number that began earlier goes on at an offset, so that the events from there on are others.
    @inline(__always)
    func isBroken(at offset: Int) -> Bool {
        (words | digits) & ~events & (1 &<< UInt64(truncatingIfNeeded: offset)) != 0
    }
}
