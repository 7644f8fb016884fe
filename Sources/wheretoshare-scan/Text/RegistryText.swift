internal import SensitiveContent

/// The values of a registry file that stand in it as bytes: `hex(2):41,00,54,00,…`, over lines that end in a backslash.
struct RegistryText {
    /// The values that are text, a line each.
    private(set) var values: [UInt8] = []

    private static let mark = Array("hex".utf8)
    private static let heads = ["REGEDIT4", "Windows Registry Editor"].map { Array($0.utf8) }
    private static let most = 8 << 20

    /// Whether a text begins as such files do.
    static func begins(_ head: [UInt8]) -> Bool {
        let start = TextDecoder.decode(whole: Array(head.prefix(128)))
        return heads.contains { start.starts(with: $0) }
    }

    /// Reads the values of a whole file.
    init(_ text: [UInt8]) {
        var place = 0
        while let found = text.place(of: Self.mark, from: place), values.count < Self.most {
            place = found + Self.mark.count
            guard let colon = text[place...].prefix(8).firstIndex(of: UInt8(ascii: ":")) else { continue }
            place = colon + 1
            let digits = text[place...].prefix { HexDigit.value($0) != nil || ", \\\r\n\t".utf8.contains($0) }
            place = digits.endIndex
            // Text is UTF-16, with a zero between two and at the end.
            values += HexText.bytes(Array(digits)).filter { $0 != 0 } + [0x0A]
        }
    }
}
