/// Random numbers that are the same every time (xorshift64*).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    /// Numbers that follow from a seed.
    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// A number from 0 to below the limit.
    mutating func below(_ limit: Int) -> Int {
        Int.random(in: 0..<max(limit, 1), using: &self)
    }
}
