/// How many different values there were, in memory that does not grow with their number.
///
/// Exact up to 64; above, a HyperLogLog of 1,024 registers, whose error is about 3 % (Flajolet et al., 2007).
struct DistinctCount: Hashable, Sendable {
    private var few: [UInt64] = []
    private var registers: [UInt8] = []

    static let exact = 64
    private static let registerBits: UInt64 = 10

    /// Counts a value, given a hash of it whose bits are all equally random.
    mutating func insert(_ hash: UInt64) {
        guard registers.isEmpty else { return note(hash) }
        var low = 0
        var high = few.count
        while low < high {
            let middle = (low + high) / 2
            if few[middle] == hash { return }
            if few[middle] < hash { low = middle + 1 } else { high = middle }
        }
        few.insert(hash, at: low)
        guard few.count > Self.exact else { return }
        registers = Array(repeating: 0, count: 1 << Self.registerBits)
        for hash in few { note(hash) }
        few = []
    }

    /// Counts what another one counted.
    mutating func formUnion(_ other: DistinctCount) {
        for hash in other.few { insert(hash) }
        guard !other.registers.isEmpty else { return }
        if registers.isEmpty {
            registers = Array(repeating: 0, count: 1 << Self.registerBits)
            for hash in few { note(hash) }
            few = []
        }
        for (index, rank) in other.registers.enumerated() { registers[index] = max(registers[index], rank) }
    }

    /// The number, or its estimate.
    var count: Int {
        guard !registers.isEmpty else { return few.count }
        let size = Double(registers.count)
        var sum = 0.0
        var empty = 0
        for rank in registers {
            sum += 1 / Double(1 << UInt64(rank))
            if rank == 0 { empty += 1 }
        }
        let raw = 0.7213 / (1 + 1.079 / size) * size * size / sum
        let estimate = raw <= 2.5 * size && empty > 0 ? size * naturalLogarithm(size / Double(empty)) : raw
        return max(Self.exact + 1, Int(estimate.rounded()))
    }

    private mutating func note(_ hash: UInt64) {
        let index = Int(hash >> (64 - Self.registerBits))
        let rank = UInt8(min(52, (hash << Self.registerBits).leadingZeroBitCount + 1))
        registers[index] = max(registers[index], rank)
    }
}

/// The natural logarithm of a number of at least 1, by halving and a series; the standard library has none.
private func naturalLogarithm(_ number: Double) -> Double {
    var mantissa = number
    var halvings = 0.0
    while mantissa > 1.5 {
        mantissa /= 2
        halvings += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    var power = ratio
    var sum = 0.0
    for divisor in stride(from: 1.0, through: 41, by: 2) {
        sum += power / divisor
        power *= ratio * ratio
    }
    return halvings * 0.693_147_180_559_945_3 + 2 * sum
}

/// Spreads a value's hash over all bits, so that nobody without the salt can tell the value.
func saltedHash(_ value: UInt64, salt: UInt64) -> UInt64 {
    var mixed = value ^ salt
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
}
