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
        "ISO-8859-15", "TIS-620", "KOI8-R", "KOI8-U", "CP866", "ISO-2022-JP", "ISO-2022-JP-2", "SHIFT_JIS", "CP932",
        "EUC-JP", "GB18030", "BIG5", "EUC-KR", "ISO-2022-KR", "UTF-7",
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
        let label = spelled(label)
        let digits = label.drop { !$0.isNumber }
        let isCodePage = ["WINDOWS-", "CP", "X-CP", "IBM", "DOS-"].contains { label.hasPrefix($0) }
        if isCodePage, names.contains("CP\(digits)") { return "CP\(digits)" }
        if label.hasPrefix("ISO8859") || label.hasPrefix("ISO-8859") {
            let part = label.split(separator: "-").last.map { String($0) } ?? "1"
            // What calls itself Latin-1 is Windows' superset of it wherever the two differ.
            return part == "1" || part == label ? "CP1252" : names.first { $0 == "ISO-8859-\(part)" }
        }
        let others = [
            "LATIN1": "CP1252", "ANSI": "CP1252", "MACROMAN": "MACINTOSH", "X-MAC-ROMAN": "MACINTOSH",
            "GB2312": "GB18030", "GBK": "GB18030", "CP936": "GB18030", "X-GBK": "GB18030", "EUC-CN": "GB18030",
            // What calls itself Shift JIS is Windows' superset of it.
            "SHIFT-JIS": "CP932", "SHIFT_JIS": "CP932", "X-SJIS": "CP932", "SJIS": "CP932", "MS_KANJI": "CP932",
            "CP31J": "CP932", "CSSHIFTJIS": "CP932", "CSWINDOWS31J": "CP932", "MS932": "CP932",
            "X-EUC-JP": "EUC-JP", "CP51932": "EUC-JP", "ISO-2022-JP-1": "ISO-2022-JP-2",
            "ISO-2022-JP-MS": "ISO-2022-JP-2", "CP50220": "ISO-2022-JP",
            "CSISO2022JP": "ISO-2022-JP", "KS_C_5601-1987": "EUC-KR", "KSC5601": "EUC-KR", "KSC_5601": "EUC-KR",
            "CP949": "EUC-KR", "CSISO2022KR": "ISO-2022-KR", "CSKOI8R": "KOI8-R", "KOI8": "KOI8-R", "KOI": "KOI8-R",
            "CN-BIG5": "BIG5", "X-X-BIG5": "BIG5", "BIG5-HKSCS": "BIG5", "CP950": "BIG5", "UNICODE-1-1-UTF-7": "UTF-7",
        ]
        return others[isCodePage ? "CP\(digits)" : label] ?? names.first { $0 == label }
    }

    private static func spelled(_ label: String) -> String {
        label.uppercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
    }

    /// How names begin of Unicode's own encodings, of supersets of ASCII whose other letters may be guessed, and of
    /// those that nobody knows (RFC 1428).
    private static let near = [
        "UTF", "UNICODE", "CP65001", "ISO-10646", "US-ASCII", "ASCII", "ANSI_X3", "ISO-8859", "ISO_8859", "ISO8859",
        "WINDOWS-125", "CP125", "LATIN", "UNKNOWN", "X-UNKNOWN", "X-USER", "DEFAULT", "8BIT", "BINARY", "NONE",
    ]

    /// Whether a label names letters that are not known here, of which some have nothing in common with ASCII.
    static func isForeign(_ label: String) -> Bool {
        let spelled = spelled(label)
        return !spelled.isEmpty && name(label) == nil && !near.contains { spelled.hasPrefix($0) }
    }

    /// Whether bytes may be something else than they are in ASCII.
    static func maySwitch(_ bytes: [UInt8]) -> Bool {
        // Escapes and shifts of ISO/IEC 2022, and the marks of HZ (RFC 1843).
        !isASCII(bytes) || bytes.contains { $0 == 0x1B || $0 == 0x0E } || bytes.place(of: [0x7E, 0x7B], from: 0) != nil
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
