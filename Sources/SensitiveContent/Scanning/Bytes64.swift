internal import CVectors

/// 64 bytes of a text that are looked at in one go; an answer has a bit for each of them, the first one lowest.
struct Bytes64: Sendable {
    /// Sixteen bytes, the first of them lowest.
    private typealias Pair = SIMD2<UInt64>

    private let first: Pair
    private let second: Pair
    private let third: Pair
    private let fourth: Pair

    /// The first bytes of a part of a text.
    @inline(__always)
    init(_ part: Span<UInt8>) {
        first = Pair(part.eight(at: 0).bits, part.eight(at: 8).bits)
        second = Pair(part.eight(at: 16).bits, part.eight(at: 24).bits)
        third = Pair(part.eight(at: 32).bits, part.eight(at: 40).bits)
        fourth = Pair(part.eight(at: 48).bits, part.eight(at: 56).bits)
    }

    /// Whether all are of ASCII.
    @inline(__always)
    var areASCII: Bool { wheretoshare_highest_bits(first | second | third | fourth) == 0 }

    /// The letters of ASCII; others may be taken for them.
    @inline(__always)
    var letters: UInt64 {
        places { pair in
            let small = Self.low(pair) | Self.all(0x20)
            return Self.reaches(small, 0x61) ^ Self.reaches(small, 0x7B)
        }
    }

    /// The digits of ASCII; others may be taken for them.
    @inline(__always)
    var digits: UInt64 {
        places { Self.reaches(Self.low($0), 0x30) ^ Self.reaches(Self.low($0), 0x3A) }
    }

    /// The ends of lines; others may be taken for them.
    @inline(__always)
    var newlines: UInt64 { places(of: UInt8(ascii: "\n")) }

    /// The capitals of ASCII together with `@` and `<`; others may be taken for them.
    @inline(__always)
    var capitals: UInt64 {
        ~places { pair in
            // The first capital follows `@`.
            let low = Self.low(pair)
            return Self.reaches(low, 0x40) ^ Self.reaches(low, 0x5B) ^ Self.differs(low, UInt8(ascii: "<"))
        }
    }

    /// Where a byte of ASCII is; others may be taken for it.
    @inline(__always)
    func places(of byte: UInt8) -> UInt64 { ~places { Self.differs(Self.low($0), byte) } }

    /// Those that are not ASCII.
    @inline(__always)
    var others: UInt64 { places { $0 } }

    /// The later bytes of characters that are not ASCII.
    @inline(__always)
    var laterBytes: UInt64 { others & ~places { $0 &+ $0 } }

    /// The bytes of letters that are not ASCII: those of Latin, Greek, Cyrillic and what follows; E2 and EF begin
    /// punctuation.
    @inline(__always)
    var otherLetters: UInt64 {
        others
            & ~places { pair in
                let low = Self.low(pair)
                let range = Self.reaches(low, 0x40) ^ Self.reaches(low, 0x43) ^ Self.reaches(low, 0x75)
                return range ^ Self.differs(low, 0x62) ^ Self.differs(low, 0x6F)
            }
    }

    /// The first bytes of signs of two bytes, such as quotation marks.
    @inline(__always)
    var otherSigns: UInt64 { others & ~places { Self.differs(Self.low($0), 0x42) } }

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

    /// The highest bits of an answer about all bytes.
    @inline(__always)
    private func places(_ answer: (Pair) -> Pair) -> UInt64 {
        UInt64(wheretoshare_highest_bits(answer(first)))
            | UInt64(wheretoshare_highest_bits(answer(second))) &<< 16
            | UInt64(wheretoshare_highest_bits(answer(third))) &<< 32
            | UInt64(wheretoshare_highest_bits(answer(fourth))) &<< 48
    }
}
