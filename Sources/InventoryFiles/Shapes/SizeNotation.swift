import StorageModel

/// Sizes as an inventory writes them, such as `25 MB` or `1.5 TiB`.
///
/// Stricter than ``ByteSize``: units are written in one way (IEC 80000-13), no fraction of a byte is dropped, and it
/// says why a text is refused.
enum SizeNotation {
    /// Why a text is not a size.
    enum Refusal: Error, Hashable, Sendable {
        /// It does not begin with a number.
        case noNumber
        /// It is a number without a unit.
        case noUnit
        /// The unit is not known; with the units that were most likely meant.
        case unknownUnit(String, suggestions: [String])
        /// It is not a whole number of bytes.
        case partOfByte
        /// It is more than 18 EB.
        case tooLarge
    }

    /// The units and their sizes in bytes, the smaller first.
    static let units: [(name: String, bytes: UInt64)] = [
        ("B", 1), ("kB", 1_000), ("KiB", 1 << 10), ("MB", 1_000_000), ("MiB", 1 << 20), ("GB", 1_000_000_000),
        ("GiB", 1 << 30), ("TB", 1_000_000_000_000), ("TiB", 1 << 40), ("PB", 1_000_000_000_000_000), ("PiB", 1 << 50),
    ]

    /// The number of bytes that a text such as `20GB` or `1.5 TiB` stands for.
    static func bytes(_ text: String) throws(Refusal) -> UInt64 {
        let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { throw .noNumber }
        var name = text[number.endIndex...]
        if name.first == " " { name.removeFirst() }
        guard !name.isEmpty else { throw .noUnit }
        guard let unit = units.first(where: { $0.name == name }) else {
            throw .unknownUnit(String(name), suggestions: suggestions(for: String(name)))
        }
        return try bytes(whole: parts[0], fraction: parts.count == 2 ? parts[1] : "", unit: unit.bytes)
    }

    /// The same number with a unit whose size is the number's, when the case of letters or the `i` was forgotten.
    private static func suggestions(for unit: String) -> [String] {
        let folded = unit.lowercased()
        let exact = units.map(\.name).filter {
            let name = $0.lowercased()
            return name == folded || name == folded + "b" || name.filter { $0 != "i" } == folded
        }
        return exact.isEmpty ? didYouMean(unit, among: units.map(\.name)) : exact
    }

    private static func bytes(whole: Substring, fraction: Substring, unit: UInt64) throws(Refusal) -> UInt64 {
        // Up to 20 digits times a unit below 2 to the 51st fit into 128 bits.
        let digits = whole.drop { $0 == "0" } + fraction
        guard digits.utf8.count <= 20, let number = UInt128(digits.isEmpty ? "0" : digits) else {
            throw fraction.isEmpty ? .tooLarge : .partOfByte
        }
        var divisor: UInt128 = 1
        for _ in fraction { divisor *= 10 }
        let (quotient, remainder) = (number * UInt128(unit)).quotientAndRemainder(dividingBy: divisor)
        guard remainder == 0 else { throw .partOfByte }
        guard let bytes = UInt64(exactly: quotient) else { throw .tooLarge }
        return bytes
    }
}
