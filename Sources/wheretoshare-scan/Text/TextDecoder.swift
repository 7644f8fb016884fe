/// Turns text of any common encoding into UTF-8, piece by piece.
///
/// Without a mark at the beginning, text is taken for UTF-8, and what is not UTF-8 in it for Windows', DOS' or the
/// Macintosh's western letters or for an encoding of East Asia, whichever makes more sense. Files that mix encodings are
/// read as well as they can be.
struct TextDecoder {
    private enum Encoding {
        case utf8
        case utf16(isLittle: Bool)
        case utf32(isLittle: Bool)
        case named(String)
    }

    private var encoding: Encoding
    /// The beginning of a character whose rest is in the next piece.
    private var rest: [UInt8] = []
    private var legacy: String?
    private var markLeft: Int

    /// Chooses the encoding by the first bytes, and by what the document says about itself, in whatever spelling.
    init(head: [UInt8], label: String? = nil) {
        (encoding, markLeft) = Self.encoding(of: head)
        guard case .utf8 = encoding, markLeft == 0 else { return }
        if let name = label.flatMap({ Charset.name($0) }) {
            encoding = .named(name)
        } else if EastAsianText.hasShifts(head) {
            encoding = .named("ISO-2022-JP")
        }
    }

    /// Whether the text begins as UTF-16 or UTF-32 do.
    static func isWide(_ head: [UInt8]) -> Bool {
        switch encoding(of: head).0 {
        case .utf16, .utf32: true
        case .utf8, .named: false
        }
    }

    private static func encoding(of head: [UInt8]) -> (Encoding, Int) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32(isLittle: true), 4) }
        if head.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32(isLittle: false), 4) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16(isLittle: true), 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16(isLittle: false), 2) }
        // Western text in UTF-16 has a null in every other byte, and hardly one in the others.
        let sample = head.prefix(4096)
        guard sample.count >= 8, sample.contains(0) else { return (.utf8, 0) }
        var zeros = [0, 0, 0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 4] += 1 }
        let quarter = sample.count / 4
        if zeros[1] + zeros[2] + zeros[3] > quarter * 5 / 2, zeros[0] == 0 { return (.utf32(isLittle: true), 0) }
        if zeros[0] + zeros[1] + zeros[2] > quarter * 5 / 2, zeros[3] == 0 { return (.utf32(isLittle: false), 0) }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        if odd > quarter, even * 20 < odd { return (.utf16(isLittle: true), 0) }
        if even > quarter, odd * 20 < even { return (.utf16(isLittle: false), 0) }
        return (.utf8, 0)
    }

    /// Decodes the next piece.
    mutating func decode(_ piece: [UInt8]) -> [UInt8] {
        var bytes = piece
        if markLeft > 0 {
            let cut = min(markLeft, bytes.count)
            bytes.removeFirst(cut)
            markLeft -= cut
        }
        switch encoding {
        case .utf8: return decodeUTF8(Self.narrowed(bytes))
        case .utf16(let isLittle): return decodeUTF16(bytes, isLittle)
        case .utf32(let isLittle): return decodeUTF32(bytes, isLittle)
        case .named(let name):
            // A character of several bytes must not be cut in the middle: only at a line's end it is certain to end.
            let whole = rest + bytes
            guard let end = whole.lastIndex(of: 0x0A), whole.count < 1 << 20 else {
                if whole.count < 64 << 10 {
                    rest = whole
                    return []
                }
                rest = []
                return Charset.convert(whole, from: name)
            }
            rest = Array(whole[(end + 1)...])
            return Charset.convert(Array(whole[...end]), from: name)
        }
    }

    /// What is left at the end.
    mutating func finish() -> [UInt8] {
        defer { rest = [] }
        guard !rest.isEmpty else { return [] }
        switch encoding {
        case .utf8: return Charset.convert(rest, from: legacy ?? "CP1252")
        case .utf16, .utf32: return []
        case .named(let name): return Charset.convert(rest, from: name)
        }
    }

    /// Decodes a whole text.
    static func decode(whole bytes: [UInt8], label: String? = nil) -> [UInt8] {
        var decoder = TextDecoder(head: bytes, label: label)
        let text = decoder.decode(bytes)
        return text + decoder.finish()
    }

    // MARK: UTF-8 and the letters of old

    private mutating func decodeUTF8(_ piece: [UInt8]) -> [UInt8] {
        if rest.isEmpty, isASCII(piece) || incompleteTail(of: piece) == 0 && firstInvalid(in: piece, from: 0) == nil {
            return piece
        }
        var bytes = rest + piece
        rest = []
        if legacy == nil, let name = EastAsianText.encoding(of: bytes) {
            encoding = .named(name)
            return decode(bytes)
        }
        // A character that is not complete waits.
        let tail = incompleteTail(of: bytes)
        if tail > 0 {
            rest = Array(bytes.suffix(tail))
            bytes.removeLast(tail)
        }
        guard let first = firstInvalid(in: bytes, from: 0) else { return bytes }
        let name = legacy ?? Self.guess(bytes)
        legacy = name
        var result = Array(bytes[..<first])
        var place = first
        while place < bytes.count {
            // The bytes up to the next that is plain or begins a whole character are letters of old.
            var end = place + 1
            while end < bytes.count, bytes[end] >= 0x80, sequenceLength(bytes, end) == 0 { end += 1 }
            if end == place + 1, Self.isBlank(bytes, place) {
                result.append(0x20)
            } else {
                result += Charset.convert(Array(bytes[place..<end]), from: name)
            }
            let next = firstInvalid(in: bytes, from: end) ?? bytes.count
            result += bytes[end..<next]
            place = next
        }
        return result
    }

    /// Whether a byte is a space that does not break, which is a letter in other encodings: none stands within a number.
    private static func isBlank(_ bytes: [UInt8], _ place: Int) -> Bool {
        // In DOS' encodings, the Macintosh's and KOI8.
        guard [0xFF, 0xCA, 0x9A].contains(bytes[place]), place > 0, place + 1 < bytes.count else { return false }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
        let (before, after) = (bytes[place - 1], bytes[place + 1])
        return isDigit(before) && (isDigit(after) || isCapital(after)) || isCapital(before) && isDigit(after)
    }

    /// Which of the old encodings makes letters of what stands between letters.
    private static func guess(_ bytes: [UInt8]) -> String {
        // ä ö ü ß Ä Ö Ü é è à
        let letters: [(name: String, bytes: [UInt8])] = [
            ("CP1252", [0xE4, 0xF6, 0xFC, 0xDF, 0xC4, 0xD6, 0xDC, 0xE9, 0xE8, 0xE0]),
            ("CP850", [0x84, 0x94, 0x81, 0xE1, 0x8E, 0x99, 0x9A, 0x82, 0x8A, 0x85]),
            ("MACINTOSH", [0x8A, 0x9A, 0x9F, 0xA7, 0x80, 0x85, 0x86, 0x8E, 0x8F, 0x88]),
        ]
        var counts = [Int](repeating: 0, count: 256)
        for index in bytes.indices.dropFirst() where bytes[index] >= 0x80 {
            let before = bytes[index - 1] | 0x20
            if (0x61...0x7A).contains(before) { counts[Int(bytes[index])] += 2 }
            if index + 1 < bytes.count, (0x61...0x7A).contains(bytes[index + 1] | 0x20) {
                counts[Int(bytes[index])] += 1
            }
        }
        func score(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + counts[Int($1)] } }
        var best = letters[0]
        for other in letters.dropFirst() where score(other.bytes) > score(best.bytes) { best = other }
        return best.name
    }

    // MARK: UTF-16 and UTF-32

    /// Fewer characters in UTF-16 among plain ones, and fewer plain ones in UTF-16, are something else.
    private static let leastMixed = 8

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// A text of single bytes without the zeros of what a program added to it in UTF-16, as PowerShell does to logs.
    private static func narrowed(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.place(of: [0], from: 0) else { return bytes }
        var result = Array(bytes[..<first])
        result.reserveCapacity(bytes.count)
        var at = first
        while at < bytes.count {
            guard bytes[at] == 0 else {
                result.append(bytes[at])
                at += 1
                continue
            }
            // The last of the zeros that stand at every other place.
            var end = at
            while end + 2 < bytes.count, isPlain(bytes[end + 1]) || bytes[end + 1] >= 0xA0, bytes[end + 2] == 0 {
                end += 2
            }
            if end - at >= 2 * leastMixed {
                for place in stride(from: at + 1, to: end, by: 2) { result.append(bytes[place]) }
            } else {
                result += bytes[at...end]
            }
            at = end + 1
        }
        return result
    }

    /// The end of a stretch of single bytes that begins at a place of a text in UTF-16; nil when there is none.
    private static func endOfNarrow(_ bytes: [UInt8], _ start: Int, _ isLittle: Bool) -> Int? {
        guard isPlain(bytes[start]), isPlain(bytes[start + 1]) else { return nil }
        var end = start + 2
        while end < bytes.count, isPlain(bytes[end]) { end += 1 }
        guard end - start >= 3 * leastMixed else { return nil }
        // The first half of the next character may look like the last one of the stretch.
        return isLittle && end < bytes.count && bytes[end] == 0 ? end - 1 : end
    }

    private mutating func decodeUTF16(_ piece: [UInt8], _ isLittle: Bool) -> [UInt8] {
        let bytes = rest + piece
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        func unit(_ at: Int) -> UInt32 {
            isLittle ? UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 : UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])
        }
        while index + 1 < bytes.count {
            if let end = Self.endOfNarrow(bytes, index, isLittle) {
                result += bytes[index..<end]
                index = end
                continue
            }
            var scalar = unit(index)
            if scalar & 0xFC00 == 0xD800 {
                guard index + 3 < bytes.count else { break }
                let low = unit(index + 2)
                if low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
                    index += 2
                }
            }
            index += 2
            result.append(scalar: scalar)
        }
        rest = Array(bytes[index...])
        return result
    }

    private mutating func decodeUTF32(_ piece: [UInt8], _ isLittle: Bool) -> [UInt8] {
        let bytes = rest + piece
        var result: [UInt8] = []
        var index = 0
        while index + 3 < bytes.count {
            let four = isLittle ? bytes[index..<index + 4].reversed() : Array(bytes[index..<index + 4])
            result.append(scalar: four.reduce(0) { $0 << 8 | UInt32($1) })
            index += 4
        }
        rest = Array(bytes[index...])
        return result
    }
}

extension [UInt8] {
    /// Appends a character in UTF-8; what is none becomes a blank.
    mutating func append(scalar value: UInt32) {
        if value < 0x80 {
            append(UInt8(value))
        } else if let scalar = Unicode.Scalar(value) {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            append(UInt8(ascii: " "))
        }
    }
}
