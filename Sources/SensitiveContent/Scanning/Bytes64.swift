/// 64 bytes of a text that are looked at in one go; an answer has a bit for each of them, the first one lowest.
struct Bytes64: Sendable {
    /// Eight bytes, the first of them lowest, and the eight that stand 32 behind them.
    private typealias Pair = SIMD2<UInt64>

    private let first: Pair
    private let second: Pair
    private let third: Pair
    private let fourth: Pair

    /// The first bytes of a part of a text.
    @inline(__always)
    init(_ part: Span<UInt8>) {
        first = Pair(part.eight(at: 0).bits, part.eight(at: 32).bits)
        second = Pair(part.eight(at: 8).bits, part.eight(at: 40).bits)
        third = Pair(part.eight(at: 16).bits, part.eight(at: 48).bits)
        fourth = Pair(part.eight(at: 24).bits, part.eight(at: 56).bits)
    }

    /// Whether all are of ASCII.
    @inline(__always)
    var areASCII: Bool {
        let all = first | second | third | fourth
        return (all[0] | all[1]) & EightBytes.highs == 0
    }

    /// The letters and the digits of ASCII; others may be taken for them.
    @inline(__always)
    var lettersAndDigits: (UInt64, UInt64) {
        gathered { pair in
            let small = Self.low(pair) | Self.all(0x20)
            return Self.reaches(small, 0x61) ^ Self.reaches(small, 0x7B)
        } _: { pair in
            Self.reaches(Self.low(pair), 0x30) ^ Self.reaches(Self.low(pair), 0x3A)
        }
    }

    /// The ends of lines, and the capitals of ASCII together with `@` and `<`; others may be taken for them.
    @inline(__always)
    var newlinesAndCapitals: (UInt64, UInt64) {
        let (newlines, capitals) = gathered { pair in
            Self.differs(Self.low(pair), UInt8(ascii: "\n"))
        } _: { pair in
            // The first capital follows `@`.
            let low = Self.low(pair)
            return Self.reaches(low, 0x40) ^ Self.reaches(low, 0x5B) ^ Self.differs(low, UInt8(ascii: "<"))
        }
        return (~newlines, ~capitals)
    }

    /// Where one of two bytes of ASCII is; others may be taken for them.
    @inline(__always)
    func either(_ one: UInt8, _ other: UInt8) -> UInt64 {
        let (ones, others) = gathered { pair in
            Self.differs(Self.low(pair), one)
        } _: { pair in
            Self.differs(Self.low(pair), other)
        }
        return ~(ones & others)
    }

    /// Those that are not ASCII, and the later bytes of characters among them.
    @inline(__always)
    var othersAndLater: (UInt64, UInt64) {
        let (others, notLater) = gathered { pair in
            pair
        } _: { pair in
            pair &+ pair
        }
        return (others, others & ~notLater)
    }

    /// The bytes of letters that are not ASCII, and the first bytes of signs of two bytes, such as quotation marks.
    ///
    /// The letters are those of Latin, Greek, Cyrillic and what follows; E2 and EF begin punctuation.
    @inline(__always)
    var otherLettersAndSigns: (UInt64, UInt64) {
        let (noLetters, noSigns) = gathered { pair in
            let low = Self.low(pair)
            let range = Self.reaches(low, 0x40) ^ Self.reaches(low, 0x43) ^ Self.reaches(low, 0x75)
            return range ^ Self.differs(low, 0x62) ^ Self.differs(low, 0x6F)
        } _: { pair in
            Self.differs(Self.low(pair), 0x42)
        }
        let others = othersAndLater.0
        return (others & ~noLetters, others & ~noSigns)
    }

    @inline(__always)
    private static func all(_ byte: UInt64) -> Pair { Pair(repeating: byte &* 0x0101_0101_0101_0101) }

    /// All without their highest bits, so that no sum reaches into the next byte.
    @inline(__always)
    private static func low(_ pair: Pair) -> Pair { pair & all(0x7F) }

    /// The highest bit of each that is not below a byte of ASCII.
    @inline(__always)
    private static func reaches(_ low: Pair, _ byte: UInt64) -> Pair { low &+ all(0x80 &- byte) }

    /// The highest bit of each that is not a byte of ASCII.
    @inline(__always)
    private static func differs(_ low: Pair, _ byte: UInt8) -> Pair { (low ^ all(UInt64(byte))) &+ all(0x7F) }

    /// The highest bits of two answers about all bytes.
    @inline(__always)
    private func gathered(_ one: (Pair) -> Pair, _ other: (Pair) -> Pair) -> (UInt64, UInt64) {
        var bits = one(first) & Self.all(0x80)
        // Sums of what has no bits in common are made of whole pairs, which unions are not always.
        bits = Self.halved(bits) &+ (one(second) & Self.all(0x80))
        bits = Self.halved(bits) &+ (one(third) & Self.all(0x80))
        bits = Self.halved(bits) &+ (one(fourth) & Self.all(0x80))
        bits = Self.halved(bits) &+ (other(first) & Self.all(0x80))
        bits = Self.halved(bits) &+ (other(second) & Self.all(0x80))
        bits = Self.halved(bits) &+ (other(third) & Self.all(0x80))
        bits = Self.halved(bits) &+ (other(fourth) & Self.all(0x80))
        // Each byte has one bit of each answer; turned around, each has all eight of one (Hacker's Delight, 7-3).
        bits = Self.turned(bits, by: 7, 0x00AA_00AA_00AA_00AA)
        bits = Self.turned(bits, by: 14, 0x0000_CCCC_0000_CCCC)
        bits = Self.turned(bits, by: 28, 0x0000_0000_F0F0_F0F0)
        let (lower, upper) = (bits[0], bits[1])
        return (lower & 0xFFFF_FFFF | upper &<< 32, lower &>> 32 | upper & 0xFFFF_FFFF_0000_0000)
    }

    @inline(__always)
    private static func halved(_ pair: Pair) -> Pair { pair &>> Pair(repeating: 1) }

    /// Exchanges some bits with those that stand so many places higher.
    @inline(__always)
    private static func turned(_ pair: Pair, by count: UInt64, _ exchanged: UInt64) -> Pair {
        let (lower, higher) = (Pair(repeating: exchanged), Pair(repeating: exchanged &<< count))
        let kept = pair & Pair(repeating: ~(exchanged | exchanged &<< count))
        return kept &+ (pair & lower) &* Pair(repeating: 1 &<< count) &+ ((pair & higher) &>> Pair(repeating: count))
    }
}
