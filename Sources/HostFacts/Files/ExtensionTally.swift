/// Counts extensions as names go by, in memory that does not grow with the number of names.
struct ExtensionTally {
    private var counts: [UInt128: Int] = [:]
    private var uncounted = 0
    private var none = 0

    /// More than are listed, so that the listed ones are the most frequent and not the first met; beyond this many
    /// different extensions, a new one counts as "other".
    private static let tracked = 4_096

    /// Counts the file `name`.
    mutating func count(_ name: ArraySlice<UInt8>) {
        guard let key = Self.key(of: name) else {
            none += 1
            return
        }
        if let count = counts[key] {
            counts[key] = count + 1
        } else if counts.count < Self.tracked {
            counts[key] = 1
        } else {
            uncounted += 1
        }
    }

    /// The counts so far.
    var result: ExtensionCounts {
        let ranked = counts.map { (name: Self.name(of: $0.key), count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        let listed = ranked.prefix(ExtensionCounts.listed)
        return ExtensionCounts(
            byExtension: Dictionary(uniqueKeysWithValues: listed.map { ($0.name, $0.count) }),
            other: uncounted + ranked.dropFirst(ExtensionCounts.listed).reduce(0) { $0 + $1.count },
            none: none
        )
    }

    /// The extension of `name` in lower case, packed into a number so that counting allocates nothing.
    private static func key(of name: ArraySlice<UInt8>) -> UInt128? {
        guard
            let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
            case let text = name[(dot + 1)...], (1...16).contains(text.count)
        else { return nil }
        var key: UInt128 = 0
        for byte in text {
            guard let lower = lowercase(byte) else { return nil }
            key = key << 8 | UInt128(lower)
        }
        return key
    }

    private static func lowercase(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"): byte
        default: nil
        }
    }

    private static func name(of key: UInt128) -> String {
        var bytes: [UInt8] = []
        var rest = key
        while rest > 0 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }
}
