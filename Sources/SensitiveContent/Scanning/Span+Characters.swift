extension Span<UInt8> {
    /// Whether a letter or digit of any script begins at a position, and no blank, hyphen or other mark.
    func beginsCharacter(at position: Int) -> Bool {
        let byte = self[position]
        guard byte >= 0xC3 else { return byte.isLetterOrDigit }
        switch (byte, self.byte(position + 1), self.byte(position + 2)) {
        // Marks of many kinds, among them the narrow blanks.
        case (0xE2, _, _): return false
        // The blank of full width, and marks of bytes and of variants.
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xEF, 0xB8, 0x8F): return false
        default: return true
        }
    }

    /// Whether a byte belongs to a letter or digit of any script.
    func isInCharacter(_ position: Int) -> Bool {
        var start = position
        while start > position - 3, byte(start) & 0xC0 == 0x80 { start -= 1 }
        return byte(start) & 0xC0 == 0x80 || beginsCharacter(at: start)
    }
}
