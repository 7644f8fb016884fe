internal import Glibc
internal import Synchronization

/// Encodings other than Unicode's, through the C library's iconv.
///
/// It loads a file for each of them, so all that documents are likely to have are opened before the jail.
enum Charset {
    private static let opened = Mutex<[String: UInt]>([:])

    /// The names that are opened, in iconv's spelling.
    private static let names = [
        "CP1250", "CP1251", "CP1252", "CP1253", "CP1254", "CP437", "CP850", "CP852", "MACINTOSH", "ISO-8859-1",
        "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8", "ISO-8859-9",
        "ISO-8859-15", "TIS-620", "KOI8-R", "ISO-2022-JP", "SHIFT_JIS", "EUC-JP", "GB18030", "BIG5", "EUC-KR", "UTF-7",
    ]

    /// Opens them.
    static func prepare() {
        opened.withLock { opened in
            for name in names {
                guard let converter = unsafe iconv_open("UTF-8", name) else { continue }
                let number = UInt(bitPattern: converter)
                if number != UInt.max { opened[name] = number }
            }
        }
    }

    /// The name in iconv's spelling of one that stands in a document; nil for Unicode's own and for unknown ones.
    static func name(_ label: String) -> String? {
        let label = label.uppercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
        let digits = label.drop { !$0.isNumber }
        if label.hasPrefix("WINDOWS-") || label.hasPrefix("CP"), names.contains("CP\(digits)") { return "CP\(digits)" }
        if label.hasPrefix("ISO8859") || label.hasPrefix("ISO-8859") {
            let part = label.split(separator: "-").last.map { String($0) } ?? "1"
            // What calls itself Latin-1 is Windows' superset of it wherever the two differ.
            return part == "1" || part == label ? "CP1252" : names.first { $0 == "ISO-8859-\(part)" }
        }
        let others = [
            "LATIN1": "CP1252", "ANSI": "CP1252", "IBM850": "CP850", "IBM437": "CP437", "MACROMAN": "MACINTOSH",
            "X-MAC-ROMAN": "MACINTOSH", "GB2312": "GB18030", "GBK": "GB18030", "SHIFT-JIS": "SHIFT_JIS",
            "KS_C_5601-1987": "EUC-KR",
        ]
        return others[label] ?? names.first { $0 == label }
    }

    /// Whether a label names a code page that is not known here, of which some have nothing in common with ASCII.
    static func isForeign(_ label: String) -> Bool {
        let isCodePage = ["CP", "IBM", "EBCDIC"].contains { label.uppercased().hasPrefix($0) }
        return isCodePage && name(label) == nil && label.uppercased() != "CP65001"
    }

    /// Converts to UTF-8; what cannot be converted becomes a blank.
    static func convert(_ bytes: [UInt8], from name: String) -> [UInt8] {
        guard let number = opened.withLock({ $0[name] }), let converter = unsafe iconv_t(bitPattern: number) else {
            return bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: " ") }
        }
        unsafe iconv(converter, nil, nil, nil, nil)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 4)
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 16 << 10)
        var start = 0
        while start < input.count {
            var left = input.count - start
            var room = output.count
            let answer = unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe output.withUnsafeMutableBufferPointer { output in
                    var from = unsafe input.baseAddress?.advanced(by: start)
                    var to = output.baseAddress
                    return unsafe iconv(converter, &from, &left, &to, &room)
                }
            }
            let number = errno
            result.append(contentsOf: output.prefix(output.count - room).map { UInt8(bitPattern: $0) })
            start = input.count - left
            if answer == Int.max || answer == -1 {
                if number == E2BIG { continue }
                result.append(UInt8(ascii: " "))
                start += 1
            }
        }
        return result
    }
}
