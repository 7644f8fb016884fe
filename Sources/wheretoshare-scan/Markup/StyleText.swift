internal import SensitiveContent

/// The text of style sheets.
enum StyleText {
    /// A style sheet with the characters that escapes in it stand for (CSS Syntax section 4.3.7).
    static func plain(_ style: [UInt8]) -> [UInt8] {
        guard style.contains(UInt8(ascii: "\\")) else { return style }
        var plain: [UInt8] = []
        var index = 0
        while index < style.count {
            let digits = style[(index + 1)...].prefix(6).prefix { HexDigit.value($0) != nil }
            guard style[index] == UInt8(ascii: "\\"), !digits.isEmpty else {
                plain.append(style[index])
                index += 1
                continue
            }
            plain.append(scalar: digits.reduce(0) { $0 << 4 | UInt32(HexDigit.value($1) ?? 0) })
            index = digits.endIndex
            // A blank that ends the digits.
            if index < style.count, style[index] <= 0x20 { index += 1 }
        }
        return plain
    }
}
