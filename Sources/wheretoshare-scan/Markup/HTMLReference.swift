/// Characters that HTML writes by name or number.
enum HTMLReference {
    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä", "ouml": "ö", "uuml": "ü",
        "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à",
        "aacute": "á", "acirc": "â", "iacute": "í", "oacute": "ó", "ocirc": "ô", "uacute": "ú", "ccedil": "ç",
        "ntilde": "ñ", "aring": "å", "Aring": "Å", "oslash": "ø", "Oslash": "Ø", "aelig": "æ", "AElig": "Æ",
        "scaron": "š", "Scaron": "Š", "Eacute": "É", "euro": "€", "pound": "£", "copy": "©", "reg": "®", "ndash": "–",
        "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„", "sbquo": "‚",
        "laquo": "«", "raquo": "»", "sect": "§", "deg": "°", "middot": "·", "bull": "•", "times": "×", "shy": "\u{AD}",
        "ensp": " ", "emsp": " ", "thinsp": " ", "hairsp": " ", "numsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}",
        "lrm": "\u{200E}", "rlm": "\u{200F}", "tilde": "˜", "plusmn": "±", "micro": "µ", "commat": "@", "period": ".",
        "num": "#", "sol": "/", "minus": "−", "hyphen": "‐", "dash": "‐", "puncsp": " ", "emsp13": " ", "emsp14": " ",
        "MediumSpace": " ", "ThinSpace": " ", "VeryThinSpace": " ", "NonBreakingSpace": " ", "NewLine": " ", "Tab": " ",
        "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}",
    ]

    /// Names that end without a sign before whatever follows, of those that stand inside numbers (WHATWG HTML section
    /// 13.5).
    private static let open = ["nbsp", "shy"]
    private static let noBreakSpace: UInt32 = 0xA0

    /// The character that a reference begins with whose name goes on as text, and that text; nil when there is none.
    static func leading(_ name: String) -> (character: Character, text: Substring)? {
        guard let found = open.first(where: { name.hasPrefix($0) }), let character = named[found] else { return nil }
        return (character, name.dropFirst(found.count))
    }

    /// The character of a reference without its `&` and `;`; nil when it is none.
    static func character(named name: String) -> Character? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number > 0 else { return nil }
        // Written by number, too, it is a blank between words.
        return number == noBreakSpace ? " " : Unicode.Scalar(number).map { Character($0) } ?? " "
    }

    /// A text with all references replaced.
    static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            result += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
            if let character = character(named: String(name)) {
                result.append(character)
                rest = rest[name.endIndex...]
                if rest.first == ";" { rest = rest.dropFirst() }
            } else if let leading = leading(String(name)) {
                result.append(leading.character)
                rest = rest[rest.index(name.endIndex, offsetBy: -leading.text.count)...]
            } else {
                result.append("&")
            }
        }
        return result + rest
    }
}

/// The attributes in the text of a tag.
enum HTMLAttributes {
    /// All names, in lower case, and values, as they are written; what has none has an empty one.
    static func all(in tag: String) -> [(name: String, value: String)] {
        var all: [(name: String, value: String)] = []
        let bytes = Array(tag.utf8)
        var index = 0
        func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
        while index < bytes.count, !isSpace(bytes[index]) { index += 1 }
        while index < bytes.count {
            while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
            let start = index
            while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
            let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
            while index < bytes.count, isSpace(bytes[index]) { index += 1 }
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
                if start == index { index += 1 } else { all.append((name, "")) }
                continue
            }
            index += 1
            while index < bytes.count, isSpace(bytes[index]) { index += 1 }
            guard index < bytes.count else { break }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
                all.append((name, String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
                index = end + 1
            } else {
                let start = index
                while index < bytes.count, !isSpace(bytes[index]) { index += 1 }
                all.append((name, String(decoding: bytes[start..<index], as: UTF8.self)))
            }
        }
        return all
    }
}
