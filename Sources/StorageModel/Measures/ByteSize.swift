/// A number of bytes as people write it, with decimal (kB, MB …) or binary units (KiB, MiB …; IEC 80000-13).
public struct ByteSize: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number of bytes.
    public let bytes: UInt64

    /// Wraps a number of bytes.
    public init(bytes: UInt64) {
        self.bytes = bytes
    }

    /// Reads `512 B`, `25 MB`, `1.5TiB`; nil for anything else, such as a number without unit or more than 2^64 - 1
    /// bytes.
    ///
    /// Units may be written in any case; a fraction of a byte is dropped.
    public init?(_ text: some StringProtocol) {
        let compact = String(text).filter { !$0.isWhitespace }
        let number = compact.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = compact.dropFirst(number.count).lowercased()
        guard let factor = Self.factors[unit] else { return nil }
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), let whole = UInt64(parts[0]) else {
            return nil
        }
        let (product, isTooLarge) = whole.multipliedReportingOverflow(by: factor)
        guard !isTooLarge else { return nil }
        var fraction: UInt64 = 0
        if parts.count == 2 {
            guard parts[1].utf8.count <= 9, let digits = UInt64(parts[1]) else { return nil }
            let scale = parts[1].utf8.reduce(UInt64(1)) { power, _ in power * 10 }
            let (high, low) = digits.multipliedFullWidth(by: factor)
            fraction = scale.dividingFullWidth((high, low)).quotient
        }
        let (sum, overflows) = product.addingReportingOverflow(fraction)
        guard !overflows else { return nil }
        bytes = sum
    }

    /// The size with three digits at most and a decimal unit, such as `41.2 GB`; a point marks the fraction.
    public var description: String { description(decimalMark: ".") }

    /// The size with three digits at most and a decimal unit.
    public func description(decimalMark: String) -> String {
        var unit = 0
        var scale: UInt64 = 1
        // 999.5 of one unit would round to four digits, so that it becomes 1 of the next.
        while unit + 1 < Self.units.count, bytes / scale >= 1000 || (scale > 1 && bytes / (scale / 10) >= 9995) {
            unit += 1
            scale *= 1000
        }
        guard unit > 0 else { return "\(bytes) \(Self.units[0])" }
        let decimals = bytes / scale >= 100 ? 0 : bytes / (scale / 100) >= 9995 ? 0 : bytes / scale >= 10 ? 1 : 2
        let power: UInt64 = decimals == 0 ? 1 : decimals == 1 ? 10 : 100
        let step = scale / power
        let rounded = bytes / step + (bytes % step >= step - bytes % step ? 1 : 0)
        let whole = rounded / power
        var digits = String(rounded % power)
        while digits.utf8.count < decimals { digits = "0" + digits }
        while digits.last == "0" { digits.removeLast() }
        let fraction = decimals == 0 || digits.isEmpty ? "" : decimalMark + digits
        return "\(whole)\(fraction) \(Self.units[unit])"
    }

    /// Orders by the number of bytes.
    public static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }

    private static let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
    private static let factors: [String: UInt64] = [
        "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "tb": 1_000_000_000_000,
        "pb": 1_000_000_000_000_000, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30, "tib": 1 << 40, "pib": 1 << 50,
    ]
}
