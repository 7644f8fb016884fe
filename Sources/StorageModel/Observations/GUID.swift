/// A number of 16 bytes that names a client or a server (MS-DTYP 2.3.4).
public struct GUID: Hashable, Sendable {
    /// The bytes as they are on the wire; always 16.
    public let bytes: [UInt8]

    /// Where the bytes of the written form are on the wire: the first three groups are little-endian.
    private static let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]

    /// Wraps the bytes on the wire; nil unless there are 16.
    public init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Makes one from two numbers, such as two random ones.
    public init(_ first: UInt64, _ second: UInt64) {
        bytes = [first, second].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    }

    /// Reads the written form, such as `3f2504e0-4f89-11d3-9a0c-0305e82c3301`, in any case and without braces.
    public init?(_ text: some StringProtocol) {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
        let digits = groups.joined().compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 32 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        for (written, wire) in Self.order.enumerated() {
            bytes[wire] = UInt8(digits[2 * written] << 4 | digits[2 * written + 1])
        }
        self.bytes = bytes
    }
}

extension GUID: CustomStringConvertible {
    /// The written form in lower case, without braces (MS-DTYP 2.3.4.3).
    public var description: String {
        var text = ""
        for (written, wire) in Self.order.enumerated() {
            if [4, 6, 8, 10].contains(written) { text += "-" }
            text += bytes[wire] < 16 ? "0" : ""
            text += String(bytes[wire], radix: 16)
        }
        return text
    }
}
