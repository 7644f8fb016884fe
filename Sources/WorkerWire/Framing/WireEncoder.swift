package import StorageModel

/// Writes the parts of a message, one after the other.
///
/// Numbers are big-endian; texts and byte strings have their length before them, in four bytes.
package struct WireEncoder {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ number: some FixedWidthInteger) {
        for shift in stride(from: type(of: number).bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    package mutating func append(_ flag: Bool) { append(UInt8(flag ? 1 : 0)) }

    package mutating func append(string: [UInt8]) {
        append(UInt32(string.count))
        bytes += string
    }

    package mutating func append(_ text: String) { append(string: Array(text.utf8)) }

    package mutating func append(_ secret: Secret) { secret.reveal { append(string: $0) } }

    /// Nanoseconds, as a number of 64 bits; a longer time is cut.
    package mutating func append(_ duration: Duration) { append(duration.nanoseconds) }

    package mutating func append(_ stage: Stage) {
        append(UInt8(Stage.allCases.firstIndex(of: stage) ?? 0))
    }

    package mutating func append<Value>(optional value: Value?, _ body: (inout Self, Value) -> Void) {
        append(value != nil)
        if let value { body(&self, value) }
    }
}

extension Duration {
    /// The whole nanoseconds, at most the largest number of 63 bits, and none of a negative time.
    var nanoseconds: UInt64 {
        let most = UInt64(Int64.max)
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < Int64.max / 1_000_000_000 else { return most }
        return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }
}
