/// Eight bytes of a text, the first of them lowest, that are looked at in one go.
struct EightBytes: Sendable {
    let bits: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    init(_ bits: UInt64) {
        self.bits = bits
    }

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

    /// How many digits they begin with.
    @inline(__always)
    var digitCount: Int {
        let values = bits ^ 0x30 &* Self.ones
        // Behind the first byte that is none, there may be marks that are wrong.
        let others = (values &+ (0x80 - 10) &* Self.ones | values) & Self.highs
        return others.trailingZeroBitCount &>> 3
    }

    /// The number that the first of them are the digits of, at least one.
    @inline(__always)
    func number(ofFirst count: Int) -> Int {
        // The last digit comes to stand highest; then neighbours are joined, twice as many each time.
        var sums = (bits &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)) & (0x0F &* Self.ones)
        sums = (sums &* 10 &+ sums &>> 8) & 0x00FF_00FF_00FF_00FF
        sums = (sums &* 100 &+ sums &>> 16) & 0x0000_FFFF_0000_FFFF
        sums = (sums &* 10_000 &+ sums &>> 32) & 0xFFFF_FFFF
        return Int(truncatingIfNeeded: sums)
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

    /// Where the digits end that begin at a position.
    @inline(__always)
    func endOfDigits(from position: Int) -> Int {
        let count = eight(at: position).digitCount
        return count < 8 ? position &+ count : endOfManyDigits(from: position &+ 8)
    }

    @inline(never)
    private func endOfManyDigits(from position: Int) -> Int {
        var end = position
        while byte(end).isDigit { end += 1 }
        return end
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
