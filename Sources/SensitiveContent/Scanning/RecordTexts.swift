/// Texts in a record of a program, such as a certificate, whose bytes are neither a text nor a file.
enum RecordTexts {
    private static let leastDigits = 10

    /// The texts among the bytes, a line each; many formats write how long one is right before it.
    static func texts(in bytes: [UInt8]) -> [UInt8] {
        var texts: [UInt8] = []
        var start = 0
        for (index, byte) in bytes.enumerated() {
            guard DecodedBytes.isPrintable(byte) || byte == 0xA0 else {
                texts.append(0x0A)
                start = index + 1
                continue
            }
            if index - start >= EncodedText.shortestSpaced, index - start == length(bytes, before: start) {
                texts.append(0x0A)
            }
            texts.append(byte == 0xA0 ? 0x20 : byte)
        }
        return texts
    }

    /// The number that the byte before a text is, or the four bytes.
    private static func length(_ bytes: [UInt8], before start: Int) -> Int {
        guard start > 0 else { return 0 }
        let isWide = start >= 4 && bytes[(start - 3)..<start].allSatisfy { $0 == 0 }
        return Int(bytes[isWide ? start - 4 : start - 1])
    }

    /// Looks whether bytes that come in bits have a run of text with as many digits as an account number has.
    struct Hint {
        fileprivate(set) var hasNumber = false
        private var bits: UInt32 = 0
        private var bitCount: UInt32 = 0
        private var letters = 0
        private var digits = 0

        mutating func take(_ value: UInt8, width: UInt32) {
            bits = bits << width | UInt32(value)
            bitCount += width
            guard bitCount >= 8, !hasNumber else { return }
            bitCount -= 8
            let byte = UInt8(truncatingIfNeeded: bits >> bitCount)
            guard DecodedBytes.isPrintable(byte) || byte == 0xA0 else {
                (letters, digits) = (0, 0)
                return
            }
            letters += 1
            if byte.isDigit { digits += 1 }
            hasNumber = letters >= EncodedText.shortestSpaced && digits >= RecordTexts.leastDigits
        }
    }
}
