/// A table from hashes to small numbers that is only read, by open addressing.
struct HashSlots: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]

    init(_ pairs: [UInt64: Int32] = [:]) {
        var size = 16
        while size < pairs.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: -1, count: size)
        for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: scattered(key)) & (size - 1)
            while values[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            values[slot] = value
        }
    }

    /// Whether a number belongs to a hash.
    @inline(__always)
    func contains(_ key: UInt64) -> Bool { value(of: key) != nil }

    /// The number that belongs to a hash.
    @inline(__always)
    func value(of key: UInt64) -> Int32? {
        let keys = keys.span
        let values = values.span
        var slot = Int(truncatingIfNeeded: scattered(key)) & (keys.count - 1)
        while values[slot] >= 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }
}
