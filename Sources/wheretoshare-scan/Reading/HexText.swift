internal import SensitiveContent

/// Bytes that are written as two digits each.
enum HexText {
    /// The bytes; what is no digit is passed over.
    static func bytes(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 2)
        var high: UInt8?
        for byte in text {
            guard let value = HexDigit.value(byte) else { continue }
            if let first = high {
                result.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return result
    }
}
