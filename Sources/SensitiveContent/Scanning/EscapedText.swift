/// Text whose letters are written as their numbers, the way programs, style sheets, pages and mail do.
enum EscapedText {
    /// Fewer stand for single characters in a text that is written as it is.
    private static let fewest = 8
    /// So many characters may stand between two of them as they are.
    private static let mostPlain = 8
    private static let joints = Array(" .-_@/:".utf8)
    /// Longer texts are decoded in parts, which share what is long enough for a number.
    private static let longest = 1900
    private static let shared = 400

    /// Whether the byte may stand before the digits of an escape.
    @inline(__always)
    static func mayBegin(with byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "#")
            || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "{")
    }

    /// Decodes what begins at the digits of an escape, or at the letter before them.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where the token begins.
    /// - Returns: The text, in UTF-8, and where to look for another; nil when there are only a few escapes.
    static func decoded(_ text: Span<UInt8>, fromToken start: Int) -> (text: [UInt8], end: Int)? {
        let begin: Int
        switch text.byte(start - 1) {
        case UInt8(ascii: "#"): begin = start - 2
        case UInt8(ascii: "{"): begin = start - 3
        default: begin = start - 1
        }
        var position = begin
        var decoded: [UInt8] = []
        var escapes = 0
        var plain = 0
        var isOctal = false
        while position < begin + longest {
            if let escape = isOctal ? octal(text, position) : escape(text, position) {
                // A digit behind one of three digits is none of it then.
                isOctal = isOctal || escape.width == 4 && number(text, position + 1, digits: 3, base: 8) != nil
                decoded += escape.bytes
                position += escape.width
                escapes += 1
                plain = 0
            } else {
                let byte = text.byte(position)
                guard escapes >= 2, plain < mostPlain, byte.isLetterOrDigit || joints.contains(byte) else { break }
                decoded.append(byte)
                plain += 1
                position += 1
            }
        }
        guard escapes >= fewest else { return nil }
        return (decoded, position < begin + longest ? position : position - shared)
    }

    /// Where a token goes on behind the letters and digits of an escape that it begins with.
    /// - Parameters:
    ///   - text: The window.
    ///   - start: Where the token begins.
    /// - Returns: The place behind them; nil when it begins with no escape.
    static func end(_ text: Span<UInt8>, inToken start: Int) -> Int? {
        switch text.byte(start - 1) {
        case UInt8(ascii: "\\"):
            if let escape = backslash(text, start - 1) { return start - 1 + escape.width }
            return letterEscapes.contains(text.byte(start)) ? start + 1 : nil
        // What was encoded twice has another two digits.
        case UInt8(ascii: "%") where text.holds("25", at: start):
            return byte(text, start + 2, digits: 2).map { _ in start + 4 }
        case UInt8(ascii: "="), UInt8(ascii: "%"): return byte(text, start, digits: 2).map { _ in start + 2 }
        // A control character in the messages of syslog.
        case UInt8(ascii: "#"): return number(text, start, digits: 3, base: 8).map { _ in start + 3 }
        default: return nil
        }
    }

    /// Ends of lines and the like, each by a letter or a zero.
    private static let letterEscapes = Array("nrtvfabel0".utf8)

    private static func escape(_ text: Span<UInt8>, _ start: Int) -> (bytes: [UInt8], width: Int)? {
        switch text.byte(start) {
        case UInt8(ascii: "\\"): backslash(text, start)
        case UInt8(ascii: "="), UInt8(ascii: "%"):
            byte(text, start + 1, digits: 2).map { ([$0], 3) } ?? softBreak(text, start)
        case UInt8(ascii: "&") where text.byte(start + 1) == UInt8(ascii: "#"): reference(text, start)
        default: nil
        }
    }

    /// The end of a line that is none: RFC 2045 section 6.7.
    private static func softBreak(_ text: Span<UInt8>, _ start: Int) -> (bytes: [UInt8], width: Int)? {
        guard text.byte(start) == UInt8(ascii: "=") else { return nil }
        if text.byte(start + 1) == 0x0A { return ([], 2) }
        return text.byte(start + 1) == 0x0D && text.byte(start + 2) == 0x0A ? ([], 3) : nil
    }

    /// An escape of a programming language, or of a style sheet.
    private static func backslash(_ text: Span<UInt8>, _ start: Int) -> (bytes: [UInt8], width: Int)? {
        switch text.byte(start + 1) {
        case UInt8(ascii: "u") where text.byte(start + 2) == UInt8(ascii: "{"):
            let digits = digits(text, start + 3, most: 6)
            guard digits > 0, text.byte(start + 3 + digits) == UInt8(ascii: "}") else { return nil }
            return scalar(text, start + 3, digits: digits).map { ($0, digits + 4) }
        case UInt8(ascii: "u"): return scalar(text, start + 2, digits: 4).map { ($0, 6) }
        case UInt8(ascii: "U"): return scalar(text, start + 2, digits: 8).map { ($0, 10) }
        case UInt8(ascii: "x"): return byte(text, start + 2, digits: 2).map { ([$0], 4) }
        default: break
        }
        let digits = digits(text, start + 1, most: 6)
        if digits == 3, let octal = octal(text, start) { return octal }
        guard digits == 2 || digits == 4 || digits == 6 else { return nil }
        let hasBlank = text.byte(start + 1 + digits) == 0x20
        return scalar(text, start + 1, digits: digits).map { ($0, digits + (hasBlank ? 2 : 1)) }
    }

    private static func octal(_ text: Span<UInt8>, _ start: Int) -> (bytes: [UInt8], width: Int)? {
        guard text.byte(start) == UInt8(ascii: "\\"), let value = number(text, start + 1, digits: 3, base: 8) else {
            return nil
        }
        return ([UInt8(truncatingIfNeeded: value)], 4)
    }

    /// A character reference of HTML or XML.
    private static func reference(_ text: Span<UInt8>, _ start: Int) -> (bytes: [UInt8], width: Int)? {
        let isHex = text.byte(start + 2) | 0x20 == UInt8(ascii: "x")
        let first = isHex ? start + 3 : start + 2
        let digits = digits(text, first, most: 7)
        guard text.byte(first + digits) == UInt8(ascii: ";"),
            let value = number(text, first, digits: digits, base: isHex ? 16 : 10)
        else { return nil }
        return (utf8(value), first + digits + 1 - start)
    }

    private static func scalar(_ text: Span<UInt8>, _ start: Int, digits: Int) -> [UInt8]? {
        number(text, start, digits: digits, base: 16).map(utf8)
    }

    private static func byte(_ text: Span<UInt8>, _ start: Int, digits: Int) -> UInt8? {
        number(text, start, digits: digits, base: 16).map { UInt8(truncatingIfNeeded: $0) }
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        // Half a character of UTF-16 is none.
        Unicode.Scalar(value).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? [0x20]
    }

    /// How many hexadecimal digits stand there.
    private static func digits(_ text: Span<UInt8>, _ start: Int, most: Int) -> Int {
        var count = 0
        while count < most, HexDigit.value(text.byte(start + count)) != nil { count += 1 }
        return count
    }

    private static func number(_ text: Span<UInt8>, _ start: Int, digits: Int, base: UInt32) -> UInt32? {
        guard digits > 0 else { return nil }
        var number: UInt32 = 0
        for position in start..<start + digits {
            guard let value = HexDigit.value(text.byte(position)), value < base else { return nil }
            number = number * base + UInt32(value)
        }
        return number
    }
}

/// Bytes that a program shows in columns, a line for each sixteen: the offset, the bytes, and what is to be read of them.
enum HexDump {
    private static let bytesInLine = 16
    private static let offsetWidth = 10

    /// How far the columns of a line reach at least, in which pairs of digits stand apart.
    static func width(of line: [UInt8]) -> Int { offsetWidth + 3 * line.count }

    /// The bytes of the line that begins with an offset of eight digits; nil when it is none.
    static func line(_ text: Span<UInt8>, at start: Int) -> [UInt8]? {
        guard start == 0 || text[start - 1] == 0x0A, text.byte(start + 9) == 0x20 else { return nil }
        guard text.byte(start + 8) == UInt8(ascii: ":") || text.byte(start + 8) == 0x20 else { return nil }
        for digit in start..<start + 8 where HexDigit.value(text.byte(digit)) == nil { return nil }
        var bytes: [UInt8] = []
        var position = start + 9
        while bytes.count < bytesInLine {
            // Half of a line may be set off by another blank.
            let blanks = bytes.count == bytesInLine / 2 ? 2 : 1
            var skipped = 0
            while skipped < blanks, text.byte(position) == 0x20 {
                position += 1
                skipped += 1
            }
            guard let high = HexDigit.value(text.byte(position)), let low = HexDigit.value(text.byte(position + 1))
            else { break }
            bytes.append(high << 4 | low)
            position += 2
        }
        return bytes.isEmpty ? nil : bytes
    }
}

/// A digit to the base of sixteen, in ASCII.
public enum HexDigit {
    /// What it stands for, 0 to 15; nil for what is none.
    public static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
