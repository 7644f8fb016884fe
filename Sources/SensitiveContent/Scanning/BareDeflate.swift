/// How bytes begin that deflate packed and that have no frame which says so, as in requests of SAML and in drawings of
/// diagrams.net (RFC 1951 section 3.2).
///
/// Few others begin so, but some do: only who unpacks them knows.
enum BareDeflate {
    private static let headBits = 3
    private static let fixed: UInt64 = 1
    private static let dynamic: UInt64 = 2
    /// So many letters of a text come before the first that repeats others.
    private static let firstLetters = 4

    /// Whether the first byte is one of a block with codes of its own, or of the only block with the usual ones.
    @inline(__always)
    static func mayBegin(with first: UInt8) -> Bool { first & 6 == 4 || first & 7 == 3 }

    /// Whether bytes may be such.
    static func mayBegin(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, mayBegin(with: first) else { return false }
        var word: UInt64 = 0
        for (index, byte) in bytes.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
        return mayBegin(word)
    }

    /// Whether eight bytes, the first one lowest, may begin such.
    static func mayBegin(_ word: UInt64) -> Bool {
        switch word >> 1 & 3 {
        case fixed: beginsWithLetters(word >> UInt64(headBits))
        case dynamic: hasWholeCode(word >> UInt64(headBits))
        default: false
        }
    }

    /// Whether the lengths of the codes for lengths make up a code: section 3.2.7.
    private static func hasWholeCode(_ bits: UInt64) -> Bool {
        guard bits & 31 < 30, bits >> 5 & 31 < 30 else { return false }
        let count = Int(bits >> 10 & 15) + 4
        var rest = bits >> 14
        var share = 0
        let known = min(count, 15)
        for _ in 0..<known {
            let length = Int(rest & 7)
            if length > 0 { share += 128 >> length }
            rest >>= 3
        }
        return known < count ? share <= 128 : share == 128
    }

    /// Whether the first codes are those of characters of text: section 3.2.6.
    private static func beginsWithLetters(_ bits: UInt64) -> Bool {
        var rest = bits
        for _ in 0..<firstLetters {
            var code: UInt64 = 0
            for bit in 0..<8 { code = code << 1 | rest >> UInt64(bit) & 1 }
            guard code >= 0x30, code < 0xC0 else { return false }
            let letter = code - 0x30
            guard (0x20...0x7E).contains(letter) || letter == 0x0A || letter == 0x0D || letter == 0x09 else {
                return false
            }
            rest >>= 8
        }
        return true
    }
}
