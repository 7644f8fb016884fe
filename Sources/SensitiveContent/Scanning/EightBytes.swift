/// Eight bytes of a text, the first of them lowest, that are looked at in one go.
struct EightBytes: Sendable {
    let bits: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    init(_ bits: UInt64) {
        self.bits = bits
    }

    /// One of them.
    @inline(__always)
    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits &>> UInt64(truncatingIfNeeded: index &* 8)) }

    /// The eight with ASCII letters small, as words are compared.
    @inline(__always)
    var lowered: UInt64 { bits | 0x20 &* Self.ones }

    /// The first of them, at least one, as words are compared; what follows is 0.
    @inline(__always)
    func lowered(first count: Int) -> UInt64 {
        lowered & (~0 &>> UInt64(truncatingIfNeeded: 64 &- count &* 8))
    }

    /// A mark where a byte is; behind the first, there may be marks that are wrong.
    @inline(__always)
    func places(of byte: UInt8) -> UInt64 {
        let differences = bits ^ (UInt64(byte) &* Self.ones)
        return (differences &- Self.ones) & ~differences & Self.highs
    }

    /// The highest bit of each that is the first byte of a character of several in UTF-8.
    @inline(__always)
    var firstBytes: UInt64 { bits & (bits &<< 1) & Self.highs }

    // What follows is a bit for each of the eight, the first one lowest.

    /// The letters of ASCII; others may be taken for them.
    @inline(__always)
    var letters: UInt64 { Self.gathered(Self.marks(low | 0x20 &* Self.ones, from: 0x61, upTo: 0x7B)) }

    /// The digits; others than ASCII may be taken for them.
    @inline(__always)
    var digits: UInt64 { Self.gathered(Self.marks(low, from: 0x30, upTo: 0x3A)) }

    /// Where a byte of ASCII is; others may be taken for it.
    @inline(__always)
    func all(_ byte: UInt8) -> UInt64 { Self.gathered(~unlike(byte)) }

    /// Where one of two bytes of ASCII is; others may be taken for them.
    @inline(__always)
    func either(_ first: UInt8, _ second: UInt8) -> UInt64 { Self.gathered(~(unlike(first) & unlike(second))) }

    /// Those that are not ASCII.
    @inline(__always)
    var others: UInt64 { Self.gathered(bits) }

    /// The bytes of letters that are not ASCII: of Latin, Greek, Cyrillic and what follows; E2 and EF begin punctuation.
    @inline(__always)
    var otherLetters: UInt64 {
        let signs = Self.marks(low, from: 0x40, upTo: 0x43) | ~unlike(0x62) | ~unlike(0x6F)
        return Self.gathered(bits & ~signs & ~(low &+ (0x80 - 0x75) &* Self.ones))
    }

    /// The first bytes of signs of two bytes, such as quotation marks.
    @inline(__always)
    var signs: UInt64 { Self.gathered(bits & ~unlike(0x42)) }

    /// The later bytes of characters in UTF-8.
    @inline(__always)
    var laterBytes: UInt64 { Self.gathered(bits & ~(bits &<< 1)) }

    /// All without their highest bits, so that no sum reaches into the next byte.
    @inline(__always)
    private var low: UInt64 { bits & ~Self.highs }

    /// The highest bit is 0 where a byte of ASCII is.
    @inline(__always)
    private func unlike(_ byte: UInt8) -> UInt64 { (low ^ UInt64(byte) &* Self.ones) &+ 0x7F &* Self.ones }

    /// The highest bit of each byte from one on, up to another, all of ASCII.
    @inline(__always)
    private static func marks(_ low: UInt64, from first: UInt64, upTo end: UInt64) -> UInt64 {
        (low &+ (0x80 &- first) &* ones) & ~(low &+ (0x80 &- end) &* ones)
    }

    /// The highest bits, each moved to a place of its own in the highest byte.
    @inline(__always)
    private static func gathered(_ marks: UInt64) -> UInt64 {
        ((marks & highs) &* 0x0002_0408_1020_4081) &>> 56
    }
}

extension Span<UInt8> {
    /// The eight bytes from a position on; behind the end they are 0.
    @inline(__always)
    func eight(at position: Int) -> EightBytes {
        guard position >= 0, position <= count &- 8 else { return few(at: position) }
        let part = extracting(position..<position &+ 8)
        // Written like this, it becomes one instruction.
        return EightBytes(
            UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
                | UInt64(part[4]) << 32 | UInt64(part[5]) << 40 | UInt64(part[6]) << 48 | UInt64(part[7]) << 56)
    }

    /// The bytes at the end, fewer than eight, with zeros behind them.
    @inline(never)
    private func few(at position: Int) -> EightBytes {
        guard position >= 0, position < count else { return EightBytes(0) }
        if count >= 8 { return EightBytes(eight(at: count - 8).bits >> UInt64(8 * (position - (count - 8)))) }
        var bits: UInt64 = 0
        for index in position..<count { bits |= UInt64(self[index]) << UInt64(8 * (index - position)) }
        return EightBytes(bits)
    }
}
