/// What bytes may be that stood in a text in another way: a text, or a file.
enum DecodedBytes {
    /// So many of the first bytes tell it.
    static let head = 24

    /// Text in UTF-16 without the mark that may stand before it.
    static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? Array(bytes.dropFirst(2)) : bytes
    }

    /// Which of each two bytes of western text in UTF-16 is 0, the first or the second; nil when it is something else.
    static func zeros(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 8 else { return nil }
        return (0...1).first { zero in (0..<4).allSatisfy { bytes[2 * $0 + zero] == 0 && bytes[2 * $0 + 1 - zero] != 0 }
        }
    }

    /// Whether bytes begin with text of any language that is written in UTF-8, or with western text in UTF-16.
    static func isText(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(head)
        if let zero = zeros(bytes) {
            return start.indices.allSatisfy { $0 % 2 == zero ? start[$0] == 0 : isPrintable(start[$0]) }
        }
        var plain = 0
        for (index, byte) in start.enumerated() {
            let isColour = byte == escape && start.dropFirst(index + 1).first == UInt8(ascii: "[")
            if isPrintable(byte) || isColour { plain += 1 } else if byte < 0x80 { return false }
        }
        guard plain < start.count else { return true }
        // A character may be cut at the end.
        let isValid = (0...min(3, start.count)).contains {
            String(validating: start.dropLast($0), as: UTF8.self) != nil
        }
        return plain * 3 >= start.count * 2 && isValid
    }

    /// Whether a text has colours of a terminal, and no other marks.
    static func isColoured(_ bytes: [UInt8]) -> Bool {
        bytes.contains(escape) && bytes.allSatisfy { isPrintable($0) || $0 >= 0x80 || $0 == escape }
    }

    private static let escape: UInt8 = 0x1B

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    static func isPrintable(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) || isBlank(byte)
    }

    static func isMarkup(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "<".utf8) || bytes.starts(with: "{\\rtf".utf8)
    }

    static func isFile(_ bytes: [UInt8]) -> Bool {
        fileMarks.contains { bytes.starts(with: $0) } || isDeflated(bytes)
    }

    /// Whether bytes begin as zlib's do, with a first block that there may be (RFC 1950 section 2.2, RFC 1951 section
    /// 3.2.3).
    private static func isDeflated(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 8, bytes[0] == 0x78, deflateLevels.contains(bytes[1]) else { return false }
        switch bytes[2] >> 1 & 3 {
        case 0: return bytes[3] ^ bytes[5] == 0xFF && bytes[4] ^ bytes[6] == 0xFF
        case 2: return bytes[2] >> 3 < 30 && bytes[3] & 31 < 30
        case 1: return true
        default: return false
        }
    }

    /// What stands behind the first byte of zlib's for each way to compress.
    private static let deflateLevels: [UInt8] = [0x01, 0x5E, 0x9C, 0xDA]
    /// The first two bytes of files.
    static let fileStarts =
        fileMarks.map { UInt16($0[0]) << 8 | UInt16($0[1]) } + deflateLevels.map { 0x7800 | UInt16($0) }
    /// How archives, office documents and pictures begin.
    private static let fileMarks: [[UInt8]] = [
        Array("PK\u{3}\u{4}".utf8), Array("%PDF-".utf8), Array("GIF8".utf8), Array("bplist00".utf8),
        Array("BZh".utf8), Array("Rar!".utf8),
        Array("RIFF".utf8), [0x1F, 0x8B, 8], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0xD0, 0xCF, 0x11, 0xE0],
        [0xFD, 0x37, 0x7A, 0x58], [0x28, 0xB5, 0x2F, 0xFD], [0x04, 0x22, 0x4D, 0x18],
        [0x37, 0x7A, 0xBC, 0xAF], [0x49, 0x49, 0x2A, 0],
        [0x4D, 0x4D, 0, 0x2A],
    ]
}
