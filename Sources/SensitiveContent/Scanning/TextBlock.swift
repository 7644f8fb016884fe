/// What 64 bytes of a text are, a bit for each of them.
struct TextBlock: Sendable {
    /// Where it begins in the window.
    private(set) var start = -size
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
    init(_ text: Span<UInt8>, at start: Int, upTo limit: Int, fields: Span<UInt32>) {
        self.start = start
        // Known to be so many, no look-up of a byte has to be checked.
        guard fields.count == 256 else { return }
        var marks: UInt64 = 0
        var all: UInt64 = 0
        var shift: UInt64 = 0
        var position = start
        // The end of a text is padded with zeros, which are nothing.
        while shift < 64, position < text.count {
            let eight = text.eight(at: position)
            let packed = Self.packed(eight, fields)
            words |= UInt64(packed & 0xFF) &<< shift
            digits |= UInt64(packed &>> 8 & 0xFF) &<< shift
            marks |= UInt64(packed &>> 16 & 0xFF) &<< shift
            newlines |= UInt64(packed &>> 24) &<< shift
            all |= eight.bits
            shift &+= 8
            position &+= 8
        }
        if all & 0x8080_8080_8080_8080 != 0 { words = begun(text) }
        events = words & ~(words &<< 1) | digits & ~(digits &<< 1) | marks
        if limit &- start < Self.size {
            let within = Self.bits(below: limit &- start)
            events &= within
            newlines &= within
        }
    }

    /// The fields of eight bytes, a bit for each byte in each of the four.
    @inline(__always)
    private static func packed(_ eight: EightBytes, _ fields: Span<UInt32>) -> UInt32 {
        let pairs = (
            fields[Int(eight[0])] &+ fields[Int(eight[1])] &<< 1, fields[Int(eight[2])] &+ fields[Int(eight[3])] &<< 1,
            fields[Int(eight[4])] &+ fields[Int(eight[5])] &<< 1, fields[Int(eight[6])] &+ fields[Int(eight[7])] &<< 1
        )
        return (pairs.0 &+ pairs.1 &<< 2) &+ (pairs.2 &+ pairs.3 &<< 2) &<< 4
    }

    /// The words without later bytes of characters that no beginning of one stands before.
    @inline(never)
    private func begun(_ text: Span<UInt8>) -> UInt64 {
        var later: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            later |= text.eight(at: start &+ Int(truncatingIfNeeded: shift)).laterBytes &<< shift
            shift &+= 8
        }
        // Where a run begins with later bytes, adding its first bit carries through all of them.
        return words & ~(later & ~(later &+ (later & ~(words &<< 1))))
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
