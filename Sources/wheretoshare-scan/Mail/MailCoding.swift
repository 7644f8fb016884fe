/// The ways in which mail writes bytes as text (RFC 2045 section 6, RFC 2047).
enum MailCoding {
    /// Undoes an encoding; nil is none.
    static func decode(_ bytes: [UInt8], as encoding: String) -> [UInt8] {
        switch encoding.filter({ $0 != " " }) {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        case "x-uuencode", "uuencode", "x-uue": (try? EncodedFiles.first(in: bytes)) ?? bytes
        default: bytes
        }
    }

    /// Undoes base64; what does not belong to it is skipped.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "=") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            // A line that goes on.
            if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                index += 2
            } else if index + 2 < bytes.count, bytes[index + 1] == 0x0D, bytes[index + 2] == 0x0A {
                index += 3
            } else if index + 2 < bytes.count, let value = hex(bytes[index + 1], bytes[index + 2]) {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// Undoes escapes of a sign and two digits.
    static func unescape(_ bytes: [UInt8], sign: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == sign, index + 2 < bytes.count, let value = hex(bytes[index + 1], bytes[index + 2]) {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func hex(_ high: UInt8, _ low: UInt8) -> UInt8? {
        UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
    }

    /// Undoes words of a head such as `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=`.
    static func words(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var result = ""
        var rest = text[...]
        var wasWord = false
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            // Blanks between two words are not shown.
            if !wasWord || before.contains(where: { $0 != " " && $0 != "\t" }) { result += before }
            let fields = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard fields.count == 4, fields[3].hasPrefix("=") else {
                result += "=?"
                rest = rest[start.upperBound...]
                wasWord = false
                continue
            }
            let bytes = Array(fields[2].utf8)
            let decoded =
                fields[1].lowercased() == "b"
                ? base64(bytes)
                : unescape(bytes.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, sign: UInt8(ascii: "="))
            let label = String(fields[0].prefix { $0 != "*" })
            result += String(decoding: TextDecoder.decode(whole: decoded, label: label), as: UTF8.self)
            rest = fields[3].dropFirst()
            wasWord = true
        }
        return result + rest
    }
}
